"""A model of one picture made of the picture's own patches; it needs no training."""
