"""Pictures the patches are tested on: bundled photos, reduced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # small pictures gain nothing from more
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def photo() -> Callable[[str, int], Tensor]:
    """`photo(name, width)` is a bundled photo, (1, 3, H, width) float32 in [-1, 1]."""

    def load(name: str, width: int) -> Tensor:
        with Image.open(SAMPLES / f"{name}.jpg") as image:
            height = round(image.height * width / image.width)
            pixels = np.array(image.convert("RGB").resize((width, height), Image.Resampling.BICUBIC))
        return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 127.5 - 1

    return load
