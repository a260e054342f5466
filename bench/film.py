"""How long a film takes to draw: `python -m bench.film [--frames N] [--size PX] [--threads N] [--batches 1,4]`.

The model has the sizes and channels of the preset "standard" and untrained weights, because its speed does not depend
on what it has learned. Times are those of the clock and of the processor; the latter says more on a busy machine.
Encoding is not included.
"""

from __future__ import annotations

import argparse
import os
import time

import torch

from singan_studio.core.config import preset
from singan_studio.core.images import flattened, load_picture
from singan_studio.core.resources import resource
from singan_studio.engine import device as devices
from singan_studio.engine.animation.motion import draw_frames
from singan_studio.engine.gan.model import motion_of
from singan_studio.engine.gan.networks import make_generator
from singan_studio.engine.gan.pyramid import geometry_of, to_pixels
from singan_studio.engine.gan.sampler import FinishedScale, Pyramid, frozen
from singan_studio.tools import registry
from singan_studio.tools.animate.run import film_request
from singan_studio.tools.values import settled_params

PICTURE = "samples/tea-hills.jpg"
WARM_UP = 2
"""Number of frames that are not counted."""


def untrained(size: int, device: torch.device) -> Pyramid:
    """Return a pyramid of the preset standard with random weights."""
    config = preset("standard", max_size=size)
    geometry = geometry_of(flattened(load_picture(resource(PICTURE))), config)
    pyramid = Pyramid(config.border, geometry.factor, device)
    for scale, sides in enumerate(geometry.sizes):
        generator = frozen(make_generator(config, scale), device)
        pyramid.scales.append(FinishedScale(generator, 1.0 if scale == 0 else 0.01, sides))
    pyramid.z_star = torch.zeros(1, 3, *pyramid.noise_size(geometry.sizes[0]), device=device)
    return pyramid


def timed(pyramid: Pyramid, frames: int, batch: int) -> tuple[float, float]:
    """Return the seconds of clock and processor for `frames` frames of a closed film, conversion to pixels included."""
    params = settled_params(registry.tool("animate"), {"frames": frames}, pyramid.sizes)
    motion = motion_of(film_request(params, 0, frames, None), pyramid)
    began, used = time.perf_counter(), time.process_time()
    for frame in draw_frames(pyramid, pyramid.sizes, 0, motion, batch=batch):
        to_pixels(frame)
    return time.perf_counter() - began, time.process_time() - used


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.film", description="How long a film takes to draw.")
    parser.add_argument("--frames", type=int, default=100)
    parser.add_argument("--size", type=int, default=250, help="px of the longer side")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 takes the device's default")
    parser.add_argument("--device", default="auto", choices=devices.NAMES)
    parser.add_argument(
        "--batches", default="0", help="frames at once, with commas between; 0 as the program does"
    )
    options = parser.parse_args()
    device = devices.choose(options.device)
    threads = devices.set_threads(options.threads)
    pyramid = untrained(options.size, device)
    height, width = pyramid.sizes[-1]
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(
        f"{width}x{height} px, {len(pyramid.scales)} scales, {devices.label(device)}, {threads} threads{load}"
    )
    timed(pyramid, WARM_UP, 0)
    for batch in map(int, options.batches.split(",")):
        clock, processor = timed(pyramid, options.frames, batch)
        each = f"{clock / options.frames * 1000:.0f} ms each"
        print(
            f"batch {batch}: {options.frames} frames in {clock:.1f} s ({each}), processor {processor:.1f} s"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
