"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from singan_studio.core.errors import BadInput

DEVICES = ("auto", "cpu", "cuda", "mps")
MAX_THREADS = 256

Device = Annotated[str, typer.Option(help=f"Where to compute: {' | '.join(DEVICES)}.", metavar="NAME")]
Threads = Annotated[int, typer.Option(help="CPU threads; 0 takes the device's default.", metavar="N")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]
Json = Annotated[bool, typer.Option("--json", help="Write one JSON object per line to stdout.")]
Project = Annotated[Path, typer.Argument(help="The project file.", metavar="PROJECT.singan")]


def check_common(device: str, threads: int) -> None:
    """Refuse a device nobody has heard of or a senseless number of threads, before torch is imported."""
    if device not in DEVICES:
        raise BadInput(
            "config.range", field="--device", value=device, allowed=" | ".join(DEVICES), unit="word"
        )
    check_range("--threads", threads, 0, MAX_THREADS, "threads; 0 takes the device's default")


def check_range(option: str, value: int, low: int, high: int, unit: str) -> None:
    """Raise `BadInput` naming option, value and range unless `low` <= `value` <= `high`."""
    if not low <= value <= high:
        raise BadInput("config.range", field=option, value=value, allowed=f"{low}..{high}", unit=unit)


def option_name(field: str) -> str:
    """The option of a setting or parameter: "max_size" is "--max-size"."""
    return f"--{field.replace('_', '-')}"


def named_as_option(error: BadInput) -> BadInput:
    """The same error with its `field` written as the option that was typed."""
    if "field" not in error.params:
        return error
    return BadInput(error.code, **{**error.params, "field": option_name(str(error.params["field"]))})
