"""How well holes are filled: known regions of photos are hidden, filled, and compared with what is real.

Coherence is the mean distance of the 7x7 patches that touch a filled region to their nearest ones in the rest of the
photo, over that of the real patches there. The seam is the mean gradient (absolute difference of neighbouring pixels'
brightness) across the hole's edge, over the 95th percentile of all gradients of the photo. Times are the processor's,
of drawing at the model's size and of full size. Prints a line of JSON for each hole and the means; writes a sheet:
the hole, the real picture, suggestions. Run `python -m bench.fill SHEETS photo.jpg other.jpg --seeds 3`.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from statistics import fmean

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from bench.patches_quality import read, rounded, sheet
from bench.quality import nearest
from singan_studio.core.cancel import NEVER
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.model import FillRequest
from singan_studio.engine.patches.compose import covering
from singan_studio.engine.patches.fill import fill
from singan_studio.engine.patches.finished_model import FinishedModel
from singan_studio.engine.patches.gap import gap_of
from singan_studio.engine.patches.model import PatchesModel

PATCH = 7
HOLES = ((0.5, 0.5, 0.2, 0.15), (0.3, 0.25, 0.13, 0.1), (0.72, 0.7, 0.15, 0.2))
"""Ellipses that are hidden: centre and radii, each in shares of height and width."""


def ellipse(size: tuple[int, int], shares: tuple[float, float, float, float]) -> np.ndarray:
    """Return (h, w) bool of an ellipse."""
    y, x = np.mgrid[: size[0], : size[1]] + 0.5
    down, across, high, wide = shares
    return ((y / size[0] - down) / high) ** 2 + ((x / size[1] - across) / wide) ** 2 <= 1


def unlikeness(picture: Tensor, photo: Tensor, hole: Tensor) -> float:
    """Return the mean distance of patches that touch the hole to those of the photo that do not."""
    touching = covering(hole, PATCH).flatten()
    patches = [F.unfold(each, PATCH)[0].T for each in (picture, photo)]
    return float(nearest(patches[0][touching], patches[1][~touching])[0].mean())


def seam(picture: Tensor, hole: Tensor) -> float:
    """Return the mean gradient across the hole's edge, over the 95th percentile of all outside it."""
    grey, across, everywhere = picture[0].mean(0), [], []
    for axis in (0, 1):
        steps = grey.diff(dim=axis).abs()
        one, other = (hole.narrow(axis, start, hole.shape[axis] - 1) for start in (0, 1))
        across.append(steps[one != other])
        everywhere.append(steps[~(one | other)])
    return float(torch.cat(across).mean() / torch.cat(everywhere).quantile(0.95))


def measured(photo: Tensor, hole: np.ndarray, seeds: int) -> tuple[list[Tensor], dict[str, float]]:
    """Return suggestions and the means of their figures."""
    hidden, pictures, took = torch.from_numpy(hole), [], []
    for seed in range(seeds):
        began = time.process_time()
        pictures.append(rounded(fill(gap_of(photo, FillRequest(seed, hole)), seed)))
        took.append(time.process_time() - began)
    real = unlikeness(photo, photo, hidden)
    return pictures, {
        "coherence": round(fmean(unlikeness(each, photo, hidden) for each in pictures) / real, 3),
        "seam": round(fmean(seam(each, hidden) for each in pictures), 3),
        "seam_real": round(seam(photo, hidden), 3),
        "small_s": round(fmean(took), 2),
    }


def full_seconds(photo: Tensor, hole: np.ndarray, megapixels: float) -> float:
    """Return the processor time of a filling of the photo enlarged to this size, preview included."""
    factor = (megapixels * 1e6 / (photo.shape[2] * photo.shape[3])) ** 0.5
    large = F.interpolate(photo, scale_factor=factor, mode="bicubic").clamp(-1, 1)
    noisy = (large + 0.05 * torch.randn(large.shape, generator=torch.Generator().manual_seed(0))).clamp(-1, 1)
    pixels, cpu = to_pixels(noisy), torch.device("cpu")
    model = FinishedModel(PatchesModel.of(pixels, cpu), pixels, 100, cpu)
    began = time.process_time()
    model.fill(FillRequest(0, hole), NEVER)
    return round(time.process_time() - began, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--megapixels", type=float, default=0.0, help="also measure the time at this size")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.sheets.mkdir(parents=True, exist_ok=True)
    every: list[dict[str, float]] = []
    for path in arguments.photos:
        photo, shown = read(path), []
        for number, shares in enumerate(HOLES):
            hole = ellipse((photo.shape[2], photo.shape[3]), shares)
            pictures, figures = measured(photo, hole, arguments.seeds)
            if arguments.megapixels:
                figures["full_s"] = full_seconds(photo, hole, arguments.megapixels)
            print(json.dumps({"photo": path.stem, "hole": number, **figures}), flush=True)
            every.append(figures)
            shown += [photo.masked_fill(torch.from_numpy(hole), 1.0), photo, *pictures]
        names = ["hole", "real", *(f"seed {seed}" for seed in range(arguments.seeds))] * len(HOLES)
        sheet(shown, names, 256).save(arguments.sheets / f"{path.stem}.png")
    print(
        json.dumps(
            {"photo": "mean", **{name: round(fmean(each[name] for each in every), 3) for name in every[0]}}
        )
    )


if __name__ == "__main__":
    main()
