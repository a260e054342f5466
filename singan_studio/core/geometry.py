"""Shape of the networks, and the sizes of the pyramid's scales (SinGAN section 3; constants of its public code).

The networks' shape stands here and not beside torch, because the smallest scale and the expected cost of a training
follow from it, and the window needs both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from singan_studio.core.config import TrainConfig

EXTREME_ASPECT = 2.5
"""Above this ratio of sides the rule works on area instead of the longer side, or scales would collapse."""

KERNEL = 3
"""Side of every convolution in px."""

HIDDEN_LAYERS = 4
"""Convolutions of a network before its last one."""

LAYERS = HIDDEN_LAYERS + 1

PAD = LAYERS * (KERNEL // 2)
"""Pixels that a network loses on each side, and so the padding of a generator's input."""

RECEPTIVE_FIELD = 2 * PAD + 1
"""Pixels that one output pixel of a network sees on each axis."""

SHORTEST = RECEPTIVE_FIELD + 1
"""Shorter side of the smallest scale that can be trained, px; the finest scale of a long strip has a third more."""


@dataclass(frozen=True)
class PyramidGeometry:
    """The sizes of all scales, (height, width) in px, coarsest first.

    `factor` is the ratio of neighbours, `shrink` that of the finest scale to the picture; both in 0..1.
    """

    sizes: tuple[tuple[int, int], ...]
    factor: float
    shrink: float

    @property
    def last(self) -> int:
        return len(self.sizes) - 1

    def shrink_to(self, scale: int) -> float:
        """Return the ratio of a scale's size to the finest one's."""
        return self.factor ** (self.last - scale)


def pyramid_geometry(
    height: int,
    width: int,
    min_size: int = 25,
    max_size: int = 250,
    scale_factor: float = 0.75,
    round_up: bool = True,
) -> PyramidGeometry:
    """Return the sizes of all scales for a picture of `height` x `width` px.

    `min_size` is the shorter side of the coarsest scale, `max_size` the longer side of the finest, `scale_factor` the
    wished ratio, refitted so that the coarsest scale is met. The number of scales is rounded up, or down as enlarging
    does. Where the public rule breaks (very long or very small pictures) the
    finest scale is chosen by area and the coarsest one is made smaller.
    """
    rounded = math.ceil if round_up else math.floor
    extreme = max(height, width) > EXTREME_ASPECT * min(height, width)
    if extreme:
        wished = math.sqrt(0.75 * max_size**2 / (height * width))
        shrink = min(1.0, max(wished, SHORTEST / 0.75 / min(height, width)))
    else:
        shrink = min(max_size / max(height, width), 1.0)
    top = (math.ceil(height * shrink), math.ceil(width * shrink))
    short = min(top)
    coarsest = min(min_size, max(SHORTEST, math.floor(0.75 * short)))

    if extreme or coarsest < min_size:
        last = max(1, rounded(_steps(coarsest / short, scale_factor)))
    else:
        count = rounded(_steps(min_size / min(height, width), scale_factor)) + 1
        skipped = rounded(_steps(min(max_size, max(height, width)) / max(height, width), scale_factor))
        last = max(1, count - skipped)
    factor = min((coarsest / short) ** (1 / last), 1.0)
    sizes = tuple(
        (math.ceil(top[0] * factor ** (last - i)), math.ceil(top[1] * factor ** (last - i)))
        for i in range(last + 1)
    )
    return PyramidGeometry(sizes, factor, shrink)


def geometry_for(height: int, width: int, config: TrainConfig) -> PyramidGeometry:
    """Return the sizes that a configuration gives a picture of `height` x `width` px."""
    return pyramid_geometry(
        height,
        width,
        config.min_size,
        config.max_size,
        config.scale_factor,
        round_up=config.scale_rounding == "up",
    )


def _steps(ratio: float, factor: float) -> float:
    """Return how many times `factor` must be applied to shrink by `ratio`."""
    return math.log(ratio) / math.log(factor)
