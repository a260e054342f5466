"""Numbers that follow from a configuration for one scale: width of its networks, windows, iterations."""

from __future__ import annotations

from singan_studio.core.config import TrainConfig

Size = tuple[int, int]
"""(height, width) in px."""

WINDOWS_OF_A_SAMPLE, LEAST_BANK = 16, 4
"""A kept sample with more windows than that (250x250 px with windows of 64) serves longer, and fewer are kept."""

TILE = 512
"""Side in px of the tiles that large pictures are drawn in; one within it is drawn at once."""


def channels_of(config: TrainConfig, scale: int) -> int:
    """Return the number of channels of both networks at a scale, at most 128 where it doubles."""
    if config.channels_double_every == 0:
        return config.channels
    return min(config.channels * 2 ** (scale // config.channels_double_every), max(128, config.channels))


def window_at(config: TrainConfig, size: Size) -> Size:
    """Return the (height, width) of the window that one step sees at a scale of that size."""
    return min(config.window or size[0], size[0]), min(config.window or size[1], size[1])


def windows_at(config: TrainConfig, size: Size) -> int:
    """Return how many windows one step sees at a scale of that size; 1 where it sees the whole picture."""
    return config.windows if window_at(config, size) != tuple(size) else 1


def bank_at(config: TrainConfig, size: Size) -> int:
    """Return how many samples of the scale below are kept at a scale of that size: fewer of large pictures."""
    return max(min(config.prev_bank, LEAST_BANK), round(config.prev_bank / _spare_windows(config, size)))


def refresh_at(config: TrainConfig, size: Size) -> int:
    """Return how many iterations pass between two redraws: more for large samples, which serve longer."""
    return round(config.prev_refresh * _spare_windows(config, size))


def _spare_windows(config: TrainConfig, size: Size) -> float:
    """Return how many times as many windows a sample has as are needed, at least 1."""
    height, width = window_at(config, size)
    return max(1.0, size[0] * size[1] / (height * width) / WINDOWS_OF_A_SAMPLE)


def iterations_at(config: TrainConfig, size: Size) -> int:
    """Return for how many iterations a scale of that (height, width) is trained."""
    whole = window_at(config, size) == tuple(size)
    return round(config.iterations * config.coarse_factor) if whole else config.iterations


def reconstruction_weight_at(config: TrainConfig, size: Size) -> float:
    """Return the weight of the reconstruction at a scale of that size: full up to min_size, less at finer scales."""
    return config.reconstruction_weight * min(1, config.min_size / min(size)) ** config.reconstruction_fall
