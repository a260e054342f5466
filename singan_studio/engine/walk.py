"""A random walk through noise, which makes a still picture move (SinGAN supplement, animation)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from singan_studio.engine.sampler import Noise, Pyramid, Size, key, scale_noise


def walk(z_star: Tensor, draw: Callable[[int], Tensor], alpha: float, beta: float) -> Iterator[Tensor]:
    """z_1, z_2, ...: z_{t+1} = alpha z* + (1 - alpha) (z_t + beta (z_t - z_{t-1}) + (1 - beta) u_{t+1}).

    `draw(t)` gives u_t, N(0, 1) of z*'s shape; z_{-1} = z*, z_0 = 0.95 z* + 0.05 u_0. `alpha` (0..1) pulls back to the
    picture, `beta` (0..1) keeps the direction: near 1 the motion is smooth.
    """
    before, now = z_star, 0.95 * z_star + 0.05 * draw(0)
    t = 0
    while True:
        t += 1
        step = now + beta * (now - before) + (1 - beta) * draw(t)
        before, now = now, alpha * z_star + (1 - alpha) * step
        yield now


class WalkingNoise:
    """The noise of an animation: every scale from `start` on walks by itself, the scales below keep the picture's.

    Call `step` once per frame, then draw the frame with `noise`. A frame depends on seed, scale and its number alone.
    """

    def __init__(self, pyramid: Pyramid, seed: int, start: int, alpha: float, beta: float) -> None:
        self._now: dict[int, Tensor] = {}
        self._still = [self._z_star(pyramid, k, size) for k, size in enumerate(pyramid.sizes)]
        self._walks = {
            k: walk(self._still[k], self._draws(pyramid, seed, k), alpha, beta)
            for k in range(start, len(pyramid.sizes))
        }

    def step(self) -> None:
        """On to the next frame."""
        self._now = {scale: next(path) for scale, path in self._walks.items()}

    @property
    def noise(self) -> Noise:
        return lambda scale, size: self._now.get(scale, self._still[scale])

    def _z_star(self, pyramid: Pyramid, scale: int, size: Size) -> Tensor:
        if scale == 0 and pyramid.z_star is not None:
            return pyramid.z_star
        return torch.zeros(1, 3, *pyramid.noise_size(size), device=pyramid.device)

    def _draws(self, pyramid: Pyramid, seed: int, scale: int) -> Callable[[int], Tensor]:
        size = pyramid.noise_size(pyramid.sizes[scale])
        random = torch.Generator()

        def draw(t: int) -> Tensor:
            random.manual_seed(key("walk", seed, scale, t))
            return scale_noise(scale, size, random).to(pyramid.device)

        return draw
