"""Where an engine process begins; cheap to import, so that a process whose owner dies meanwhile is gone at once.

What an engine needs takes seconds to import, and much of that time no thread of Python runs. So long as nothing can be
lost, Linux kills the process together with its owner; later the engine notices it by itself and saves first.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h: the signal to get when the thread that started this process ends."""


def trainer(connection: Connection) -> None:
    """Run the trainer in the child process."""
    end_with_owner()
    from singan_studio.engine_process import train

    train.main(connection)


def renderer(connection: Connection) -> None:
    """Run the renderer in the child process."""
    end_with_owner()
    from singan_studio.engine_process import render

    render.main(connection)


def end_with_owner() -> None:
    """Let the system kill this process as soon as its owner is gone (Linux); end now if it is gone already."""
    _choose_signal(signal.SIGKILL)
    owner = multiprocessing.parent_process()
    if owner is None or (hasattr(os, "getppid") and os.getppid() != owner.pid):
        os._exit(1)


def outlive_owner() -> None:
    """Undo `end_with_owner`: from now on there is work to save."""
    _choose_signal(0)


def _choose_signal(number: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
