"""How well pictures are brought to other proportions, beside seam carving and plain scaling.

Coherence is the mean distance of the result's 7x7 patches, at half size, to their nearest ones in the photo;
completeness that of the photo's patches to the result's. Both are over those of the mirrored photo. Prints a line of
JSON for each photo, width and way; writes a sheet. Run `python -m bench.retarget SHEETS photo.jpg other.jpg`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from bench.patches_quality import read, rounded, sheet
from bench.quality import nearest, shrink
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.patches.retarget import retarget
from singan_studio.engine.resample import resize_to

SHARES = 0.6, 1.6


def patches(picture: Tensor) -> Tensor:
    return F.unfold(shrink(picture, 0.5), 7)[0].T.contiguous()


def likeness(photo: Tensor, result: Tensor) -> tuple[float, float]:
    """Return coherence and completeness, over those of the mirrored photo."""
    real, made, mirrored = patches(photo), patches(result), patches(photo.flip(3))
    ways = (made, real, mirrored, real), (real, made, real, mirrored)
    coherence, completeness = (
        float(nearest(a, b)[0].mean() / nearest(c, d)[0].mean()) for a, b, c, d in ways
    )
    return coherence, completeness


def seam_of(picture: np.ndarray) -> np.ndarray:
    """(h,) the columns of the seam with the least gradient through (h, w, 3) uint8."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float64)
    total = np.abs(cv2.Sobel(grey, cv2.CV_64F, 1, 0)) + np.abs(cv2.Sobel(grey, cv2.CV_64F, 0, 1))
    for row in range(1, len(total)):
        above = np.pad(total[row - 1], 1, constant_values=np.inf)
        total[row] += np.minimum(np.minimum(above[:-2], above[1:-1]), above[2:])
    seam = [int(total[-1].argmin())]
    for row in range(len(total) - 2, -1, -1):
        first = max(0, seam[-1] - 1)
        seam.append(first + int(total[row, first : seam[-1] + 2].argmin()))
    return np.array(seam[::-1])


def carved(picture: np.ndarray, width: int) -> np.ndarray:
    """Return (h, width, 3) uint8 by seam carving; widened by at most half at a time (Avidan and Shamir, 2007)."""
    height, old = picture.shape[:2]
    step = max(-(old - 1), min(width - old, old // 2))
    left, columns = picture, np.tile(np.arange(old), (height, 1))
    times = np.ones((height, old), int)
    rows = np.arange(height)
    for _ in range(abs(step)):
        seam = seam_of(left)
        times[rows, columns[rows, seam]] = 0 if step < 0 else 2
        keep = np.ones(columns.shape, bool)
        keep[rows, seam] = False
        left, columns = left[keep].reshape(height, -1, 3), columns[keep].reshape(height, -1)
    made = np.repeat(picture.reshape(-1, 3), times.ravel(), axis=0).reshape(height, -1, 3)
    return made if made.shape[1] == width else carved(made, width)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.sheets.mkdir(parents=True, exist_ok=True)
    cpu = torch.device("cpu")
    for path in arguments.photos:
        photo, shown = read(path), []
        reference, pixels = Reference(photo), to_pixels(photo)
        ways: dict[str, Callable[[int, int], Tensor]] = {
            "retarget": lambda high, wide, of=reference: retarget(of, (high, wide), 0)[0],
            "seams": lambda high, wide, of=pixels: to_tensor(carved(of, wide), cpu),
            "scaled": lambda high, wide, of=photo: resize_to(of, (high, wide)).clamp(-1, 1),
        }
        for share in SHARES:
            for name, way in ways.items():
                began = time.process_time()
                shown.append(rounded(way(photo.shape[2], round(photo.shape[3] * share))))
                took = time.process_time() - began
                coherence, completeness = likeness(photo, shown[-1])
                figures = {"coherence_rel": round(coherence, 3), "completeness_rel": round(completeness, 3)}
                print(
                    json.dumps(
                        {"photo": path.stem, "width": share, "way": name, **figures, "s": round(took, 2)}
                    ),
                    flush=True,
                )
        names = [f"{name} {share:g}" for share in SHARES for name in ways]
        sheet(shown, names, 400).save(arguments.sheets / f"{path.stem}.png")


if __name__ == "__main__":
    main()
