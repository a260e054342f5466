"""Reduce a picture to a few colours, for training on paintings (SinGAN supplement, paint to image)."""

from __future__ import annotations

import torch
from torch import Tensor

STEPS = 30
"""Lloyd steps; a handful of colours converges well before."""


def common_colours(picture: Tensor, count: int) -> Tensor:
    """Return (count, 3) centres of the commonest colours of a (1, 3, h, w) picture, by deterministic k-means.

    The first centre is the pixel nearest to the mean; each further one the pixel farthest from those chosen.
    """
    pixels = _pixels(picture)
    chosen = [(pixels - pixels.mean(0)).square().sum(1).argmin()]
    for _ in range(count - 1):
        far = torch.cdist(pixels, pixels[torch.stack(chosen)]).min(dim=1).values
        chosen.append(far.argmax())
    return _settled(pixels, pixels[torch.stack(chosen)])


def in_colours(picture: Tensor, centres: Tensor) -> Tensor:
    """Return the (1, 3, h, w) picture in those (n, 3) colours.

    k-means is refitted from the centres, then every pixel gets the original centre of its cluster.
    """
    pixels = _pixels(picture)
    nearest = torch.cdist(pixels, _settled(pixels, centres)).argmin(dim=1)
    return centres[nearest].T.reshape(picture.shape)


def _settled(pixels: Tensor, centres: Tensor) -> Tensor:
    """Return the centres after Lloyd's steps; one whose cluster is empty stays where it is."""
    for _ in range(STEPS):
        nearest = torch.cdist(pixels, centres).argmin(dim=1)
        members = torch.nn.functional.one_hot(nearest, len(centres)).to(pixels.dtype)  # (N, n)
        counts = members.sum(0)[:, None]
        means = members.T @ pixels / counts.clamp_min(1)
        centres = torch.where(counts > 0, means, centres)
    return centres


def _pixels(picture: Tensor) -> Tensor:
    """Reshape (1, 3, h, w) to (h * w, 3)."""
    return picture[0].flatten(1).T
