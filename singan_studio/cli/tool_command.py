"""The command of a tool, built from nothing but its spec."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from singan_studio.cli.drawing import SEEDS, Target, draw_all, numbered_targets, refuse_taken
from singan_studio.cli.guard import interruptible
from singan_studio.cli.options import (
    Device,
    Force,
    Json,
    Project,
    Threads,
    check_common,
    check_range,
    named_as_option,
    option_name,
)
from singan_studio.cli.projects import keep_inputs, model_to_draw_from
from singan_studio.cli.report import Report
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import Recipe
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.values import allowed_text, checked_params

MAX_COUNT = 10_000
TYPES: dict[str, type] = {
    "int": int,
    "scale": int,
    "float": float,
    "flag": bool,
}  # the others are read as text

Folder = Annotated[Path, typer.Option("--output", "-o", help="Folder for the pictures.", metavar="DIR")]
PngFile = Annotated[Path, typer.Option("--output", "-o", help="The picture to write.", metavar="FILE.png")]
Count = Annotated[int, typer.Option("--count", "-n", help="How many pictures.", metavar="N")]
Seed = Annotated[int, typer.Option(help="Seed of the picture; further ones count up from it.", metavar="S")]


def command_of(spec: ToolSpec) -> Callable[..., None]:
    """The function typer makes the tool's command from."""

    def command(**given: Any) -> None:
        run_tool(spec, given)

    command.__signature__ = inspect.Signature(list(_arguments(spec)))  # type: ignore[attr-defined]
    return command


def run_tool(spec: ToolSpec, given: dict[str, Any]) -> None:
    """Check what was given, draw the pictures, write and record them."""
    device, threads, force = given["device"], given["threads"], given["force"]
    project: Path = given["project"]
    check_common(device, threads)
    params = _params(spec, given)
    targets = _targets(spec, given)
    refuse_taken(targets, force)
    model = model_to_draw_from(project)
    with interruptible() as source, Report(given["as_json"]) as report:
        from singan_studio.worker.jobs import Renderer

        renderer = Renderer(device, threads)
        inputs = keep_inputs(project, _pictures(spec, given))
        wish = Recipe(spec.name, model.id, given["seed"], scales=0, params=params, inputs=inputs)
        draw_all(renderer, project, renderer.complete(project, wish), targets, force, report, source.token)


def size_from(text: str, option: str) -> list[int]:
    """[width, height] from "300x200". Raises `BadInput` naming the option."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise BadInput("option.size", field=option, value=text)
    return [int(width), int(height)]


def _arguments(spec: ToolSpec) -> Iterator[inspect.Parameter]:
    """The parameters of the command: project, required pictures, output, the tool's own, the common ones."""
    yield _argument("project", Project)
    for param in spec.params:
        if param.kind == "picture" and param.required:
            metavar = param.name.upper().replace("_", "-")
            yield _argument(param.name, Annotated[Path, typer.Argument(help=param.help, metavar=metavar)])
    yield _argument("output", Folder if spec.output == "pictures" else PngFile)
    if spec.output == "pictures":
        yield _argument("count", Count, 1)
    yield _argument("seed", Seed, 0)
    for param in spec.params:
        if not param.required:
            yield _argument(param.name, _option(param), None)
    yield _argument("device", Device, "auto")
    yield _argument("threads", Threads, 0)
    yield _argument("force", Force, False)
    yield _argument("as_json", Json, False)


def _argument(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _option(param: Param) -> Any:
    """The option of a parameter; None stands for "not given", so that the spec alone knows the defaults."""
    if param.kind == "picture":
        return Annotated[Path | None, typer.Option(option_name(param.name), help=param.help, metavar="FILE")]
    texts = [param.help]
    if param.kind == "choice":
        texts.append(f"{allowed_text(param)}.")
    if param.default is not None:
        texts.append(f"{param.default} if not given.")
    name = option_name(param.name)
    names = f"{name}/--no-{name.removeprefix('--')}" if param.kind == "flag" else name
    metavar = {"size": "WxH", "choice": "WORD", "flag": None, "float": "X"}.get(param.kind, "N")
    kind = TYPES.get(param.kind, str)
    return Annotated[kind | None, typer.Option(names, help=" ".join(texts), metavar=metavar)]


def _params(spec: ToolSpec, given: dict[str, Any]) -> dict[str, Any]:
    """The tool's parameters as the recipe keeps them; an error names the option."""
    values = {}
    for param in spec.params:
        value = given[param.name]
        if value is None or param.kind == "picture":
            continue
        values[param.name] = size_from(value, option_name(param.name)) if param.kind == "size" else value
    try:
        return checked_params(spec, values)
    except BadInput as error:
        raise named_as_option(error) from None


def _pictures(spec: ToolSpec, given: dict[str, Any]) -> dict[str, Path]:
    names = [param.name for param in spec.params if param.kind == "picture"]
    return {name: given[name] for name in names if given[name] is not None}


def _targets(spec: ToolSpec, given: dict[str, Any]) -> list[Target]:
    output: Path = given["output"]
    check_range("--seed", given["seed"], 0, SEEDS - 1, "whole number")
    if spec.output == "pictures":
        check_range("-n", given["count"], 1, MAX_COUNT, "pictures")
        if output.exists() and not output.is_dir():
            raise BadInput("file.not_folder", path=str(output))
        return numbered_targets(output, spec.name, given["seed"], given["count"])
    if output.suffix.lower() != ".png":
        raise BadInput("option.png", path=str(output))
    return [Target(given["seed"], output)]
