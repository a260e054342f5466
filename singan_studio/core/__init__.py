"""Shared by every part: configuration, recipes, events, errors, sizes, pictures. No Qt, no torch."""
