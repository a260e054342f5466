"""`singan-studio replay`: make a result again from the recipe in its PNG, or in its project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from singan_studio.cli.drawing import SEEDS, check_ending, draw, makes_film
from singan_studio.cli.guard import interruptible
from singan_studio.cli.options import Device, Force, Json, Threads, whole_number
from singan_studio.cli.projects import holds_model, project_of_hint
from singan_studio.cli.report import Report, ResultWritten
from singan_studio.core.errors import BadInput
from singan_studio.core.files import refuse_overwriting
from singan_studio.core.images import png_texts
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.export.film import FORMATS, film_texts
from singan_studio.project.store import ProjectStore


def replay(
    picture: Annotated[
        Path,
        typer.Argument(
            help="A PNG, GIF or MP4 this program made; or a project, with --result.", metavar="RESULT.png"
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE.png")],
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
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Make a picture or film again from its recipe: the same bits on the same device and number of threads."""
    refuse_overwriting(output, force)
    if result is not None:
        recipe, home = _kept_recipe(picture, result), picture
        check_ending(output, makes_film(recipe))
    else:
        recipe, hint = _recipe_of(picture)
        check_ending(output, makes_film(recipe))
        home = _project_of(picture, recipe, hint, project)
    with interruptible() as source, Report(as_json) as report:
        from singan_studio.engine.device import available
        from singan_studio.worker.jobs import Renderer

        if device == "auto" and recipe.device in available():
            device = recipe.device
        renderer = Renderer(device, threads or recipe.threads)
        complete = renderer.complete(home, recipe)
        _tell_differences(recipe, complete, report)
        drawn = draw(renderer, home, complete, output, force, report, source.token)
        report.written(ResultWritten(str(output), recipe.seed, drawn.width, drawn.height))


def _kept_recipe(project: Path, result: int) -> Recipe:
    """The recipe of a result in a project. Raises `BadInput` for a file that is none, or a number it does not have."""
    with ProjectStore.open(project, read_only=True) as store:
        recipes = {info.id: info.recipe for info in store.results()}
    if result not in recipes:
        raise BadInput("project.no_result", path=str(project), result=result)
    return recipes[result]


def _recipe_of(picture: Path) -> tuple[Recipe, str]:
    """The recipe in a PNG or film, and the hint where its project is ("" for none). Raises `BadInput`."""
    if not picture.is_file():
        raise BadInput("picture.is_folder" if picture.is_dir() else "picture.missing", name=str(picture))
    try:
        is_film = picture.suffix.lower() in FORMATS
        texts = film_texts(picture) if is_film else png_texts(picture.read_bytes())
    except OSError as error:
        raise BadInput("picture.unreadable", name=str(picture), reason=error.strerror) from error
    if PNG_KEY not in texts:
        raise BadInput("replay.no_recipe", path=str(picture))
    return Recipe.from_json(texts[PNG_KEY]), texts.get(PROJECT_KEY, "")


def _project_of(picture: Path, recipe: Recipe, hint: str, named: Path | None) -> Path:
    """The project with the recipe's model: the named one, else the hinted one, else one beside the picture."""
    if named is not None:
        with ProjectStore.open(named, read_only=True):  # says what is wrong with the file, if anything
            pass
        if not holds_model(named, recipe.model_id):
            raise BadInput("replay.model", project=str(named), path=str(picture))
        return named
    for candidate in _candidates(picture, hint):
        if holds_model(candidate, recipe.model_id):
            return candidate
    raise BadInput("replay.no_project", path=str(picture))


def _candidates(picture: Path, hint: str) -> Iterator[Path]:
    hinted = project_of_hint(picture, hint) if hint else None
    if hinted is not None:
        yield hinted
        yield picture.parent / hinted.name
    yield from sorted(picture.parent.glob("*.singan"))


def _tell_differences(recipe: Recipe, now: Recipe, report: Report) -> None:
    """Say what is not as it was when the picture was made, for its bits may then differ."""
    for name, before, after in (
        ("device", recipe.device, now.device),
        ("threads", recipe.threads, now.threads),
        ("torch", recipe.versions.get("torch"), now.versions.get("torch")),
    ):
        if before != after:
            report.notice("replay.differs", name=name, before=before, after=after)
