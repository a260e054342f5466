"""Keeps the window alive under PySide6 6.12.0 with Python 3.11.

That version hands back None and True without counting it: True after each `Signal.emit`, None after each overridden
method that Qt calls. Python 3.12 made these objects immortal and does not mind; an older one ends the process after
some thousand signals and paintings ("Fatal Python error: none_dealloc"). So this does what Python 3.12 does. To be
removed when pyproject.toml no longer allows both versions together.
"""

from __future__ import annotations

import sys

MANY = 2**40
"""References; at a million lost ones a second they last for twelve days."""


def make_immortal() -> None:
    """Give None, True and False references that nobody takes back. Harmless; does nothing where it is not needed."""
    if (
        sys.implementation.name != "cpython"
        or sys.version_info >= (3, 12)
        or sys.getrefcount(None) > MANY // 2
    ):
        return
    import ctypes

    for value in (None, True, False):
        ctypes.c_ssize_t.from_address(id(value)).value += MANY  # an object begins with its reference count
