"""Gradients of one discriminator or generator step: of everything in one batch, or in two parts at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from singan_studio.core.config import TrainConfig
from singan_studio.core.geometry import PAD
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.losses import (
    Term,
    Terms,
    change_terms,
    copy_term,
    critic_loss,
    gradient_penalty,
    penalty_and_direction,
    sample_terms,
    total,
)
from singan_studio.engine.gan.networks import Discriminator, Generator, directional_derivative

Losses = dict[str, Tensor]
"""What is shown of a step's terms, by name."""

Gradients = Sequence[Tensor]


@dataclass(frozen=True)
class Inputs:
    """What both networks see in one step: N windows of (h, w).

    `canvas` (N, 3, h+10, w+10) and `below` (N, 3, h, w) are the generator's inputs for samples, `copy_canvas` and
    `copy_below` those for the copy of the picture, `real` (N, 3, h, w) is the picture.
    """

    canvas: Tensor
    below: Tensor
    copy_canvas: Tensor
    copy_below: Tensor
    real: Tensor


@dataclass(frozen=True)
class Penalty:
    """The gradient penalty of one step.

    `mix` (N, 1, 1, 1) are the picture's shares in where it is taken, `shares` the weights of `gradient_penalty`.
    """

    mix: Tensor
    weight: float
    shares: Tensor | None


@dataclass(frozen=True)
class Weights:
    """What a generator step weighs: the configuration, the copy's weight, and a finer scale's limits of change."""

    config: TrainConfig
    reconstruction: float
    limits: Tensor | None


class Steps(Protocol):
    """Both kinds of steps; each adds to the gradients of its network and returns the terms that are shown."""

    def critic(self, inputs: Inputs, penalty: Penalty | None, last: bool) -> Losses:
        """Add the discriminator's gradients; after the `last` one the generator's steps follow on the same inputs."""
        ...

    def generator(self, inputs: Inputs, weights: Weights) -> Losses: ...


class JointSteps:
    """Samples and picture go through the discriminator in one batch, which suits graphics cards and norms."""

    def __init__(self, g: Generator, d: Discriminator) -> None:
        self.g, self.d = g, d

    def critic(self, inputs: Inputs, penalty: Penalty | None, last: bool) -> Losses:
        with torch.no_grad():
            fake = self.g(inputs.canvas, inputs.below)
        loss = critic_loss(self.d, inputs.real, fake)
        terms = {"d_loss": Term(loss, loss.detach())}
        if penalty is not None:
            value, surrogate = gradient_penalty(self.d, between(inputs.real, fake, penalty), penalty.shares)
            terms["penalty"] = Term(penalty.weight * surrogate, value.detach())
        return _descended(terms)

    def generator(self, inputs: Inputs, weights: Weights) -> Losses:
        fake, copied = self._fake_and_copy(inputs)
        terms = sample_terms(self.d, fake) | _change_terms(fake, inputs, weights)
        terms["reconstruction"] = copy_term(copied, inputs.real, weights.reconstruction)
        return _descended(terms)

    def _fake_and_copy(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        """Draw both in one batch, or one after the other where a norm keeps running statistics of each."""
        if len(self.g.norms):
            return self.g(inputs.canvas, inputs.below), self.g(inputs.copy_canvas, inputs.copy_below)
        canvas = torch.cat([inputs.canvas, inputs.copy_canvas])
        fake, copied = self.g(canvas, torch.cat([inputs.below, inputs.copy_below])).chunk(2)
        return fake, copied


class SplitSteps:
    """Samples and picture are two jobs; the same sums in another order. For networks without norms.

    Convolutions see 11 px, so each job can judge half of the discriminator's patches. The last discriminator step draws
    sample and copy for the generator step as well, which begins with the same generator and inputs. After a restart
    between them they are drawn again, to the same bits.
    """

    def __init__(self, g: Generator, d: Discriminator, hands: Hands, mixed: bool = False) -> None:
        """With `mixed` precision copies compute, mostly in bfloat16; weights, losses and gradients stay as they are."""
        self._learning_g, self._learning_d = g, d
        self.g, self.d = (g.mixed(), d.mixed()) if mixed else (g, d)
        self._hands = hands
        self._drawn: tuple[Tensor, Tensor] | None = None

    def critic(self, inputs: Inputs, penalty: Penalty | None, last: bool) -> Losses:
        _follow(self.g, self._learning_g)
        _follow(self.d, self._learning_d)

        def of_samples() -> tuple[Tensor, Gradients, Tensor]:
            with torch.set_grad_enabled(last):
                fake = self.g(inputs.canvas, inputs.below)
            loss = self.d(fake.detach()).mean()
            return fake, _gradients(loss, self.d), loss.detach()

        def of_the_picture() -> tuple[Tensor | None, Gradients, Tensor]:
            copied = self.g(inputs.copy_canvas, inputs.copy_below) if last else None
            loss = -self.d(inputs.real).mean()
            return copied, _gradients(loss, self.d), loss.detach()

        (fake, of_fake, fake_loss), (copied, of_real, real_loss) = self._hands.both(
            of_samples, of_the_picture
        )
        self._drawn = None if copied is None else (fake, copied)
        _add_gradients(self._learning_d, of_fake, of_real)
        losses = {"d_loss": fake_loss + real_loss}
        if penalty is not None:
            losses["penalty"] = self._add_penalty(between(inputs.real, fake.detach(), penalty), penalty)
        return losses

    def generator(self, inputs: Inputs, weights: Weights) -> Losses:
        _follow(self.d, self._learning_d)
        fake, copied = self._drawn or self._draw(inputs)
        self._drawn = None
        slope, scores = self._judged(fake.detach())
        adversarial = -scores.mean()

        def of_samples() -> tuple[Gradients, Losses]:
            terms = {"g_loss": Term(-(fake * slope).sum() / scores.numel(), adversarial)}
            terms |= _change_terms(fake, inputs, weights)
            return _gradients(total(terms), self.g), _shown(terms)

        def of_the_copy() -> tuple[Gradients, Losses]:
            terms = {"reconstruction": copy_term(copied, inputs.real, weights.reconstruction)}
            return _gradients(total(terms), self.g), _shown(terms)

        (of_fake, fake_losses), (of_copy, copy_losses) = self._hands.both(of_samples, of_the_copy)
        _add_gradients(self._learning_g, of_fake, of_copy)
        return fake_losses | copy_losses

    def _draw(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        _follow(self.g, self._learning_g)
        return self._hands.both(
            lambda: self.g(inputs.canvas, inputs.below),
            lambda: self.g(inputs.copy_canvas, inputs.copy_below),
        )

    def _judged(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return how the sum of the critic's scores of `x` changes with it, and the scores.

        Each job sees to half of the critic's patches.
        """
        dim, halves = _halves(x)
        slope, scores = torch.zeros_like(x), []

        def judged(half: Half) -> tuple[Tensor, Tensor]:
            return _judged(self.d, x.narrow(dim, *half))

        for half, (part, of_half) in zip(halves, self._hands.each(judged, halves), strict=True):
            slope.narrow(dim, *half).add_(part)
            scores.append(of_half)
        return slope, torch.cat(scores, dim)

    def _add_penalty(self, x: Tensor, penalty: Penalty) -> Tensor:
        """Add the penalty's gradients at `x` and return its value."""
        value, direction = penalty_and_direction(self._judged(x)[0], penalty.shares)
        dim, halves = _halves(x)

        def gradients_of(half: Half) -> Gradients:
            change = directional_derivative(self.d, x.narrow(dim, *half), direction.narrow(dim, *half))
            return _gradients(penalty.weight * change, self.d)

        _add_gradients(self._learning_d, *self._hands.each(gradients_of, halves))
        return value


Half = tuple[int, int]
"""Where it begins and how long it is, in px of one side."""


def between(real: Tensor, fake: Tensor, penalty: Penalty) -> Tensor:
    """Return pictures between both, (N, 3, h, w), where the penalty is taken."""
    return penalty.mix * real + (1 - penalty.mix) * fake


@torch.no_grad()
def _follow(computing: nn.Module, learning: nn.Module) -> None:
    """Give a network that computes the weights of the one that learns, unless it is the same."""
    if computing is not learning:
        torch._foreach_copy_(list(computing.parameters()), list(learning.parameters()))  # pyright: ignore[reportPrivateImportUsage]


def _halves(x: Tensor) -> tuple[int, tuple[Half, Half]]:
    """Return the longer side's dimension, and the two parts of it that each half of the critic's patches sees."""
    dim = 2 if x.shape[2] > x.shape[3] else 3
    length, lost = x.shape[dim], 2 * PAD
    middle = (length - lost) // 2
    return dim, ((0, middle + lost), (middle, length - middle))


def _judged(critic: Discriminator, x: Tensor) -> tuple[Tensor, Tensor]:
    """Return how the sum of the critic's scores of `x` changes with it, and the scores."""
    x = x.detach().requires_grad_()
    scores = critic(x)
    return torch.autograd.grad(scores.sum(), x)[0], scores.detach()


def _change_terms(fake: Tensor, inputs: Inputs, weights: Weights) -> Terms:
    """Return what a finer scale pays for its changes; nothing at the coarsest."""
    return {} if weights.limits is None else change_terms(weights.config, fake, inputs.below, weights.limits)


def _descended(terms: Terms) -> Losses:
    total(terms).backward()
    return _shown(terms)


def _shown(terms: Terms) -> Losses:
    return {name: term.shown for name, term in terms.items()}


def _gradients(loss: Tensor, network: nn.Module) -> Gradients:
    """Return the gradients for all parameters, zeros where one has no part in `loss`, laid out as `Adam` wants them."""
    found = torch.autograd.grad(loss, list(network.parameters()), allow_unused=True, materialize_grads=True)
    return [gradient.to(loss.dtype).contiguous() for gradient in found]


def _add_gradients(network: nn.Module, *parts: Gradients) -> None:
    """Add to the gradients of a network, in the order of `parts`, so that the bits are always the same."""
    for parameter, *summands in zip(network.parameters(), *parts, strict=True):
        for summand in summands:
            parameter.grad = summand if parameter.grad is None else parameter.grad + summand
