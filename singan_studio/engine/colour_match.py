"""Give part of a picture the colours of what is around it, by their mean and covariance in Lab."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from singan_studio.engine.resample import resize_to

AROUND = 0.5
"""Width of the surroundings whose colours count, in square roots of the object's area."""

LEAST_SPREAD = 0.02
"""Standard deviation, in Lab units of 0..1, that is added to both sides so that flat colours can be matched."""

STRETCH = 0.4, 2.0
"""Least and largest factor on the spread of colours in any direction."""


def match_colours(picture: np.ndarray, mask: np.ndarray, degree: float) -> np.ndarray:
    """Move the colours within `mask` part of the way to those of the picture around it; (H, W, 3) uint8.

    `picture` is (H, W, 3) uint8 sRGB, `mask` (H, W) float32 and `degree` in 0..1. Mean and covariance in Lab are
    matched by the linear map between two normal distributions that moves colours least (Pitie and Kokaram, 2007).
    """
    if degree <= 0:
        return picture
    return _pixels(matched_colours(_tensor(picture), torch.from_numpy(mask), degree))


def matched_colours(picture: Tensor, mask: Tensor, degree: float) -> Tensor:
    """Do the same for a (1, 3, H, W) tensor in [-1, 1] and a mask (H, W) in 0..1."""
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


def in_colours_of(picture: np.ndarray, photo: np.ndarray) -> np.ndarray:
    """Give a whole picture the colours of a photo, both (H, W, 3) uint8 sRGB: as `match_colours`, then brightness."""
    lab, wanted = to_lab(_tensor(picture)), to_lab(_tensor(photo))
    colours, others = lab[0].flatten(1), wanted[0].flatten(1)
    mean, spread = statistics(colours, torch.ones(colours.shape[1]))
    wanted_mean, wanted_spread = statistics(others, torch.ones(others.shape[1]))
    moved = transport(spread, wanted_spread) @ (colours.double() - mean[:, None]) + wanted_mean[:, None]
    return _pixels(from_lab(_as_bright(moved.to(lab).view_as(lab), wanted)))


def in_brightness_of(picture: np.ndarray, photo: np.ndarray) -> np.ndarray:
    """Give a whole picture the distribution of a photo's brightness, both (H, W, 3) uint8 sRGB; hues stay."""
    return _pixels(from_lab(_as_bright(to_lab(_tensor(picture)), to_lab(_tensor(photo)))))


def _as_bright(lab: Tensor, wanted: Tensor) -> Tensor:
    """Return Lab (1, 3, H, W) with the distribution of `wanted`'s brightness; what was equally bright stays so."""
    ordered = wanted[0, 0].flatten().sort().values
    _, level, count = lab[0, 0].unique(return_inverse=True, return_counts=True)
    share = (count.cumsum(0) - count / 2) / level.numel()
    bright = ordered[(share * len(ordered)).long().clamp(max=len(ordered) - 1)]
    return torch.cat([bright[level][None, None], lab[:, 1:]], 1)


def surroundings(weights: Tensor) -> Tensor:
    """(H, W) in 0..1: how much each pixel counts as the surroundings of an object (H, W) in 0..1."""
    height, width = weights.shape
    reach = max(2.0, AROUND * float(weights.sum()) ** 0.5)
    small = max(1, round(height / reach * 4)), max(1, round(width / reach * 4))
    spread = weights[None, None]
    for share in (1.0, 0.5, 0.5):  # thrice for a soft edge
        rows, columns = max(1, round(small[0] * share)), max(1, round(small[1] * share))
        spread = resize_to(resize_to(spread, (rows, columns)), (height, width))
    return spread[0, 0].clamp(0, 1) * (1 - weights)


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


def _tensor(picture: np.ndarray) -> Tensor:
    return torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 127.5 - 1


def _pixels(picture: Tensor) -> np.ndarray:
    return ((picture[0].permute(1, 2, 0) + 1) * 127.5).round().clamp(0, 255).byte().numpy()


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
