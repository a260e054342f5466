"""The optimizer does what torch's class does, bit for bit."""

import pytest
import torch

from singan_studio.engine.gan.adam import Adam


def parameters() -> list[torch.Tensor]:
    random = torch.Generator().manual_seed(3)
    return [torch.randn(shape, generator=random).requires_grad_() for shape in ((4, 3, 3, 3), (4,), (2,))]


def descend(optimizer, weights: list[torch.Tensor], steps: range) -> None:
    """Take steps down a bowl; the last parameter is in none of them."""
    for step in steps:
        optimizer.zero_grad()
        torch.stack([((1 + step) * weight.sin()).square().sum() for weight in weights[:-1]]).sum().backward()
        optimizer.step()


@pytest.mark.parametrize("rate", [5e-4, 0.1])
def test_steps_are_those_of_torch(rate):
    ours, theirs = parameters(), parameters()
    descend(Adam(ours, rate, (0.5, 0.99)), ours, range(5))
    descend(torch.optim.Adam(theirs, lr=rate, betas=(0.5, 0.99), fused=True), theirs, range(5))
    assert not torch.equal(ours[0], parameters()[0])
    assert all(torch.equal(mine, its) for mine, its in zip(ours, theirs, strict=True))


def test_restored_optimizer_goes_on_with_the_same_bits():
    straight, interrupted = parameters(), parameters()
    descend(Adam(straight, 0.01, (0.5, 0.999)), straight, range(6))
    first = Adam(interrupted, 0.01, (0.5, 0.999))
    assert first.tensors() == {}
    descend(first, interrupted, range(3))
    second = Adam(interrupted, 0.01, (0.5, 0.999))
    second.load(first.tensors())
    descend(second, interrupted, range(3, 6))
    assert all(torch.equal(one, other) for one, other in zip(straight, interrupted, strict=True))


def test_tensors_are_named_as_in_older_checkpoints():
    weights = parameters()
    ours, theirs = Adam(weights, 0.01, (0.5, 0.999)), torch.optim.Adam(weights, fused=True)
    for optimizer in (ours, theirs):
        descend(optimizer, weights, range(1))
    state = theirs.state_dict()["state"]
    assert set(ours.tensors()) == {f"{index}.{key}" for index, moments in state.items() for key in moments}
