"""Report progress, previews and checkpoints of a running scale, each at its own pace."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import PREVIEW_SHARE
from singan_studio.core.errors import RunFailure
from singan_studio.core.events import CheckpointSaved, Event, Preview, Progress
from singan_studio.core.time_left import TimeLeft
from singan_studio.engine.gan.pyramid import to_pixels
from singan_studio.engine.gan.scale_trainer import ScaleTraining

LONGEST_LOSS = 8.0
"""Seconds of training that a crash may cost; projects of earlier versions ask for checkpoints every 60 s."""

CHECKPOINT_SHARE = 0.02
"""Largest share of the time that is spent on checkpoints."""

GROWTH = 1.25
"""Largest ratio of one interval between checkpoints to the one before."""


class CheckpointPace:
    """When to save: every `seconds`, or as seldom as the last checkpoint's cost demands. Times are monotonic.

    The interval grows by `GROWTH` at most, so that one checkpoint on a busy disk does not put off the next for minutes.
    """

    def __init__(self, seconds: float, now: float) -> None:
        self.seconds = self.interval = min(seconds, LONGEST_LOSS)
        self.next = now + self.seconds

    def due(self, now: float) -> bool:
        return now >= self.next

    def saved(self, began: float, ended: float) -> None:
        """Note that a checkpoint was saved."""
        self.interval = max(self.seconds, min((ended - began) / CHECKPOINT_SHARE, GROWTH * self.interval))
        self.next = ended + self.interval


class Reporter:
    """Reports on one scale. The losses are read from the device only here, so the loop never waits for it."""

    def __init__(
        self,
        config: TrainConfig,
        scale: ScaleTraining,
        time_left: TimeLeft,
        emit: Callable[[Event], None],
        save: Callable[[int, int, bytes], None],
    ) -> None:
        self.config = config
        self.scale = scale
        self.time_left = time_left
        self.emit = emit
        self.save = save
        self.began = self.reported = time.monotonic()
        self.pace = CheckpointPace(config.checkpoint_seconds, self.began)
        self.next_preview = self.began
        self.first_iteration = scale.iteration
        self.seconds_before = scale.seconds

    def tick(self) -> None:
        """Report what is due; called after each sub-step and each sample of the bank. Only whole iterations are shown.

        A checkpoint may fall between any two sub-steps: an iteration of a large scale takes seconds.
        """
        now = time.monotonic()
        self.scale.seconds = self.seconds_before + now - self.began
        whole = self.scale.step == 0 and self.scale.iteration > self.first_iteration
        if whole and now - self.reported >= self.config.report_seconds:
            self.report_progress(now)
        if whole and now >= self.next_preview:
            self.report_preview(now)
        if self.pace.due(now):
            self.save_checkpoint()

    def last_report(self) -> None:
        """Report progress and preview of the finished scale."""
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
                losses=losses,
                iterations_per_second=speed,
                seconds_left=self._seconds_left(now),
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
        """Save the scale's state, then report it."""
        scale = self.scale
        began = time.monotonic()
        self.save(scale.scale, scale.iteration, scale.to_bytes())
        self.pace.saved(began, time.monotonic())
        self.emit(CheckpointSaved(scale.scale, scale.iteration))

    def finished(self) -> None:
        """Let what this scale took correct what is expected of the next ones."""
        self.time_left.finished(self.scale.scale, time.monotonic() - self.began, self._share())

    def _share(self) -> float:
        """Return the share of the scale's iterations that were done here, 0..1."""
        return (self.scale.iteration - self.first_iteration) / self.scale.iterations

    def _seconds_left(self, now: float) -> float:
        """Estimate the seconds left of the whole run."""
        rest = 1 - self.scale.iteration / self.scale.iterations
        return self.time_left.left(now, self.scale.scale, now - self.began, self._share(), rest)
