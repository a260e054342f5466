"""Finished scales, and drawing pictures from them (SinGAN sections 3.1 and 4)."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.geometry import PAD
from singan_studio.core.schedule import TILE, Size
from singan_studio.engine import checkpoint
from singan_studio.engine.gan import tiled_inference
from singan_studio.engine.gan.layout import Layout, layout_of
from singan_studio.engine.gan.losses import usual
from singan_studio.engine.gan.networks import Generator, make_generator, pad
from singan_studio.engine.noise import Noise
from singan_studio.engine.resample import resize, resize_to

SMALLEST, LARGEST = 16, 4096
"""Allowed sides of a sample in px."""


@dataclass
class FinishedScale:
    """A trained generator in eval mode, its noise amplitude and its own (height, width).

    `colours` (n, 3) in [-1, 1] are the colours that its input pictures were reduced to, if they were. `usual` is
    `losses.usual` of its change to the copy, once it was needed.
    """

    generator: Generator
    amplitude: float
    size: Size
    colours: Tensor | None = None
    usual: Tensor | None = None


class Pyramid:
    """The finished scales of a model, coarsest first, on one device.

    `z_star` (1, 3, h, w) is the noise whose picture is the original: the reconstruction (section 3.2). `layout` is
    what the coarsest scale starts from, None for noise alone. With `limits_changes` no scale changes an injected
    picture more than it changes the copy. One that `rearranges` takes new layouts from patches.
    """

    def __init__(
        self, border: str, factor: float, device: torch.device, layout: Layout | None = None
    ) -> None:
        self.layout = layout
        self.border = border
        self.factor = factor
        self.device = device
        self.limits_changes = False
        self.rearranges = False
        self.tile = TILE  # px of the side that is drawn at once
        self.scales: list[FinishedScale] = []
        self.z_star: Tensor | None = None

    @property
    def sizes(self) -> list[Size]:
        return [scale.size for scale in self.scales]

    def first(self, count: int) -> Pyramid:
        """Return the pyramid of the `count` coarsest scales."""
        shorter = copy.copy(self)
        shorter.scales = self.scales[:count]
        return shorter

    @property
    def noise_covers_border(self) -> bool:
        return self.border != "zero"

    def noise_size(self, size: Size) -> Size:
        """Return the (height, width) of the noise, which covers the padding too if the model was trained that way."""
        margin = 2 * PAD if self.noise_covers_border else 0
        return size[0] + margin, size[1] + margin

    def canvas(self, noise: Tensor, amplitude: float, below: Tensor, box: tiled_inference.Box) -> Tensor:
        """Return a generator's input for a box (top, left, bottom, right) of its output, (1, 3, h+10, w+10).

        Noise and picture are padded once around the whole picture, never around a box within it.
        """
        top, left, bottom, right = box
        covered = noise if self.noise_covers_border else pad(noise)
        part = covered[:, :, top : bottom + 2 * PAD, left : right + 2 * PAD]
        return amplitude * part + self.padded(below, box)

    def padded(self, below: Tensor, box: tiled_inference.Box) -> Tensor:
        """Return the part of a picture that a generator needs for a box of its output, (1, 3, h+10, w+10)."""
        top, left, bottom, right = box
        height, width = below.shape[2:]
        there = below[:, :, max(top - PAD, 0) : bottom + PAD, max(left - PAD, 0) : right + PAD]
        frame = [max(PAD - gap, 0) for gap in (left, width - right, top, height - bottom)]
        return pad(there, self.border == "edge", frame)

    def coarsest_input(self, noise: Tensor, size: Size) -> Tensor:
        """Return the input of the coarsest scale, (1, 3, h, w): zeros (section 3.2), or the layout bent by noise."""
        if self.layout is None:
            return torch.zeros(1, 3, *size, device=self.device)
        return self.layout.bent(noise, size)

    def refine(
        self,
        scale: int,
        noise: Tensor,
        below: Tensor,
        cancel: CancelToken = NEVER,
        limits: Tensor | None = None,
    ) -> Tensor:
        """Draw one scale from its noise and the upsampled picture below, (1, 3, h, w); large pictures in tiles."""
        finished = self.scales[scale]

        def canvas_of(box: tiled_inference.Box) -> Tensor:
            return self.canvas(noise, finished.amplitude, below, box)

        return tiled_inference.generate(finished.generator, canvas_of, below, cancel, self.tile, limits)

    def upsample(self, picture: Tensor, size: Size) -> Tensor:
        """Upsample one scale's picture to the next one's size, clamped to [-1, 1] before and after."""
        return resize(picture.clamp(-1, 1), 1 / self.factor, size).clamp(-1, 1)

    @torch.no_grad()
    def draw(
        self,
        noise: Noise,
        sizes: Sequence[Size],
        start: int = 0,
        cancel: CancelToken = NEVER,
        layout: Tensor | None = None,
        adjust: Callable[[int, Tensor, Tensor], Tensor] | None = None,
    ) -> Tensor:
        """Draw a random picture of the scale len(sizes) - 1, (1, 3, h, w) in about [-1, 1].

        `sizes` holds the (h, w) of every scale up to it. Below `start` the reconstruction is used, resized where the
        sizes are not the learned ones, so the layout of scale start - 1 is kept; or `layout`, (1, 3, *sizes[start]).
        `adjust(scale, below, picture)` may change what each scale draws of the picture below, both (1, 3, h, w).
        """
        picture = None
        for k in range(start, len(sizes)):
            cancel.check()
            z = noise(k, self.noise_size(sizes[k]))
            if picture is not None:
                below = self.upsample(picture, sizes[k])
            elif layout is not None:
                below = layout
            elif k == 0:
                below = self.coarsest_input(z, sizes[0])
            else:
                below = resize_to(self.upsample(self.reconstruction(k - 1), self.scales[k].size), sizes[k])
            picture = self.refine(k, z, below, cancel)
            if adjust is not None:
                picture = adjust(k, below, picture)
        assert picture is not None
        return picture

    @torch.no_grad()
    def reconstruction(self, scale: int) -> Tensor:
        """Return the learned copy of the original at a scale, (1, 3, h, w): z* at scale 0, no noise above."""
        *_, (_, picture) = self.copies(scale)
        return picture

    @torch.no_grad()
    def limits(self, scale: int) -> Tensor | None:
        """Return how far a scale may change grey and colour of an injected picture, (2,): `losses.usual` of the copy.

        None unless the pyramid `limits_changes`.
        """
        if not self.limits_changes:
            return None
        if self.scales[scale].usual is None:
            for finished, (below, picture) in zip(
                self.scales, self.copies(len(self.scales) - 1), strict=True
            ):
                finished.usual = usual(picture - below)
        return self.scales[scale].usual

    def copies(self, scale: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield, for each scale up to `scale`, its input of the copy and the copy it draws."""
        assert self.z_star is not None
        below = self.coarsest_input(self.z_star, self.scales[0].size)
        picture = self.refine(0, self.z_star, below)
        yield below, picture
        for k in range(1, scale + 1):
            below = self.upsample(picture, self.scales[k].size)
            picture = self.refine(k, torch.zeros(1, device=self.device).expand(self._noise_shape(k)), below)
            yield below, picture

    def _noise_shape(self, scale: int) -> tuple[int, int, int, int]:
        return 1, 3, *self.noise_size(self.scales[scale].size)


def sizes_for(learned: Sequence[Size], size: Sequence[int] | None) -> list[Size]:
    """Return the sizes per scale for a picture of `size` (width, height), or the learned ones for None.

    Raises `BadInput` when a side is outside 16..4096 px.
    """
    if size is None:
        return list(learned)
    width, height = size
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise BadInput("sample.size", width=width, height=height, low=SMALLEST, high=LARGEST)
    ratio_y, ratio_x = height / learned[-1][0], width / learned[-1][1]
    return [(max(1, round(h * ratio_y)), max(1, round(w * ratio_x))) for h, w in learned]


def scale_blob(pyramid: Pyramid, scale: int, critic: torch.nn.Module) -> bytes:
    """Pack a finished scale as bytes: generator and discriminator, from which the next scale may start.

    Scale 0 also holds z* and the layout's thumbnail.
    """
    finished = pyramid.scales[scale]
    tensors = checkpoint.prefixed("g", finished.generator.state_dict()) | checkpoint.prefixed(
        "d", critic.state_dict()
    )
    if scale == 0:
        assert pyramid.z_star is not None
        tensors["z_star"] = pyramid.z_star
        if pyramid.layout is not None:
            tensors["thumbnail"] = pyramid.layout.thumbnail
    if finished.colours is not None:
        tensors["colours"] = finished.colours
    meta = {"scale": scale, "size": finished.size, "amplitude": finished.amplitude, "factor": pyramid.factor}
    return checkpoint.pack(tensors, meta)


def load_pyramid(config: TrainConfig, scale_blobs: Sequence[bytes], device: torch.device) -> Pyramid:
    """Load a model's finished scales from blobs, coarsest first. Raises `BadInput` for none or damaged ones."""
    if not scale_blobs:
        raise BadInput("sample.no_scales")
    pyramid = Pyramid(config.border, 1.0, device)
    pyramid.limits_changes = config.excess_weight > 0
    pyramid.rearranges = config.layout == "patches"
    for k, blob in enumerate(scale_blobs):
        tensors, meta = checkpoint.unpack(blob)
        generator = make_generator(config, k)
        checkpoint.load_network(generator, checkpoint.without_prefix("g", tensors))
        size, amplitude, pyramid.factor = _described(meta)
        colours = tensors["colours"].to(device) if "colours" in tensors else None
        finished = FinishedScale(frozen(generator, device), amplitude, size, colours)
        pyramid.scales.append(finished)
        if k == 0 and "z_star" not in tensors:
            raise BadInput("model.damaged", reason="its fixed noise is missing")
        if k == 0:
            pyramid.z_star = tensors["z_star"].to(device)
            if "thumbnail" in tensors:
                pyramid.layout = layout_of(config, tensors["thumbnail"].to(device))
    return pyramid


def _described(meta: Mapping[str, Any]) -> tuple[Size, float, float]:
    """Return a scale's (height, width), noise amplitude and the factor between scales. Raises `BadInput`."""
    try:
        height, width = (int(side) for side in meta["size"])
        amplitude, factor = float(meta["amplitude"]), float(meta["factor"])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadInput("model.damaged", reason=f"a scale is not described: {error}") from error
    if min(height, width) < 1 or not math.isfinite(amplitude) or not 0 < factor <= 1:
        raise BadInput(
            "model.damaged", reason=f"a scale is described as {height}x{width}, {amplitude}, {factor}"
        )
    return (height, width), amplitude, factor


def frozen(generator: Generator, device: torch.device) -> Generator:
    """Return the generator in eval mode, without gradients, on the device."""
    return generator.to(device).eval().requires_grad_(False)
