"""The command line: the same engine and project code as the window, without Qt."""
