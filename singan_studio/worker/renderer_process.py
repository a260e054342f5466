"""The engine process that makes pictures from recipes: what follows a person's hand first, then results in order."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import Cancelled, StudioError
from singan_studio.core.recipe import Recipe
from singan_studio.worker import jobs
from singan_studio.worker.channel import Emit
from singan_studio.worker.messages import (
    RENDER_KINDS,
    CancelRender,
    OpenProject,
    Render,
    Rendered,
    RenderFailed,
)
from singan_studio.worker.process import serve

log = logging.getLogger(__name__)

RESULT = "result"


def main(connection: Connection) -> None:
    """Entry of the child process, which ends when it was shut down or its owner is gone."""
    serve("renderer", connection, RenderServer)
    os._exit(0)  # tearing torch down takes a second, and nothing is left to save


@dataclass(frozen=True)
class Order:
    """A request, the project that was open when it came, and its cancelling."""

    render: Render
    opened: OpenProject
    cancel: CancelSource = field(default_factory=CancelSource)


class RenderServer:
    """Takes commands on the receiver thread, renders on the main thread."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._changed = threading.Condition()
        self._opened: OpenProject | None = None
        self._queue: deque[Order] = deque()  # results
        self._slots: dict[str, Order] = {}  # of the other kinds, of which the latest wins
        self._current: Order | None = None
        self._stopping = False
        self._renderer: jobs.Renderer | None = None  # of _settings; main thread only
        self._settings: tuple[str, int] | None = None

    def load(self) -> None:
        from singan_studio.engine import sampler  # noqa: F401 - imported early, used later

    def handle(self, command: object) -> None:
        match command:
            case OpenProject():
                self._opened = command
            case Render():
                if command.kind not in RENDER_KINDS:
                    raise ValueError(f"{command.kind} is no kind of Render")
                self._accept(command)
            case CancelRender():
                self._cancel(command.request)
            case _:
                raise ValueError(f"{type(command).__name__} is no command for the renderer")

    def shutdown(self) -> None:
        with self._changed:
            self._stopping = True
            if self._current is not None:
                self._current.cancel.cancel()
            self._changed.notify()

    def run(self) -> None:
        while order := self._next():
            self._answer(order)
            with self._changed:
                self._current = None

    def _accept(self, render: Render) -> None:
        if self._opened is None:
            self._emit(RenderFailed(render.request, "render.no_project"))
            return
        order = Order(render, self._opened)
        with self._changed:
            replaced = None
            if render.kind == RESULT:
                self._queue.append(order)
            else:
                replaced = self._slots.get(render.kind)
                self._slots[render.kind] = order
            self._changed.notify()
        if replaced is not None:
            self._emit(cancelled(replaced.render.request))

    def _cancel(self, request: int) -> None:
        """Drop a waiting request, or interrupt the running one; one that is done is left alone."""
        with self._changed:
            if self._current is not None and self._current.render.request == request:
                self._current.cancel.cancel()  # its answer comes from the main thread
                return
            waiting = [*self._queue, *self._slots.values()]
            if all(order.render.request != request for order in waiting):
                return
            self._queue = deque(order for order in self._queue if order.render.request != request)
            self._slots = {
                kind: order for kind, order in self._slots.items() if order.render.request != request
            }
        self._emit(cancelled(request))

    def _next(self) -> Order | None:
        """The order to work on now, waiting for one; None when shut down."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._slots or self._queue)
            if self._stopping:
                return None
            waiting = set(self._slots) | ({RESULT} if self._queue else set())
            kind = next(kind for kind in RENDER_KINDS if kind in waiting)
            self._current = self._queue.popleft() if kind == RESULT else self._slots.pop(kind)
            return self._current

    def _answer(self, order: Order) -> None:
        """Send exactly one Rendered or RenderFailed."""
        request = order.render.request
        try:
            self._emit(self._rendered(order))
        except Cancelled:
            self._emit(cancelled(request))
        except StudioError as error:
            self._emit(RenderFailed(request, error.code, error.params))
        except Exception as error:
            log.exception("rendering failed")
            self._emit(failure(request, error, order.opened.device))

    def _rendered(self, order: Order) -> Rendered:
        began = time.monotonic()
        render, project = order.render, Path(order.opened.project)
        renderer = self._renderer_for(order.opened)
        recipe = renderer.complete(project, Recipe.from_json(render.recipe))
        picture, whole = renderer.picture(
            project, recipe, order.cancel.token, render.pictures, render.longest
        )
        milliseconds = (time.monotonic() - began) * 1000
        return Rendered(render.request, recipe.to_json(), milliseconds, picture, whole)

    def _renderer_for(self, opened: OpenProject) -> jobs.Renderer:
        """The renderer of that device and number of threads; its loaded models stay between requests."""
        settings = (opened.device, opened.threads)
        if self._renderer is None or self._settings != settings:
            self._renderer = jobs.Renderer(*settings)
            self._settings = settings
        return self._renderer


def cancelled(request: int) -> RenderFailed:
    return RenderFailed(request, "render.cancelled")


def failure(request: int, error: Exception, device: str) -> RenderFailed:
    """An unexpected error in words."""
    from singan_studio.engine.device import is_out_of_memory

    if is_out_of_memory(error):
        return RenderFailed(request, "render.memory", {"device": device})
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return RenderFailed(request, "render.failed", {"reason": reason})
