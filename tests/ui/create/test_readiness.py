"""What a tool still needs before it can make a picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from singan_studio.core.abilities import LEARNED_CAN, PATCHES_CAN
from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import PATCHES
from singan_studio.tools import registry
from singan_studio.ui.create.picture_maker import Kind, Maker, MakerStop
from singan_studio.ui.create.readiness import Missing, Readiness, readiness_of
from singan_studio.ui.create.tool_session import ToolSession
from singan_studio.ui.training.extra_models import Needed
from singan_studio.ui.training.training_model import Phase, ScaleState, TrainingModel


@pytest.fixture
def learning(studio) -> TrainingModel:
    from singan_studio.ui.training.training_model import Scale

    learning = studio.learning
    learning.scales = [Scale(16 * k, 24 * k) for k in (1, 2, 3)]
    return learning


def finish(learning: TrainingModel, count: int) -> None:
    for scale in learning.scales[:count]:
        scale.state = ScaleState.DONE


def evaluate(
    learning: TrainingModel,
    tool: str,
    needed: Callable[[], Needed | None] = lambda: None,
    there: bool = False,
    marked: bool = False,
) -> Readiness:
    session = ToolSession(registry.tool(tool))
    session.marked = marked
    stops = [MakerStop(s.width, s.height, None, s.state is ScaleState.DONE) for s in learning.scales]
    return readiness_of(
        session, Maker(Kind.LEARNED, "m", stops, LEARNED_CAN), learning, needed, lambda _: there
    )


def test_without_a_training_the_tool_waits_for_learning(learning: TrainingModel):
    assert evaluate(learning, "sample").missing is Missing.LEARNING


def test_patches_need_no_training(learning: TrainingModel):
    session = ToolSession(registry.tool("sample"))
    patches = Maker(Kind.PATCHES, PATCHES, [MakerStop(24, 16, None)], PATCHES_CAN)
    assert readiness_of(session, patches, learning, lambda: None, lambda _: False).ready


def test_during_a_training_the_tool_waits_for_its_first_scales(learning: TrainingModel):
    learning.phase = Phase.LEARNING
    assert evaluate(learning, "sample").missing is Missing.SCALES
    finish(learning, 1)
    assert evaluate(learning, "sample").ready


def test_a_tool_that_starts_at_a_later_scale_waits_for_it(learning: TrainingModel):
    session = ToolSession(registry.tool("paint"))
    low = int(session.start.low or 0)
    learning.phase = Phase.LEARNING
    finish(learning, low)
    assert evaluate(learning, "paint").missing is Missing.SCALES
    finish(learning, low + 1)
    assert evaluate(learning, "paint").missing is not Missing.SCALES


def test_a_required_area_must_be_marked(learning: TrainingModel):
    finish(learning, 3)
    assert evaluate(learning, "edit").missing is Missing.WORK
    assert evaluate(learning, "edit", marked=True).ready


def test_an_additional_model_must_be_there(learning: TrainingModel):
    finish(learning, 3)
    needed = Needed("enlarge", preset("draft"))
    assert evaluate(learning, "upscale", lambda: needed).missing is Missing.MODEL
    assert evaluate(learning, "upscale", lambda: needed, there=True).ready


def test_choices_that_make_no_sense_carry_the_reason(learning: TrainingModel):
    finish(learning, 3)

    def refuse() -> None:
        raise BadInput("tool.unknown", name="x", allowed="y")

    readiness = evaluate(learning, "upscale", refuse)
    assert (readiness.missing, readiness.code) == (Missing.SENSE, "tool.unknown")
    assert readiness.params == {"name": "x", "allowed": "y"}
