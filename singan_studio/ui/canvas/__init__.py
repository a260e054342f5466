"""The canvas: layers, brushes, selections, pasted objects, and undo for all of them."""
