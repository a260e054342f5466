"""Go on with less when memory runs out: a smaller bank, fewer and smaller windows, smaller tiles of a drawing."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import sys
from collections.abc import Callable
from typing import TypeVar

import torch

from singan_studio.core.config import TrainConfig
from singan_studio.core.events import Event, MemorySaved
from singan_studio.core.schedule import Size, window_at, windows_at
from singan_studio.engine import device as devices
from singan_studio.engine.gan.scale_trainer import ScaleTraining

log = logging.getLogger(__name__)

SMALLEST_BANK, SMALLEST_WINDOW, SMALLEST_TILE = 4, 32, 128
"""Samples, px and px: with less, what is learned suffers, or no memory is saved."""

T = TypeVar("T")


def retry_with_less(scale: ScaleTraining, emit: Callable[[Event], None], step: Callable[[], T]) -> T:
    """Return what `step` returns; when memory runs out, make the scale need less, report it and call `step` again.

    Raises what `step` raises when nothing is left to reduce.
    """
    while True:
        try:
            return step()
        except Exception as error:
            if not devices.is_out_of_memory(error) or not _reduce(scale):
                raise
            log.warning("memory ran out at scale %d: %s", scale.scale, error)
        _release_memory()
        emit(_report(scale))


def reduced_config(config: TrainConfig, size: Size) -> TrainConfig:
    """Halve the bank and the number of windows, then shrink the windows, at a scale of that size.

    Returns `config` itself when nothing is left to reduce.
    """
    bank = max(SMALLEST_BANK, config.prev_bank // 2) if config.prev_bank > SMALLEST_BANK else config.prev_bank
    windows, side = config.windows, max(window_at(config, size))
    if windows_at(config, size) > 1:
        return config.but(prev_bank=bank, windows=windows // 2)
    if side > SMALLEST_WINDOW:
        return config.but(prev_bank=bank, window=max(SMALLEST_WINDOW, side * 2 // 3))
    return config.but(prev_bank=bank)


def _reduce(scale: ScaleTraining) -> bool:
    """Make the scale need less memory; return whether that was possible."""
    config, tile = reduced_config(scale.config, scale.size), scale.pyramid.tile
    if config == scale.config and tile <= SMALLEST_TILE:
        return False
    scale.reduce_to(config)
    scale.pyramid.tile = max(SMALLEST_TILE, tile // 2)
    return True


def _release_memory() -> None:
    """Return freed memory to the system, so that it is there for something of another size."""
    gc.collect()
    torch.cuda.empty_cache()  # does nothing without CUDA
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # a C library without it
            ctypes.CDLL(None).malloc_trim(0)


def _report(scale: ScaleTraining) -> MemorySaved:
    height, width = scale.window_size
    return MemorySaved(
        scale.scale, windows_at(scale.config, scale.size), height, width, scale.config.prev_bank
    )
