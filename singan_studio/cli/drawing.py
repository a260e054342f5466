"""Drawing the pictures of a recipe into files: shared by the tools' commands, `replay` and the headless start."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np

from singan_studio.cli.guard import Interrupted
from singan_studio.cli.report import Report, ResultWritten
from singan_studio.cli.sources import DrawSource
from singan_studio.cli.still_options import kept_exif, tell_missing_exif
from singan_studio.cli.streams import ReaderGone
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, Cancelled, StudioError
from singan_studio.core.files import made_folder, refuse_inputs, refuse_replacing, write_bytes
from singan_studio.core.images import decode_png, encode_png, png_is_transparent
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.films import export_film, texts_for
from singan_studio.export import film
from singan_studio.export.formats import FORMATS
from singan_studio.export.formats.base import LOSSES
from singan_studio.export.settings import ExportSettings
from singan_studio.export.stills import PROPOSED, still_file, still_format_for
from singan_studio.export.stills.base import StillFormat
from singan_studio.export.stills.settings import StillSettings
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ProjectStore
from singan_studio.tools import registry

if TYPE_CHECKING:
    from singan_studio.engine_process.jobs import Renderer

SEEDS = 2**31

SLIGHTLY = 0.005
"""Share by which a film may play faster or slower without a word."""


@dataclass(frozen=True)
class Target:
    """A picture still to be drawn: its seed and the file it goes into."""

    seed: int
    path: Path


@dataclass(frozen=True)
class Picture:
    """A picture that was drawn and written. For a film, `png` is its first frame."""

    recipe: Recipe
    png: bytes
    width: int
    height: int


def numbered_targets(
    folder: Path, name: str, seed: int, count: int, still: StillFormat = PROPOSED
) -> list[Target]:
    """Return `count` targets with consecutive seeds, each file named by its seed: "sample-0000000042.png"."""
    seeds = [(seed + i) % SEEDS for i in range(count)]
    return [Target(each, folder / f"{name}-{each:010d}{still.endings[0]}") for each in seeds]


def refuse_taken(
    targets: Sequence[Target], settings: ExportSettings | StillSettings, force: bool, inputs: Collection[Path]
) -> None:
    """Raise `BadInput` when a target exists (and `force` is not set) or is one of the `inputs`.

    Call it before anything is computed.
    """
    for target in targets:
        refuse_inputs(target.path, inputs)
        if isinstance(settings, ExportSettings):
            film.refuse_taken(target.path, FORMATS[settings.format], force)
        else:
            refuse_replacing(target.path, force)


def draw_all(
    renderer: Renderer,
    source: DrawSource,
    recipe: Recipe,
    targets: Sequence[Target],
    settings: ExportSettings | StillSettings,
    force: bool,
    report: Report,
    cancel: CancelToken,
) -> None:
    """Draw `recipe` with every target's seed; each picture is written, reported and recorded before the next.

    Raises `Interrupted` when cancelled; pictures that are already written are kept.
    """
    if isinstance(settings, ExportSettings):
        _tell_speed(recipe.params["fps"], settings, report)
        _tell_loss(source.project, settings, report)
    else:
        tell_missing_exif(kept_exif(source.project, settings), settings, report)
    with Recorder(source, report) as recorder:
        for done, target in enumerate(targets):
            try:
                seeded = replace(recipe, seed=target.seed)
                picture = draw(renderer, source, seeded, target.path, settings, force, report, cancel)
            except Cancelled:
                raise Interrupted(_written(done, len(targets))) from None
            recorder.add(picture)
            report.written(ResultWritten(str(target.path), target.seed, picture.width, picture.height))


def draw(
    renderer: Renderer,
    source: DrawSource,
    recipe: Recipe,
    path: Path,
    settings: ExportSettings | StillSettings,
    force: bool,
    report: Report,
    cancel: CancelToken,
) -> Picture:
    """Draw one picture or film from a complete recipe into a file that carries the recipe. Raises `Cancelled`."""
    cancel.check()
    texts = texts_for(path, source.home, recipe, source.carried)
    pictures = {
        name: decode_png(source.carried[sha], keep_alpha=True)
        for name, sha in recipe.inputs.items()
        if sha in source.carried
    }
    frames = renderer.frames(source.project, recipe, cancel, pictures)
    with made_folder(path.parent):
        if isinstance(settings, ExportSettings):
            counted = _counted(frames, recipe.params["frames"], report)
            film_ = export_film(source.home, recipe, counted, path, settings, cancel, force, source.carried)
            pixels = film_.first
            png = encode_png(pixels, texts)
        else:
            pixels = next(frames)
            png = encode_png(pixels, texts)
            exif = kept_exif(source.project, settings)
            write_bytes(path, still_file(still_format_for(path), png, settings, exif), force)
    return Picture(recipe, png, pixels.shape[1], pixels.shape[0])


def makes_film(recipe: Recipe) -> bool:
    """Return whether the recipe's result is a film rather than a picture."""
    return registry.tool(recipe.tool).output == "film"


def _tell_speed(wanted: float, settings: ExportSettings, report: Report) -> None:
    """Report a speed that the format cannot hold."""
    fps = float(FORMATS[settings.format].speed(wanted))
    if abs(fps - wanted) > SLIGHTLY * wanted:
        report.notice("export.speed", format=settings.format, wanted=f"{wanted:g}", fps=f"{fps:.3g}")


def _tell_loss(project: Path, settings: ExportSettings, report: Report) -> None:
    """Report what the format cannot hold of a transparent picture."""
    loss = LOSSES.get(FORMATS[settings.format].transparency)
    with ProjectStore.open(project, read_only=True) as store:
        if loss and png_is_transparent(store.source().png):
            report.notice(loss)


def _written(done: int, asked: int) -> str:
    """Return the message that says what an interruption left behind."""
    if asked == 1:
        return "Interrupted. Nothing was written."
    return f"Interrupted. {done} of {asked} pictures are written."


def _counted(frames: Iterator[np.ndarray], total: int, report: Report) -> Iterator[np.ndarray]:
    """Yield the frames and report progress. If the reader of stdout went away, the film is cancelled."""
    for done, frame in enumerate(frames, start=1):
        yield frame
        try:
            report.frames(done, total)
        except ReaderGone:
            raise Cancelled from None


class Recorder:
    """Adds results to the project's list. If that fails it only reports it: the written files are what matters."""

    def __init__(self, source: DrawSource, report: Report) -> None:
        self._project = source.project
        self._report = report
        self._lock = None if source.temporary else ProjectLock(source.project)

    def __enter__(self) -> Self:
        try:
            if self._lock is not None:
                self._lock.acquire()
        except BadInput as error:
            self._give_up(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.release()

    def add(self, picture: Picture) -> None:
        if self._lock is None:
            return
        try:
            with ProjectStore.open(self._project) as store:
                store.add_result(picture.recipe, picture.png, picture.width, picture.height)
        except StudioError as error:
            self._lock.release()
            self._give_up(error)

    def _give_up(self, error: StudioError) -> None:
        self._lock = None
        self._report.notice("record.skipped", reason=str(error).rstrip("."))
