"""Options of the commands that write a film, generated from the export settings and their limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from singan_studio.cli.options import number, option_name
from singan_studio.core.errors import BadInput
from singan_studio.export.film import format_for
from singan_studio.export.settings import FOR_EVER, ExportSettings

HELP = {
    "format": "What is written; by the file's ending if not given, a folder of pictures for a name without one.",
    "quality": "Smaller files or better pictures.",
    "loops": "How often it is played; 0 is for ever, 1 for a film that ends.",
    "at_least": "Repeats in an MP4 or WebM, which loop by their player alone.",
    "enlarge": "Enlarges the film.",
    "dither": "How a GIF makes up for missing colours; with bayer, still parts stand still.",
}


def film_options() -> Iterator[tuple[str, Any]]:
    """Yield the name and annotation of every option. The value None means "not given"."""
    for field in fields(ExportSettings):
        limit = field.metadata["limit"]
        words = f"{HELP[field.name]} {limit.text}; {_default(field)} if not given."
        metavar = "WORD" if limit.words else "N"
        option = typer.Option(
            option_name(field.name), help=words, metavar=metavar, parser=_parser(field.name)
        )
        yield field.name, Annotated[str | None, option]


def settings_from(given: Mapping[str, Any], path: Path) -> ExportSettings:
    """Return the export settings that the options and the file name ask for. Raises `BadInput` when they contradict."""
    values = {f.name: given[f.name] for f in fields(ExportSettings) if given[f.name] is not None}
    values["format"] = format_for(path, given["format"]).name
    if given.get("loop") == "none":
        values.setdefault("loops", 1)
    return ExportSettings(**values)


def _default(field: Any) -> str:
    match field.name:
        case "format":
            return "by the name"
        case "loops":
            return str(FOR_EVER)
        case _:
            return f"{field.default}"


def _parser(name: str) -> Callable[[str], Any]:
    """Return a parser for one setting, whose errors name the option."""

    def parse(text: str) -> Any:
        values: dict[str, Any] = {name: text if name in ("format", "dither") else number(text)}
        try:
            ExportSettings(**values)
        except BadInput as error:
            raise BadInput(error.code, **{**error.params, "field": option_name(name)}) from None
        return values[name]

    return parse
