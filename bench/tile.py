"""How well tiles repeat: the gradient across the wrap over the inner one, before and after the border is chosen.

`across` is the mean absolute difference of the first and last column and row over that of neighbouring ones inside;
`met` is the same of the small tile where the pieces met, before the border was moved to where little is seen;
`steepest` is the largest difference of two neighbouring columns or rows anywhere over the photo's largest. Prints a
line of JSON for each photo and size; writes the tiles three by three. Run
`python -m bench.tile SHEETS [photo.jpg other.jpg]`; without photos the bundled ones are taken.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.core.resources import resource
from singan_studio.engine.patches.finished_model import FinishedModel
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.tools.base import Job
from singan_studio.tools.tile import run as tool

SIZES = (256, 256), (512, 512), (640, 384)


def steps(picture: np.ndarray, axis: int) -> np.ndarray:
    """(n,) the mean differences of neighbouring rows or columns, the last of them across the wrap."""
    lines = np.moveaxis(picture.astype(np.float32), axis, 0)
    return np.abs(np.roll(lines, -1, 0) - lines).mean((1, 2))


def across(tile: np.ndarray) -> list[float]:
    """Return the differences across the wrap over the mean inner ones: rows, columns."""
    found = [steps(tile, axis) for axis in (0, 1)]
    return [round(float(each[-1] / each[:-1].mean()), 3) for each in found]


def steepest(tile: np.ndarray, photo: np.ndarray) -> list[float]:
    """Return the largest differences anywhere, the wrap included, over the photo's largest: rows, columns."""
    return [round(float(steps(tile, axis).max() / steps(photo, axis)[:-1].max()), 3) for axis in (0, 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path)
    parser.add_argument("photos", type=Path, nargs="*")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.sheets.mkdir(parents=True, exist_ok=True)
    photos = arguments.photos or sorted(Path(resource("samples")).glob("*.jpg"))
    cpu = torch.device("cpu")
    for path in photos:
        with Image.open(path) as image:
            photo = np.array(image.convert("RGB"))
        small = PatchesModel.of(photo, cpu)
        model = FinishedModel(small, photo, 100, cpu)
        for width, height in SIZES:
            recipe = Recipe("tile", PATCHES, 0, 0, {"size": [width, height], "region": None})
            began = time.process_time()
            job = Job(model, recipe, photo, {}, NEVER)
            tile = next(tool.run(job))
            seconds = time.process_time() - began
            joined = small.joined_tile(tool.request_of(job), NEVER)
            figures = {
                "across": across(tile),
                "met": across(joined),
                "steepest": steepest(tile, photo),
                "s": round(seconds, 2),
            }
            print(json.dumps({"photo": path.stem, "size": f"{width}x{height}", **figures}), flush=True)
            name = f"{path.stem}-{width}x{height}.jpg"
            Image.fromarray(np.tile(tile, (3, 3, 1))).save(arguments.sheets / name, quality=88)


if __name__ == "__main__":
    main()
