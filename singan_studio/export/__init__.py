"""Write films frame by frame, and still pictures, in any registered format. No Qt, no torch."""
