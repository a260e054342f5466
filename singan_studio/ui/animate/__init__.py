"""Animate's part of the window: playing, the timeline with its tracks, the motion mask, and export."""
