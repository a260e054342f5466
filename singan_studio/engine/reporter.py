"""What a running scale tells: progress, previews and checkpoints, each at its own pace."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import RunFailure
from singan_studio.core.events import CheckpointSaved, Event, Preview, Progress
from singan_studio.core.geometry import PAD
from singan_studio.core.schedule import channels_of, iterations_at, window_at
from singan_studio.engine.pyramid import to_pixels
from singan_studio.engine.scale import ScaleTraining

PREVIEW_SHARE = 0.04
"""Previews take at most about this share of the training's time."""


class Reporter:
    """Reports on one scale. The losses are read from the device only here, so the loop never waits for it."""

    def __init__(
        self,
        config: TrainConfig,
        scale: ScaleTraining,
        sizes: Sequence[tuple[int, int]],
        emit: Callable[[Event], None],
        save: Callable[[int, int, bytes], None],
    ) -> None:
        self.config = config
        self.scale = scale
        self.sizes = sizes
        self.emit = emit
        self.save = save
        self.began = self.reported = self.checkpointed = time.monotonic()
        self.next_preview = self.began
        self.first_iteration = scale.iteration
        self.seconds_before = scale.seconds

    def tick(self) -> None:
        """After each iteration: report what is due."""
        now = time.monotonic()
        self.scale.seconds = self.seconds_before + now - self.began
        if now - self.reported >= self.config.report_seconds:
            self.report_progress(now)
        if now >= self.next_preview:
            self.report_preview(now)
        if now - self.checkpointed >= self.config.checkpoint_seconds:
            self.save_checkpoint()

    def last_report(self) -> None:
        """Progress and preview of the finished scale."""
        now = time.monotonic()
        self.report_progress(now)
        self.report_preview(now)

    def report_progress(self, now: float) -> None:
        """Emit the losses; raises `RunFailure` when one is no longer a number."""
        scale = self.scale
        self.reported = now
        losses = {name: value.item() for name, value in scale.losses.items()}
        if not all(math.isfinite(value) for value in losses.values()):
            raise RunFailure("engine.diverged", scale=scale.scale)
        speed = (scale.iteration - self.first_iteration) / max(now - self.began, 1e-9)
        self.emit(
            Progress(
                scale=scale.scale,
                iteration=scale.iteration,
                iterations=scale.iterations,
                d_loss=losses["d"],
                g_loss=losses["g"],
                reconstruction=losses["reconstruction"],
                penalty=losses["penalty"],
                iterations_per_second=speed,
                seconds_left=self._seconds_left(speed),
            )
        )

    def report_preview(self, now: float) -> None:
        scale = self.scale
        reconstruction, sample = scale.preview()
        pictures = to_pixels(scale.real), to_pixels(reconstruction), to_pixels(sample)
        cost = time.monotonic() - now
        self.next_preview = now + max(self.config.preview_seconds, cost / PREVIEW_SHARE)
        self.emit(Preview(scale.scale, scale.iteration, *pictures))

    def save_checkpoint(self) -> None:
        """Keep where the scale stands, then say so."""
        scale = self.scale
        self.save(scale.scale, scale.iteration, scale.to_bytes())
        self.checkpointed = time.monotonic()
        self.emit(CheckpointSaved(scale.scale, scale.iteration))

    def _seconds_left(self, speed: float) -> float:
        """Of the whole run, from this scale's speed and the arithmetic of the scales to come."""
        if speed == 0:
            return math.inf
        left = (self.scale.iterations - self.scale.iteration) / speed
        here = self._work(self.scale.size, self.scale.scale)
        later = sum(
            iterations_at(self.config, self.sizes[k]) * self._work(self.sizes[k], k)
            for k in range(self.scale.scale + 1, len(self.sizes))
        )
        return left + later / here / speed

    def _work(self, size: tuple[int, int], scale: int) -> float:
        """Cost of an iteration in proportion: pixels of its windows times squared width, plus overhead."""
        height, width = window_at(self.config, size)
        windows = self.config.windows if (height, width) != tuple(size) else 1
        overhead = 24**2 * 32**2  # what an iteration costs apart from its pixels, about a tiny scale's
        pixels = windows * (height + 2 * PAD) * (width + 2 * PAD)
        return pixels * channels_of(self.config, scale) ** 2 + overhead
