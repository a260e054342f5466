"""Training with convolutions in bfloat16."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from singan_studio.core.config import PRESETS
from singan_studio.engine.gan import scale_trainer
from singan_studio.engine.gan.losses import critic_loss, gradient_penalty
from singan_studio.engine.gan.networks import Discriminator, Generator
from singan_studio.engine.gan.sampler import load_pyramid
from tests.engine.gan.test_trainer import PICTURE, Memory, tiny


def drawn(*shape: int) -> Tensor:
    return torch.rand(*shape, generator=torch.Generator().manual_seed(1)) * 2 - 1


def critic_gradients(mixed: bool) -> list[Tensor]:
    torch.manual_seed(2)
    critic = Discriminator(16, norm=False)
    critic.mixed = mixed
    real, fake = drawn(2, 3, 40, 44).chunk(2)
    (critic_loss(critic, real, fake) + gradient_penalty(critic, (real + fake) / 2)[1]).backward()
    return [p.grad for p in critic.parameters() if p.grad is not None]


def test_gradients_point_where_those_of_full_precision_do():
    mixed, full = (torch.cat([g.flatten() for g in critic_gradients(kind)]) for kind in (True, False))
    assert mixed.dtype == torch.float32
    assert not torch.equal(mixed, full)
    assert (mixed - full).norm() < 0.03 * full.norm()


def test_a_finished_generator_draws_in_full_precision():
    torch.manual_seed(2)
    generator = Generator(16, norm=False)
    canvas, below = drawn(1, 3, 40, 44), drawn(1, 3, 30, 34)
    learning = generator(canvas, below)
    generator.mixed = True
    assert not torch.equal(generator(canvas, below), learning)
    assert torch.equal(generator.eval()(canvas, below), learning)


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


def test_only_the_fast_presets_mix():
    assert {name: config.precision for name, config in PRESETS.items()} == {
        "faithful": "full",
        "standard": "mixed",
        "draft": "mixed",
    }
