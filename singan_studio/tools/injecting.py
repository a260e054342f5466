"""Steps that paint, edit and harmonize share: injecting the user's picture and putting the result into the original."""

from __future__ import annotations

import numpy as np

from singan_studio.engine import masks
from singan_studio.engine.fitting import fitted
from singan_studio.engine.model import DrawRequest
from singan_studio.tools.base import Job


def injected(
    job: Job,
    guide: np.ndarray,
    few_colours: bool = False,
    mask: np.ndarray | None = None,
    kept: float = 0.0,
) -> np.ndarray:
    """Return what the model makes of a guide, (H, W, 3) uint8 of any size, from stop `start_scale` on: (h, w, 3) uint8.

    `mask` and `kept` are those of `DrawRequest`.
    """
    params = job.recipe.params
    request = DrawRequest(
        job.recipe.seed,
        params["start_scale"],
        noise=params["noise"],
        noise_seeds=params["noise_seeds"],
        guide=guide,
        few_colours=few_colours,
        mask=mask,
        kept=kept,
    )
    return job.model.draw(request, job.cancel)


def reference(job: Job, name: str) -> np.ndarray:
    """Return the input fitted to the original's size, (H, W, 3) uint8; the original shows where it is transparent."""
    opaque = np.full((*job.source.shape[:2], 1), 255, np.uint8)
    around = np.concatenate([job.source, opaque], axis=2)[:, :, : job.inputs[name].shape[2]]
    height, width = job.source.shape[:2]
    picture = fitted(job.inputs[name], (height, width), job.recipe.params["fit"], around)
    if picture.shape[2] == 3:
        return picture
    share = picture[:, :, 3:] / 255
    return np.rint(picture[:, :, :3] * share + job.source * (1 - share)).astype(np.uint8)


def area_to_change(job: Job, name: str = "mask", grow: int = 0, feather: float = 0) -> np.ndarray:
    """Return the input `name` as a mask in 0..1, (h, w) float32 at the model's size, grown and feathered in its px."""
    height, width = job.source.shape[:2]
    whole = masks.area(job.inputs[name], (height, width), job.recipe.params["fit"])
    return masks.softened(masks.resized(whole, job.model.sizes[-1]), grow, feather)


def put_back(job: Job, guide: np.ndarray, kept: float = 0.0) -> np.ndarray:
    """Return what the model makes of a guide inside the masked area, and the original bit for bit outside.

    (H, W, 3) uint8 at the original's full size; `guide` and `kept` as for `injected`.
    """
    params = job.recipe.params
    mask = area_to_change(job, grow=params["grow"], feather=params["feather"])
    return masks.blended(job.source, injected(job, guide, mask=mask, kept=kept), mask)
