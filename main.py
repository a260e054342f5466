"""Starts SinGAN Studio: the window, or a command when one is named."""

# Engine processes import this file again, so nothing but this block may do anything.
if __name__ == "__main__":
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from multiprocessing import freeze_support

    freeze_support()  # in a frozen build an engine process goes no further than here

    import sys

    signal.signal(signal.SIGINT, signal.default_int_handler)
    from singan_studio.__main__ import main

    sys.exit(main())
