"""The layout of a random picture: the picture's own coarsest scale, bent at random, in place of noise alone.

SinGAN draws the coarsest scale from noise alone. Its networks see 11 px and can tell their position only within 5 px of
the border, so deeper inside sky and ground come anywhere. Starting from the picture's own coarsest scale, bent, keeps
together what belongs together (thin-plate bending of one picture: DeepSIM, Vinker et al. 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.config import TrainConfig
from singan_studio.core.schedule import Size

WAVES = (1, 3)
"""Waves of the flow down, and across the longer side: neighbouring columns rise and sink, each as a whole."""

STEPS = 4
"""Steps in which a point follows the flow."""

SHIFTS = (1.5, 2.8)
"""Shift of the whole picture down and across, as multiples of the amount in shares of its height and width.

A shift leaves everything in shape; more of it down would change how much of the picture is sky.
"""

LAYOUT_NOISE = 0.1
"""Amplitude of the noise that is added to the bent picture. More of it mottles skies, and finer scales keep that."""


@dataclass(frozen=True)
class Layout:
    """A layout that is bent at random.

    `thumbnail` (1, 3, h, w) is the picture at the coarsest scale; `amount` is the standard deviation of the bending, as
    a share of its side (of the square of the same area). It is bent like an incompressible flow that does not cross
    the border, then shifted, so nearly everything keeps its area: finer scales cannot correct a changed share of sky,
    because their critics see patches.
    """

    thumbnail: Tensor
    amount: float

    def bent(self, noise: Tensor, size: Size) -> Tensor:
        """Return the thumbnail at `size` (h, w), bent by noise (N, 3, >= h, >= w) around it, as (N, 3, h, w).

        Zeros do not bend it. Its height always fills the size; a wider picture is mirrored, a narrower one shows the
        middle.
        """
        height, width = self.thumbnail.shape[2:]
        zoom = size[0] / height
        noise = _middle(noise[:, :1], size)
        down, across = (
            place + shift
            for place, shift in zip(self._flown(noise, zoom), self._shifts(noise, zoom), strict=True)
        )
        middle_y, middle_x = (length / 2 for length in size)
        grid = torch.stack(
            [(across - middle_x) * 2 / (width * zoom), (down - middle_y) * 2 / (height * zoom)], -1
        )
        return F.grid_sample(
            self.thumbnail.to(noise.dtype).expand(len(noise), -1, -1, -1),
            grid,
            mode="bicubic",
            padding_mode="reflection",
            align_corners=False,
        ).clamp(-1, 1)

    def _shifts(self, noise: Tensor, zoom: float) -> tuple[Tensor, Tensor]:
        """Return the shift of the whole picture down and across in px, (N, 1, 1) each, from noise (N, 1, h, w).

        White noise weighted by stripes is independent of its means over cells, which make the flow.
        """
        rows, columns = (_stripes(length, noise) for length in noise.shape[2:])
        height, width = (
            times * self.amount * zoom * side / noise[0].numel() ** 0.5
            for times, side in zip(SHIFTS, self.thumbnail.shape[2:], strict=True)
        )
        down, across = (noise * rows[:, None]).sum((2, 3)), (noise * columns).sum((2, 3))
        return height * down[..., None], width * across[..., None]

    def _flown(self, noise: Tensor, zoom: float) -> tuple[Tensor, Tensor]:
        """Return where the flow of noise (N, 1, h, w) takes each pixel, (N, h, w) in px down and across.

        The flow is the curl of a sum of sine waves that are zero on the border, the slower the stronger.
        """
        size = (noise.shape[2], noise.shape[3])
        height, width = (zoom * side for side in self.thumbnail.shape[2:])
        rows, columns = WAVES[0], max(1, round(WAVES[1] * size[1] / max(height, width)))
        slow = (
            F.adaptive_avg_pool2d(noise, (rows, columns))[:, 0]
            * (size[0] * size[1] / (rows * columns)) ** 0.5
        )
        flow = _Flow(slow, size, self.amount * (height * width) ** 0.5)
        axes = (torch.arange(length, device=noise.device, dtype=noise.dtype) + 0.5 for length in size)
        y, x = (place.expand(len(noise), -1, -1) for place in torch.meshgrid(*axes, indexing="ij"))
        for _ in range(STEPS):  # the midpoint rule
            down, across = flow.at(y, x)
            down, across = flow.at(y + down / (2 * STEPS), x + across / (2 * STEPS))
            y, x = y + down / STEPS, x + across / STEPS
        return y, x


class _Flow:
    """The curl of a sum of waves with strengths (N, rows, columns) over `size` (h, w).

    For strengths of 1 the velocities have the standard deviation `amount` px, down and across together.
    """

    def __init__(self, strengths: Tensor, size: Size, amount: float) -> None:
        self.down, self.across = (
            torch.arange(1, count + 1, device=strengths.device, dtype=strengths.dtype) * torch.pi / length
            for count, length in zip(strengths.shape[1:], size, strict=True)
        )
        squares = self.down[:, None] ** 2 + self.across**2
        weights = 1 / squares**2
        # Each wave's square has a mean of 1/4, shared by two directions.
        velocity = ((weights.square() * squares).sum() / 8).sqrt()
        self.potential = strengths * weights * amount / velocity

    def at(self, y: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return the velocities down and across at places (N, h, w)."""
        y, x = y[..., None] * self.down, x[..., None] * self.across

        def total(of_y: Tensor, of_x: Tensor) -> Tensor:
            return torch.einsum("nij,nhwi,nhwj->nhw", self.potential, of_y, of_x)

        return -total(y.sin(), x.cos() * self.across), total(y.cos() * self.down, x.sin())


def layout_of(config: TrainConfig, coarsest: Tensor) -> Layout | None:
    """Return the layout that a configuration starts from; None for noise alone."""
    return Layout(coarsest, config.bend) if config.bend else None


def _stripes(length: int, like: Tensor) -> Tensor:
    """Return (length,) of alternating 1 and -1."""
    return 1 - 2 * (torch.arange(length, device=like.device) % 2).to(like.dtype)


def _middle(x: Tensor, size: Size) -> Tensor:
    """Cut the middle (h, w) out of a larger noise field."""
    top, left = (x.shape[2] - size[0]) // 2, (x.shape[3] - size[1]) // 2
    return x[:, :, top : top + size[0], left : left + size[1]]
