"""Draws pictures from the patches of given photos, measures them, and puts them on a contact sheet.

The meter is a Python file with `load(path)` and `measure(real, samples)` -> {figure: value}, named on the command
line. Prints one line of JSON per photo and one with the means. Run it, for instance, with
`python -m bench.patches_quality meter.py sheets/ photo.jpg other.jpg --seeds 16`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import statistics
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch import Tensor

from singan_studio.engine.patches.sampler import Options, PatchModel

GAP, TEXT = 6, 14
"""Gap between pictures, and height of the text above each, in px."""

ACROSS = 6
"""Number of pictures in a row of the sheet."""


def loaded(path: Path) -> ModuleType:
    """Return the meter, imported from a file at any path."""
    spec = importlib.util.spec_from_file_location("meter", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> Tensor:
    """Return a photo as (1, 3, H, W) float32 in [-1, 1]."""
    pixels = np.array(Image.open(path).convert("RGB"), dtype=np.float32)
    return torch.from_numpy(pixels).permute(2, 0, 1)[None] / 127.5 - 1


def rounded(x: Tensor) -> Tensor:
    """Return (1, 3, H, W) as it would be read back from an 8-bit file."""
    return ((x.clamp(-1, 1) + 1) * 127.5).round() / 127.5 - 1


def sheet(pictures: list[Tensor], names: list[str], longest: int) -> Image.Image:
    """Return pictures (1, 3, h, w) in rows, each under its name, shrunk to `longest` px at most."""
    images = []
    for each in pictures:
        image = Image.fromarray(((each[0].permute(1, 2, 0) + 1) * 127.5).round().byte().numpy())
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        images.append(image)
    width = max(image.width for image in images) + GAP
    height = max(image.height for image in images) + GAP + TEXT
    across = min(ACROSS, len(images))
    whole = Image.new("RGB", (across * width, math.ceil(len(images) / across) * height), "white")
    words = ImageDraw.Draw(whole)
    for number, (image, name) in enumerate(zip(images, names, strict=True)):
        left, top = number % across * width, number // across * height
        words.text((left, top), name, "black")
        whole.paste(image, (left, top + TEXT))
    return whole


def overall(figures: list[dict[str, float]]) -> dict[str, float]:
    """Return the means over the photos: the geometric mean of swd, the arithmetic means of the others."""
    means = {}
    for name in figures[0]:
        values = [each[name] for each in figures if each[name] is not None]
        if values:
            mean = statistics.geometric_mean if name == "swd" else statistics.fmean
            means[name] = round(mean(values), 4)
    return means


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("meter", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=16)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--longest", type=int, default=250)
    parser.add_argument("--no-figures", action="store_true")
    parser.add_argument("--option", action="append", default=[], help="name=number, a field of Options")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    chosen: dict[str, Any] = {}
    for each in args.option:
        name, value = each.split("=")
        chosen[name] = int(value) if name == "start" else float(value)
    options = Options(**chosen)
    meter = None if args.no_figures else loaded(args.meter)
    args.out.mkdir(parents=True, exist_ok=True)
    figures = []
    for path in args.photos:
        photo = read(path)
        model = PatchModel(photo)
        begun = time.perf_counter()
        drawn = [rounded(model.draw(seed, options=options)) for seed in range(args.seeds)]
        seconds = (time.perf_counter() - begun) / args.seeds
        names = [path.stem, *(str(seed) for seed in range(args.seeds))]
        sheet([photo, *drawn], names, args.longest).save(args.out / f"{path.stem}.png")
        found = {
            "photo": path.stem,
            "seconds": round(seconds, 2),
            "keep": [round(k, 3) for k in model.keep_places],
        }
        if meter is not None:
            figures.append(meter.measure(photo, drawn))
            found |= figures[-1]
        print(json.dumps(found), flush=True)
    if figures:
        print(json.dumps(overall(figures)))


if __name__ == "__main__":
    main()
