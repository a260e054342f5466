"""The training of one scale: its networks and everything that changes from step to step."""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import PAD
from singan_studio.core.schedule import (
    Size,
    bank_at,
    channels_of,
    iterations_at,
    reconstruction_weight_at,
    refresh_at,
    window_at,
    windows_at,
)
from singan_studio.engine import checkpoint
from singan_studio.engine.colours import common_colours, in_colours
from singan_studio.engine.device import memory_format, mixes_precision
from singan_studio.engine.gan.adam import Adam
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.layout import LAYOUT_NOISE
from singan_studio.engine.gan.losses import inside_weights, strongest
from singan_studio.engine.gan.networks import Discriminator, Generator, initialise, make_networks
from singan_studio.engine.gan.sampler import FinishedScale, Pyramid, frozen
from singan_studio.engine.gan.steps import Inputs, JointSteps, Penalty, SplitSteps, Steps, Weights
from singan_studio.engine.noise import key, picture_noise, scale_noise

BETA1 = 0.5
WARM_UP = 10
"""Iterations after which the averaged generator has forgotten its start."""

PREVIEW_SEED = 0

MEMORY_SETTINGS = ("window", "windows", "prev_bank")
"""Settings that a training may lower when memory runs out."""


class ScaleTraining:
    """State and sub-steps of one scale; `to_bytes` and `restore` make it resumable between any two sub-steps.

    `real` is the (1, 3, h, w) picture at this scale, `pyramid` the finished scales below. An iteration is `d_steps`
    discriminator steps, then `g_steps` generator steps; `step` counts the sub-steps done within it.
    """

    def __init__(
        self,
        config: TrainConfig,
        pyramid: Pyramid,
        real: Tensor,
        previous: tuple[Generator, Discriminator] | None,
        hands: Hands | None = None,
    ) -> None:
        """Without `hands`, or where norms or a graphics card want all in one batch, steps are not split."""
        self.config = config
        self.pyramid = pyramid
        self.device = pyramid.device
        self.real = real
        self.scale = len(pyramid.scales)
        self.size = (real.shape[2], real.shape[3])
        self.channels = channels_of(config, self.scale)
        self.iteration = 0
        self.step = 0
        self.seconds = 0.0
        self.random = torch.Generator(self.device).manual_seed(key("train", config.seed, self.scale))
        self.choices = torch.Generator().manual_seed(key("choices", config.seed, self.scale))

        self.iterations = iterations_at(config, self.size)
        self.window_size = window_at(config, self.size)
        self.bank_size = bank_at(config, self.size)
        self.reconstruction_weight = reconstruction_weight_at(config, self.size)
        self.origins = [(0, 0)]
        self.z_star = pyramid.z_star if pyramid.z_star is not None else self._draw_z_star()
        self.rec_below = self._reconstruction_below()
        self.amplitude = self._noise_amplitude()
        self.colours: Tensor | None = None
        if config.quantise_scale == self.scale:
            self.colours = common_colours(real, config.quantise_colours)
            self.rec_below = in_colours(self.rec_below, self.colours)
        self.limits = strongest(self.real - self.rec_below)
        self.noise = self.canvas = self.below = torch.zeros(0)
        self.bank: list[Tensor] = []
        self.losses: dict[str, Tensor] = {}  # the newest value of every term, on the device

        self.g, self.d = self._start_networks(previous)
        if hands is None or self.device.type != "cpu" or config.norm != "none":
            self.steps: Steps = JointSteps(self.g, self.d)
        else:
            mixed = config.precision == "mixed" and mixes_precision(self.device)
            self.steps = SplitSteps(self.g, self.d, hands, mixed)
        self.average = copy.deepcopy(self.g).requires_grad_(False) if config.average else None
        betas = (BETA1, config.beta2)
        self.g_opt = Adam(self.g.parameters(), config.learning_rate, betas)
        self.d_opt = Adam(self.d.parameters(), config.learning_rate, betas)

    # --- set-up ------------------------------------------------------------------------------------------------

    def _start_networks(
        self, previous: tuple[Generator, Discriminator] | None
    ) -> tuple[Generator, Discriminator]:
        """Return networks that start from the scale below if the widths agree, else fresh ones."""
        g, d = make_networks(self.config, self.scale)
        if previous is not None and channels_of(self.config, self.scale - 1) == self.channels:
            g.load_state_dict(previous[0].state_dict())
            d.load_state_dict(previous[1].state_dict())
        else:
            random = torch.Generator().manual_seed(key("weights", self.config.seed, self.scale))
            initialise(g, self.config.init, random)
            initialise(d, self.config.init, random)
        return g.to(self.device).train(), d.to(self.device).train()

    def _reconstruction_below(self) -> Tensor:
        """Return the picture that the reconstruction of this scale starts from, (1, 3, h, w)."""
        if self.scale == 0:
            return self.pyramid.coarsest_input(self.z_star, self.size)
        return self.pyramid.upsample(self.pyramid.reconstruction(self.scale - 1), self.size)

    def _noise_amplitude(self) -> float:
        """Return noise in proportion to the error of the scale below (section 3.2); 1 where noise is the only input."""
        if self.scale == 0:
            return 1.0 if self.pyramid.layout is None else LAYOUT_NOISE
        return self.config.noise_amplitude * F.mse_loss(self.rec_below, self.real).sqrt().item()

    def reduce_to(self, config: TrainConfig) -> None:
        """Go on with another window, number of windows and bank, from the start of this iteration."""
        self.config = config
        self.window_size = window_at(config, self.size)
        self.bank_size = bank_at(config, self.size)
        del self.bank[self.bank_size :]
        self.step = 0

    # --- one iteration -----------------------------------------------------------------------------------------

    def begin_iteration(self) -> None:
        """Set learning rate, windows and noise of this iteration."""
        self._set_learning_rate()
        self.origins = [self._draw_origin() for _ in self._windows()]
        self.noise = self._draw_noise()
        if self.scale == 0 and self.config.z_star == "per_iteration":
            self.z_star = self._draw_z_star()

    def _set_learning_rate(self) -> None:
        for optimizer in (self.g_opt, self.d_opt):
            optimizer.learning_rate = learning_rate(self.config, self.iteration, self.iterations)

    def d_step(self) -> None:
        """Take one discriminator step on a fresh sample of the scale below (section 3.2, WGAN-GP)."""
        self._draw_fake_windows()
        self.d.requires_grad_(True)
        self.d_opt.zero_grad()
        last = self.step == self.config.d_steps - 1
        self.losses |= self.steps.critic(self._inputs(), self._penalty(), last)
        self.d_opt.step()

    def g_step(self) -> None:
        """Take one generator step on the samples and the copy of the picture."""
        self.d.requires_grad_(False)
        self.g_opt.zero_grad()
        limits = self.limits if self.scale else None
        weights = Weights(self.config, self.reconstruction_weight, limits)
        self.losses |= self.steps.generator(self._inputs(), weights)
        self.g_opt.step()

    def _inputs(self) -> Inputs:
        return Inputs(
            self.canvas, self.below, self._copy_canvas(), self._cut(self.rec_below), self._cut(self.real)
        )

    def _copy_canvas(self) -> Tensor:
        """Return the generator's input for the copy: z* at the coarsest scale, no noise above (section 3.2)."""
        if self.scale == 0:
            parts = [self._canvas(self.z_star, self.rec_below, at) for at in self.origins]
        else:
            parts = [self.pyramid.padded(self.rec_below, self._box(at)) for at in self.origins]
        return self._laid_out(torch.cat(parts))

    def _penalty(self) -> Penalty | None:
        """Return the penalty of this step, or None where it has none."""
        config = self.config
        count = self.iteration * config.d_steps + self.step
        if count % config.penalty_every or not config.penalty_weight:
            return None
        mix = torch.rand(len(self.origins), 1, 1, 1, generator=self.random, device=self.device)
        return Penalty(mix, config.penalty_weight * config.penalty_every, self._penalty_weights())

    def advance(self) -> None:
        """Count a finished sub-step; the last one of an iteration updates average and bank."""
        self.step += 1
        if self.step < self.config.d_steps + self.config.g_steps:
            return
        self.step = 0
        self.iteration += 1
        if self.average is not None:
            rate = 1 - min(self.config.average, self.iteration / (self.iteration + WARM_UP))
            torch._foreach_lerp_(_values(self.average), _values(self.g), rate)  # pyright: ignore[reportPrivateImportUsage]
        refresh = refresh_at(self.config, self.size)
        if self.bank and self.iteration % refresh == 0:
            slot = self.iteration // refresh % len(self.bank)
            self.bank[slot] = self._sample_below()

    # --- random draws ------------------------------------------------------------------------------------------

    def fill_bank(self, pause: Callable[[], None], report: Callable[[], None] = lambda: None) -> None:
        """Draw the bank of samples of the scale below; does nothing at the coarsest scale or without a bank.

        `report` is called after each sample, when everything may be saved.
        """
        while self.scale and len(self.bank) < self.bank_size:
            pause()
            self.bank.append(self._sample_below())
            report()

    def _draw_noise(self) -> Tensor:
        """Draw the noise of the whole picture, (1, 3, H, W), or where that suffices of each window, (N, 3, h+10, w+10).

        What is drawn outside of the windows is not seen, and takes longer than a step where a picture is large.
        """
        if not self._noise_in_windows:
            return scale_noise(self.scale, self.pyramid.noise_size(self.size), self.random)
        height, width = (length + 2 * PAD for length in self.window_size)
        shape = len(self.origins), 3, height, width
        return torch.randn(shape, generator=self.random, device=self.device)

    @property
    def _noise_in_windows(self) -> bool:
        """Whether noise is drawn of windows alone: not where it makes a layout, or ends at the picture's border."""
        return bool(self.scale) and self.window_size != self.size and self.pyramid.noise_covers_border

    def _draw_z_star(self) -> Tensor:
        """Draw the noise of the reconstruction; zeros where a layout is bent by it."""
        return self._draw_noise() if self.pyramid.layout is None else torch.zeros_like(self._draw_noise())

    def _sample_below(self) -> Tensor:
        def noise(scale: int, size: Size) -> Tensor:
            return scale_noise(scale, size, self.random)

        sample = self.pyramid.upsample(self.pyramid.draw(noise, self.pyramid.sizes), self.size)
        return sample if self.colours is None else in_colours(sample, self.colours)

    def _draw_below(self) -> Tensor:
        if self.scale == 0:
            return self.pyramid.coarsest_input(self.noise, self.size)
        if not self.bank:
            return self._sample_below()
        return self.bank[int(torch.randint(len(self.bank), (), generator=self.choices))]

    def _draw_fake_windows(self) -> None:
        """Draw the generator's input for this step, each window from its own sample of the scale below."""
        belows = [(self._draw_below(), at) for at in self.origins]
        self.below = self._laid_out(torch.cat([self._window(below, at) for below, at in belows]))
        if self._noise_in_windows:
            padded = torch.cat([self.pyramid.padded(below, self._box(at)) for below, at in belows])
            canvas = self.amplitude * self.noise + padded
        else:
            canvas = torch.cat([self._canvas(self.noise, below, at) for below, at in belows])
        self.canvas = self._laid_out(canvas)

    def _windows(self) -> range:
        return range(windows_at(self.config, self.size))

    def _draw_origin(self) -> tuple[int, int]:
        """Draw a window from positions that overhang by half, pushed inside, so that borders are not starved."""
        origin = []
        for length, whole in zip(self.window_size, self.size, strict=True):
            at = (torch.rand((), generator=self.choices).item() * whole) - length / 2
            origin.append(min(max(math.floor(at), 0), whole - length))
        return origin[0], origin[1]

    # --- windows -----------------------------------------------------------------------------------------------

    def _cut(self, picture: Tensor) -> Tensor:
        """Cut this iteration's windows out of a picture, (N, 3, h, w)."""
        return self._laid_out(torch.cat([self._window(picture, at) for at in self.origins]))

    def _window(self, picture: Tensor, at: tuple[int, int]) -> Tensor:
        (y, x), (h, w) = at, self.window_size
        return picture[:, :, y : y + h, x : x + w]

    def _canvas(self, noise: Tensor, below: Tensor, at: tuple[int, int]) -> Tensor:
        """Cut a window out of the padded canvas (never pad a window), (1, 3, h+10, w+10)."""
        return self.pyramid.canvas(noise, self.amplitude, below, self._box(at))

    def _box(self, at: tuple[int, int]) -> tuple[int, int, int, int]:
        (y, x), (h, w) = at, self.window_size
        return y, x, y + h, x + w

    def _laid_out(self, x: Tensor) -> Tensor:
        return x.contiguous(memory_format=memory_format(self.device))

    def _penalty_weights(self) -> Tensor | None:
        if self.window_size == self.size:
            return None
        inside = [inside_weights(self.window_size, at, self.size) for at in self.origins]
        return (torch.stack(inside)[:, None] / len(inside)).to(self.device)

    # --- results -----------------------------------------------------------------------------------------------

    def finish(self) -> FinishedScale:
        """Return the finished scale with the averaged generator, or the last one without an average."""
        kept = self.average if self.average is not None else self.g
        generator = frozen(copy.deepcopy(kept), self.device)
        return FinishedScale(generator, self.amplitude, self.size, self.colours)

    def reconstruction_error(self, pyramid: Pyramid) -> float:
        """Return the RMSE of the finished scale's copy of the picture, in [-1, 1] units."""
        return F.mse_loss(pyramid.reconstruction(self.scale), self.real).sqrt().item()

    @torch.no_grad()
    def preview(self) -> tuple[Tensor, Tensor]:
        """Draw the reconstruction and a sample with the same noise throughout the scale, (1, 3, h, w) each."""
        finished = self.finish()
        noise = picture_noise(PREVIEW_SEED, self.device)
        stages = copy.copy(self.pyramid)
        stages.scales = [*self.pyramid.scales, finished]
        stages.z_star = self.z_star
        return stages.reconstruction(self.scale), stages.draw(noise, stages.sizes)

    def to_bytes(self) -> bytes:
        """Pack everything that resuming needs, between any two sub-steps."""
        tensors = {"random": self.random.get_state(), "choices": self.choices.get_state()}
        tensors |= checkpoint.prefixed("g", self.g.state_dict()) | checkpoint.prefixed(
            "d", self.d.state_dict()
        )
        tensors |= checkpoint.prefixed("g_opt", self.g_opt.tensors())
        tensors |= checkpoint.prefixed("d_opt", self.d_opt.tensors())
        if self.average is not None:
            tensors |= checkpoint.prefixed("average", self.average.state_dict())
        tensors |= {f"bank.{i}": sample for i, sample in enumerate(self.bank)}
        tensors |= {"z_star": self.z_star, "noise": self.noise, "canvas": self.canvas, "below": self.below}
        meta = {"scale": self.scale, "iteration": self.iteration, "step": self.step}
        economy = {name: getattr(self.config, name) for name in MEMORY_SETTINGS}
        return checkpoint.pack(
            tensors, {**meta, "origins": self.origins, "seconds": self.seconds, "economy": economy}
        )

    def restore(self, blob: bytes) -> None:
        """Restore the state of `to_bytes` of the same scale and configuration."""
        tensors, meta = checkpoint.unpack(blob)
        self.reduce_to(self.config.but(**meta.get("economy", {})))
        self.iteration, self.step, self.seconds = meta["iteration"], meta["step"], meta["seconds"]
        self.origins = [(y, x) for y, x in meta["origins"]]
        self.random.set_state(tensors["random"])
        self.choices.set_state(tensors["choices"])
        checkpoint.load_network(self.g, checkpoint.without_prefix("g", tensors))
        checkpoint.load_network(self.d, checkpoint.without_prefix("d", tensors))
        self.g_opt.load(checkpoint.without_prefix("g_opt", tensors))
        self.d_opt.load(checkpoint.without_prefix("d_opt", tensors))
        self._set_learning_rate()
        if self.average is not None:
            checkpoint.load_network(self.average, checkpoint.without_prefix("average", tensors))
        bank = checkpoint.without_prefix("bank", tensors)
        self.bank = [bank[str(i)].to(self.device) for i in range(len(bank))]
        self.z_star, self.noise, self.below = (
            tensors[name].to(self.device) for name in ("z_star", "noise", "below")
        )
        self.canvas = self._laid_out(tensors["canvas"].to(self.device)) if self.step else tensors["canvas"]


def _values(network: torch.nn.Module) -> list[Tensor]:
    """Return a network's parameters and its norms' running statistics."""
    values = itertools.chain(network.parameters(), network.buffers())
    return [value.detach() for value in values if value.is_floating_point()]


def learning_rate(config: TrainConfig, iteration: int, iterations: int) -> float:
    """Return Adam's step size at an iteration: a step down after 80%, or half a cosine, after the warm-up if any."""
    done = iteration / iterations
    rise = min(1.0, (iteration + 1) / config.lr_warm_up) if config.lr_warm_up else 1.0
    if config.lr_schedule == "step":
        return rise * config.learning_rate * (1.0 if done < 0.8 else config.lr_floor)
    floor = config.lr_floor
    return rise * config.learning_rate * (floor + (1 - floor) * (1 + math.cos(math.pi * done)) / 2)
