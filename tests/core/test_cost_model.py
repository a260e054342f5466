"""The cost model: its structure on fixed numbers."""

import pytest

from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.cost_model import (
    REFERENCE,
    Estimate,
    Machine,
    Speed,
    Workload,
    drawing_work,
    estimate,
    iteration_work,
    memory_mb,
    scale_seconds,
    scale_work,
    share_done,
)
from singan_studio.core.geometry import geometry_for

FAST = TrainConfig(  # the presets as they were when they were measured
    scale_factor=0.72,
    channels_double_every=0,
    norm="none",
    d_steps=1,
    g_steps=1,
    penalty_every=2,
    prev_bank=16,
    window=64,
)
STANDARD = FAST.but(preset="standard", iterations=1000, windows=2, coarse_factor=3.0)
DRAFT = FAST.but(preset="draft", iterations=400, coarse_factor=4.0)
SIZES = geometry_for(188, 250, STANDARD).sizes
FAITHFUL = preset("faithful")
FAITHFUL_SIZES = geometry_for(188, 250, FAITHFUL).sizes


def test_arithmetic_of_the_faithful_preset_matches_a_count_by_hand():
    """About 10 PFLOP at 250x188, nine tenths of it in the scales with 128 channels (3 x 3 steps, 2000 iterations)."""
    per_scale = [scale_work(FAITHFUL, FAITHFUL_SIZES, k).gflop / 1e6 for k in range(len(FAITHFUL_SIZES))]
    assert 8 < sum(per_scale) < 13
    assert per_scale[-1] > 0.5 * sum(per_scale)


def test_one_window_costs_half_as_much_as_two():
    one, two = (iteration_work(STANDARD.but(windows=n), SIZES, 6) for n in (1, 2))
    assert two.gflop == pytest.approx(2 * one.gflop, rel=0.05)
    assert two.passes == pytest.approx(one.passes, rel=0.05)


def test_a_window_costs_nearly_the_same_in_a_larger_picture():
    lasting = STANDARD.but(prev_refresh=10_000, max_size=1024)
    large = geometry_for(768, 1024, lasting).sizes
    small, big = iteration_work(lasting, SIZES, 6), iteration_work(lasting, large, len(large) - 1)
    assert big.gflop == pytest.approx(small.gflop, rel=0.01)
    assert big.mvalues > small.mvalues


def test_twice_the_channels_cost_almost_four_times_the_arithmetic():
    narrow, wide = (iteration_work(STANDARD.but(channels=c), SIZES, 6).gflop for c in (32, 64))
    assert 3.3 < wide / narrow < 4


def test_the_penalty_costs_in_proportion_to_its_frequency():
    never, fourth, always = (
        iteration_work(config, SIZES, 3)
        for config in (
            STANDARD.but(penalty_weight=0.0),
            STANDARD.but(penalty_every=4),
            STANDARD.but(penalty_every=1),
        )
    )
    assert fourth.gflop - never.gflop == pytest.approx((always.gflop - never.gflop) / 4)


def test_without_a_bank_every_step_draws_its_own_sample():
    assert iteration_work(FAITHFUL, FAITHFUL_SIZES, 4).gflop > (
        3 * drawing_work(FAITHFUL, FAITHFUL_SIZES, 3).gflop
    )
    assert drawing_work(FAITHFUL, FAITHFUL_SIZES, -1) == Workload()


def test_a_scale_half_done_has_half_the_work_and_no_bank_to_fill():
    whole, half, done = (scale_work(STANDARD, SIZES, 5, at).gflop for at in (0, 500, 1000))
    filling = STANDARD.prev_bank * drawing_work(STANDARD, SIZES, 4).gflop
    assert half == pytest.approx((whole - filling) / 2)
    assert done == 0


def test_previews_take_at_most_their_share():
    without = REFERENCE.seconds(scale_work(STANDARD, SIZES, 7))
    assert without < scale_seconds(STANDARD, SIZES, 7, REFERENCE) < 1.05 * without + 1


def test_seconds_are_the_sum_of_each_part_at_its_speed():
    assert Speed(2.0, 3.0, 5.0).seconds(Workload(1.0, 10.0, 100.0)) == 2 + 30 + 500
    assert 2 * Workload(1, 2, 3) + Workload(1, 1, 1) == Workload(3, 5, 7)


def test_estimates_of_the_presets_match_measurements_on_the_reference_machine():
    """One thread, 250x167 px: draft 201 s with 300 of its 400 iterations, standard 972 s."""
    for config, seconds in ((DRAFT, 201 * 4 / 3), (STANDARD, 972)):
        sizes = geometry_for(800, 1200, config).sizes
        assert estimate(config, sizes, Machine()).seconds == pytest.approx(seconds, rel=0.15)


def test_memory_grows_with_windows_bank_and_picture():
    base = memory_mb(STANDARD, SIZES)
    assert memory_mb(STANDARD.but(windows=8), SIZES) > base
    assert memory_mb(STANDARD.but(window=128), SIZES) > base
    assert memory_mb(STANDARD.but(prev_bank=200), SIZES) > base
    large = STANDARD.but(max_size=1024)
    assert memory_mb(large, geometry_for(768, 1024, large).sizes) > base


def test_estimates_adapt_to_the_cost_of_a_training():
    machine = Machine(base_mb=300)
    for _ in range(8):
        expected = estimate(STANDARD, SIZES, machine)
        machine = machine.after(STANDARD, Estimate(2 * 1000, 800), expected)
    now = estimate(STANDARD, SIZES, machine)
    assert now.seconds == pytest.approx(2000, rel=0.01)
    assert now.memory_mb == pytest.approx(800, rel=0.01)
    assert estimate(DRAFT, SIZES, machine).seconds == pytest.approx(
        estimate(DRAFT, SIZES, Machine()).seconds * machine.seconds_ratio["standard"]
    )


def test_a_machine_survives_its_json():
    machine = Machine(Speed(0.1, 0.2, 0.3), 400.0, {"draft": 1.2}, {"draft": 0.9})
    assert Machine.from_json(machine.to_json()) == machine
    for wrong in ("", "[]", "{}", '{"speed": {"per_pass": 1}}'):
        with pytest.raises((ValueError, TypeError, KeyError)):
            Machine.from_json(wrong)


def test_share_that_is_done_counts_the_time_of_each_scale():
    config = preset("draft")
    sizes = geometry_for(170, 256, config).sizes
    none, all_done = [0.0] * len(sizes), [1.0] * len(sizes)
    assert share_done(config, sizes, none) == 0
    assert share_done(config, sizes, all_done) == pytest.approx(1)
    first, last = [1.0, *none[1:]], [*none[1:], 1.0]
    assert 0 < share_done(config, sizes, first) < share_done(config, sizes, last)
    half = share_done(config, sizes, [0.5, *none[1:]])
    assert half == pytest.approx(share_done(config, sizes, first) / 2)


def test_share_of_a_model_that_retrains_one_scale_is_that_scales():
    config = preset("draft").but(quantise_scale=2)
    sizes = geometry_for(170, 256, config).sizes
    fractions = [1.0, 1.0, 0.25, *[0.0] * (len(sizes) - 3)]
    assert share_done(config, sizes, fractions) == pytest.approx(0.25)
