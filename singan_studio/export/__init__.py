"""Films out: frames become GIF or MP4, one at a time. No Qt, no torch."""
