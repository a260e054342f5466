"""`singan-studio bench`: what learning and drawing cost on this machine."""

from __future__ import annotations

import dataclasses
import statistics
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from singan_studio.cli.guard import interruptible
from singan_studio.cli.options import Device, Json, Threads, setting, variant, whole_number, word
from singan_studio.cli.progress import duration
from singan_studio.cli.report import write_json, write_line
from singan_studio.core.config import PRESETS
from singan_studio.core.images import load_picture, training_picture
from singan_studio.core.resources import resource

if TYPE_CHECKING:
    from singan_studio.engine_process.measure import Cost

SAMPLE_PHOTO = "samples/tea-hills.jpg"
TIMED = 10

Preset = Annotated[
    str, typer.Option("--preset", metavar="NAME", help=" | ".join(PRESETS), parser=word("--preset", PRESETS))
]


def bench(
    image: Annotated[Path | None, typer.Argument(help="A picture; a bundled photo if not given.")] = None,
    preset_name: Preset = "standard",
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            help="Two presets, measured in turn in one run; draft:windows=2,channels=40 changes settings of one.",
            metavar="A B",
        ),
    ] = None,
    rounds: Annotated[
        int,
        typer.Option(
            help="Rounds of a comparison.", metavar="N", parser=whole_number("--rounds", 2, 100, "rounds")
        ),
    ] = 3,
    timed: Annotated[
        int,
        typer.Option(
            help="Timed iterations per scale.",
            metavar="N",
            parser=whole_number("--timed", 1, 10_000, "iterations"),
        ),
    ] = TIMED,
    whole: Annotated[bool, typer.Option("--whole", help="Train wholly instead of extrapolating.")] = False,
    max_size: Annotated[
        int,
        typer.Option(help="Longer side of the finest scale in px.", metavar="PX", parser=setting("max_size")),
    ] = 250,
    device: Device = "auto",
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Measure what learning and drawing cost here: seconds per scale, latencies, memory."""
    from singan_studio.engine_process.measure import measure

    names = list(compare) if compare else [preset_name]
    configs = {name: variant("--compare", name).but(max_size=max_size) for name in names}
    pixels = training_picture(load_picture(image or resource(SAMPLE_PHOTO))).pixels
    with interruptible() as source:
        costs = []
        for _ in range(rounds if compare else 1):
            for name in names:
                cost = measure(pixels, configs[name], device, threads, 0 if whole else timed, source.token)
                costs.append(dataclasses.replace(cost, preset=name))
                _show(costs[-1], as_json)
    if compare:
        _show_ratios(names, costs[0::2], costs[1::2], as_json)


def ratios(first: list[Cost], second: list[Cost]) -> dict[str, list[float]]:
    """Return the ratio second / first of each round, by figure."""
    return {
        name: [getattr(b, name) / getattr(a, name) for a, b in zip(first, second, strict=True)]
        for name in ("seconds", "sample_ms")
    }


def _show(cost: Cost, as_json: bool) -> None:
    if as_json:
        write_json({"event": "Cost", **dataclasses.asdict(cost)})
        return
    from rich.console import Console
    from rich.table import Table

    how = "extrapolated from a few iterations per scale" if cost.extrapolated else "trained wholly"
    table = Table(title=f"{cost.preset} on {cost.device}, {cost.threads} threads ({how})")
    for heading in ("scale", "px", "iterations", "it/s", "s", "ms from here"):
        table.add_column(heading, justify="right")
    for scale, from_here in zip(cost.scales, cost.start_ms, strict=True):
        size = f"{scale.width}x{scale.height}"
        speed = f"{scale.iterations_per_second:.1f}"
        table.add_row(
            str(scale.scale), size, str(scale.iterations), speed, f"{scale.seconds:.1f}", f"{from_here:.1f}"
        )
    Console().print(table)
    memory = "unknown" if cost.peak_mb is None else f"{cost.peak_mb:.0f} MB"
    on_device = "" if cost.device_mb is None else f", of the graphics card {cost.device_mb:.0f} MB"
    write_line(
        f"in all {duration(cost.seconds)}; one sample {cost.sample_ms:.0f} ms; "
        f"peak memory of the process {memory}{on_device}"
    )


def _show_ratios(names: list[str], first: list[Cost], second: list[Cost], as_json: bool) -> None:
    found = ratios(first, second)
    if as_json:
        write_json({"event": "Ratios", "of": names[1], "to": names[0], **found})
        return
    for name, values in found.items():
        median = statistics.median(values)
        spread = f"{min(values):.2f}..{max(values):.2f}"
        write_line(f"{names[1]} / {names[0]}, {name}: {median:.2f} ({spread} over {len(values)} rounds)")
