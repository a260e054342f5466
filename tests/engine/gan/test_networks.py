import pytest
import torch
from reference_arrays import arrays, load_reference_weights, reference_gradients, tensor

from singan_studio.core.config import preset
from singan_studio.core.geometry import PAD, RECEPTIVE_FIELD
from singan_studio.core.schedule import channels_of
from singan_studio.engine.gan.losses import critic_loss, gradient_penalty, inside_weights
from singan_studio.engine.gan.networks import Discriminator, Generator, initialise

REFERENCE = arrays("networks")


@pytest.fixture
def critic() -> Discriminator:
    net = Discriminator(32, norm=True).double()
    load_reference_weights(net, REFERENCE, "D")
    return net


@pytest.fixture
def generator() -> Generator:
    net = Generator(32, norm=True).double()
    load_reference_weights(net, REFERENCE, "G")
    return net


@pytest.mark.parametrize("mode", ["eval", "train"])
def test_both_networks_equal_the_reference(generator, critic, mode):
    x, y = tensor(REFERENCE["x"]), tensor(REFERENCE["y"])
    generator.train(mode == "train")
    critic.train(mode == "train")
    assert (generator(x, y[:, :, 5:-5, 5:-5]) - tensor(REFERENCE[f"G_{mode}"])).abs().max() < 1e-9
    assert (critic(y) - tensor(REFERENCE[f"D_{mode}"])).abs().max() < 1e-9


def test_critic_loss_and_its_gradients_equal_the_reference(critic):
    loss = critic_loss(critic, tensor(REFERENCE["gp_real"]), tensor(REFERENCE["gp_fake"]))
    assert abs(loss.item() - float(REFERENCE["critic_value"])) < 1e-9
    loss.backward()
    for name, expected in reference_gradients(REFERENCE, "critic_grad").items():
        assert (critic.get_parameter(name).grad - expected).abs().max() < 1e-9, name


def test_penalty_by_tangents_equals_double_backward(critic):
    real, fake, alpha = (tensor(REFERENCE[f"gp_{n}"]) for n in ("real", "fake", "alpha"))
    weight = 0.1  # the reference holds the weighted penalty
    value, surrogate = gradient_penalty(critic, alpha * real + (1 - alpha) * fake)
    assert abs(weight * value.item() - float(REFERENCE["gp_value"])) < 1e-8
    (weight * surrogate).backward()
    for name, expected in reference_gradients(REFERENCE, "gp_grad").items():
        got = critic.get_parameter(name).grad
        got = torch.zeros_like(expected) if got is None else got
        assert (got - expected).abs().max() < 1e-8, name


@pytest.mark.parametrize("norm", [True, False])
def test_weighted_penalty_equals_double_backward_of_the_weighted_mean(norm):
    torch.manual_seed(1)
    critic = Discriminator(8, norm).double()
    x = torch.randn(1, 3, 40, 44, dtype=torch.float64)
    weights = inside_weights((40, 44), (0, 3), (60, 70)).double()
    _, surrogate = gradient_penalty(critic, x, weights[None, None])
    surrogate.backward()
    got = [None if p.grad is None else p.grad.clone() for p in critic.parameters()]

    x = x.requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    penalty = (weights * (slope.norm(dim=1, keepdim=True) - 1) ** 2).sum()
    expected = torch.autograd.grad(penalty, list(critic.parameters()), allow_unused=True)
    for ours, theirs in zip(got, expected, strict=True):
        if theirs is not None:
            assert torch.allclose(torch.zeros_like(theirs) if ours is None else ours, theirs, atol=1e-10)


def test_the_critic_judges_a_batch_as_single_pictures(critic):
    one, two = tensor(REFERENCE["gp_real"]), tensor(REFERENCE["gp_fake"])
    both = critic(torch.cat([one, two]))
    assert torch.allclose(both[:1], critic(one), atol=1e-12)
    assert torch.allclose(both[1:], critic(two), atol=1e-12)


def test_inside_weights_leave_out_inner_edges_only():
    weights = inside_weights((40, 40), (0, 5), (100, 45))
    assert weights.sum().item() == pytest.approx(1)
    assert weights[0, 20] > 0  # the picture's top edge
    assert weights[20, 39] > 0  # its right edge
    assert weights[39, 20] == 0
    assert weights[20, 9] == 0
    assert weights[20, 10] > 0


def test_widths_double_every_fourth_scale_up_to_128():
    faithful = preset("faithful")
    assert [channels_of(faithful, k) for k in (0, 3, 4, 8, 12)] == [32, 32, 64, 128, 128]
    assert channels_of(preset("standard"), 9) == preset("standard").channels


def test_weights_are_drawn_from_the_given_generator_alone():
    nets = [Generator(8, norm=True), Generator(8, norm=True)]
    for net in nets:
        initialise(net, "normal", torch.Generator().manual_seed(3))
    for a, b in zip(nets[0].parameters(), nets[1].parameters(), strict=True):
        assert torch.equal(a, b)
    assert nets[0].conv(2).weight.std().item() == pytest.approx(0.02, rel=0.1)


def test_a_pixel_sees_its_receptive_field_and_no_further():
    net = Generator(8, norm=False).double()
    canvas = torch.randn(1, 3, 31, 31, dtype=torch.float64, requires_grad=True)
    out = net(canvas, torch.zeros(1, 3, 31 - 2 * PAD, 31 - 2 * PAD, dtype=torch.float64))
    out[0, :, 10, 10].sum().backward()
    seen = canvas.grad.abs().sum(1)[0].nonzero()
    assert (seen.max(0).values - seen.min(0).values + 1).tolist() == [RECEPTIVE_FIELD, RECEPTIVE_FIELD]
