"""Train a picture's pyramid, scale after scale (SinGAN section 3.2)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import torch

from singan_studio.core.cancel import CancelToken
from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import REFERENCE, Speed, scale_seconds
from singan_studio.core.errors import Cancelled, RunFailure, StudioError
from singan_studio.core.events import (
    Event,
    RunCancelled,
    RunFailed,
    RunFinished,
    RunStarted,
    ScaleFinished,
    ScaleStarted,
)
from singan_studio.core.time_left import TimeLeft
from singan_studio.engine import checkpoint
from singan_studio.engine import device as devices
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.layout import layout_of
from singan_studio.engine.gan.networks import Discriminator, Generator, make_networks
from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of
from singan_studio.engine.gan.reporter import Reporter
from singan_studio.engine.gan.sampler import Pyramid, load_pyramid, scale_blob
from singan_studio.engine.gan.scale_trainer import MEMORY_SETTINGS, ScaleTraining
from singan_studio.engine.oom_fallback import retry_with_less

log = logging.getLogger(__name__)


class Sink(Protocol):
    """Keeps the results of a training; each call returns once they are on disk."""

    def save_scale(self, finished: ScaleFinished, blob: bytes) -> None: ...

    def save_checkpoint(self, scale: int, iteration: int, blob: bytes) -> None: ...


@dataclass
class Resume:
    """The state of a training: blobs of the finished scales, coarsest first, and a checkpoint of the next one."""

    scales: list[bytes] = field(default_factory=list)
    checkpoint: bytes | None = None


def train(
    image: np.ndarray,
    config: TrainConfig,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    sink: Sink,
    *,
    model_id: str,
    device: str = "auto",
    threads: int = 0,
    resume: Resume | None = None,
    wait: Callable[[], None] = lambda: None,
    speed: Speed = REFERENCE,
) -> None:
    """Train on an (H, W, 3) uint8 picture; every outcome is an event, the last one of `core.events.LAST_EVENTS`.

    Each finished scale is in `sink` before the next begins. `cancel` is checked, and `wait` called (it may sleep to
    give way to previews), between sub-steps. The time left is estimated with `speed`. With the same config, device and
    threads the weights have the same bits, whether the training was interrupted and resumed or not.
    """
    run = None
    used = devices.set_threads(threads)
    hands = Hands(used)
    try:
        chosen = devices.choose(device)
        run = Run(image, config, emit, cancel, sink, chosen, hands, resume or Resume(), wait, speed)
        run.start(model_id, used)
        run.train_scales()
    except Cancelled:
        emit(RunCancelled(finished_scales=len(run.pyramid.scales) if run else 0))
    except StudioError as error:
        emit(RunFailed(error.code, error.params))
    except Exception as error:
        log.exception("training failed")
        emit(
            _failure(error, run.pyramid.device.type if run else device, len(run.pyramid.scales) if run else 0)
        )
    finally:
        hands.close()


class Run:
    """One training from its first to its last scale."""

    def __init__(
        self,
        image: np.ndarray,
        config: TrainConfig,
        emit: Callable[[Event], None],
        cancel: CancelToken,
        sink: Sink,
        device: torch.device,
        hands: Hands,
        resume: Resume,
        wait: Callable[[], None],
        speed: Speed,
    ) -> None:
        self.config = config
        self.emit = emit
        self.cancel = cancel
        self.sink = sink
        self.wait = wait
        self.hands = hands
        self.geometry = geometry_of(image, config)
        self.reals = build_pyramid(image, self.geometry, device)
        self.from_fresh_weights = config.quantise_scale >= 0  # one scale alone, for paintings in few colours
        self.sizes = (
            self.geometry.sizes[: config.quantise_scale + 1]
            if self.from_fresh_weights
            else self.geometry.sizes
        )
        self.time_left = TimeLeft(
            [scale_seconds(config, self.sizes, scale, speed) for scale in range(len(self.sizes))]
        )
        self.checkpoint = resume.checkpoint
        self.previous: tuple[Generator, Discriminator] | None = None
        self.reduced: dict[str, int] = {}  # settings that an earlier scale had to lower
        if resume.scales:
            self.pyramid = load_pyramid(config, resume.scales, device)
            self.previous = _networks_of(config, resume.scales)
        else:
            self.pyramid = Pyramid(
                config.border, self.geometry.factor, device, layout_of(config, self.reals[0])
            )

    def start(self, model_id: str, threads: int) -> None:
        self.emit(
            RunStarted(
                model_id=model_id,
                preset=self.config.preset,
                device=devices.label(self.pyramid.device),
                threads=threads,
                sizes=list(self.sizes),
                first_scale=len(self.pyramid.scales),
            )
        )

    def train_scales(self) -> None:
        """Train all unfinished scales; of a model for paintings in few colours its one scale, from fresh weights."""
        began = time.monotonic()
        while len(self.pyramid.scales) < len(self.sizes):
            self.pause()
            previous = None if self.from_fresh_weights else self.previous
            scale = ScaleTraining(
                self.config, self.pyramid, self.reals[len(self.pyramid.scales)], previous, self.hands
            )
            scale.reduce_to(self.config.but(**self.reduced))
            if self.checkpoint is not None:
                scale.restore(self.checkpoint)
                self.checkpoint = None
            self.emit(_scale_started(scale))
            reporter = Reporter(self.config, scale, self.time_left, self.emit, self.sink.save_checkpoint)
            try:
                retry_with_less(
                    scale, self.emit, lambda s=scale, r=reporter: train_scale(s, self.pause, r.tick)
                )
            except Cancelled:
                reporter.save_checkpoint()
                raise
            self._finish(scale, reporter)
        self.emit(RunFinished(time.monotonic() - began, len(self.pyramid.scales)))

    def pause(self) -> None:
        self.cancel.check()
        self.wait()

    def _finish(self, scale: ScaleTraining, reporter: Reporter) -> None:
        """Save the scale, then add it to the pyramid."""
        retry_with_less(scale, self.emit, reporter.last_report)
        reporter.finished()
        finished = scale.finish()
        self.pyramid.z_star = scale.z_star if scale.scale == 0 else self.pyramid.z_star
        self.pyramid.scales.append(finished)
        error = retry_with_less(scale, self.emit, lambda: scale.reconstruction_error(self.pyramid))
        self.reduced = {name: getattr(scale.config, name) for name in MEMORY_SETTINGS}
        height, width = finished.size
        record = ScaleFinished(
            scale.scale, height, width, scale.channels, finished.amplitude, scale.seconds, error
        )
        blob = scale_blob(self.pyramid, scale.scale, scale.d)
        self.sink.save_scale(record, blob)
        self.previous = finished.generator, scale.d
        self.emit(record)


def train_scale(scale: ScaleTraining, pause: Callable[[], None], report: Callable[[], None]) -> None:
    """Run the training loop: per iteration one draw of noise, `d_steps` critic and `g_steps` generator steps."""
    config = scale.config
    scale.fill_bank(pause, report)
    while scale.iteration < scale.iterations:
        pause()
        if scale.step == 0:
            scale.begin_iteration()
        if scale.step < config.d_steps:
            scale.d_step()
        else:
            scale.g_step()
        scale.advance()
        report()


def _scale_started(scale: ScaleTraining) -> ScaleStarted:
    return ScaleStarted(
        scale=scale.scale,
        height=scale.size[0],
        width=scale.size[1],
        channels=scale.channels,
        noise_amplitude=scale.amplitude,
        iterations=scale.iterations,
        first_iteration=scale.iteration,
    )


def _networks_of(config: TrainConfig, scales: list[bytes]) -> tuple[Generator, Discriminator]:
    """Load both networks of the last finished scale, from which the next may start."""
    tensors, _ = checkpoint.unpack(scales[-1])
    g, d = make_networks(config, len(scales) - 1)
    checkpoint.load_network(g, checkpoint.without_prefix("g", tensors))
    checkpoint.load_network(d, checkpoint.without_prefix("d", tensors))
    return g, d


def _failure(error: Exception, device: str, scale: int) -> RunFailed:
    """Return the event for an unexpected error."""
    if devices.is_out_of_memory(error):
        failure = RunFailure("engine.memory", device=device, scale=scale)
    else:
        failure = RunFailure("engine.failed", reason=f"{type(error).__name__}: {error}".splitlines()[0])
    return RunFailed(failure.code, failure.params)
