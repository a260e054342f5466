"""Tiny real trainings: order of events, equal bits and resuming, not beauty."""

import numpy as np
import pytest
import torch

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.errors import BadInput
from singan_studio.core.events import (
    CheckpointSaved,
    Preview,
    Progress,
    RunCancelled,
    RunFailed,
    RunFinished,
    RunStarted,
    ScaleFinished,
    ScaleStarted,
)
from singan_studio.core.schedule import reconstruction_weight_at
from singan_studio.engine import checkpoint
from singan_studio.engine.gan import steps
from singan_studio.engine.gan.losses import Term, strongest
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.gan.scale_trainer import learning_rate
from singan_studio.engine.gan.trainer import Resume, train
from singan_studio.engine.noise import picture_noise

PICTURE = np.random.default_rng(5).integers(0, 256, (44, 60, 3), dtype=np.uint8)
PRESETS = ("faithful", "standard")


def tiny(name: str, **changes) -> TrainConfig:
    window = {"window": 24, "prev_bank": 2, "prev_refresh": 2, "coarse_factor": 1.0}
    small = {"max_size": 40, "min_size": 25, "iterations": 3, "channels": 8}
    return preset(name, **{**small, **({} if name == "faithful" else window), **changes})


class Memory:
    """A sink that keeps blobs in memory and checks the order of things."""

    def __init__(self, picture=PICTURE):
        self.picture = picture
        self.scales: list[bytes] = []
        self.checkpoint: bytes | None = None
        self.events: list = []

    def save_scale(self, finished, blob):
        assert finished.scale == len(self.scales)
        self.scales.append(blob)
        self.checkpoint = None

    def save_checkpoint(self, scale, iteration, blob):
        self.checkpoint = blob

    def run(self, config, cancel=NEVER, wait=lambda: None):
        resume = Resume(list(self.scales), self.checkpoint)
        train(
            self.picture,
            config,
            self.events.append,
            cancel,
            self,
            model_id="m",
            device="cpu",
            threads=1,
            resume=resume,
            wait=wait,
        )
        return self.events[-1]


def stopping_after(pauses: int):
    """Return a token and a `wait` that cancels it at the given pause."""
    source, left = CancelSource(), iter(range(pauses))

    def wait():
        if next(left, None) is None:
            source.cancel()

    return source.token, wait


@pytest.mark.parametrize("name", PRESETS)
def test_a_training_reports_its_events_in_order(name):
    memory = Memory()
    assert isinstance(memory.run(tiny(name)), RunFinished)
    kinds = [type(e) for e in memory.events]
    assert kinds[0] is RunStarted
    scales = len(memory.events[0].sizes)
    assert len(memory.scales) == scales >= 2
    story = [k for k in kinds if k in (ScaleStarted, ScaleFinished)]
    assert story == [ScaleStarted, ScaleFinished] * scales
    assert sum(k in (RunFinished, RunCancelled, RunFailed) for k in kinds) == 1
    previews = [e for e in memory.events if isinstance(e, Preview)]
    for preview in previews:
        assert preview.sample.shape == preview.real.shape == (*memory.events[0].sizes[preview.scale], 3)
        assert preview.sample.dtype == np.uint8
    last = [e for e in memory.events if isinstance(e, Progress)][-1]
    assert last.iteration == 3
    assert last.seconds_left == 0


def test_progress_has_every_term_that_is_optimised():
    memory = Memory()
    memory.run(tiny("standard"))
    reports = [e for e in memory.events if isinstance(e, Progress)]
    everywhere = {"d_loss", "penalty", "g_loss", "reconstruction"}
    assert set(reports[0].losses) == everywhere
    assert set(reports[-1].losses) == everywhere | {"drift", "excess"}
    assert reports[-1].losses["drift"] > 0


def test_a_new_term_of_the_generator_is_optimised_and_reported(monkeypatch):
    def brightness(config, fake, below, limits):
        return {"brightness": Term(1000 * (fake - 1).square().mean(), fake.detach().mean())}

    monkeypatch.setattr(steps, "change_terms", brightness)
    memory = Memory()
    memory.run(tiny("standard", iterations=60, learning_rate=0.01))
    last = [e for e in memory.events if isinstance(e, Progress)][-1]
    assert last.losses["brightness"] > 0.5


@pytest.mark.parametrize("name", PRESETS)
def test_interrupted_and_resumed_training_has_the_same_bits(name):
    straight = Memory()
    straight.run(tiny(name))
    config = tiny(name)
    steps = config.iterations * (config.d_steps + config.g_steps)
    for stop_after in (1, steps - 2, steps + 3, 2 * steps):
        memory = Memory()
        assert isinstance(memory.run(config, *stopping_after(stop_after)), RunCancelled)
        assert isinstance(memory.run(config), RunFinished)
        assert memory.scales == straight.scales, f"stopped after {stop_after}"


def test_cancelling_keeps_a_checkpoint_and_reports_finished_scales():
    source = CancelSource()
    memory = Memory()

    def wait():
        if memory.scales:
            source.cancel()

    end = memory.run(tiny("standard"), source.token, wait)
    assert end == RunCancelled(finished_scales=1)
    memory.events.clear()
    memory.run(tiny("standard"))
    assert memory.events[0].first_scale == 1


def test_a_seed_decides_the_weights():
    runs = [Memory(), Memory(), Memory()]
    for memory, seed in zip(runs, (1, 1, 2), strict=True):
        memory.run(tiny("standard", seed=seed))
    assert runs[0].scales == runs[1].scales
    assert runs[0].scales != runs[2].scales


@pytest.mark.parametrize("border", ["zero", "noise", "edge"])
@pytest.mark.parametrize("z_star", ["fixed", "per_iteration"])
def test_the_reconstruction_learns_the_picture(border, z_star):
    memory = Memory()
    flat = tiny("standard", iterations=40, border=border, z_star=z_star, learning_rate=5e-3)
    memory.run(flat)
    errors = [e.reconstruction_error for e in memory.events if isinstance(e, ScaleFinished)]
    spread = (PICTURE / 127.5 - 1).std()
    assert errors[0] < spread
    pyramid = load_pyramid(flat, memory.scales, torch.device("cpu"))
    assert pyramid.reconstruction(len(errors) - 1).shape[2:] == torch.Size(pyramid.sizes[-1])


def test_checkpoints_are_saved_by_the_clock():
    memory, source = Memory(), CancelSource()

    def wait():
        if memory.checkpoint is not None:
            source.cancel()

    memory.run(tiny("standard", iterations=100_000, checkpoint_seconds=1), source.token, wait)
    first = next(e for e in memory.events if isinstance(e, CheckpointSaved))
    assert 0 < first.iteration < 100_000


def test_a_diverging_training_fails_with_its_own_code():
    memory = Memory()
    memory.run(tiny("standard"))
    tensors, meta = checkpoint.unpack(memory.scales[0])
    for name in tensors:
        if name.startswith("d."):
            tensors[name] = torch.full_like(tensors[name], 1e30)  # numbers, but what they give is none
    memory.scales = [checkpoint.pack(tensors, meta)]
    assert memory.run(tiny("standard")) == RunFailed("engine.diverged", {"scale": 1})


def test_a_damaged_scale_fails_with_its_own_code():
    memory = Memory()
    memory.scales = [b"not a model"]
    end = memory.run(tiny("standard"))
    assert isinstance(end, RunFailed)
    assert end.code == "model.damaged"


def test_an_unknown_device_fails_with_its_own_code():
    memory = Memory()
    train(PICTURE, tiny("standard"), memory.events.append, NEVER, memory, model_id="m", device="tpu")
    assert isinstance(memory.events[0], RunFailed)
    assert memory.events[0].params["device"] == "tpu"
    assert "cpu" in memory.events[0].params["allowed"]


def test_scales_that_train_on_the_whole_picture_may_take_longer():
    memory = Memory()
    memory.run(tiny("standard", coarse_factor=3.0, window=36, max_size=60))
    rounds = {(e.height, e.width): e.iterations for e in memory.events if isinstance(e, ScaleStarted)}
    assert rounds == {size: 9 if max(size) <= 36 else 3 for size in rounds}
    assert set(rounds.values()) == {3, 9}


def test_batch_norm_and_several_windows_are_refused():
    with pytest.raises(BadInput, match="windows is 2"):
        preset("faithful", windows=2, window=32)


def test_the_learning_rate_rises_then_falls_along_half_a_cosine():
    config = tiny("standard", learning_rate=1e-3, lr_schedule="cosine", lr_floor=0.1, lr_warm_up=10)
    rates = [learning_rate(config, iteration, 100) for iteration in range(101)]
    assert rates[:10] == sorted(rates[:10])
    assert rates[0] == pytest.approx(1e-4, rel=0.01)
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[50] == pytest.approx(5.5e-4)
    assert rates[100] == pytest.approx(1e-4)


def test_the_weight_of_the_reconstruction_falls_with_the_shorter_side():
    config = TrainConfig(reconstruction_weight=80, reconstruction_fall=0.5, min_size=25)
    assert reconstruction_weight_at(config, (25, 34)) == 80
    assert reconstruction_weight_at(config, (20, 34)) == 80
    assert reconstruction_weight_at(config, (120, 100)) == pytest.approx(40)
    assert reconstruction_weight_at(config.but(reconstruction_fall=0.0), (120, 100)) == 80


def test_drift_weight_keeps_colours_of_coarser_scales():
    def moved(weight: float) -> float:
        memory = Memory()
        config = tiny("draft", drift_weight=weight, reconstruction_weight=0.0, iterations=150)
        assert isinstance(memory.run(config), RunFinished)
        pyramid = load_pyramid(config, memory.scales, torch.device("cpu"))
        noise = picture_noise(1, pyramid.device)
        coarse, fine = (pyramid.draw(noise, pyramid.sizes[:count]) for count in (1, 2))
        change = fine - pyramid.upsample(coarse, pyramid.sizes[1])
        return torch.nn.functional.avg_pool2d(change, 8).square().mean().sqrt().item()

    assert moved(1000.0) < moved(0.0) / 2


def test_excess_weight_limits_added_detail():
    ramp = np.linspace(60, 180, PICTURE.shape[0]).astype(np.uint8)[:, None, None]
    smooth = np.broadcast_to(ramp, PICTURE.shape).copy()

    def added(weight: float) -> float:
        memory = Memory(smooth)
        free = {"drift_weight": 0.0, "reconstruction_weight": 0.0, "iterations": 40}
        config = tiny("draft", precision="full", excess_weight=weight, learning_rate=0.01, **free)
        assert isinstance(memory.run(config), RunFinished)
        pyramid = load_pyramid(config, memory.scales, torch.device("cpu"))
        noise = picture_noise(1, pyramid.device)
        coarse, fine = (pyramid.draw(noise, pyramid.sizes[:count]) for count in (1, 2))
        return strongest(fine - pyramid.upsample(coarse, pyramid.sizes[1])).max().item()

    assert added(100_000.0) < added(0.0) / 2
