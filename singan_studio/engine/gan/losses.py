"""Losses of both networks: named terms, each weighted, whose sum is minimised.

The critic's loss and its gradient penalty are those of WGAN-GP (Gulrajani et al. 2017), the penalty without double
backward. Drift and excess make a finer scale's samples pay for leaving what the scales below have settled; they are
neither in SinGAN nor in `faithful`.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import PAD
from singan_studio.engine.gan.networks import Discriminator, directional_derivative

TINY = 1e-12
"""Keeps the direction of a vanishing gradient finite."""

DRIFT_CELL = 8
"""Side in px of the cells whose mean a finer scale should keep: coarser than its detail, smaller than a patch (11)."""

USUAL, MOST_COUNTED = 0.99, 2**20
"""Share of values that count as usual, and how many values are looked at to find it."""

LEAST = 1e-6
"""Least usual change, because others are divided by it."""


@dataclass(frozen=True)
class Term:
    """One part of a network's loss: `weighted` is optimised, `shown` (detached) goes to curves and logs."""

    weighted: Tensor
    shown: Tensor


Terms = dict[str, Term]
"""Terms by name, in the order in which they are added up; the names are those of `core.events.Progress.losses`."""


def total(terms: Mapping[str, Term]) -> Tensor:
    """Return the loss to minimise: the sum of the weighted terms, added in their order."""
    return functools.reduce(operator.add, (term.weighted for term in terms.values()))


# --- critic --------------------------------------------------------------------------------------------------------


def critic_loss(critic: Discriminator, real: Tensor, fake: Tensor) -> Tensor:
    """Return -mean D(real) + mean D(fake), both (N, 3, H, W), judged in one batch."""
    real_score, fake_score = critic(torch.cat([real, fake])).chunk(2)
    return fake_score.mean() - real_score.mean()


def gradient_penalty(
    critic: Discriminator, x: Tensor, weights: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Return the penalty at `x` (N, 3, H, W), and a scalar whose gradient is the penalty's.

    The penalty is the mean over pixels of (||grad_x D||_2 over channels - 1)^2; `weights` (N, 1, H, W), summing to 1,
    replace the plain mean. With g = grad_x sum D(x) and v = dp/dg held fixed, grad_theta p = grad_theta <v, g>, and
    <v, g> is the derivative of sum D along v: a forward pass over (value, tangent) instead of a second backward pass.
    Exact.
    """
    x = x.detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x)
    value, direction = penalty_and_direction(slope, weights)
    return value, directional_derivative(critic, x.detach(), direction)


def penalty_and_direction(slope: Tensor, weights: Tensor | None) -> tuple[Tensor, Tensor]:
    """Return the penalty for g = `slope` (N, 3, H, W), and v = dp/dg of `gradient_penalty`."""
    norm = slope.norm(dim=1, keepdim=True)
    share = weights if weights is not None else 1 / norm.numel()
    value = (share * (norm - 1) ** 2).sum()
    return value, share * 2 * (norm - 1) * slope / norm.clamp_min(TINY)


def inside_weights(size: tuple[int, int], origin: tuple[int, int], picture: tuple[int, int]) -> Tensor:
    """Return (h, w) weights that sum to 1 over the pixels of a window that all their patches see.

    A pixel within 10 px of an edge of the window is judged by fewer patches than in the picture and is left out,
    unless that edge is the picture's own.
    """
    margin = 2 * PAD
    inside = torch.zeros(size)
    top, left = (0 if at == 0 else margin for at in origin)
    bottom, right = (
        length if at + length >= whole else length - margin
        for at, length, whole in zip(origin, size, picture, strict=True)
    )
    inside[top:bottom, left:right] = 1
    return inside / inside.sum()


# --- generator -----------------------------------------------------------------------------------------------------


def sample_terms(critic: Discriminator, fake: Tensor) -> Terms:
    """Return the adversarial term of samples `fake` (N, 3, h, w)."""
    adversarial = -critic(fake).mean()
    return {"g_loss": Term(adversarial, adversarial.detach())}


def copy_term(copied: Tensor, real: Tensor, weight: float) -> Term:
    """Return the squared error of the copy, times `weight`; it is shown as RMSE in [-1, 1] units."""
    error = F.mse_loss(copied, real)
    return Term(weight * error, error.detach().sqrt())


def change_terms(config: TrainConfig, fake: Tensor, below: Tensor, limits: Tensor) -> Terms:
    """Return what a finer scale pays for changing `below` to `fake`, (N, 3, h, w) each.

    `limits` are those of `excess`. Both terms are shown as RMS in [-1, 1] units. Each takes a difference of its own:
    with a shared one gradients would be added in another order, and the same seed would give other bits.
    """
    terms: Terms = {}
    if config.drift_weight:
        moved = drift(fake - below)
        terms["drift"] = Term(config.drift_weight * moved, moved.detach().sqrt())
    if config.excess_weight:
        over = excess(fake - below, limits)
        terms["excess"] = Term(config.excess_weight * over, over.detach().sqrt())
    return terms


def drift(change: Tensor) -> Tensor:
    """Return how far the means of cells move, squared, as a scalar; `change` (N, 3, h, w) is what a scale adds.

    Without this cost a part that the picture does not have, such as a cloud where the bent layout joined two, may
    change its colour from scale to scale as long as the critic finds a new fault in it.
    """
    cells = F.avg_pool2d(change, DRIFT_CELL, ceil_mode=True, count_include_pad=False)
    return cells.square().mean()


def strongest(change: Tensor) -> Tensor:
    """Return the largest change of grey and of colour at any pixel of `change` (N, 3, h, w), as (2,)."""
    return torch.stack([part.abs().amax() for part in grey_and_colour(change)])


def usual(change: Tensor) -> Tensor:
    """Return the 99th percentile of grey and of colour of `change` (1, 3, h, w), never 0, as (2,)."""
    parts = [part.abs().flatten() for part in grey_and_colour(change)]
    found = torch.stack([part[:: len(part) // MOST_COUNTED + 1].quantile(USUAL) for part in parts])
    return found.clamp_min(LEAST)


def limited(change: Tensor, limits: Tensor) -> Tensor:
    """Scale `change` (N, 3, h, w) down where it is stronger than `limits` of grey and of colour.

    Without limits a border that the picture does not have, such as that of a pasted object, is sharpened to a ringing
    rim of black and white.
    """
    parts = zip(grey_and_colour(change), limits, strict=True)
    grey, colour = (
        part * (limit / part.abs().amax(1, keepdim=True).clamp_min(limit)) for part, limit in parts
    )
    return grey + colour


def excess(change: Tensor, limits: Tensor) -> Tensor:
    """Return by how much `change` (N, 3, h, w) is stronger than `limits`, squared, as a scalar.

    Without this cost parts that the critic seldom sees fill with stripes of black and white or of all colours.
    """
    parts = zip(grey_and_colour(change), limits, strict=True)
    return torch.stack([F.relu(part.abs() - limit).square().mean() for part, limit in parts]).sum()


def grey_and_colour(x: Tensor) -> tuple[Tensor, Tensor]:
    """Split `x` (N, 3, h, w) into its grey (N, 1, h, w) and what is left, its colour (N, 3, h, w)."""
    grey = x.mean(1, keepdim=True)
    return grey, x - grey
