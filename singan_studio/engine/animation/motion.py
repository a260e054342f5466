"""Draw the frames of a film: moving scales walk through noise, the scales below stand still (SinGAN section 4).

A layout that is bent at random (`engine/gan/layout.py`) would wobble like jelly while its texture boils. In a film it
is not bent: noise on the layout changes what is seen, and the finished frame is warped (`engine/animation/warp.py`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.animation.noise_walk import Draw, Step, closed_walk, open_walk
from singan_studio.engine.animation.warp import cells_of, warped
from singan_studio.engine.gan.sampler import Pyramid, Size
from singan_studio.engine.noise import key, scale_noise
from singan_studio.engine.resample import resize_to

BATCH = {"cpu": 1}
"""Frames that are drawn at once, by kind of device; a GPU needs several to be busy."""

OTHER_BATCH = 8


@dataclass(frozen=True)
class Motion:
    """The motion of a film.

    `steps`, `amounts[scale]` and `sway` have one entry per frame: `amounts` is the std of a scale's distance from the
    picture's noise, `sway` the std of the warp as a share of the longer side. In a `closed` film the first frame
    follows the last.
    """

    seed: int
    steps: Sequence[Step]
    amounts: Sequence[Sequence[float]]
    sway: Sequence[float]
    closed: bool

    def moves(self, scale: int) -> bool:
        return any(amount > 0 for amount in self.amounts[scale])


def draw_frames(
    pyramid: Pyramid,
    sizes: Sequence[Size],
    start: int,
    motion: Motion,
    cancel: CancelToken = NEVER,
    batch: int = 0,
) -> Iterator[Tensor]:
    """Yield (1, 3, h, w) in about [-1, 1], one per step of `motion`.

    `sizes` holds every scale's (h, w). Scales from `start` on move; the coarsest is drawn at its learned size and then
    resized, so that another size keeps the layout. Frames are warped only with `start` 0, when the coarsest scale moves
    too. At most `batch` frames are drawn at once (0: chosen by the device); a frame depends on its number, not on that.
    """
    first = next((k for k in range(start, len(sizes)) if motion.moves(k)), len(sizes) - 1)
    below = _still_below(pyramid, sizes, first)
    walks = {k: _noises(pyramid, sizes, motion, k, cancel) for k in range(first, len(sizes))}
    warps = _displacements(pyramid, sizes[-1], motion, cancel) if start == 0 and any(motion.sway) else None
    left = len(motion.steps)
    batch = batch or BATCH.get(pyramid.device.type, OTHER_BATCH)
    while left:
        count = min(batch, left)
        left -= count
        noises = {k: torch.cat(list(itertools.islice(walk, count))) for k, walk in walks.items()}
        pictures = _drawn(pyramid, sizes, below, noises, cancel)
        if warps is not None:
            pictures = warped(pictures, torch.cat(list(itertools.islice(warps, count))))
        yield from pictures.split(1)


@torch.no_grad()
def _drawn(
    pyramid: Pyramid, sizes: Sequence[Size], below: Tensor, noises: dict[int, Tensor], cancel: CancelToken
) -> Tensor:
    """Draw a batch of frames from the noise of each moving scale; the first one refines `below` (1, 3, h, w)."""
    picture = below
    for k, noise in noises.items():
        cancel.check()
        if k == 0:
            picture = pyramid.coarsest_input(torch.zeros_like(noise), pyramid.scales[0].size)
        elif k != min(noises):
            picture = _brought_up(pyramid, picture, k, sizes)
        picture = pyramid.refine(k, noise, picture, cancel)
    return resize_to(picture, sizes[-1])


def _still_below(pyramid: Pyramid, sizes: Sequence[Size], first: int) -> Tensor:
    """Return what the first moving scale refines, the same in every frame."""
    if first == 0:
        return torch.zeros(1, device=pyramid.device)  # the coarsest scale starts from its own noise
    learned = pyramid.upsample(pyramid.reconstruction(first - 1), pyramid.scales[first].size)
    return resize_to(learned, sizes[first])


def _brought_up(pyramid: Pyramid, picture: Tensor, scale: int, sizes: Sequence[Size]) -> Tensor:
    """Upsample from the scale below to this one's size; the coarsest scale always has its learned size."""
    if scale > 1:
        return pyramid.upsample(picture, sizes[scale])
    return resize_to(pyramid.upsample(picture, pyramid.scales[scale].size), sizes[scale])


def _noises(
    pyramid: Pyramid, sizes: Sequence[Size], motion: Motion, scale: int, cancel: CancelToken
) -> Iterator[Tensor]:
    """Yield the noise of a scale, frame by frame: the picture's own plus a distance of the wanted amount."""
    size = pyramid.noise_size(sizes[scale] if scale else pyramid.scales[0].size)
    z_star = torch.zeros(1, 3, *size, device=pyramid.device)
    if scale == 0 and pyramid.z_star is not None:
        z_star = pyramid.z_star
    if not motion.moves(scale):
        yield from itertools.repeat(z_star, len(motion.steps))
        return
    draw = _noise_steps(motion.seed, scale, size, pyramid.device)
    for distance in _distances(motion, motion.amounts[scale], draw, z_star, cancel):
        yield z_star + distance


def _displacements(pyramid: Pyramid, size: Size, motion: Motion, cancel: CancelToken) -> Iterator[Tensor]:
    """Yield (1, 2, rows, columns) displacements, frame by frame, for pictures of (h, w)."""
    still = torch.zeros(1, 2, *cells_of(size), device=pyramid.device)
    random = torch.Generator()

    def draw(t: int) -> Tensor:
        random.manual_seed(key("sway", motion.seed, t))
        return torch.randn(still.shape, generator=random).to(pyramid.device)

    return _distances(motion, motion.sway, draw, still, cancel)


def _distances(
    motion: Motion, amounts: Sequence[float], draw: Draw, z_star: Tensor, cancel: CancelToken
) -> Iterator[Tensor]:
    """Yield the distance of a walk from `z_star`, frame by frame, with the wanted std."""
    if motion.closed:
        walk = closed_walk(motion.steps, draw, torch.zeros_like(z_star), cancel)
    else:
        walk = open_walk(motion.steps, draw, z_star)
    for amount, distance in zip(amounts, walk, strict=True):
        yield amount * distance


def _noise_steps(seed: int, scale: int, size: Size, device: torch.device) -> Draw:
    """Return the function that draws u_t of a scale, on the CPU, by a generator re-seeded for every t."""
    random = torch.Generator()

    def draw(t: int) -> Tensor:
        random.manual_seed(key("walk", seed, scale, t))
        return scale_noise(scale, size, random).to(device)

    return draw
