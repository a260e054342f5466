"""Contact sheets to look at: what every tool makes of its inputs, across its start scales.

    `python -m bench.sheets [--inputs DIR] [--tools paint,edit] [--names cows,stone] [--threads N]`

Projects are trained with the preset "draft" and kept under build/sheets, so that a second run only draws. Without
`--inputs`, inputs are made from two bundled photos; bench/sheet_inputs.py describes the folder's contents.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bench.sheet_inputs import Case, cases, make_inputs
from bench.sheet_paper import Cell, Row, sheet, wrapped
from singan_studio.__main__ import main as studio
from singan_studio.cli.extra_models import learned_model
from singan_studio.cli.projects import keep_inputs, model_to_draw_from
from singan_studio.cli.report import Report
from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.images import flattened, load_picture, with_alpha
from singan_studio.core.recipe import Recipe
from singan_studio.engine import masks
from singan_studio.engine_process.jobs import Renderer
from singan_studio.project.store import ProjectStore
from singan_studio.tools import registry

FOLDER = Path("build/sheets")
TOOLS = ("paint", "edit", "harmonize", "upscale", "animate")
SEED = 1
LARGEST = 320  # px of a picture on a sheet
COLUMNS = 5
FRAMES = (0, 4, 8, 12, 16, 20, 24)
OUTLINE = (255, 0, 220)


class TrainedCase:
    """A case with its trained project, ready to draw."""

    def __init__(self, case: Case, threads: int) -> None:
        self.case = case
        self.threads = threads
        self.project = _trained_project(case, threads)
        self.base = model_to_draw_from(self.project)
        self.renderer = Renderer("auto", threads)
        self.original = flattened(load_picture(case.picture))

    def draw(self, tool: str, params: Mapping[str, Any]) -> list[np.ndarray]:
        """Return the tool's pictures with these parameters, as its command makes them."""
        spec = registry.tool(tool)
        wish = Recipe(tool, self.base.id, SEED, scales=0, params=dict(params))
        settled = self.renderer.complete(self.project, wish)
        with Report(as_json=False) as report:
            inputs = keep_inputs(self.project, spec, self.case.inputs, {}, settled.params, self.base, report)
            settled = replace(settled, inputs=inputs)
            given = {"device": "auto", "threads": self.threads}
            model = learned_model(self.project, spec, settled, self.base, report, CancelSource(), given)
        recipe = self.renderer.complete(self.project, replace(settled, model_id=model, scales=0))
        return list(self.renderer.frames(self.project, recipe, NEVER))

    def starts(self, tool: str) -> Iterator[tuple[int, str, bool]]:
        """Yield every start scale of the tool, its caption, and whether it is the default."""
        with_default = self.renderer.complete(self.project, Recipe(tool, self.base.id, SEED, scales=0))
        low = next(int(p.low or 0) for p in registry.tool(tool).params if p.kind == "scale")
        with ProjectStore.open(self.project, read_only=True) as store:
            sizes = [(scale.height, scale.width) for scale in store.scales(self.base.id)]
        for scale in range(low, len(sizes)):
            share = max(sizes[scale]) / max(sizes[-1])
            is_default = scale == with_default.params["start_scale"]
            word = ", default" if is_default else ""
            yield scale, f"start {scale} ({share:.2f}{word})", is_default


def over_start_scales(trained: TrainedCase, tool: str) -> Row:
    """Return the original, the input with the outline of its area, and one result per start scale."""
    row = Row(trained.case.name, [Cell("original", trained.original)])
    shown = next(iter(trained.case.inputs))
    row.cells.append(Cell(shown, _outlined(trained.case.inputs[shown], trained.case.inputs.get("mask"))))
    for scale, name, is_default in trained.starts(tool):
        row.cells.append(Cell(name, trained.draw(tool, {"start_scale": scale})[0], is_default))
        if tool == "paint" and is_default:
            row.cells.append(Cell(f"start {scale}, few colours", trained.draw(tool, {"quantize": True})[0]))
    return row


def enlarged(trained: TrainedCase) -> Row:
    """Return the original's pixels and the usual interpolation beside the tool's result."""
    result = trained.draw("upscale", {"factor": 4.0})[0]
    size = result.shape[1], result.shape[0]
    small = Image.fromarray(trained.original)
    cells = [
        Cell("pixels", np.array(small.resize(size, Image.Resampling.NEAREST))),
        Cell("bicubic", np.array(small.resize(size, Image.Resampling.BICUBIC))),
        Cell("upscale, factor 4", result, marked=True),
    ]
    return Row(trained.case.name, cells)


def over_time(trained: TrainedCase) -> list[Row]:
    """Return one row per start scale: frames, and how much every pixel moves."""
    rows = []
    for scale, name, is_default in trained.starts("animate"):
        frames = trained.draw("animate", {"start_scale": scale, "frames": FRAMES[-1] + 1})
        movement = np.stack(frames).astype(np.float32).std(axis=0).mean(axis=2, keepdims=True)
        moving = np.broadcast_to((movement * 4).clip(0, 255).astype(np.uint8), frames[0].shape)
        cells = [Cell("original", trained.original)]
        cells += [Cell(f"frame {at}", frames[at], is_default) for at in FRAMES]
        cells.append(Cell(f"movement x 4 (mean {movement.mean():.1f} of 255)", np.ascontiguousarray(moving)))
        rows.append(Row(name, cells))
    return rows


def main() -> int:
    options = _options()
    inputs = (options.inputs or FOLDER / "bundled").resolve()
    if options.inputs is None:
        make_inputs(inputs)
    for tool in options.tools.split(","):
        trained_cases = [
            TrainedCase(case, options.threads) for case in _chosen(cases(inputs, tool), options.names)
        ]
        if tool == "animate":
            for trained in trained_cases:
                _save(f"animate-{inputs.name}-{trained.case.name}", over_time(trained))
        elif trained_cases:
            rows = [
                enlarged(trained) if tool == "upscale" else over_start_scales(trained, tool)
                for trained in trained_cases
            ]
            lines = [line for row in rows for line in wrapped(row, COLUMNS)]
            _save(f"{tool}-{inputs.name}", lines, largest=4 * LARGEST if tool == "upscale" else LARGEST)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.sheets", description="Contact sheets of the tools.")
    parser.add_argument(
        "--inputs", type=Path, help="folder of pictures and inputs; bundled photos if not given"
    )
    parser.add_argument("--tools", default=",".join(TOOLS), help="which, with commas between")
    parser.add_argument("--names", default="", help="only these pictures, with commas between")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 takes the device's default")
    return parser.parse_args()


def _chosen(found: list[Case], names: str) -> list[Case]:
    return [case for case in found if not names or case.name in names.split(",")]


def _trained_project(case: Case, threads: int) -> Path:
    """Return the case's project after training it as far as necessary."""
    project = FOLDER / f"{case.name}.singan"
    FOLDER.mkdir(parents=True, exist_ok=True)
    words = ["train", str(case.picture), "-o", str(project), "--preset", "draft", "--threads", str(threads)]
    if project.exists():
        words.append("--resume")
    if code := studio(words):
        sys.exit(code)
    return project


def _outlined(picture: Path, mask: Path | None) -> np.ndarray:
    """Return an input with the outline of its mask drawn into it."""
    pixels = flattened(load_picture(picture)).copy()
    if mask is not None:
        area = masks.area(with_alpha(load_picture(mask)), pixels.shape[:2], "stretch")
        inside = area.copy()
        inside[1:-1, 1:-1] = (
            area[1:-1, 1:-1] & area[:-2, 1:-1] & area[2:, 1:-1] & area[1:-1, :-2] & area[1:-1, 2:]
        )
        pixels[area & ~inside] = OUTLINE
    return pixels


def _save(name: str, rows: list[Row], largest: int = LARGEST) -> None:
    path = FOLDER / f"{name}.png"
    sheet(name, rows, largest).save(path)
    print(path)


if __name__ == "__main__":
    sys.exit(main())
