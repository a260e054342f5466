"""Starts the window or a command; kept cheap, because every engine process imports it again."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run with these arguments (the process's own if not given) and return the exit code."""
    from multiprocessing import freeze_support

    freeze_support()
    from singan_studio.cli.guard import guarded
    from singan_studio.cli.launch import open_window, wants_window

    words = sys.argv[1:] if arguments is None else arguments
    if wants_window(words):
        return guarded(lambda: open_window(words))
    from singan_studio.cli.app import run_command

    return guarded(lambda: run_command(words))


if __name__ == "__main__":
    sys.exit(main())
