"""What fill and extend share: the photo completed by the model, bit for bit the same where it was known."""

from __future__ import annotations

import cv2
import numpy as np

from singan_studio.engine.fitting import resized
from singan_studio.engine.model import FillRequest
from singan_studio.engine.patches.gap import margins_of
from singan_studio.tools.base import Job


def completed(job: Job, request: FillRequest) -> np.ndarray:
    """Return the original with what the request asks for, (H, W, 3) uint8 at the original's full size."""
    drawn = job.model.fill(request, job.cancel)
    size = job.source.shape[0], job.source.shape[1]
    hole = np.zeros(size, bool) if request.hole is None else request.hole
    left, top, right, bottom = margins_of(request.margins, size)
    border = top, bottom, left, right, cv2.BORDER_CONSTANT
    whole = cv2.copyMakeBorder(job.source, *border, value=(0, 0, 0, 0))
    missing = cv2.copyMakeBorder(hole.astype(np.uint8), *border, value=1) > 0
    if drawn.shape != whole.shape:
        drawn = resized(drawn, (whole.shape[0], whole.shape[1]), mixed=True)
    return np.where(missing[:, :, None], drawn, whole)
