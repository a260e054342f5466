"""How well pasted objects are harmonized with pictures by their patches.

Every object, a PNG with transparency, is pasted into every photo at three fixed places in turn. Measured are how far
the distance of its colours (mean, and covariance) in Lab to those of the picture around it falls, and how far its edges
keep (correlation of the gradients). Prints a line of JSON for each and the means; writes a sheet: pasted, harmonized by
half, fully. Run `python -m bench.harmonize OUT --objects a.png b.png --photos x.jpg y.jpg`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import fmean

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from bench.patches_quality import sheet
from singan_studio.core.cancel import NEVER
from singan_studio.core.images import load_picture
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine.colour_match import statistics, surroundings, to_lab
from singan_studio.engine.patches.model import PatchesModel
from singan_studio.tools.base import Job
from singan_studio.tools.harmonize.run import run
from singan_studio.tools.harmonize.spec import SPEC
from singan_studio.tools.values import settled_params

PLACES = (0.3, 0.35), (0.5, 0.6), (0.65, 0.3)
"""Centres of the pasted objects, in shares of height and width."""

SIZE = 0.3
"""Longer side of an object, in shares of the photo's shorter side."""


def pasted(
    photo: np.ndarray, thing: Image.Image, place: tuple[float, float]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the photo with the thing in it, (H, W, 3) uint8, and where, (H, W) float32 in 0..1."""
    factor = SIZE * min(photo.shape[:2]) / max(thing.size)
    small = thing.resize(
        (round(thing.width * factor), round(thing.height * factor)), Image.Resampling.LANCZOS
    )
    left = round(place[1] * photo.shape[1] - small.width / 2)
    top = round(place[0] * photo.shape[0] - small.height / 2)
    whole, mask = Image.fromarray(photo), Image.new("L", (photo.shape[1], photo.shape[0]))
    whole.paste(small, (left, top), small)
    mask.paste(small.getchannel("A"), (left, top))
    return np.array(whole), np.array(mask, dtype=np.float32) / 255


def colour_distances(picture: np.ndarray, mask: np.ndarray) -> tuple[float, float]:
    """Return distances in Lab, of means and of covariances (Frobenius), of what is masked and what is around it."""
    weights = torch.from_numpy(mask)
    lab = to_lab(tensor_of(picture))[0].flatten(1)
    mean, spread = statistics(lab, weights.flatten())
    wanted_mean, wanted_spread = statistics(lab, surroundings(weights).flatten())
    return float((mean - wanted_mean).norm()), float((spread - wanted_spread).norm())


def edges_kept(before: np.ndarray, after: np.ndarray, mask: np.ndarray) -> float:
    """Correlation of the gradients' magnitudes of brightness within the mask."""
    magnitudes = [np.hypot(*np.gradient(x.astype(np.float64).mean(2)))[mask > 0.5] for x in (before, after)]
    return float(np.corrcoef(*magnitudes)[0, 1])


def tensor_of(picture: np.ndarray) -> Tensor:
    return torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 127.5 - 1


def harmonized(
    model: PatchesModel, photo: np.ndarray, whole: np.ndarray, mask: np.ndarray, adapt: float
) -> np.ndarray:
    """Run the tool with its defaults and `adapt` in %."""
    params = settled_params(SPEC, {"adapt": adapt}, model.sizes)
    recipe = Recipe(SPEC.name, PATCHES, 0, len(model.sizes), params)
    inputs = {"composite": whole, "mask": np.rint(mask * 255).astype(np.uint8)}
    return next(run(Job(model, recipe, photo, inputs, NEVER)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--objects", type=Path, nargs="+", required=True)
    parser.add_argument("--photos", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    half = next(param.default for param in SPEC.params if param.name == "adapt")
    rows = []
    for path in args.photos:
        photo = load_picture(path).pixels[:, :, :3]
        model = PatchesModel.of(photo, torch.device("cpu"))
        shown, names = [tensor_of(photo)], [path.stem]
        for number, each in enumerate(args.objects):
            thing = Image.open(each).convert("RGBA")
            whole, mask = pasted(photo, thing, PLACES[number % len(PLACES)])
            results = [harmonized(model, photo, whole, mask, adapt) for adapt in (half, 100.0)]
            before, after = colour_distances(whole, mask), colour_distances(results[0], mask)
            row = {
                "photo": path.stem,
                "object": each.stem,
                "mean_falls": round(1 - after[0] / before[0], 3),
                "covariance_falls": round(1 - after[1] / before[1], 3),
                "edges": round(edges_kept(whole, results[0], mask), 3),
            }
            rows.append(row)
            print(json.dumps(row), flush=True)
            shown += [tensor_of(whole), *map(tensor_of, results)]
            names += [each.stem, f"{half:.0f}%", "100%"]
        sheet(shown, names, 250).save(args.out / f"{path.stem}.png")
    figures = ("mean_falls", "covariance_falls", "edges")
    print(json.dumps({name: round(fmean(float(row[name]) for row in rows), 3) for name in figures}))


if __name__ == "__main__":
    main()
