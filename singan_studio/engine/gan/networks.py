"""Generator and discriminator of one scale (SinGAN section 3, figure 5)."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Sequence
from typing import Self, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import HIDDEN_LAYERS, KERNEL, PAD
from singan_studio.core.schedule import channels_of

SLOPE = 0.2
HE_GAIN = (2 / (1 + SLOPE**2)) ** 0.5
LAST_LAYER = 0.1
"""Factor on He's scale in the last layer, so that a fresh generator without norms starts near its input picture."""


class SampleNorm(nn.BatchNorm2d):
    """BatchNorm with training statistics of each picture alone.

    For one picture this is BatchNorm, running statistics included. In a batch of several each picture is normalised as
    if it were alone, and the running statistics do not change: only discriminators see several, and never use them.
    """

    def forward(self, input: Tensor) -> Tensor:
        if self.training and len(input) > 1:
            return F.instance_norm(input, weight=self.weight, bias=self.bias, eps=self.eps)
        return super().forward(input)


class ConvStack(nn.Module):
    """Convolutions 3 -> c, three times c -> c, then c -> `out_channels`; unpadded, so (H, W) gives (H-10, W-10)."""

    def __init__(self, channels: int, out_channels: int, norm: bool) -> None:
        super().__init__()
        widths = [3, *[channels] * HIDDEN_LAYERS, out_channels]
        self.convs = nn.ModuleList(nn.Conv2d(a, b, KERNEL) for a, b in itertools.pairwise(widths))
        self.norms = nn.ModuleList(SampleNorm(channels) for _ in range(HIDDEN_LAYERS if norm else 0))

    def conv(self, layer: int) -> nn.Conv2d:
        return cast(nn.Conv2d, self.convs[layer])

    def norm(self, layer: int) -> SampleNorm | None:
        return cast(SampleNorm, self.norms[layer]) if len(self.norms) else None

    def stack(self, x: Tensor) -> Tensor:
        """Apply all layers, each in the precision of its weights: (N, 3, H, W) -> (N, out_channels, H-10, W-10)."""
        for i in range(HIDDEN_LAYERS):
            conv, norm = self.conv(i), self.norm(i)
            x = conv(x.to(conv.weight.dtype))
            x = F.leaky_relu_(x if norm is None else norm(x), SLOPE)
        last = self.conv(HIDDEN_LAYERS)
        return last(x.to(last.weight.dtype))

    def mixed(self) -> Self:
        """Return a copy whose inner layers are bfloat16.

        Near -1 a step of bfloat16 is half a level of 255. A critic that sees so little of what is dark leaves a weave
        there, so the outer layers stay as they are.
        """
        mixed = copy.deepcopy(self)
        for i in range(1, HIDDEN_LAYERS):
            mixed.conv(i).bfloat16()
        return mixed


class Generator(ConvStack):
    """Adds detail to an upsampled picture from the scale below: G(z, y) = tanh(net(z)) + y."""

    def __init__(self, channels: int, norm: bool) -> None:
        super().__init__(channels, 3, norm)

    def forward(self, canvas: Tensor, below: Tensor) -> Tensor:
        """Add detail to `below` (N, 3, H, W); `canvas` (N, 3, H+10, W+10) is padded noise plus the padded picture."""
        return torch.tanh(self.stack(canvas)) + below


class Discriminator(ConvStack):
    """WGAN critic over overlapping 11x11 patches: (N, 3, H, W) -> (N, 1, H-10, W-10)."""

    def __init__(self, channels: int, norm: bool) -> None:
        super().__init__(channels, 1, norm)

    def forward(self, x: Tensor) -> Tensor:
        return self.stack(x)


def directional_derivative(critic: Discriminator, x: Tensor, direction: Tensor) -> Tensor:
    """Return the derivative of sum D at `x` along `direction`, differentiable by the critic's weights."""
    tangent = direction
    for layer in range(HIDDEN_LAYERS):
        weight, bias = critic.conv(layer).parameters()
        x, tangent = F.conv2d(torch.cat([x, tangent]).to(weight.dtype), weight).chunk(2)
        x = x + bias[:, None, None]
        norm = critic.norm(layer)
        if norm is not None:
            x, tangent = _norm_tangent(norm, x, tangent)
        passed = torch.where(x > 0, 1.0, SLOPE).to(x.dtype)
        x, tangent = x * passed, tangent * passed
    weight = critic.conv(HIDDEN_LAYERS).weight
    return F.conv2d(tangent.to(weight.dtype), weight).sum()


def _norm_tangent(norm: SampleNorm, x: Tensor, tangent: Tensor) -> tuple[Tensor, Tensor]:
    """Return value and tangent behind a norm in train mode: t -> gain / sigma (t - mean t - xhat mean(xhat t))."""
    over = (2, 3)
    centred = x - x.mean(over, keepdim=True)
    inverse = (centred.square().mean(over, keepdim=True) + norm.eps).rsqrt()
    unit = centred * inverse
    gain, bias = norm.weight[:, None, None], norm.bias[:, None, None]
    moved = tangent - tangent.mean(over, keepdim=True) - unit * (unit * tangent).mean(over, keepdim=True)
    return unit * gain + bias, moved * inverse * gain


def make_generator(config: TrainConfig, scale: int) -> Generator:
    """Make the generator of a scale with PyTorch's own initialisation; `initialise` draws the weights."""
    return Generator(channels_of(config, scale), config.norm == "batch")


def make_networks(config: TrainConfig, scale: int) -> tuple[Generator, Discriminator]:
    """Make both networks of a scale, as `make_generator` does."""
    return make_generator(config, scale), Discriminator(channels_of(config, scale), config.norm == "batch")


def initialise(net: ConvStack, kind: str, random: torch.Generator) -> None:
    """Draw all weights from `random` (a CPU generator).

    "normal": convolutions N(0, 0.02), gains N(1, 0.02), biases PyTorch's default, as SinGAN does. "he":
    variance-preserving for LeakyReLU, the last layer a tenth of it.
    """
    with torch.no_grad():
        for layer in range(HIDDEN_LAYERS + 1):
            weight, bias = net.conv(layer).parameters()
            fan_in = weight[0].numel()
            if kind == "normal":
                weight.normal_(0, 0.02, generator=random)
                bias.uniform_(-(fan_in**-0.5), fan_in**-0.5, generator=random)
            else:
                last = layer == HIDDEN_LAYERS
                weight.normal_(0, HE_GAIN * fan_in**-0.5 * (LAST_LAYER if last else 1), generator=random)
                bias.zero_()
            if layer < HIDDEN_LAYERS and (norm := net.norm(layer)) is not None:
                norm.weight.normal_(1, 0.02, generator=random)
                norm.bias.zero_()


def pad(x: Tensor, edge: bool = False, frame: Sequence[int] = (PAD,) * 4) -> Tensor:
    """Pad a network's input by what it loses: with zeros, or with the picture's edge.

    `frame` is in px: left, right, top, bottom.
    """
    return F.pad(x, list(frame), mode="replicate" if edge else "constant")
