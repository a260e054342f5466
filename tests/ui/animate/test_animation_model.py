"""The model of Animate, without a window: what it previews, how its changes are undone, the shape of the film."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import Recipe
from singan_studio.tools.keyframes import Key
from singan_studio.ui.animate.animation_model import TOOL, AnimationModel
from singan_studio.ui.animate.exporting import Shape
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.brush import change_mask


@pytest.fixture
def model(qtbot: QtBot, studio: Studio, learned_file: Path, tmp_path: Path) -> AnimationModel:
    """Animate is chosen, on a project of 192x128 px that is learned at 48x32 px; no engine runs."""
    path = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(path)
    studio.tool_model.choose(TOOL)
    return studio.animation


def mark(model: AnimationModel, rect: QRect) -> None:
    """Mark a part of the picture as moving, as one step."""
    document = model.document
    assert document is not None
    change_mask(document, rect, np.full((rect.height(), rect.width()), 255, np.uint8), adds=True)
    document.commit("Brush")


def test_a_preview_is_small_and_has_no_size_of_its_own(model: AnimationModel) -> None:
    model.set_param("size", [96, 64], "Size")
    recipe = model.preview_recipe()
    assert recipe.tool == TOOL
    assert recipe.params["size"] is None
    assert recipe.scales == model.preview_scales
    assert recipe.params["frames"] == model.whole_length


def test_a_trial_is_previewed_and_changes_nothing(model: AnimationModel) -> None:
    before = dict(model.params)
    model.look_at({"layout": 2.5})
    assert model.preview_recipe().params["layout"] == 2.5
    assert model.params == before
    model.look_at(None)
    assert model.preview_recipe().params["layout"] == before["layout"]


def test_parameters_keyframes_and_strokes_are_undone_in_one_order(
    qtbot: QtBot, model: AnimationModel
) -> None:
    document = model.document
    assert document is not None
    model.set_param("layout", 2.0, "Layout motion")
    with qtbot.waitSignal(model.mask_changed):
        mark(model, QRect(0, 0, 20, 20))
    model.set_track("detail", (Key(0, 0.5), Key(6, 2.0)), "Add key")
    assert document.history.undo_name == "Add key"
    document.undo()
    assert model.tracks == {}
    assert model.marked
    with qtbot.waitSignal(model.mask_changed):
        document.undo()
    assert not model.marked
    assert model.params["layout"] == 2.0
    document.undo()
    assert model.params["layout"] == 1.0
    for _ in range(3):
        document.redo()
    assert (model.params["layout"], model.marked, set(model.tracks)) == (2.0, True, {"detail"})


def test_changes_of_one_parameter_in_a_row_are_undone_together(model: AnimationModel) -> None:
    document = model.document
    assert document is not None
    for amount in (1.5, 2.0, 2.5):
        model.set_param("layout", amount, "Layout motion")
    model.set_param("detail", 2.0, "Detail motion")
    document.undo()
    document.undo()
    assert (model.params["layout"], model.params["detail"]) == (1.0, 1.0)
    assert document.history.undo_name == ""


def test_a_parameter_with_keys_changes_the_key_under_the_playhead(model: AnimationModel) -> None:
    model.player.set_length(60)
    model.set_track("layout", (Key(0, 1.0), Key(30, 2.0, "linear")), "Add key")
    model.player.go(30)
    assert model.value_now("layout") == 2.0
    model.set_param("layout", 0.4, "Layout motion")
    model.set_param("layout", 0.5, "Layout motion")
    assert model.tracks["layout"] == (Key(0, 1.0), Key(30, 0.5, "linear"))
    assert model.params["layout"] == 1.0
    model.player.go(10)
    model.set_param("layout", 3.0, "Layout motion")
    assert model.tracks["layout"] == (Key(0, 1.0), Key(10, 3.0), Key(30, 0.5, "linear"))
    assert model.value_now("layout") == 3.0
    assert model.document is not None
    model.document.undo()
    model.document.undo()
    assert model.tracks["layout"][-1] == Key(30, 2.0, "linear"), "changes of one key are one step"


def test_changing_a_key_stops_playing_so_that_one_key_is_meant(model: AnimationModel) -> None:
    model.set_track("detail", (Key(0, 1.0),), "Add key")
    model.player.play()
    model.set_param("detail", 2.0, "Detail motion")
    assert not model.player.playing


def test_a_film_that_goes_back_has_its_keys_on_the_way_there(model: AnimationModel) -> None:
    model.player.set_length(60)
    model.set_param("loop", "pingpong", "Loop")
    model.set_track("layout", (Key(0, 1.0),), "Add key")
    model.player.go(model.player.length - 10)
    model.set_param("layout", 2.0, "Layout motion")
    assert model.tracks["layout"] == (Key(0, 1.0), Key(10, 2.0))
    assert model.value_now("layout") == 2.0


def test_a_preset_is_one_step(model: AnimationModel) -> None:
    model.apply({"layout": 2.0, "detail": 3.0}, "Wild")
    assert model.document is not None
    assert model.document.history.undo_name == "Wild"
    model.document.undo()
    assert (model.params["layout"], model.params["detail"]) == (1.0, 1.0)


def test_a_film_with_a_mask_has_the_size_of_the_original(model: AnimationModel) -> None:
    frames, fps = model.params["frames"], model.params["fps"]
    assert model.shape == Shape(frames, fps, 48, 32)
    mark(model, QRect(0, 0, 20, 20))
    assert model.shape == Shape(frames, fps, 192, 128)
    model.set_param("size", [96, 64], "Size")
    assert model.shape == Shape(frames, fps, 96, 64)
    model.let_everything_move()
    assert not model.marked


def test_the_whole_films_recipe_has_the_mask_once_it_is_in_the_project(
    qtbot: QtBot, model: AnimationModel
) -> None:
    recipes: list[Recipe] = []
    model.with_recipe(recipes.append)
    qtbot.waitUntil(lambda: len(recipes) == 1)
    assert recipes[0].inputs == {}
    mark(model, QRect(0, 0, 20, 20))
    model.with_recipe(recipes.append)
    qtbot.waitUntil(lambda: len(recipes) == 2)
    assert set(recipes[1].inputs) == {"mask"}


def test_another_tool_stops_the_player(studio: Studio, model: AnimationModel) -> None:
    assert model.player.playing
    studio.tool_model.choose("sample")
    assert not model.active
    assert not model.player.playing


def test_closing_the_project_forgets_document_and_film(
    qtbot: QtBot, studio: Studio, model: AnimationModel
) -> None:
    model.set_param("layout", 2.0, "Layout motion")
    with qtbot.waitSignal(model.mask_changed):
        studio.close_project()
        qtbot.waitUntil(lambda: studio.project.current is None, timeout=30_000)
    assert model.document is None
    assert model.films.length == 0
