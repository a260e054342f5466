"""The critic's loss and its gradient penalty (WGAN-GP, Gulrajani et al. 2017), without double backward."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.geometry import PAD
from singan_studio.engine.gan.networks import HIDDEN_LAYERS, SLOPE, Discriminator, SampleNorm

TINY = 1e-12
"""Keeps the direction of a vanishing gradient finite."""


def critic_loss(critic: Discriminator, real: Tensor, fake: Tensor) -> Tensor:
    """-mean D(real) + mean D(fake), both (N, 3, H, W), judged in one batch."""
    real_score, fake_score = critic(torch.cat([real, fake])).chunk(2)
    return fake_score.mean() - real_score.mean()


def gradient_penalty(
    critic: Discriminator, x: Tensor, weights: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Value of the penalty at `x` (N, 3, H, W), and a scalar whose gradient is the penalty's.

    The penalty is the mean over pixels of (||grad_x D||_2 over channels - 1)^2; `weights` (N, 1, H, W), summing to 1,
    replace the plain mean. With g = grad_x sum D(x) and v = dp/dg held fixed, grad_theta p = grad_theta <v, g>, and
    <v, g> is the derivative of sum D along v: a forward pass over (value, tangent) instead of a second backward pass.
    Exact.
    """
    x = x.detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x)
    norm = slope.norm(dim=1, keepdim=True)
    share = weights if weights is not None else 1 / norm.numel()
    value = (share * (norm - 1) ** 2).sum()
    direction = share * 2 * (norm - 1) * slope / norm.clamp_min(TINY)
    return value, directional_derivative(critic, x.detach(), direction.detach())


def directional_derivative(critic: Discriminator, x: Tensor, direction: Tensor) -> Tensor:
    """Derivative of sum D at `x` along `direction`, differentiable by the critic's weights."""
    tangent = direction
    for layer in range(HIDDEN_LAYERS):
        weight, bias = critic.conv(layer).parameters()
        x, tangent = F.conv2d(torch.cat([x, tangent]), weight).chunk(2)
        x = x + bias[:, None, None]
        norm = critic.norm(layer)
        if norm is not None:
            x, tangent = _norm_tangent(norm, x, tangent)
        passed = torch.where(x > 0, 1.0, SLOPE).to(x.dtype)
        x, tangent = x * passed, tangent * passed
    return F.conv2d(tangent, critic.conv(HIDDEN_LAYERS).weight).sum()


def _norm_tangent(norm: SampleNorm, x: Tensor, tangent: Tensor) -> tuple[Tensor, Tensor]:
    """Value and tangent behind a norm in train mode: t -> gain / sigma (t - mean t - xhat mean(xhat t))."""
    over = (2, 3)
    centred = x - x.mean(over, keepdim=True)
    inverse = (centred.square().mean(over, keepdim=True) + norm.eps).rsqrt()
    unit = centred * inverse
    gain, bias = norm.weight[:, None, None], norm.bias[:, None, None]
    moved = tangent - tangent.mean(over, keepdim=True) - unit * (unit * tangent).mean(over, keepdim=True)
    return unit * gain + bias, moved * inverse * gain


def inside_weights(size: tuple[int, int], origin: tuple[int, int], picture: tuple[int, int]) -> Tensor:
    """(h, w) weights that sum to 1 over the pixels of one window whose gradient is whole.

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
