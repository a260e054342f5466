"""How well pictures go on beyond their edges: whether the old edge can be seen.

Each photo, at the model's size, is extended by half on each side, one at a time, with several seeds. An eye follows a
straight line, so steps are averaged along pieces of it with their signs: between the means of bands on both sides of
the old edge, one pixel wide (a line; the largest within three pixels of the edge) and six pixels wide (a change of
tone). Figures are the mean over the pieces and colours of these steps, over the 95th percentile of the same figure at
all lines inside the photo that run the same way: more than 1 is an edge as there are few in the photo. Prints a line of
JSON for each photo and side, and the means; writes sheets: a row for each seed. Run, for instance,
`python -m bench.extend SHEETS photo.jpg other.jpg --seeds 3`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import fmean

import torch
import torch.nn.functional as F
from torch import Tensor

from bench.patches_quality import read, rounded, sheet
from singan_studio.core.patch_stops import working_size
from singan_studio.core.photo_border import photo_border
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.patches.fill import fill
from singan_studio.engine.patches.gap import gap_of
from singan_studio.engine.resample import resize_to
from singan_studio.tools.extend.run import request_within

SIDES = "left", "top", "right", "bottom"
MARGIN = 0.5
PIECE = 16
"""Length of a piece of the edge, in px."""
LINE, TONE = 1, 6
"""Widths of the bands that are compared, in px."""
NEAR = 3
"""How far from the edge a line may be, in px."""


def turned(picture: Tensor, side: str) -> Tensor:
    """Turn (1, 3, H, W) so that this side is at the right."""
    picture = picture.transpose(2, 3) if side in ("top", "bottom") else picture
    return picture.flip(3) if side in ("left", "top") else picture


def steps(picture: Tensor, band: int) -> Tensor:
    """(W - 2 * band + 1,) mean step at each line between columns, from `band` columns before it to as many after it."""
    pieces = F.avg_pool2d(picture, (PIECE, band), stride=(PIECE, 1))
    return (pieces[..., band:] - pieces[..., :-band]).abs().mean((0, 1, 2))


def seam(extended: Tensor, photo: Tensor, side: str) -> dict[str, float]:
    """Return how strong the line and the change of tone at the photo's old edge are, 1 for a strong one inside."""
    whole, inside, figures = turned(extended, side), turned(photo, side), {}
    for name, band, near in (("line", LINE, NEAR), ("tone", TONE, 0)):
        edge = inside.shape[3] - band  # the number of the step at the old edge
        found = steps(whole, band)[edge - near : edge + near + 1].max()
        own = steps(inside[..., NEAR:-NEAR], band)
        windows = own.unfold(0, 2 * near + 1, 1).amax(1)
        figures[name] = float(found / windows.quantile(0.95))
    return figures


def margins(side: str) -> tuple[float, float, float, float]:
    """Return the shares that extend this side alone."""
    left, top, right, bottom = (MARGIN * (each == side) for each in SIDES)
    return left, top, right, bottom


def measured(photo: Tensor, full: Tensor, side: str, seeds: int) -> tuple[list[Tensor], dict[str, float]]:
    """Return extended pictures and the means and the worst of their figures; `full` is the photo at its own size."""
    pictures, pixels = [], to_pixels(full)
    for seed in range(seeds):
        request = request_within(photo_border(pixels), len(pixels), pixels.shape, seed, margins(side))
        pictures.append(rounded(fill(gap_of(photo, request), seed)))
    figures = [seam(each, photo, side) for each in pictures]
    summary: dict[str, float] = {}
    for name in figures[0]:
        summary[name] = round(fmean(each[name] for each in figures), 2)
        summary[f"{name}_worst"] = round(max(each[name] for each in figures), 2)
    return pictures, summary


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.sheets.mkdir(parents=True, exist_ok=True)
    every: list[dict[str, float]] = []
    for path in arguments.photos:
        full = read(path)
        photo = rounded(resize_to(full, working_size(full.shape[2], full.shape[3])))
        shown: list[list[Tensor]] = []
        for side in SIDES:
            pictures, figures = measured(photo, full, side, arguments.seeds)
            print(json.dumps({"photo": path.stem, "side": side, **figures}), flush=True)
            every.append(figures)
            shown.append(pictures)
        rows = [each for seed in zip(*shown, strict=True) for each in seed]
        names = [f"{side} {seed}" for seed in range(arguments.seeds) for side in SIDES]
        sheet(rows, names, 480).save(arguments.sheets / f"{path.stem}.png")
    means = {name: round(fmean(each[name] for each in every), 3) for name in every[0]}
    print(json.dumps({"photo": "mean", **means}))


if __name__ == "__main__":
    main()
