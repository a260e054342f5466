"""Inject a given picture into a learned pyramid: paint, edit, harmonize (SinGAN section 4)."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.gan.sampler import Pyramid
from singan_studio.engine.noise import Noise
from singan_studio.engine.resample import resize, resize_to


def inject(
    pyramid: Pyramid,
    reference: Tensor,
    start: int,
    noise: Noise,
    cancel: CancelToken = NEVER,
    prepare: Callable[[Tensor], Tensor] | None = None,
) -> Tensor:
    """Refine a reference by the scales from `start` on, (1, 3, h, w) in about [-1, 1].

    `reference` (1, 3, h, w) has any size: it is resized to the top scale, then down to the scale below `start`, so that
    it holds no more detail than that scale knows; 1 <= start < number of scales. `prepare` may change it in between.
    With `Pyramid.limits_changes` no scale changes it more than it changes the copy.
    """
    sizes = pyramid.sizes
    top = resize_to(reference, sizes[-1]).clamp(-1, 1)
    if prepare is not None:
        top = prepare(top)
    last = len(sizes) - 1
    picture = resize(top, pyramid.factor ** (last - start + 1), sizes[start - 1]).clamp(-1, 1)
    for k in range(start, len(sizes)):
        cancel.check()
        below = pyramid.upsample(picture, sizes[k])
        z = noise(k, pyramid.noise_size(sizes[k]))
        picture = pyramid.refine(k, z, below, cancel, pyramid.limits(k))
    return picture
