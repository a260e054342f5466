"""The engine process that makes pictures and films: what follows the pointer first, then results in order."""

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
from singan_studio.engine_process.films import export_film
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
    Render,
    Rendered,
    RenderFailed,
    RenderFilm,
)
from singan_studio.engine_process.scheduler import RenderJob, RenderScheduler
from singan_studio.engine_process.server import Emit, serve
from singan_studio.export.settings import ExportSettings

log = logging.getLogger(__name__)


def main(connection: Connection) -> None:
    """Run the renderer in the child process until it is shut down or its owner is gone."""
    serve("renderer", connection, RenderServer)
    os._exit(0)  # tearing torch down takes a second, and nothing is left to save


class SetAsideError(Exception):
    """A job makes room: a film so that the job it interrupted can end, a result being finished for any other job."""


class RenderServer:
    """Takes commands on the receiver thread, renders on the main thread."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._opened: OpenProject | None = None
        self._scheduler = RenderScheduler()
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
                self._enqueue(RenderJob(command, OpenProject("", command.device, command.threads)))
            case CancelRender():
                if self._scheduler.cancel(command.request):
                    self._emit(cancelled(command.request))
            case HurryRender():
                self._scheduler.hurry(command.request)
            case _:
                raise ValueError(f"{type(command).__name__} is no command for the renderer")

    def shutdown(self) -> None:
        self._scheduler.close()

    def run(self) -> None:
        while job := self._scheduler.next():
            self._run_job(job)

    def _accept(self, command: Render | RenderFilm | ExportFilm) -> None:
        if isinstance(command, Render) and command.kind not in RENDER_KINDS:
            raise ValueError(f"{command.kind} is no kind of Render")
        if self._opened is None:
            self._emit(RenderFailed(command.request, "render.no_project"))
            return
        self._enqueue(RenderJob(command, self._opened))

    def _enqueue(self, job: RenderJob) -> None:
        replaced = self._scheduler.put(job)
        if replaced is not None:
            self._emit(cancelled(replaced))

    def _run_job(self, job: RenderJob) -> None:
        """Make a job's result and send its answer, or set the job aside."""
        try:
            answer = self._answer(job)
        except SetAsideError:
            if not self._scheduler.set_aside(job):
                self._emit(cancelled(job.command.request))
            return
        self._emit(answer)
        self._scheduler.done(job)

    def _answer(
        self, job: RenderJob
    ) -> Rendered | FilmFinished | FilmWritten | MachineMeasured | RenderFailed:
        """Return the last answer to a job; only the frames of a film are sent before it."""
        request = job.command.request
        try:
            return self._make(job)
        except SetAsideError:
            raise
        except Cancelled:
            if job.interrupted:
                raise SetAsideError from None
            return cancelled(request)
        except StudioError as error:
            return RenderFailed(request, error.code, error.params)
        except Exception as error:
            log.exception("rendering failed")
            return failure(request, error, job.opened.device)

    def _make(self, job: RenderJob) -> Rendered | FilmFinished | FilmWritten | MachineMeasured:
        if isinstance(job.command, MeasureMachine):
            return self._measure(job.command, job)
        began = time.monotonic()
        project = Path(job.opened.project)
        renderer = self._renderer_for(job.opened)
        recipe = renderer.complete(project, Recipe.from_json(job.command.recipe))
        request, text = job.command.request, recipe.to_json()
        token = job.cancel.token
        match job.command:
            case Render(pictures=pictures, longest=longest):
                picture, whole = renderer.picture(project, recipe, token, pictures, longest)
                return Rendered(request, text, milliseconds_since(began), picture, whole)
            case RenderFilm(pictures=pictures, longest=longest):
                total = recipe.params["frames"]
                if job.frames is None:
                    job.frames = enumerate(renderer.frames(project, recipe, token, pictures, longest))
                for number, picture in job.frames:
                    self._emit(FilmFrame(request, number, total, picture))
                    self._run_urgent_jobs(job)
                    if self._scheduler.blocks_cancelled_job(job):
                        raise SetAsideError
                return FilmFinished(request, text, total, milliseconds_since(began))
            case ExportFilm():
                frames = renderer.frames(project, recipe, token)
                return self._export(job, project, recipe, frames, began)

    def _measure(self, command: MeasureMachine, job: RenderJob) -> MachineMeasured:
        machine = machines.measured(command.device, command.threads, lambda: self._run_urgent_jobs(job))
        return MachineMeasured(command.request, machine.to_json())

    def _export(
        self, job: RenderJob, project: Path, recipe: Recipe, frames: Iterator[np.ndarray], began: float
    ) -> FilmWritten:
        command = job.command
        assert isinstance(command, ExportFilm)
        path, settings = Path(command.path), ExportSettings.from_json(command.settings)
        reported = self._reporting(command.request, recipe.params["frames"], self._interruptible(job, frames))
        film = export_film(project, recipe, reported, path, settings, job.cancel.token, command.force)
        milliseconds = milliseconds_since(began)
        return FilmWritten(
            command.request, recipe.to_json(), command.path, film.bytes, film.frames, milliseconds, film.first
        )

    def _reporting(self, request: int, total: int, frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """Yield the frames, and report after each how many are drawn."""
        for done, frame in enumerate(frames, start=1):
            yield frame
            self._emit(FilmProgress(request, done, total))

    def _interruptible(self, job: RenderJob, frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """Yield the frames, running all more urgent jobs after each."""
        for frame in frames:
            yield frame
            self._run_urgent_jobs(job)

    def _run_urgent_jobs(self, job: RenderJob) -> None:
        """Run all jobs that are more urgent than this one. Raises `Cancelled` when this one was cancelled."""
        job.cancel.token.check()
        while urgent := self._scheduler.more_urgent_than(job):
            self._run_job(urgent)
            job.cancel.token.check()

    def _renderer_for(self, opened: OpenProject) -> jobs.Renderer:
        """Return the renderer for that device and number of threads; its loaded models are kept between requests."""
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
    """Return the answer that describes an unexpected error."""
    from singan_studio.engine.device import is_out_of_memory

    if is_out_of_memory(error):
        return RenderFailed(request, "render.memory", {"device": device})
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return RenderFailed(request, "render.failed", {"reason": reason})
