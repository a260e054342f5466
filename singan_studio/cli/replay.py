"""`singan-studio replay`: makes a result again from the recipe in its file, or in its project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from singan_studio.cli.drawing import SEEDS, Target, draw, makes_film, refuse_taken
from singan_studio.cli.guard import interruptible
from singan_studio.cli.options import Device, Force, Json, Threads, whole_number
from singan_studio.cli.projects import named_inputs
from singan_studio.cli.report import Report, ResultWritten
from singan_studio.cli.sources import DrawSource, can_draw, opened_source
from singan_studio.cli.still_options import KeepExif, Quality, kept_exif, still_settings, tell_missing_exif
from singan_studio.core.carried_inputs import INPUTS_KEY, carried_pngs
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.export.film import film_ending, film_texts, format_for
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import SETTINGS_KEY, ExportSettings
from singan_studio.export.stills import still_format_for, still_texts
from singan_studio.export.stills.settings import StillSettings
from singan_studio.project.project_link import linked_project
from singan_studio.project.store import ProjectStore


def replay(
    picture: Annotated[
        Path,
        typer.Argument(
            help="A picture or film this program made; or a project, with --result.", metavar="RESULT"
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE")],
    project: Annotated[
        Path | None,
        typer.Option(help="The project it was made from, if it was moved away.", metavar="PROJECT.singan"),
    ] = None,
    result: Annotated[
        int | None,
        typer.Option(
            "--result",
            help="Number of a result that is kept in the project.",
            metavar="N",
            parser=whole_number("--result", 1, SEEDS, "number of a result"),
        ),
    ] = None,
    inputs: Annotated[
        list[Path] | None,
        typer.Option(
            "--input",
            help="A mask or picture that it was made with, if it is neither in its file nor in the project.",
            metavar="FILE",
        ),
    ] = None,
    quality: Quality = None,
    keep_exif: KeepExif = None,
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Make a picture or film again from its recipe: the same bits on the same device and number of threads."""
    if result is not None:
        texts, recipe = {}, _kept_recipe(picture, result)
    else:
        texts = _texts_of(picture)
        recipe = Recipe.from_json(texts[PNG_KEY])
    settings = _settings(texts, recipe, output)
    if isinstance(settings, StillSettings):
        settings = still_settings(quality, keep_exif, settings.to_json())
    named = [picture, *([project] if project else []), *(inputs or [])]
    refuse_taken([Target(recipe.seed, output)], settings, force, named)
    link = texts.get(PROJECT_KEY, "")
    file = picture / "frame" if picture.is_dir() else picture  # in a sequence every picture carries the link
    with interruptible() as cancel, Report(as_json) as report, ExitStack() as stack:
        home = picture if result is not None else _source_of(file, recipe, link, project)
        source = stack.enter_context(opened_source(home, report))
        carried = carried_pngs(texts.get(INPUTS_KEY, "{}")) | named_inputs(recipe, inputs or [], report)
        source = replace(source, carried=carried)
        _check_inputs(source, recipe, picture)
        from singan_studio.engine.device import available
        from singan_studio.engine_process.jobs import Renderer

        if device == "auto" and recipe.device in available():
            device = recipe.device
        renderer = Renderer(device, threads or min(recipe.threads, os.cpu_count() or 1))
        complete = renderer.complete(source.project, recipe)
        if isinstance(settings, StillSettings):
            tell_missing_exif(kept_exif(source.project, settings), settings, report)
        _tell_differences(recipe, complete, report)
        drawn = draw(renderer, source, complete, output, settings, force, report, cancel.token)
        report.written(ResultWritten(str(output), recipe.seed, drawn.width, drawn.height))


def _check_inputs(source: DrawSource, recipe: Recipe, picture: Path) -> None:
    """Raise `BadInput` for a mask or picture that is neither carried by the result nor named nor in the project."""
    with ProjectStore.open(source.project, read_only=True) as store:
        for name, sha in recipe.inputs.items():
            if sha not in source.carried and not store.has_blob(sha):
                raise BadInput("replay.no_input", path=str(picture), name=name)


def _kept_recipe(project: Path, result: int) -> Recipe:
    """Return the recipe of a result in a project.

    Raises `BadInput` for a file that is not a project, or a number that it does not have.
    """
    with ProjectStore.open(project, read_only=True) as store:
        recipes = {info.id: info.recipe for info in store.results()}
    if result not in recipes:
        raise BadInput("project.no_result", path=str(project), result=result)
    return recipes[result]


def _texts_of(picture: Path) -> dict[str, str]:
    """Return the texts in a picture, film or folder of frames, which include a recipe. Raises `BadInput`."""
    if not picture.exists():
        raise BadInput("picture.missing", name=str(picture))
    texts = film_texts(picture) or ({} if picture.is_dir() else still_texts(picture))
    if PNG_KEY not in texts:
        is_folder = picture.is_dir()
        raise BadInput(
            "picture.is_folder" if is_folder else "replay.no_recipe", name=str(picture), path=picture
        )
    return texts


def _settings(texts: dict[str, str], recipe: Recipe, output: Path) -> ExportSettings | StillSettings:
    """Return how the result is written: as before, but in the format that the new name asks for."""
    text = texts.get(SETTINGS_KEY, "{}")
    if not makes_film(recipe):
        still_format_for(output)  # refuses a name with another ending
        return StillSettings.from_json(text)
    before = ExportSettings.from_json(text)
    if output.suffix.lower() in FORMATS[before.format].endings:
        return before
    if FORMATS[before.format].folder and not film_ending(output):
        return before
    return before.but(format=format_for(output).name)


def _source_of(picture: Path, recipe: Recipe, link: str, named: Path | None) -> Path:
    """Return what a recipe was made from: the named file, else the one the link points to, else one beside the picture.

    Raises `BadInput` when the named file does not hold it, or none was found.
    """
    if named is not None:
        with opened_source(named, None) as source, ProjectStore.open(source.project, read_only=True):
            pass  # says what is wrong with the file, if anything
        if not can_draw(named, recipe):
            raise BadInput("replay.model", project=str(named), path=str(picture))
        return named
    for candidate in _candidates(picture, link):
        if can_draw(candidate, recipe):
            return candidate
    raise BadInput("replay.no_project", path=str(picture))


def _candidates(picture: Path, link: str) -> Iterator[Path]:
    linked = linked_project(picture, link) if link else None
    if linked is not None:
        yield linked
        yield picture.parent / linked.name
    yield from sorted(picture.parent.glob("*.singan"))


def _tell_differences(recipe: Recipe, now: Recipe, report: Report) -> None:
    """Report what has changed since the picture was made, because its bits may then differ."""
    for name, before, after in (
        ("device", recipe.device, now.device),
        ("threads", recipe.threads, now.threads),
        ("torch", recipe.versions.get("torch"), now.versions.get("torch")),
    ):
        if before != after:
            report.notice("replay.differs", name=name, before=before, after=after)
