"""A random walk through noise, which makes a still picture move (SinGAN supplement, animation).

The paper's walk is written here by its distance from the noise of the picture, d = z - z*:
d_{t+1} = p1 d_t + p2 d_{t-1} + s u_{t+1} with p1 = (1 - alpha)(1 + beta), p2 = -(1 - alpha) beta, u ~ N(0, 1).
"""

from __future__ import annotations

import cmath
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken

PAPER_FPS = 10
"""Frames per second that the paper's alpha and beta are meant for."""

FORGOTTEN = 1e-9
"""Share of a distance that is lost in float32."""

FIRST_STEP = 0.05
"""Share of fresh noise in the paper's z_0; the rest is z*."""

Draw = Callable[[int], Tensor]
"""`draw(t)` returns u_t, N(0, 1) of one field's shape; t counts from 0."""


@dataclass(frozen=True)
class Step:
    """The numbers of one step: d_{t+1} = p1 d_t + p2 d_{t-1} + s u_{t+1}."""

    p1: float
    p2: float
    s: float

    @property
    def radius(self) -> float:
        """The share of a distance that one step leaves in the long run, 0..1."""
        return max(abs(pole) for pole in poles(self.p1, self.p2))


def paper_step(alpha: float, beta: float) -> Step:
    """Return the paper's step; its distances have the std that alpha and beta happen to give."""
    return Step((1 - alpha) * (1 + beta), -(1 - alpha) * beta, (1 - alpha) * (1 - beta))


@functools.lru_cache(maxsize=4096)
def unit_step(alpha: float, beta: float, fps: float, loop: int | None = None) -> Step:
    """Return a step as fast in seconds at any `fps`, whose distances have std 1: alpha and beta only shape the motion.

    `alpha` in 0.01..1, `beta` in 0..1; `loop` is the length of a closed walk in frames, None for an open one.
    """
    paper = paper_step(alpha, beta)
    first, second = (pole ** (PAPER_FPS / fps) if pole else 0 for pole in poles(paper.p1, paper.p2))
    p1, p2 = (first + second).real, -(first * second).real
    if loop is None:
        variance = (1 - p2) / ((1 + p2) * ((1 - p2) ** 2 - p1**2))
    else:
        turn = np.exp(-2j * np.pi * np.arange(loop) / loop)
        variance = float(np.mean(np.abs(1 - p1 * turn - p2 * turn**2) ** -2))
    return Step(p1, p2, variance**-0.5)


def poles(p1: float, p2: float) -> tuple[complex, complex]:
    """Return the roots of x^2 - p1 x - p2."""
    root = cmath.sqrt(p1**2 + 4 * p2)
    return (p1 + root) / 2, (p1 - root) / 2


def open_walk(steps: Sequence[Step], draw: Draw, z_star: Tensor) -> Iterator[Tensor]:
    """Yield d_1, d_2, ..., one per step, starting at the picture: d_{-1} = 0, d_0 = 0.05 (u_0 - z*)."""
    before, now = torch.zeros_like(z_star), FIRST_STEP * (draw(0) - z_star)
    return _walked(steps, draw, before, now, 1)


def closed_walk(
    steps: Sequence[Step], draw: Draw, zero: Tensor, cancel: CancelToken = NEVER
) -> Iterator[Tensor]:
    """Yield d_1, ..., d_T, one per step, such that the first step leads from d_T to d_1; `zero` has the field's shape.

    The distances are those of an open walk that has always gone through these u_1, ..., u_T again and again: a first
    round from zero ends at e, and the walk starts where one more round would bring it back to,
    (I - A_T ... A_1)^{-1} e. Only two fields are held.
    """
    before = now = zero
    begin = _last_to_matter(steps)
    for after in _walked(steps[begin:], draw, zero, zero, begin + 1):
        cancel.check()
        before, now = now, after
    round_trip = np.eye(2)
    for step in steps:
        round_trip = np.array([[step.p1, step.p2], [1, 0]]) @ round_trip
    (a, b), (c, d) = np.linalg.inv(np.eye(2) - round_trip).tolist()
    start, before_start = a * now + b * before, c * now + d * before
    return _walked(steps, draw, before_start, start, 1)


def _walked(steps: Sequence[Step], draw: Draw, before: Tensor, now: Tensor, first: int) -> Iterator[Tensor]:
    for t, step in enumerate(steps, start=first):
        before, now = now, step.p1 * now + step.p2 * before + step.s * draw(t)
        yield now


def _last_to_matter(steps: Sequence[Step]) -> int:
    """Return where a round must begin so that everything before it is forgotten at its end."""
    left = 1.0
    for at in range(len(steps) - 1, -1, -1):
        left *= steps[at].radius
        if left < FORGOTTEN:
            return at
    return 0
