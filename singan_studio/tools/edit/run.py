"""Editing (SinGAN section 4, figure 12): inject the edited picture, keep the result inside the mask."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from singan_studio.tools.base import Job
from singan_studio.tools.injecting import put_back, reference


def run(job: Job) -> Iterator[np.ndarray]:
    """Yield one (H, W, 3) uint8 picture at the original's size."""
    yield put_back(job, reference(job, "edited"))
