"""Convert a picture to its pyramid of tensors, and tensors back to pixels."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import PyramidGeometry, geometry_for
from singan_studio.engine.resample import resize


def to_tensor(pixels: np.ndarray, device: torch.device) -> Tensor:
    """Convert (H, W, 3) uint8 to (1, 3, H, W) float32 in [-1, 1]."""
    planes = torch.from_numpy(np.array(pixels)).to(device).permute(2, 0, 1)[None]
    return (planes.float() / 127.5 - 1).contiguous()


def to_pixels(x: Tensor) -> np.ndarray:
    """Clamp (1, 3, H, W) to [-1, 1] and convert it to (H, W, 3) uint8."""
    levels = ((x.detach()[0].clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    return levels.permute(1, 2, 0).cpu().contiguous().numpy()


def geometry_of(pixels: np.ndarray, config: TrainConfig) -> PyramidGeometry:
    """Return the pyramid's sizes for an (H, W, 3) picture."""
    height, width = pixels.shape[:2]
    return geometry_for(height, width, config)


def build_pyramid(pixels: np.ndarray, geometry: PyramidGeometry, device: torch.device) -> list[Tensor]:
    """Return (1, 3, h, w) in [-1, 1] per scale, coarsest first; each is resized from the top one, never recursively."""
    full = to_tensor(pixels, device)
    top = resize(full, geometry.shrink, geometry.sizes[-1]).clamp(-1, 1) if geometry.shrink < 1 else full
    coarser = [
        resize(top, geometry.shrink_to(i), size).clamp(-1, 1) for i, size in enumerate(geometry.sizes[:-1])
    ]
    return [*coarser, top]
