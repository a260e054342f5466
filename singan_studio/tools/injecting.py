"""What paint, edit and harmonize share: a picture of one's own enters the pyramid, the result enters the original."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from singan_studio.engine import masks
from singan_studio.engine.fitting import fitted
from singan_studio.engine.gan.injection import inject
from singan_studio.engine.gan.pyramid import to_pixels, to_tensor
from singan_studio.engine.noise import shaped_noise
from singan_studio.tools.base import Job

if TYPE_CHECKING:
    from torch import Tensor


def injected(job: Job, name: str, prepare: Callable[[Tensor], Tensor] | None = None) -> np.ndarray:
    """(h, w, 3) uint8 at the learned size: what the scales from `start_scale` on make of the input `name`."""
    params = job.recipe.params
    drawn = inject(
        job.pyramid,
        to_tensor(reference(job, name), job.pyramid.device),
        params["start_scale"],
        shaped_noise(job.pyramid, job.recipe.seed, params["noise"], params["noise_seeds"]),
        job.cancel,
        prepare,
    )
    return to_pixels(drawn)


def reference(job: Job, name: str) -> np.ndarray:
    """(H, W, 3) uint8 at the original's size: the input fitted to it; the original shows where it is transparent."""
    opaque = np.full((*job.source.shape[:2], 1), 255, np.uint8)
    around = np.concatenate([job.source, opaque], axis=2)[:, :, : job.inputs[name].shape[2]]
    height, width = job.source.shape[:2]
    picture = fitted(job.inputs[name], (height, width), job.recipe.params["fit"], around)
    if picture.shape[2] == 3:
        return picture
    share = picture[:, :, 3:] / 255
    return np.rint(picture[:, :, :3] * share + job.source * (1 - share)).astype(np.uint8)


def area_to_change(job: Job, name: str = "mask", grow: int = 0, feather: float = 0) -> np.ndarray:
    """(h, w) float32 in 0..1 at the learned size, from the input `name`, grown and feathered in learned pixels."""
    height, width = job.source.shape[:2]
    whole = masks.area(job.inputs[name], (height, width), job.recipe.params["fit"])
    return masks.softened(masks.resized(whole, job.pyramid.sizes[-1]), grow, feather)


def put_back(job: Job, result: np.ndarray) -> np.ndarray:
    """The result inside the masked area, the original bit for bit outside; at the original's full size."""
    params = job.recipe.params
    return masks.blended(
        job.source, result, area_to_change(job, grow=params["grow"], feather=params["feather"])
    )
