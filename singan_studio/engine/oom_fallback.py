"""Going on with less where memory runs out: a smaller bank, fewer and smaller windows, smaller pieces of a drawing."""

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

SMALLEST_BANK, SMALLEST_WINDOW, SMALLEST_PIECE = 4, 32, 128
"""Samples, px and px: with less, what is learned suffers, or nothing is saved."""

T = TypeVar("T")


def sparing(scale: ScaleTraining, emit: Callable[[Event], None], work: Callable[[], T]) -> T:
    """What `work` on a scale gives; where memory runs out the scale goes on with less, which is told, and `work` is
    called again. Raises what `work` raises when there is nothing left to save.
    """
    while True:
        try:
            return work()
        except Exception as error:
            if not devices.is_out_of_memory(error) or not _save(scale):
                raise
            log.warning("memory ran out at scale %d: %s", scale.scale, error)
        _give_back()
        emit(_told(scale))


def thriftier(config: TrainConfig, size: Size) -> TrainConfig:
    """The same with half the bank and half the windows, then smaller ones, at a scale of that size; `config` itself
    when nothing is left to save.
    """
    bank = max(SMALLEST_BANK, config.prev_bank // 2) if config.prev_bank > SMALLEST_BANK else config.prev_bank
    windows, side = config.windows, max(window_at(config, size))
    if windows_at(config, size) > 1:
        return config.but(prev_bank=bank, windows=windows // 2)
    if side > SMALLEST_WINDOW:
        return config.but(prev_bank=bank, window=max(SMALLEST_WINDOW, side * 2 // 3))
    return config.but(prev_bank=bank)


def _save(scale: ScaleTraining) -> bool:
    """Whether the scale goes on with less."""
    config, piece = thriftier(scale.config, scale.size), scale.pyramid.piece
    if config == scale.config and piece <= SMALLEST_PIECE:
        return False
    scale.economise(config)
    scale.pyramid.piece = max(SMALLEST_PIECE, piece // 2)
    return True


def _give_back() -> None:
    """Return to the system what was freed, so that it is there for something of another size."""
    gc.collect()
    torch.cuda.empty_cache()  # does nothing without CUDA
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # a C library without it
            ctypes.CDLL(None).malloc_trim(0)


def _told(scale: ScaleTraining) -> MemorySaved:
    height, width = scale.window_size
    return MemorySaved(
        scale.scale, windows_at(scale.config, scale.size), height, width, scale.config.prev_bank
    )
