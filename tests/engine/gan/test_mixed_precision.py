"""Training with convolutions in bfloat16."""

from __future__ import annotations

from contextlib import closing

import pytest
import torch
from torch import Tensor

from singan_studio.core.config import preset
from singan_studio.engine.gan import scale_trainer
from singan_studio.engine.gan.hands import Hands
from singan_studio.engine.gan.networks import Discriminator, Generator
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.gan.steps import Inputs, Penalty, SplitSteps, Weights
from tests.engine.gan.test_trainer import PICTURE, Memory, tiny


def drawn(seed: int, *shape: int) -> Tensor:
    return torch.rand(*shape, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def gradients(mixed: bool) -> list[Tensor]:
    torch.manual_seed(2)
    g, d = Generator(16, norm=False), Discriminator(16, norm=False)
    canvas, copy_canvas, below, copy_below, real = (
        drawn(seed, 2, 3, *size) for seed, size in enumerate([(50, 54)] * 2 + [(40, 44)] * 3)
    )
    with closing(Hands(1)) as hands:
        steps = SplitSteps(g, d, hands, mixed)
        inputs = Inputs(canvas, below, copy_canvas, copy_below, real)
        steps.critic(inputs, Penalty(torch.full((2, 1, 1, 1), 0.4), 0.2, None), last=True)
        steps.generator(inputs, Weights(preset("draft"), 20.0, torch.tensor([0.1, 0.1])))
    return [p.grad for network in (g, d) for p in network.parameters() if p.grad is not None]


def test_gradients_point_where_those_of_full_precision_do():
    mixed, full = (torch.cat([g.flatten() for g in gradients(kind)]) for kind in (True, False))
    assert mixed.dtype == torch.float32
    assert not torch.equal(mixed, full)
    assert (mixed - full).norm() < 0.03 * full.norm()


@pytest.mark.parametrize("precision", ["mixed", "full"])
def test_a_training_mixes_only_where_that_is_faster_and_wanted(
    precision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = {}
    for faster in (True, False):
        monkeypatch.setattr(scale_trainer, "mixes_precision", lambda _device, faster=faster: faster)
        memory = Memory(PICTURE)
        config = tiny("draft", precision=precision)
        memory.run(config)
        generator = load_pyramid(config, memory.scales, torch.device("cpu")).scales[-1].generator
        learned[faster] = torch.cat([p.flatten() for p in generator.parameters()])
    assert learned[True].dtype == torch.float32
    assert torch.equal(learned[True], learned[False]) == (precision == "full")
