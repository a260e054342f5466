"""Decides between window and command, and opens the window. Imports no typer, because the window must start quickly."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from singan_studio.core.errors import BadInput, RunFailure


class Options(argparse.Namespace):
    """Options for opening the window."""

    path: Path | None
    output: Path | None  # folder of the results where there is no display
    device: str  # auto | cpu | cuda | mps
    threads: int  # 0: the device's default
    smoke: bool  # for tests: open, do a little of everything, close
    report_first_paint: bool  # for benchmarks: print how long the start took, close


def wants_window(words: list[str]) -> bool:
    """Return whether these arguments open the window: none at all, a file first, or any option but help and version.

    A file is a word with a "." or a folder in it, so a file without an ending must be given as "./name".
    """
    if not words:
        return True
    first = words[0]
    if first.startswith("-"):
        return first not in ("-h", "--help", "--version")
    return "." in first or "/" in first or os.sep in first


def open_window(words: list[str]) -> int:
    """Open the window, or learn the picture right here when there is no display. Return the exit code."""
    options = _parsed(words)
    path = options.path
    if path is not None and not path.exists():
        raise BadInput("file.missing", path=str(path))
    if not has_display():
        from singan_studio.cli.headless import run_headless

        return run_headless(path, options.output, options.device, options.threads)
    try:
        from singan_studio.ui.app.app import run_window
    except ImportError as error:  # Qt needs system libraries that a bare server lacks
        raise RunFailure("window.failed", reason=str(error)) from error
    return run_window(path, options)


def has_display() -> bool:
    """Return whether a window can be shown.

    That is always so on Windows and macOS; on Linux it takes a display or an explicitly chosen Qt platform.
    """
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput("cli.usage", reason=message)


def _parsed(words: list[str]) -> Options:
    parser = _Parser(prog="singan-studio", add_help=False, allow_abbrev=False)
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--report-first-paint", action="store_true")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument("--threads", type=int, default=0)
    return parser.parse_args(words, namespace=Options())
