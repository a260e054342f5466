"""The engine process that makes pictures and films: what follows a person's hand first, then results in order."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from singan_studio.core.errors import Cancelled, StudioError
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process import jobs, machines
from singan_studio.engine_process.channel import Emit
from singan_studio.engine_process.films import export_film
from singan_studio.engine_process.messages import (
    RENDER_KINDS,
    CancelRender,
    ExportFilm,
    FilmFinished,
    FilmFrame,
    FilmProgress,
    FilmWritten,
    MachineMeasured,
    MeasureMachine,
    OpenProject,
    Render,
    Rendered,
    RenderFailed,
    RenderFilm,
)
from singan_studio.engine_process.scheduler import Order, RenderScheduler
from singan_studio.engine_process.server import serve
from singan_studio.export.settings import ExportSettings

log = logging.getLogger(__name__)


def main(connection: Connection) -> None:
    """Entry of the child process, which ends when it was shut down or its owner is gone."""
    serve("renderer", connection, RenderServer)
    os._exit(0)  # tearing torch down takes a second, and nothing is left to save


class SetAsideError(Exception):
    """A film that is being drawn makes room, so that what it interrupted can end; it goes on later."""


class RenderServer:
    """Takes commands on the receiver thread, renders on the main thread."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._opened: OpenProject | None = None
        self._orders = RenderScheduler()
        self._renderer: jobs.Renderer | None = None  # of _settings; main thread only
        self._settings: tuple[str, int] | None = None

    def load(self) -> None:
        from singan_studio.engine.gan import sampler  # noqa: F401 - imported early, used later

    def handle(self, command: object) -> None:
        match command:
            case OpenProject():
                self._opened = command
            case Render() | RenderFilm() | ExportFilm():
                self._accept(command)
            case MeasureMachine():
                self._put(Order(command, OpenProject("", command.device, command.threads)))
            case CancelRender():
                if self._orders.cancel(command.request):
                    self._emit(cancelled(command.request))
            case _:
                raise ValueError(f"{type(command).__name__} is no command for the renderer")

    def shutdown(self) -> None:
        self._orders.close()

    def run(self) -> None:
        while order := self._orders.next():
            self._work(order)

    def _accept(self, command: Render | RenderFilm | ExportFilm) -> None:
        if isinstance(command, Render) and command.kind not in RENDER_KINDS:
            raise ValueError(f"{command.kind} is no kind of Render")
        if self._opened is None:
            self._emit(RenderFailed(command.request, "render.no_project"))
            return
        self._put(Order(command, self._opened))

    def _put(self, order: Order) -> None:
        replaced = self._orders.put(order)
        if replaced is not None:
            self._emit(cancelled(replaced))

    def _work(self, order: Order) -> None:
        """Answer an order, or set it aside."""
        try:
            answer = self._answer(order)
        except SetAsideError:
            if not self._orders.set_aside(order):
                self._emit(cancelled(order.command.request))
            return
        self._emit(answer)
        self._orders.done(order)

    def _answer(self, order: Order) -> Rendered | FilmFinished | FilmWritten | MachineMeasured | RenderFailed:
        """Its last answer, the only one but for the frames of a film."""
        request = order.command.request
        try:
            return self._made(order)
        except SetAsideError:
            raise
        except Cancelled:
            return cancelled(request)
        except StudioError as error:
            return RenderFailed(request, error.code, error.params)
        except Exception as error:
            log.exception("rendering failed")
            return failure(request, error, order.opened.device)

    def _made(self, order: Order) -> Rendered | FilmFinished | FilmWritten | MachineMeasured:
        if isinstance(order.command, MeasureMachine):
            return self._measured(order.command, order)
        began = time.monotonic()
        project = Path(order.opened.project)
        renderer = self._renderer_for(order.opened)
        recipe = renderer.complete(project, Recipe.from_json(order.command.recipe))
        request, text = order.command.request, recipe.to_json()
        token = order.cancel.token
        match order.command:
            case Render(pictures=pictures, longest=longest):
                picture, whole = renderer.picture(project, recipe, token, pictures, longest)
                return Rendered(request, text, milliseconds_since(began), picture, whole)
            case RenderFilm(pictures=pictures, longest=longest):
                total = recipe.params["frames"]
                if order.frames is None:
                    order.frames = enumerate(renderer.frames(project, recipe, token, pictures, longest))
                for number, picture in order.frames:
                    self._emit(FilmFrame(request, number, total, picture))
                    self._give_way(order)
                    if self._orders.keeps_one_from_ending(order):
                        raise SetAsideError
                return FilmFinished(request, text, total, milliseconds_since(began))
            case ExportFilm():
                frames = renderer.frames(project, recipe, token)
                return self._exported(order, project, recipe, frames, began)

    def _measured(self, command: MeasureMachine, order: Order) -> MachineMeasured:
        machine = machines.measured(command.device, command.threads, lambda: self._give_way(order))
        return MachineMeasured(command.request, machine.to_json())

    def _exported(
        self, order: Order, project: Path, recipe: Recipe, frames: Iterator[np.ndarray], began: float
    ) -> FilmWritten:
        command = order.command
        assert isinstance(command, ExportFilm)
        path, settings = Path(command.path), ExportSettings.from_json(command.settings)
        told = self._told(command.request, recipe.params["frames"], self._giving_way(order, frames))
        film = export_film(project, recipe, told, path, settings, order.cancel.token, command.force)
        milliseconds = milliseconds_since(began)
        return FilmWritten(
            command.request, recipe.to_json(), command.path, film.bytes, film.frames, milliseconds, film.first
        )

    def _told(self, request: int, total: int, frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """The frames; how many there are is told as they come."""
        for done, frame in enumerate(frames, start=1):
            yield frame
            self._emit(FilmProgress(request, done, total))

    def _giving_way(self, order: Order, frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """The frames, between which everything that is more urgent is made."""
        for frame in frames:
            yield frame
            self._give_way(order)

    def _give_way(self, order: Order) -> None:
        """Make everything that is more urgent; raises `Cancelled` when the order was given up."""
        order.cancel.token.check()
        while urgent := self._orders.more_urgent_than(order):
            self._work(urgent)
            order.cancel.token.check()

    def _renderer_for(self, opened: OpenProject) -> jobs.Renderer:
        """The renderer of that device and number of threads; its loaded models stay between requests."""
        settings = (opened.device, opened.threads)
        if self._renderer is None or self._settings != settings:
            self._renderer = jobs.Renderer(*settings)
            self._settings = settings
        return self._renderer


def milliseconds_since(began: float) -> float:
    return (time.monotonic() - began) * 1000


def cancelled(request: int) -> RenderFailed:
    return RenderFailed(request, "render.cancelled")


def failure(request: int, error: Exception, device: str) -> RenderFailed:
    """An unexpected error in words."""
    from singan_studio.engine.device import is_out_of_memory

    if is_out_of_memory(error):
        return RenderFailed(request, "render.memory", {"device": device})
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return RenderFailed(request, "render.failed", {"reason": reason})
