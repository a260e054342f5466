"""Steps in two parts are the steps in one batch."""

from __future__ import annotations

import torch

from singan_studio.core.config import preset
from singan_studio.engine.gan.adam import Adam
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.networks import make_networks
from singan_studio.engine.gan.steps import Inputs, JointSteps, Losses, Penalty, SplitSteps, Steps, Weights

CONFIG = preset("standard", channels=8)
SIZE = 32, 45


def drawn(*shape: int) -> torch.Tensor:
    return (
        torch.rand(*shape, dtype=torch.float64, generator=torch.Generator().manual_seed(sum(shape))) * 2 - 1
    )


def laid_out(x: torch.Tensor) -> torch.Tensor:
    return x.contiguous(memory_format=torch.channels_last)  # as in a training on a CPU


def inputs() -> Inputs:
    height, width = SIZE
    canvas, copy_canvas = map(laid_out, drawn(4, 3, height + 10, width + 10).chunk(2))
    below, copy_below, real = drawn(6, 3, height, width).chunk(3)
    return Inputs(canvas, below, copy_canvas, copy_below, real)


def stepped(kind: str, threads: int = 2) -> tuple[Losses, list[torch.Tensor]]:
    """Take a discriminator and a generator step; return what is shown and all parameters after them."""
    torch.manual_seed(3)
    g, d = make_networks(CONFIG, 1)
    for network in (g, d):
        network.double()
    hands = Hands(threads)
    steps: Steps = JointSteps(g, d) if kind == "joint" else SplitSteps(g, d, hands)
    losses = steps.critic(
        inputs(), Penalty(drawn(2, 1, 1, 1).abs(), 0.2, None), last=kind != "split, drawn again"
    )
    d.requires_grad_(False)
    losses |= steps.generator(inputs(), Weights(CONFIG, 20.0, torch.tensor([0.1, 0.1])))
    hands.close()
    for network in (g, d):
        Adam(network.parameters(), 1e-3, (0.5, 0.99)).step()
    gradients = [p.grad for network in (d, g) for p in network.parameters() if p.grad is not None]
    assert sum(bool(gradient.any()) for gradient in gradients) >= 19  # the score's own offset has none
    return losses, [p.detach() for network in (d, g) for p in network.parameters()]


def test_two_parts_learn_what_one_batch_learns() -> None:
    losses, parameters = stepped("split")
    expected_losses, expected = stepped("joint")
    assert (
        losses.keys()
        == expected_losses.keys()
        == {"d_loss", "penalty", "g_loss", "reconstruction", "drift", "excess"}
    )
    for name, loss in losses.items():
        torch.testing.assert_close(loss, expected_losses[name], msg=name)
    for ours, theirs in zip(parameters, expected, strict=True):
        torch.testing.assert_close(ours, theirs)


def test_one_thread_computes_the_bits_of_two() -> None:
    for ours, theirs in zip(stepped("split", 1)[1], stepped("split", 2)[1], strict=True):
        assert torch.equal(ours, theirs)


def test_what_the_discriminator_step_drew_for_the_generator_step_can_be_drawn_again() -> None:
    for ours, theirs in zip(stepped("split")[1], stepped("split, drawn again")[1], strict=True):
        assert torch.equal(ours, theirs)
