"""The engine processes: protocol, trainer, renderer, and the client that the window talks to."""
