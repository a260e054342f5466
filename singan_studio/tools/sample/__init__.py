"""Variations: random pictures of the learned one."""
