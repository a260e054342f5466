"""Make a pasted object fit its picture: first its colours, then its material, by degrees."""

from __future__ import annotations

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.sampler import Options, PatchModel, Progress
from singan_studio.engine.resample import resize_to

AROUND = 0.5
"""Width of the surroundings whose colours count, in square roots of the object's area."""

LEAST_SPREAD = 0.02
"""Standard deviation, in Lab units of 0..1, that is added to both sides so that flat colours can be matched."""

STRETCH = 0.4, 2.0
"""Least and largest factor on the spread of colours in any direction."""

COLOURS = 0.9
"""Part of the way that colours go at a degree of 1."""

ENTRY = 134.0, 94.0
"""Shorter side, in px, at which the material enters at a degree of 0 and of 1."""

KEPT = 0.5, 0.15
"""Share of the object in each vote at a degree of 0 and of 1."""


@torch.no_grad()
def harmonize(
    model: PatchModel,
    pasted: Tensor,
    mask: Tensor,
    degree: float = 0.5,
    seed: int = 0,
    cancel: CancelToken = NEVER,
    progress: Progress | None = None,
) -> Tensor:
    """Fit the object within `mask` into the picture `pasted` (1, 3, H, W) in [-1, 1]; (1, 3, H, W).

    `mask` (H, W) in 0..1 is 1 on the object; where it is 0 the picture stays bit for bit. `degree` in 0..1: 0 changes
    nothing; the more, the nearer the object's colours and material come to the photo's. It keeps its shape. Raises
    `BadInput` for sizes, `ValueError` for a mask of another size, `Cancelled`.
    """
    if degree <= 0:
        return pasted.clone()
    height, width = pasted.shape[2:]
    coloured = match_colours(pasted, mask, COLOURS * degree)
    stop = _stop(model, (width, height), ENTRY[0] + degree * (ENTRY[1] - ENTRY[0]))
    kept = KEPT[0] + degree * (KEPT[1] - KEPT[0])
    options = Options(start=stop, guide=coloured, kept=kept, mask=mask)
    result = model.draw(seed, (width, height), options, cancel, progress)
    free = mask.to(pasted)[None, None]
    mixed = torch.lerp(pasted, result, free)
    return torch.where(free <= 0, pasted, torch.where(free >= 1, result, mixed))


def _stop(model: PatchModel, size: tuple[int, int], side: float) -> int:
    """Find the number of the stop whose size is nearest to a shorter side, in px."""
    stops = model.stops(size)
    entries = [number for number, stop in enumerate(stops) if stop.kind == "size"] or [len(stops) - 1]
    return min(entries, key=lambda number: abs(min(stops[number].size) - side))


def match_colours(picture: Tensor, mask: Tensor, degree: float) -> Tensor:
    """Move the colours within `mask` (H, W) part of the way to those of the picture around it.

    `picture` is (1, 3, H, W) in [-1, 1], `degree` in 0..1. Mean and covariance in Lab are matched by the linear map
    between two normal distributions that moves colours least (Pitie and Kokaram, 2007).
    """
    weights = mask.to(picture)
    around = surroundings(weights)
    if float(weights.sum()) < 1 or float(around.sum()) < 1:
        return picture
    lab = to_lab(picture)
    colours = lab[0].flatten(1)
    mean, spread = statistics(colours, weights.flatten())
    wanted_mean, wanted_spread = statistics(colours, around.flatten())
    change = transport(spread, wanted_spread)
    eye = torch.eye(3, dtype=change.dtype, device=change.device)
    change = torch.lerp(eye, change, degree)
    goal = torch.lerp(mean, wanted_mean, degree)
    moved = (change @ (colours.double() - mean[:, None]) + goal[:, None]).to(picture).view_as(lab)
    return torch.lerp(picture, from_lab(moved).clamp(-1, 1), weights[None, None])


def surroundings(weights: Tensor) -> Tensor:
    """(H, W) in 0..1: how much each pixel counts as the surroundings of an object (H, W) in 0..1."""
    height, width = weights.shape
    reach = max(2.0, AROUND * float(weights.sum()) ** 0.5)
    small = max(1, round(height / reach * 4)), max(1, round(width / reach * 4))
    spread = resize_to(resize_to(weights[None, None], small), (height, width))[0, 0]
    for _ in range(2):
        spread = resize_to(
            resize_to(spread[None, None], (max(1, small[0] // 2), max(1, small[1] // 2))), (height, width)
        )[0, 0]
    return spread.clamp(0, 1) * (1 - weights)


def statistics(colours: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
    """Mean (3,) and covariance (3, 3), float64, of colours (3, n) with weights (n,)."""
    values, share = colours.double(), weights.double() / weights.double().sum()
    mean = values @ share
    centred = values - mean[:, None]
    return mean, (centred * share) @ centred.T


def transport(have: Tensor, want: Tensor) -> Tensor:
    """(3, 3) symmetric map that turns one covariance into another, within the limits of `STRETCH`."""
    least = LEAST_SPREAD**2 * torch.eye(3, dtype=have.dtype, device=have.device)
    root = _power(have + least, 0.5)
    back = _power(have + least, -0.5)
    values, vectors = torch.linalg.eigh(back @ _power(root @ (want + least) @ root, 0.5) @ back)
    return (vectors * values.clamp(*STRETCH)) @ vectors.T


def _power(matrix: Tensor, exponent: float) -> Tensor:
    values, vectors = torch.linalg.eigh((matrix + matrix.T) / 2)
    return (vectors * values.clamp(min=1e-12) ** exponent) @ vectors.T


FROM_SRGB = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
"""Linear sRGB to CIE XYZ (D65)."""

WHITE = 0.95047, 1.0, 1.08883
"""XYZ of D65."""


def to_lab(picture: Tensor) -> Tensor:
    """(N, 3, H, W) sRGB in [-1, 1] -> CIE Lab (D65) over 100."""
    srgb = (picture + 1) / 2
    linear = torch.where(srgb <= 0.04045, srgb / 12.92, ((srgb.clamp(min=0.04) + 0.055) / 1.055) ** 2.4)
    xyz = torch.einsum("ij,njhw->nihw", picture.new_tensor(FROM_SRGB), linear)
    ratio = xyz / picture.new_tensor(WHITE)[:, None, None]
    f = torch.where(
        ratio > (6 / 29) ** 3, ratio.clamp(min=1e-6) ** (1 / 3), ratio * (29 / 6) ** 2 / 3 + 4 / 29
    )
    x, y, z = f.unbind(1)
    return torch.stack([1.16 * y - 0.16, 5 * (x - y), 2 * (y - z)], 1)


def from_lab(lab: Tensor) -> Tensor:
    """CIE Lab (D65) over 100 -> (N, 3, H, W) sRGB in about [-1, 1]; the inverse of `to_lab`."""
    lightness, a, b = lab.unbind(1)
    y = (lightness + 0.16) / 1.16
    f = torch.stack([y + a / 5, y, y - b / 2], 1)
    ratio = torch.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    xyz = ratio * lab.new_tensor(WHITE)[:, None, None]
    back = torch.linalg.inv(torch.tensor(FROM_SRGB, dtype=torch.float64)).to(lab)
    linear = torch.einsum("ij,njhw->nihw", back, xyz)
    srgb = torch.where(
        linear <= 0.0031308, 12.92 * linear, 1.055 * linear.clamp(min=0.003) ** (1 / 2.4) - 0.055
    )
    return 2 * srgb - 1
