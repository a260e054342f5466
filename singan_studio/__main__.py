"""Starts the window or a command; kept cheap, because every engine process imports it again."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run with these arguments (the process's own if not given) and return the exit code."""
    import signal

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # until `guarded` has words for Ctrl-C, it just ends the program
    from multiprocessing import freeze_support

    freeze_support()
    from singan_studio.cli.guard import guarded
    from singan_studio.cli.launch import open_window, wants_window

    words = sys.argv[1:] if arguments is None else arguments
    signal.signal(signal.SIGINT, before)
    return guarded(lambda: open_window(words) if wants_window(words) else _run_command(words))


def _run_command(words: list[str]) -> int:
    from singan_studio.cli.app import run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
