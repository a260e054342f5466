"""The Animate mode of the window: player, timeline with keyframe tracks, motion mask, and export."""
