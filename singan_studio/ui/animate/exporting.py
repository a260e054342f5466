"""Exports the film of the current settings; the renderer process writes the file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from singan_studio.core.recipe import Recipe
from singan_studio.export.settings import ExportSettings

CANCELLED = "render.cancelled"


@dataclass(frozen=True)
class Shape:
    """Length, speed and size in px of a film before it is enlarged.

    `drawn` is the (width, height) at which its frames are drawn, where they are only stretched to that size;
    `transparent` says whether they have alpha.
    """

    frames: int
    fps: float
    width: int
    height: int
    drawn: tuple[int, int] | None = field(default=None, compare=False)
    transparent: bool = False


class FilmWriter(Protocol):
    """Writes films to files; `ui.create.rendering.Rendering` does."""

    def export(
        self,
        recipe: Recipe,
        path: Path,
        settings: ExportSettings,
        on_progress: Callable[[int, int], None],
        on_end: Callable[[str, dict[str, Any]], None],
    ) -> int | None:
        """Write a film and return the number of the request.

        `on_progress(done, total)` counts frames. `on_end(code, params)` is called last: with "" and "bytes", or with
        the code of an error and its parameters.
        """
        ...

    def cancel_export(self, number: int) -> None: ...


class Exporting(QObject):
    """Runs one export at a time."""

    running_changed = Signal()
    progressed = Signal(int, int, object)  # done, total, seconds left or None
    finished = Signal(object, int)  # Path, bytes
    failed = Signal(str, dict)  # code and parameters; there is no file
    cancelled = Signal()

    def __init__(
        self,
        writer: FilmWriter,
        prepare: Callable[[Callable[[Recipe], None]], None],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Create an exporter that is not running.

        `prepare(then)` calls `then` with the film's recipe once its mask is in the project; `clock()` returns
        monotonic seconds.
        """
        super().__init__(parent)
        self._writer, self._prepare, self._clock = writer, prepare, clock
        self._request: int | None = None
        self._began: float | None = None  # when the first frame was there
        self._path = Path()
        self.settings: ExportSettings | None = None  # of the latest export
        self.running = False

    def start(self, path: Path, settings: ExportSettings) -> None:
        """Write to a path, over an existing file: the dialog has asked for that."""
        if self.running:
            return
        self._path, self._began, self._request = path, None, None
        self.settings = settings
        self._set_running(True)

        def write(recipe: Recipe) -> None:
            if self.running:
                self._request = self._writer.export(recipe, path, settings, self._progress, self._end)

        self._prepare(write)

    def cancel(self) -> None:
        if not self.running:
            return
        if self._request is not None:
            self._writer.cancel_export(self._request)
        self._set_running(False)
        self.cancelled.emit()

    def _progress(self, done: int, total: int) -> None:
        now = self._clock()
        left = None
        if self._began is None:
            self._began = now
        elif done > 1:
            left = (now - self._began) / (done - 1) * (total - done)
        self.progressed.emit(done, total, left)

    def _end(self, code: str, params: dict[str, Any]) -> None:
        self._request = None
        self._set_running(False)
        if not code:
            self.finished.emit(self._path, int(params["bytes"]))
        elif code == CANCELLED:
            self.cancelled.emit()
        else:
            self.failed.emit(code, params)

    def _set_running(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit()
