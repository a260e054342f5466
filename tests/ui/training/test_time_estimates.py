"""Estimates of a training, from the speed that the renderer measured."""

from __future__ import annotations

from model_driving import signals_of

from singan_studio.core.config import preset
from singan_studio.core.cost_model import Machine, Speed, estimate
from singan_studio.core.geometry import geometry_for
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.training.time_estimates import TimeEstimates
from singan_studio.ui.training.training_model import TrainingModel

FAST = Machine(Speed(0.001, 0.005, 0.001), base_mb=400)
DRAFT = preset("draft")


def test_there_is_no_estimate_before_the_machine_is_known(learning: TrainingModel) -> None:
    rendering = Rendering()
    estimates = TimeEstimates(rendering, learning)
    estimates.find_out("cpu", 1)  # the renderer has not started
    assert estimates.of(DRAFT, 100, 150) is None
    rendering.close()


def test_the_estimate_is_that_of_the_known_machine_until_it_is_forgotten(learning: TrainingModel) -> None:
    rendering = Rendering()
    estimates = TimeEstimates(rendering, learning)
    emitted = signals_of(estimates, "changed")
    rendering.machine_known.emit(FAST)
    assert estimates.of(DRAFT, 100, 150) == estimate(DRAFT, geometry_for(100, 150, DRAFT).sizes, FAST)
    estimates.forget()
    assert estimates.of(DRAFT, 100, 150) is None
    assert emitted == ["changed", "changed"]
    rendering.close()
