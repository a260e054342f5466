"""Variations: random pictures in the learned one's style."""
