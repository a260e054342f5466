"""What a person makes by hand on the picture: layers, brushes, selections, pasted objects, and undoing all of it."""
