"""How fast pictures are drawn from patches, beside the plain form: exact nearest neighbours at every size (GPNN).

Measured in the same process on a photo at given widths: preparing, one picture (median of repeats), finishing a quarter
sized result, and, up to `--plain` px wide, the plain form with as many searches. Printed is one line of JSON a width.
Run `python -m bench.patches photo.jpg --widths 250 512 1024`.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from unittest import mock

import torch
from torch import Tensor

from bench.patches_quality import read
from singan_studio.engine.patches import detail
from singan_studio.engine.patches.compose import Field
from singan_studio.engine.patches.finish import finish
from singan_studio.engine.patches.sampler import PatchModel
from singan_studio.engine.patches.search import Keys, Queries, exact
from singan_studio.engine.resample import resize_to


def plain_search(field: Field, queries: Queries, keys: Keys, *_: object, **__: object) -> Field:
    """Compare every patch with every other: what the coherent search replaces."""
    return field.with_at(exact(queries.all(), keys).view(field.at.shape))


def measured(work: Callable[[], object], repeats: int) -> dict[str, float]:
    """Median seconds of wall and processor time."""
    walls, processors = [], []
    for _ in range(repeats):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return {"wall_s": round(median(walls), 3), "cpu_s": round(median(processors), 3)}


def one(photo: Tensor, repeats: int, plain: bool) -> dict[str, object]:
    """All figures of a photo (1, 3, H, W)."""
    model = PatchModel(photo)
    found: dict[str, object] = {"size": list(model.size), "first": measured(lambda: model.draw(0), 1)}
    found["draw"] = measured(lambda: model.draw(1), repeats)
    small = resize_to(photo, (max(16, photo.shape[2] // 4), max(16, photo.shape[3] // 4))).flip(3)
    found["finish"] = measured(lambda: finish(small, model.reference), 1)
    if plain:
        with mock.patch.object(detail, "coherent", plain_search):
            found["plain_draw"] = measured(lambda: model.draw(1), 1)
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photo", type=Path)
    parser.add_argument("--widths", type=int, nargs="+", default=[250, 512, 1024])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--plain", type=int, default=250, help="widest picture drawn in the plain form too, in px"
    )
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    photo = read(args.photo)
    for width in sorted(args.widths):
        scaled = resize_to(photo, (round(photo.shape[2] * width / photo.shape[3]), width)).clamp(-1, 1)
        print(json.dumps(one(scaled, args.repeats, width <= args.plain)), flush=True)


if __name__ == "__main__":
    main()
