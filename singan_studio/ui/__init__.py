"""The window. This process never imports torch."""
