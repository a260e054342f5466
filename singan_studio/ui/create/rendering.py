"""The renderer's process and the requests to it: live pictures, results, films and exports."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.cost_model import Machine
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.messages import (
    RENDER_KINDS,
    CancelRender,
    ExportFilm,
    FilmFinished,
    FilmFrame,
    FilmProgress,
    FilmWritten,
    HurryRender,
    MachineMeasured,
    MeasureMachine,
    OpenProject,
    Ready,
    Render,
    Rendered,
    RenderFailed,
    RenderFilm,
)
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.app.engine_link import EngineLink, Role

HOLD_RENEWAL_MS = 1000
"""The trainer goes on by itself 2 s after the last `Hold`."""
CANCELLED = "render.cancelled"
LIVE, SHARP, RESULT, THUMBNAIL, FINISH = RENDER_KINDS
FOLLOWING = (LIVE, SHARP, THUMBNAIL)
"""Kinds that the next change makes worthless."""

UNNOTICED = (THUMBNAIL, FINISH)
"""Kinds that no one waits for."""

FILM, EXPORT = "film", "export"
"""Kinds of requests for films: frames that are played, of which the latest wins, and files."""


@dataclass(frozen=True)
class Drawn:
    """A picture, (H, W, 3) uint8, and its completed recipe; `whole` unless it is smaller than the recipe says."""

    recipe: Recipe
    picture: np.ndarray
    whole: bool = True


Done = Callable[[Drawn], None]
Pictures = Mapping[str, np.ndarray]
"""Inputs by parameter name, (H, W, 3) or (H, W, 4) uint8, or (H, W) of an area; never changed after they were given."""


Failed = Callable[[str, dict[str, Any]], None]
"""Called with a code of `core.messages.TEXTS` and its parameters."""


@dataclass(frozen=True)
class Request:
    """How a request is answered: `done` takes the last answer, `part` those before it.

    Without `failed` a failure is emitted for everybody.
    """

    kind: str  # of messages.RENDER_KINDS, FILM or EXPORT
    done: Callable[[Any], None]
    part: Callable[[Any], None] | None = None
    failed: Failed | None = None


class Rendering(QObject):
    """Owns the renderer's process and the requests that are not answered yet.

    A request's `done(drawn)` is called with its picture; a request that was replaced or cancelled is never answered.
    """

    ready = Signal(object)  # engine_process.messages.Ready
    machine_known = Signal(object)  # core.cost_model.Machine, the answer to `measure`
    died = Signal(str, dict)
    failed = Signal(str, dict)  # a request could not be met
    busy_changed = Signal(bool)  # something the user waits for is in flight
    pending_changed = Signal(int)  # results (not previews) still to come
    hold = Signal()  # the trainer should give way; repeated while a request is in flight
    release = Signal()

    def __init__(
        self, parent: QObject | None = None, make_link: Callable[[Role, QObject], EngineLink] = EngineLink
    ) -> None:
        super().__init__(parent)
        self._make_link = make_link
        self._link: EngineLink | None = None
        self._numbers = itertools.count(1)
        self._requests: dict[int, Request] = {}
        self._opened: OpenProject | None = None
        self._renewal = QTimer(self, interval=HOLD_RENEWAL_MS)
        self._renewal.timeout.connect(self.hold)
        self.engine: Ready | None = None
        self._measuring = 0  # the newest request of `measure`

    # --- the process -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the renderer's process, also after it died, and open the open project in it again."""
        if self._link:
            return
        link = self._make_link("renderer", self)
        link.received.connect(self._consume)
        link.died.connect(self._died)
        self._link = link
        if self._opened:
            link.send(self._opened)
        link.start()

    def close(self) -> None:
        """End the process and wait for it; used when the window is gone."""
        self._forget_requests()
        if self._link:
            self._link.stop()
            self._link.wait()
            self._link = None

    def open_project(self, path: Path, device: str, threads: int) -> None:
        """Read this project from now on and forget older requests."""
        self._cancel_all()
        self._opened = OpenProject(str(path), device, threads)
        self._send(self._opened)

    def close_project(self) -> None:
        self._cancel_all()
        self._opened = None

    # --- requests ----------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether there is a renderer process."""
        return self._link is not None

    @property
    def busy(self) -> bool:
        return any(request.kind not in (*UNNOTICED, EXPORT) for request in self._requests.values())

    @property
    def in_flight(self) -> int:
        """Return the number of requests of any kind that are not answered yet."""
        return len(self._requests)

    @property
    def pending(self) -> int:
        """Return the number of results that are requested and not there yet."""
        return sum(request.kind == RESULT for request in self._requests.values())

    def draw(
        self, kind: str, recipe: Recipe, done: Done, pictures: Pictures | None = None, longest: int = 0
    ) -> None:
        """Ask for a picture that follows the user's work: `LIVE`, `SHARP` or `THUMBNAIL`; of each the latest wins.

        It is at most `longest` px a side, or at full size with 0. The trainer goes on during thumbnails alone, which
        are made when there is nothing else to do.
        """
        self._ask(recipe, Request(kind, done), pictures, longest)

    def end_previews(self) -> None:
        """Drop everything that follows the user's work; results go on."""
        for number in [n for n, request in self._requests.items() if request.kind in FOLLOWING]:
            self._drop(number)

    def render(self, recipe: Recipe, done: Done) -> None:
        """Ask for a result; a renderer that died is started again."""
        self.start()
        self._ask(recipe, Request(RESULT, done))

    def finish(self, recipe: Recipe, done: Done, failed: Failed) -> int | None:
        """Ask for a result at full size, made when there is nothing else to do; return the number of the request."""
        self.start()
        return self._ask(recipe, Request(FINISH, done, failed=failed))

    def hurry(self, number: int | None) -> None:
        """Make a result that is to be finished the next one: somebody waits for it."""
        if number in self._requests:
            self._send(HurryRender(number))

    def film(
        self,
        recipe: Recipe,
        on_frame: Callable[[int, np.ndarray], None],
        on_end: Callable[[], None],
        pictures: Pictures | None = None,
    ) -> None:
        """Ask for the frames of a film to be played; one that is being drawn is dropped.

        `on_frame(number, picture)` gets each frame in order; then `on_end()` is called, also after a failure.
        """
        self.cancel_film()

        def failed(code: str, params: dict[str, Any]) -> None:
            on_end()
            self.failed.emit(code, params)

        request = Request(FILM, lambda _: on_end(), lambda part: on_frame(part.number, part.picture), failed)
        inputs = dict(pictures or {})
        self._put(request, lambda number: RenderFilm(number, recipe.to_json(), preview=True, pictures=inputs))

    def cancel_film(self) -> None:
        for number in [n for n, request in self._requests.items() if request.kind == FILM]:
            self._drop(number)

    def export(
        self,
        recipe: Recipe,
        path: Path,
        settings: ExportSettings,
        on_progress: Callable[[int, int], None],
        on_end: Failed,
    ) -> int | None:
        """Write a film to a path, replacing what is there; return the request's number, None without a renderer.

        `on_progress(done, total)` counts its frames. `on_end(code, params)` gets "" and "bytes", or a code of what
        went wrong.
        """
        self.start()
        request = Request(
            EXPORT,
            lambda written: on_end("", {"bytes": written.bytes}),
            lambda part: on_progress(part.done, part.total),
            on_end,
        )
        text, name = settings.to_json(), str(path)
        return self._put(request, lambda number: ExportFilm(number, recipe.to_json(), name, text, force=True))

    def cancel_export(self, number: int) -> None:
        """Stop writing a film; `on_end` is not called any more."""
        if number in self._requests:
            self._drop(number)

    def measure(self, device: str, threads: int) -> None:
        """Ask how fast a device is; it is measured when there is nothing else to do, once for each computer."""
        self._measuring = next(self._numbers)
        self._send(MeasureMachine(self._measuring, device, threads))

    def stop_measuring(self) -> None:
        self._send(CancelRender(self._measuring))

    def cancel(self) -> None:
        """Cancel everything in flight but files that are being written and results that are being finished."""
        for number in [n for n, request in self._requests.items() if request.kind not in (EXPORT, FINISH)]:
            self._drop(number)

    def _ask(
        self, recipe: Recipe, request: Request, pictures: Pictures | None = None, longest: int = 0
    ) -> int | None:
        return self._put(
            request,
            lambda number: Render(number, recipe.to_json(), request.kind, longest, dict(pictures or {})),
        )

    def _put(self, request: Request, message: Callable[[int], object]) -> int | None:
        """Send a request's message with its number, which is returned; None when there is no renderer."""
        if not self._link:
            return None
        number = next(self._numbers)
        with self._counted():
            self._requests[number] = request
        self._send(message(number))
        return number

    def _cancel_all(self) -> None:
        for number, request in list(self._requests.items()):
            self._drop(number)
            if request.kind in (EXPORT, FINISH) and request.failed:
                request.failed(CANCELLED, {})

    def _drop(self, number: int) -> None:
        self._send(CancelRender(number))
        self._finished(number)

    def _send(self, message: object) -> None:
        if self._link:
            self._link.send(message)

    @contextlib.contextmanager
    def _counted(self) -> Iterator[None]:
        """Emit what follows from a change of the requests inside the context."""
        busy, pending = self.busy, self.pending
        yield
        if self.pending != pending:
            self.pending_changed.emit(self.pending)
        if self.busy == busy:
            return
        if self.busy:
            self.hold.emit()
            self._renewal.start()
        else:
            self._renewal.stop()
            self.release.emit()
        self.busy_changed.emit(self.busy)

    # --- answers -----------------------------------------------------------------------------------------------

    def _consume(self, message: object) -> None:
        match message:
            case Ready():
                self.engine = message
                self.ready.emit(message)
            case Rendered(request=number):
                request = self._finished(number)
                if request:
                    request.done(Drawn(Recipe.from_json(message.recipe), message.picture, message.whole))
            case FilmFrame(request=number) | FilmProgress(request=number):
                request = self._requests.get(number)
                if request and request.part:
                    request.part(message)
            case FilmFinished(request=number) | FilmWritten(request=number):
                request = self._finished(number)
                if request:
                    request.done(message)
            case MachineMeasured(request=number) if number == self._measuring:
                self.machine_known.emit(Machine.from_json(message.machine))
            case RenderFailed(request=number, code=code, params=params):
                request = self._finished(number)
                if request and code != CANCELLED:
                    (request.failed or self.failed.emit)(code, params)

    def _finished(self, number: int) -> Request | None:
        with self._counted():
            return self._requests.pop(number, None)

    def _died(self, code: str, params: dict[str, object]) -> None:
        link, self._link = self._link, None
        if link:
            link.finished.connect(link.deleteLater)
        requests = list(self._requests.values())
        self._forget_requests()
        self.died.emit(code, params)
        for request in requests:
            if request.kind == FILM:
                request.done(None)
            elif request.failed:
                request.failed(code, params)

    def _forget_requests(self) -> None:
        with self._counted():
            self._requests.clear()
