"""Options that several commands share, and the parsers that turn their texts into values.

Texts are checked here and not by typer, so that an error always names the option, the value and what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from singan_studio.core.config import PRESETS, Limit, TrainConfig, preset
from singan_studio.core.errors import BadInput
from singan_studio.core.files import read_file
from singan_studio.core.json_reader import LONGEST, JsonFault, json_value

DEVICES = ("auto", "cpu", "cuda", "mps")
MAX_THREADS = 256
LONGEST_SIDE = 8192
"""Largest side of any picture, in px."""


def number(text: Any) -> Any:
    """Return the integer or float that a text stands for, or the text itself when it is not a number."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def limited(option: str, limit: Limit) -> Callable[[Any], Any]:
    """Return a parser that raises `BadInput` for a value outside the limit; numbers must be whole."""

    def parse(text: Any) -> Any:
        value = text if limit.words else number(text)
        whole = bool(limit.words) or isinstance(value, int)
        if not whole or not limit.allows(value):
            raise BadInput("config.range", field=option, value=value, allowed=limit.text, unit=limit.unit)
        return value

    return parse


def whole_number(option: str, low: int, high: int, unit: str) -> Callable[[Any], int]:
    return limited(option, Limit(unit, low, high))


def word(option: str, allowed: Iterable[str]) -> Callable[[Any], str]:
    return limited(option, Limit("word", words=tuple(allowed)))


def setting(field: str) -> Callable[[Any], Any]:
    """Return a parser for a field of `TrainConfig`, with that field's limits."""
    limit = next(f.metadata["limit"] for f in fields(TrainConfig) if f.name == field)
    return limited(option_name(field), limit)


def variant(option: str, text: str) -> TrainConfig:
    """Return the configuration named by "standard" or "standard:windows=4,channels=48"."""
    name, _, changes = text.partition(":")
    config = preset(word(option, PRESETS)(name))
    known = {f.name for f in fields(TrainConfig)}
    for change in filter(None, changes.split(",")):
        field, _, value = change.partition("=")
        if field not in known:
            raise BadInput("config.unknown", field=field)
        config = config.but(**{field: number(value)})
    return config


def size(option: str) -> Callable[[str], list[int]]:
    """Return a parser that reads "300x200" as [width, height]."""

    def parse(text: str) -> list[int]:
        width, _, height = text.lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            raise BadInput("option.size", field=option, value=text)
        return [int(width), int(height)]

    return parse


@dataclass(frozen=True)
class Pixels:
    """A length in px of the picture."""

    count: int


def pixels_or_percent(option: str) -> Callable[[Any], Pixels | float]:
    """Return a parser that reads "200" as px and "25%" as percent."""

    def parse(text: Any) -> Pixels | float:
        share = str(text).endswith("%")
        value = number(str(text).removesuffix("%"))
        if not isinstance(value, int | float if share else int) or not 0 <= value < LONGEST_SIDE:
            raise BadInput(
                "config.range",
                field=option,
                value=text,
                allowed=f"0..{LONGEST_SIDE}",
                unit="px, or percent with %",
            )
        return value if share else Pixels(int(value))

    return parse


@dataclass(frozen=True)
class Piece:
    """A rectangle (x, y, width, height) of the picture and where its upper left corner goes, in px."""

    rect: tuple[int, int, int, int]
    to: tuple[int, int]

    def __str__(self) -> str:
        return f"{','.join(map(str, self.rect))}@{','.join(map(str, self.to))}"


def piece(option: str) -> Callable[[Any], Piece]:
    """Return a parser of "40,30,100,80@200,30", or of "40,30,100,80" for a piece that stays where it is."""

    def parse(text: Any) -> Piece:
        if isinstance(text, Piece):
            return text
        first, at, second = str(text).partition("@")
        rect = numbers(first)
        place = numbers(second) if at else rect[:2]
        values = [*rect, *place]
        whole = all(type(value) is int and abs(value) < LONGEST_SIDE for value in values)
        if (len(rect), len(place)) != (4, 2) or not whole or min(rect[2:]) < 1:
            allowed = "X,Y,W,H@X,Y"
            raise BadInput(
                "config.range", field=option, value=text, allowed=allowed, unit="px of the picture"
            )
        return Piece((rect[0], rect[1], rect[2], rect[3]), (place[0], place[1]))

    return parse


def numbers(text: str) -> list[Any]:
    """Return the numbers in "0.5,1,2"; a part that is not a number stays a text."""
    return [number(part) for part in text.split(",")]


def json_file(option: str) -> Callable[[str], Any]:
    """Return a parser that reads the JSON file a text names. The parser raises `BadInput` for anything else."""

    def parse(name: str) -> Any:
        data = read_file(Path(name), LONGEST)
        try:
            return json_value(data)
        except JsonFault as error:
            raise BadInput("option.json", field=option, path=name, reason=str(error)) from error

    return parse


def option_name(field: str) -> str:
    """Return the option of a setting or parameter: "--max-size" for "max_size"."""
    return f"--{field.replace('_', '-')}"


parse_device = word("--device", DEVICES)
parse_threads = whole_number("--threads", 0, MAX_THREADS, "threads; 0 takes the device's default")

Device = Annotated[
    str, typer.Option(help=f"Where to compute: {' | '.join(DEVICES)}.", metavar="NAME", parser=parse_device)
]
Threads = Annotated[
    int, typer.Option(help="CPU threads; 0 takes the device's default.", metavar="N", parser=parse_threads)
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]
Json = Annotated[bool, typer.Option("--json", help="Write one JSON object per line to stdout.")]
Project = Annotated[Path, typer.Argument(help="The project file.", metavar="PROJECT.singan")]
