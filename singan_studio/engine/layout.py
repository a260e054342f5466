"""Where a random picture's layout comes from when the coarsest scale is given more than noise.

SinGAN draws the coarsest scale from noise alone. Its networks see 11 px and know their place only within 5 px of the
border, so what lies deeper has no place: sky and ground come anywhere. A picture that starts from its own coarsest
scale, bent at random, keeps what belongs together (thin-plate bending of the one picture: DeepSIM, Vinker et al. 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.config import TrainConfig
from singan_studio.core.schedule import Size

CELLS = 2
"""Independent displacements along the longer side; between them the bending is smooth."""

LAYOUT_NOISE = 0.3
"""Amplitude of the noise that is added to the bent picture."""


@dataclass(frozen=True)
class Layout:
    """`thumbnail` (1, 3, h, w) is the picture at the coarsest scale; `amount` the standard deviation of the bending,
    as a share of its longer side.
    """

    thumbnail: Tensor
    amount: float

    def bent(self, noise: Tensor, size: Size) -> Tensor:
        """The thumbnail at `size` (h, w), bent by noise (N, 3, >= h, >= w) around it; as it is for zeros. (N, 3, h, w)

        Its height always fills the size; a wider picture goes on mirrored, a narrower one shows the middle.
        """
        height, width = self.thumbnail.shape[2:]
        zoom = size[0] / height
        shift = self._displacement(_middle(noise[:, :1], size), zoom)
        y, x = (
            (torch.arange(length, device=noise.device, dtype=noise.dtype) + 0.5 - length / 2) / zoom
            for length in size
        )
        across = (x[None, :] + shift[:, 1]) * 2 / width
        down = (y[:, None] + shift[:, 0]) * 2 / height
        return F.grid_sample(
            self.thumbnail.to(noise.dtype).expand(len(noise), -1, -1, -1),
            torch.stack([across, down], -1),
            mode="bicubic",
            padding_mode="reflection",
            align_corners=False,
        ).clamp(-1, 1)

    def _displacement(self, noise: Tensor, zoom: float) -> Tensor:
        """(N, 2, h, w) shifts down and across in px of the thumbnail, from noise (N, 1, h, w).

        White noise and itself on a chequerboard are independent; averaged over cells they are few and slow.
        """
        size = noise.shape[2:]
        longer = max(self.thumbnail.shape[2:])
        rows, columns = (max(1, round(CELLS * length / (zoom * longer))) for length in size)
        fields = torch.cat([noise, noise * _chequerboard(noise)], 1)
        slow = F.adaptive_avg_pool2d(fields, (rows, columns)) * (size.numel() / (rows * columns)) ** 0.5
        return self.amount * longer * F.interpolate(slow, size=size, mode="bicubic", align_corners=False)


def layout_of(config: TrainConfig, coarsest: Tensor) -> Layout | None:
    """The layout that a configuration starts from; None where it starts from noise alone."""
    return Layout(coarsest, config.bend) if config.bend else None


def _chequerboard(x: Tensor) -> Tensor:
    """(h, w) of 1 and -1 in turn."""
    rows, columns = (torch.arange(length, device=x.device) for length in x.shape[2:])
    return (1 - 2 * ((rows[:, None] + columns[None, :]) % 2)).to(x.dtype)


def _middle(x: Tensor, size: Size) -> Tensor:
    """The middle (h, w) of a larger noise field."""
    top, left = (x.shape[2] - size[0]) // 2, (x.shape[3] - size[1]) // 2
    return x[:, :, top : top + size[0], left : left + size[1]]
