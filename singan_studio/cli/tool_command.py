"""The command of a tool, built from its spec alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from singan_studio.cli.drawing import SEEDS, Target, draw_all, numbered_targets, refuse_taken
from singan_studio.cli.extra_models import learned_model
from singan_studio.cli.film_options import film_options, settings_from
from singan_studio.cli.guard import interruptible
from singan_studio.cli.options import (
    Device,
    Force,
    Json,
    Piece,
    Threads,
    json_file,
    number,
    numbers,
    option_name,
    piece,
    pixels_or_percent,
    size,
    whole_number,
    word,
)
from singan_studio.cli.projects import composed_pieces, in_percent, keep_inputs, kept_inputs
from singan_studio.cli.report import Report
from singan_studio.cli.sources import MODELS, chosen_model, opened_source
from singan_studio.cli.still_options import PICTURE_FILE, KeepExif, PictureFormat, Quality, still_settings
from singan_studio.core.abilities import LEARNED_CAN, PATCHES_CAN, Ability, learned_with
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.export.formats import FORMATS
from singan_studio.export.stills import PROPOSED, STILLS, still_format_for
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.values import allowed_text, checked_params, checked_value, shown

MAX_COUNT = 10_000
METAVARS = {
    "size": "WxH",
    "choice": "WORD",
    "float": "X",
    "int": "N",
    "scale": "N",
    "numbers": "N0,N1,...",
    "keyframes": "FILE.json",
    "arrows": "X,Y,DX,DY",
    "region": "X,Y,W,H",
}

Folder = Annotated[Path, typer.Option("--output", "-o", help="Folder for the pictures.", metavar="DIR")]
PictureFile = Annotated[Path, PICTURE_FILE]


def film_endings() -> str:
    """Return the endings of film files in words: ".gif, .mp4 or .webm"."""
    *others, last = [format_.endings[0] for format_ in FORMATS.values() if format_.endings]
    return f"{', '.join(others)} or {last}"


FilmFile = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        help=f"The film to write: {film_endings()}, or a folder for single pictures.",
        metavar="FILE|FOLDER",
    ),
]
OUTPUTS = {"pictures": Folder, "picture": PictureFile, "film": FilmFile}
Count = Annotated[
    int,
    typer.Option(
        "--count",
        "-n",
        help="How many pictures.",
        metavar="N",
        parser=whole_number("-n", 1, MAX_COUNT, "pictures"),
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        help="Seed of the picture; further ones count up from it.",
        metavar="S",
        parser=whole_number("--seed", 0, SEEDS - 1, "whole number"),
    ),
]

Source = Annotated[
    Path, typer.Argument(help="A picture, or the project file.", metavar="PICTURE|PROJECT.singan")
]
Learned = Annotated[Path, typer.Argument(help="The project file.", metavar="PROJECT.singan")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="What draws: the picture's own patches, or what was learned; what was learned if there is something.",
        metavar="patches|learned",
        parser=word("--model", MODELS),
    ),
]
QuickModel = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="What draws: at once the picture's own patches, which do if not given, or a model that is learned for it.",
        metavar="patches|learned",
        parser=word("--model", MODELS),
    ),
]
FullSize = Annotated[
    bool | None,
    typer.Option(
        "--full-size/--no-full-size",
        help="Bring results to the picture's full size with its own detail; patches do so if not given.",
    ),
]
PhotoDetail = Annotated[
    int,
    typer.Option(
        "--photo-detail",
        help="Percent of the picture's own detail in results of full size.",
        metavar="N",
        parser=whole_number("--photo-detail", 0, 100, "%"),
    ),
]


def command_of(spec: ToolSpec) -> Callable[..., None]:
    """Return the function from which typer makes the tool's command."""

    def command(**given: Any) -> None:
        run_tool(spec, given)

    command.__signature__ = inspect.Signature(list(_arguments(spec)))  # type: ignore[attr-defined]
    return command


def run_tool(spec: ToolSpec, given: dict[str, Any]) -> None:
    """Draw the requested pictures; write, report and record them."""
    targets = _targets(spec, given)
    settings = (
        settings_from(given, targets[0].path)
        if spec.output == "film"
        else still_settings(given["quality"], given["keep_exif"])
    )
    names = [param.name for param in spec.params if given[param.name] not in (None, [])]
    pictures = {param.name for param in spec.params if param.kind == "picture"}
    pieces = {param.name: given[param.name] for param in spec.params if param.takes == "pieces"}
    files = {name: given[name] for name in names if name in pictures - set(pieces)}
    refuse_taken(targets, settings, given["force"], [given["project"], *files.values()])
    wished = {name: given[name] for name in names if name not in pictures}
    with (
        interruptible() as cancel,
        Report(given["as_json"]) as report,
        opened_source(given["project"], report) as source,
    ):
        from singan_studio.engine_process.jobs import Renderer

        renderer = Renderer(given["device"], given["threads"])
        params = checked_params(spec, in_percent(spec, wished, source.project))
        model = (
            PATCHES if spec.needs - LEARNED_CAN else given.get("model") or (PATCHES if spec.quick else None)
        )
        model_id, base = chosen_model(source.project, model)
        able = learned_with(base.config) if base else PATCHES_CAN
        if any(pieces.values()) and Ability.REARRANGE not in able:
            raise BadInput("pins.model")
        _tell_unused(spec, wished, able, "patches" if base else "learned", report)
        finish = _finish(spec, given, patches=base is None)
        wish = Recipe(spec.name, model_id, given["seed"], scales=0, params=params, finish=finish)
        settled = renderer.complete(source.project, wish)
        composed = {
            name: composed_pieces(source.project, listed) for name, listed in pieces.items() if listed
        }
        inputs = keep_inputs(source.project, spec, files, composed, settled.params, base, report)
        settled = replace(settled, inputs=inputs)
        if source.temporary:
            source = replace(source, carried=kept_inputs(source.project, inputs))
        if base is not None:
            model_id = learned_model(source.project, spec, settled, base, report, cancel, given)
        recipe = renderer.complete(source.project, replace(settled, model_id=model_id, scales=0))
        draw_all(renderer, source, recipe, targets, settings, given["force"], report, cancel.token)


def _tell_unused(
    spec: ToolSpec, wished: dict[str, Any], able: Set[Ability], other: str, report: Report
) -> None:
    """Report what was set though only the other kind of model knows it."""
    for param in spec.params:
        if param.name in wished and param.needs and param.needs not in able:
            report.notice("param.unused", field=option_name(param.name), model=other)


def _finish(spec: ToolSpec, given: dict[str, Any], patches: bool) -> int:
    """Return the recipe's `finish`: full size where it was asked for, and for patches unless it was refused."""
    if not spec.can_be_finished:
        return -1
    wanted = given["full_size"]
    return given["photo_detail"] if wanted or (wanted is None and patches) else -1


def _arguments(spec: ToolSpec) -> Iterator[inspect.Parameter]:
    """Yield the parameters of the command: project, required pictures, output, the tool's own, the common ones."""
    yield _argument("project", Learned if spec.needs - PATCHES_CAN else Source)
    for param in spec.params:
        if param.required and not param.option and param.kind == "picture":
            metavar = param.name.upper().replace("_", "-")
            yield _argument(param.name, Annotated[Path, typer.Argument(help=param.help, metavar=metavar)])
    yield _argument("output", OUTPUTS[spec.output])
    if spec.output == "pictures":
        yield _argument("count", Count, 1)
    yield _argument("seed", Seed, 0)
    for param in spec.params:
        if param.required and param.option:
            required = typer.Option(option_name(param.name), help=param.help, metavar="FILE")
            yield _argument(param.name, Annotated[Path, required])
        elif not param.required or param.kind == "arrows":
            yield _argument(param.name, _option(param), None)
    if spec.output == "film":
        for name, annotation in film_options():
            yield _argument(name, annotation, None)
    else:
        yield from _still_arguments(spec)
    if spec.serves_both:
        yield _argument("model", QuickModel if spec.quick else Model, None)
    if spec.can_be_finished:
        yield _argument("full_size", FullSize, None)
        yield _argument("photo_detail", PhotoDetail, 100)
    yield _argument("device", Device, "auto")
    yield _argument("threads", Threads, 0)
    yield _argument("force", Force, False)
    yield _argument("as_json", Json, False)


def _still_arguments(spec: ToolSpec) -> Iterator[inspect.Parameter]:
    """Yield the parameters that say how pictures are written; a single one's name says its format."""
    if spec.output == "pictures":
        yield _argument("format", PictureFormat, PROPOSED.name)
    yield _argument("quality", Quality, None)
    yield _argument("keep_exif", KeepExif, None)


def _argument(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _option(param: Param) -> Any:
    """Return the option of a parameter. Its default is None, "not given", so that only the spec knows the defaults."""
    name = option_name(param.name)
    texts = [param.help]
    if param.unit == "px":
        texts.append("In pixels of the learned picture.")
    if param.kind == "choice":
        texts.append(f"{allowed_text(param)}.")
    if param.share_of:
        texts.append("In pixels of the picture, or in percent with a %.")
    if param.default is not None and param.kind != "picture":
        texts.append(f"{shown(param.default)} if not given.")
    words = " ".join(texts)
    if param.takes == "pieces":
        return Annotated[
            list[Piece] | None, typer.Option(name, help=words, metavar="X,Y,W,H@X,Y", parser=piece(name))
        ]
    match param.kind:
        case "picture":
            return Annotated[Path | None, typer.Option(name, help=words, metavar="FILE")]
        case "flag":
            return Annotated[bool | None, typer.Option(f"{name}/--no-{name.removeprefix('--')}", help=words)]
        case "arrows":
            parser = _parser(param)
            return Annotated[
                list[str] | None, typer.Option(name, help=words, metavar=METAVARS[param.kind], parser=parser)
            ]
        case _:
            parser = pixels_or_percent(name) if param.share_of else _parser(param)
            metavar = "PX|N%" if param.share_of else METAVARS[param.kind]
            return Annotated[str | None, typer.Option(name, help=words, metavar=metavar, parser=parser)]


def _parser(param: Param) -> Callable[[str], Any]:
    """Return a parser for the parameter's value, whose errors name the option."""
    name = option_name(param.name)
    readers = {
        "size": size(name),
        "choice": str,
        "numbers": numbers,
        "keyframes": json_file(name),
        "arrows": lambda text: [numbers(text)],
        "region": numbers,
    }
    read = readers.get(param.kind, number)

    def parse(text: str) -> Any:
        value = read(text)
        try:
            checked = checked_value(param, value)
        except BadInput as error:
            field = f"{name} {error.params.get('field')}" if param.kind == "keyframes" else name
            raise BadInput(error.code, **{**error.params, "field": field}) from None
        return checked[0] if param.kind == "arrows" else checked

    return parse


def _targets(spec: ToolSpec, given: dict[str, Any]) -> list[Target]:
    output: Path = given["output"]
    if spec.output == "pictures":
        if output.exists() and not output.is_dir():
            raise BadInput("file.not_folder", path=str(output))
        return numbered_targets(output, spec.name, given["seed"], given["count"], STILLS[given["format"]])
    if spec.output == "picture":
        still_format_for(output)  # refuses a name with another ending
    return [Target(given["seed"], output)]
