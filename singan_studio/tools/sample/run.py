"""Random samples of the learned picture, at any size, from any start scale (SinGAN section 3 and figure 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.recipe import Recipe
from singan_studio.engine.pyramid import to_pixels
from singan_studio.engine.sampler import Pyramid, check_start_scale, picture_noise, sizes_for


def run(
    pyramid: Pyramid, recipe: Recipe, inputs: Mapping[str, np.ndarray], cancel: CancelToken
) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture. `start_scale` 0 is a new layout; `size` is [width, height] or null."""
    start = recipe.params.get("start_scale", 0)
    check_start_scale(start, len(pyramid.scales))
    size = recipe.params.get("size")
    sizes = sizes_for(pyramid.sizes, (size[0], size[1]) if size else None)
    yield to_pixels(pyramid.draw(picture_noise(recipe.seed, pyramid.device), sizes, start, cancel))
