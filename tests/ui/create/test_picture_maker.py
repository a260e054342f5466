"""What makes the pictures, with a real project and no renderer."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from singan_studio.core.abilities import Ability
from singan_studio.core.config import preset
from singan_studio.core.patch_stops import stops_of, working_size
from singan_studio.core.recipe import PATCHES
from singan_studio.core.resources import resource
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.create.tool_session import Given
from singan_studio.ui.training.training_model import Phase, ScaleState


@pytest.fixture
def unlearned(qtbot: QtBot, studio: Studio, picture: Path) -> Studio:
    """The models with a photo open of which nothing is learned."""
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(picture)
    return studio


@pytest.fixture
def learned_path(learned_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(learned_file, tmp_path / "hills.singan"))


@pytest.fixture
def project(qtbot: QtBot, studio: Studio, learned_path: Path) -> Studio:
    """The models with a learned project open."""
    reopen(qtbot, studio, learned_path)
    return studio


def reopen(qtbot: QtBot, studio: Studio, path: Path) -> None:
    studio.close_project()
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(path)


def finish_learning(studio: Studio) -> None:
    """Let the shown model look as if its training had just ended."""
    for scale, finished in zip(studio.learning.scales, studio.project.model.scales, strict=True):
        scale.state, scale.finished = ScaleState.DONE, finished
    studio.learning._ended()


def test_patches_draw_a_picture_of_which_nothing_is_learned(unlearned: Studio):
    opened, maker = unlearned.project.current, unlearned.tool_model.maker
    size = working_size(opened.height, opened.width)
    assert (maker.kind, maker.model_id, maker.size) == (Kind.PATCHES, PATCHES, size[::-1])
    assert maker.sizes == [stop.size for stop in stops_of(size)]
    assert maker.available == len(maker.stops)
    assert [stop.picture.shape[:2] for stop in maker.stops] == maker.sizes
    assert unlearned.tool_model.readiness.ready
    assert unlearned.tool_model.recipe().model_id == PATCHES


@pytest.mark.parametrize(
    ("tool", "meaning"), [("sample", "layout"), ("paint", "size"), ("edit", "size"), ("harmonize", "size")]
)
def test_tools_start_at_the_stop_that_suits_them(
    qtbot: QtBot, studio: Studio, tmp_path: Path, tool: str, meaning: str
):
    reopen(qtbot, studio, Path(shutil.copy(resource("samples") / "tea-hills.jpg", tmp_path)))
    tool_model = studio.tool_model
    tool_model.choose(tool)
    start = tool_model.maker.stops[tool_model.start_scale]
    assert start.meaning == meaning
    assert tool_model.recipe().params["start_scale"] == tool_model.start_scale
    if tool == "paint":
        assert start.amount == 0.05


def test_learned_cannot_be_chosen_before_a_scale_is_finished(unlearned: Studio):
    unlearned.tool_model.use_maker(Kind.LEARNED)
    assert unlearned.picture_maker.kind is Kind.PATCHES


def test_quick_tools_use_patches_until_what_is_learned_is_chosen_for_them(
    qtbot, project: Studio, learned_path: Path
):
    tool_model = project.tool_model
    tool_model.choose("upscale")
    assert tool_model.maker.kind is Kind.PATCHES, "though the picture is learned"
    assert tool_model.recipe().model_id == PATCHES
    tool_model.use_maker(Kind.LEARNED)
    assert tool_model.readiness.missing is Missing.MODEL
    reopen(qtbot, project, learned_path)
    assert tool_model.maker.kind is Kind.LEARNED
    tool_model.choose("sample")
    tool_model.use_maker(Kind.PATCHES)
    tool_model.choose("upscale")
    assert tool_model.maker.kind is Kind.LEARNED, "a choice of its own"


def test_a_result_that_would_be_too_large_is_refused_before_it_is_made(unlearned: Studio):
    tool_model = unlearned.tool_model
    tool_model.choose("upscale")
    tool_model.set_given("upscale", Given("0" * 64, np.zeros((20, 4000, 3), np.uint8)))
    assert tool_model.readiness.ready
    tool_model.set_param("factor", 3.0)
    assert (tool_model.readiness.missing, tool_model.readiness.code) == (Missing.SENSE, "enlarge.size")


def test_tools_beyond_patches_need_learning(unlearned: Studio):
    unlearned.tool_model.choose("animate")
    assert unlearned.tool_model.maker.kind is Kind.LEARNED
    assert unlearned.tool_model.readiness.missing is Missing.LEARNING


def test_project_with_finished_scales_opens_as_learned(project: Studio):
    assert project.tool_model.maker.kind is Kind.LEARNED
    assert project.tool_model.recipe().model_id == project.learning.model_id


def test_choice_is_kept_in_the_project(qtbot, project: Studio, learned_path: Path):
    project.tool_model.use_maker(Kind.PATCHES)
    assert project.tool_model.recipe().model_id == PATCHES
    reopen(qtbot, project, learned_path)
    assert project.tool_model.maker.kind is Kind.PATCHES
    project.tool_model.use_maker(Kind.LEARNED)
    reopen(qtbot, project, learned_path)
    assert project.tool_model.maker.kind is Kind.LEARNED


def test_start_belongs_to_the_maker_that_it_was_chosen_for(qtbot, project: Studio, learned_path: Path):
    tool_model = project.tool_model
    tool_model.set_start(1)
    tool_model.use_maker(Kind.PATCHES)
    assert tool_model.start_scale == 0
    tool_model.set_start(3)
    tool_model.use_maker(Kind.LEARNED)
    assert tool_model.start_scale == 1
    tool_model.use_maker(Kind.PATCHES)
    assert tool_model.start_scale == 3
    reopen(qtbot, project, learned_path)
    assert tool_model.start_scale == 3


def test_recipes_hold_only_what_their_maker_can_do(project: Studio):
    tool_model = project.tool_model
    tool_model.set_param("noise", [0.5])
    tool_model.set_param("different", 80.0)
    learned, patches = tool_model.recipe().params, tool_model.recipe_by(Kind.PATCHES).params
    assert (learned["noise"], learned["different"]) == ([0.5], 80.0)
    assert (patches["noise"], patches["different"]) == (None, 80.0)
    assert tool_model.maker.abilities >= {Ability.NOISE, Ability.REARRANGE}


def test_a_faithful_model_is_not_asked_to_rearrange(project: Studio):
    tool_model = project.tool_model
    tool_model.set_param("different", 80.0)
    project.learning.config = preset("faithful")
    assert tool_model.recipe().params["different"] == 50.0
    assert Ability.REARRANGE not in tool_model.maker.abilities


def test_finished_learning_is_used_unless_patches_were_chosen(project: Studio):
    learning, maker = project.learning, project.picture_maker
    learning.scales_reset.emit()
    for scale in learning.scales:
        scale.state, scale.finished = ScaleState.WAITING, None
    learning.scales_reset.emit()
    learning.phase = Phase.LEARNING
    assert maker.kind is Kind.PATCHES
    finish_learning(project)
    assert maker.kind is Kind.LEARNED
