"""The start without a display: instead of opening a window, learns a picture and writes pictures, a film, a project."""

from __future__ import annotations

import itertools
from pathlib import Path

from singan_studio.cli.drawing import Target, draw_all, numbered_targets
from singan_studio.cli.guard import interruptible
from singan_studio.cli.learning import learn, new_project, picture_to_learn, resume_command
from singan_studio.cli.options import parse_threads
from singan_studio.cli.projects import model_to_draw_from
from singan_studio.cli.report import Report, write_line
from singan_studio.cli.sources import DrawSource, is_picture, opened_source
from singan_studio.core.cancel import CancelSource
from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.files import made_folder
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.core.resources import resource
from singan_studio.export.settings import ExportSettings
from singan_studio.export.stills.settings import USUAL
from singan_studio.project.lock import ProjectLock
from singan_studio.project.new_files import PROJECT_SUFFIX, project_name

BUNDLED = "samples/mountain-lake.jpg"
FOLDER = "singan-output"
SAMPLES = 4
FILM = "animate.mp4"
CONFIG = preset("draft", max_size=128)
"""Settings small enough to train in about two minutes on two CPU cores."""


def run_headless(path: Path | None, output: Path | None, device: str, threads: int) -> int:
    """Draw variations of `path` into a folder, learn it, draw from what was learned and return the exit code.

    Without a `path` a bundled photo is learned; a project is only drawn from.
    """
    parse_threads(threads)
    source_path = path or resource(BUNDLED)
    folder = _free_folder(output)
    with interruptible() as source, Report(as_json=False) as report:
        report.notice("cli.no_display", path=str(source_path))
        if is_picture(source_path):
            _draw_variations(source_path, folder, device, threads, report, source)
        if source_path.suffix.lower() == PROJECT_SUFFIX:
            project = source_path
        else:
            project = folder / project_name(source_path.name)
            _learn(source_path, project, device, threads, report, source)
        _draw(project, folder, device, threads, report, source)
    if project != source_path:
        write_line(str(project))
    return 0


def _free_folder(output: Path | None) -> Path:
    """Return the folder for the results: a new one, or the one the user named, which must be empty.

    The folder is created when the first result is written.
    """
    if output is None:
        names = itertools.chain([FOLDER], (f"{FOLDER}-{number}" for number in itertools.count(2)))
        return next(folder for folder in map(Path, names) if not folder.exists())
    if output.exists() and not output.is_dir():
        raise BadInput("file.not_folder", path=str(output))
    if output.exists() and any(output.iterdir()):
        raise BadInput("file.not_empty", path=str(output))
    return output


def _learn(
    image: Path, project: Path, device: str, threads: int, report: Report, source: CancelSource
) -> None:
    from singan_studio.engine.device import choose

    png = picture_to_learn(image, report)
    choose(device)  # refuses a missing device before anything is written
    source.token.check()
    with made_folder(project.parent), ProjectLock(project):
        model_id = new_project(project, image, png, CONFIG, force=False)
        learn(project, model_id, resume_command(project), report, source, device, threads)


def _draw_variations(
    image: Path, folder: Path, device: str, threads: int, report: Report, cancel: CancelSource
) -> None:
    """Draw from the picture's own patches, at its full size, before anything is learned."""
    from singan_studio.engine_process.jobs import Renderer

    with opened_source(image, report) as source:
        renderer = Renderer(device, threads)
        recipe = renderer.complete(source.project, Recipe("sample", PATCHES, seed=0, scales=0, finish=100))
        targets = numbered_targets(folder, "variation", 0, SAMPLES)
        draw_all(renderer, source, recipe, targets, USUAL, False, report, cancel.token)


def _draw(
    project: Path, folder: Path, device: str, threads: int, report: Report, source: CancelSource
) -> None:
    from singan_studio.engine_process.jobs import Renderer

    renderer = Renderer(device, threads)
    model = model_to_draw_from(project)
    recipe = renderer.complete(project, Recipe("sample", model.id, seed=0, scales=0))
    pictures = numbered_targets(folder, "sample", 0, SAMPLES)
    draw_all(renderer, DrawSource(project, project), recipe, pictures, USUAL, False, report, source.token)
    moving = renderer.complete(project, Recipe("animate", model.id, seed=0, scales=0))
    film = [Target(0, folder / FILM)]
    draw_all(
        renderer,
        DrawSource(project, project),
        moving,
        film,
        ExportSettings("mp4"),
        False,
        report,
        source.token,
    )
