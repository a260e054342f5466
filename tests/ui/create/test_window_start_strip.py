"""The start strip in the window: what its stops show, and what a click brings."""

from __future__ import annotations

from gestures import NONE
from PySide6.QtCore import Qt
from tool_driving import RENDER_MS, choose, stroke, whole_live

from singan_studio.project.records import Extra
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.thumbnails import REST_MS
from singan_studio.ui.training.training_model import ScaleState


def test_the_start_strip_renders_at_once_and_fills_with_what_comes_out_of_each_scale(
    qtbot, learned: MainWindow, studio: Studio
):
    drawn = []
    studio.thumbnails.drawn.connect(lambda scale, picture: drawn.append(scale))
    strip = learned.workspace.start_from.strip
    last = len(studio.learning.scales) - 1
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=RENDER_MS) as live:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, NONE, strip.stop_rect(last).center())
    assert live.args[0].recipe.params["start_scale"] == last
    qtbot.waitUntil(lambda: set(drawn) == set(range(last + 1)), timeout=RENDER_MS)
    assert drawn[-1] == 0  # the stop in use came first


def test_a_click_on_the_stop_in_use_brings_the_live_picture_back(qtbot, learned: MainWindow, studio: Studio):
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.tool_model.live.result == 1, timeout=RENDER_MS)
    strip = learned.workspace.start_from.strip
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, NONE, strip.stop_rect(strip.value()).center())
    qtbot.waitUntil(
        lambda: bool(studio.tool_model.live and studio.tool_model.live.result is None), timeout=RENDER_MS
    )


def test_a_scale_that_is_learned_while_a_result_is_shown_gets_a_thumbnail_of_the_work(
    qtbot, learned: MainWindow, studio: Studio
):
    last = studio.learning.scales[-1]
    last.state = ScaleState.LEARNING  # as it was while it was learned
    choose(learned, "edit")
    studio.canvas_documents.tool_state.set_tool("brush")
    stroke(learned, (10, 10), (30, 20))
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.tool_model.live.result == 1, timeout=RENDER_MS)
    drawn = []
    studio.thumbnails.drawn.connect(lambda scale, picture: drawn.append(scale))
    last.state = ScaleState.DONE
    studio.learning.scale_finished.emit(last.finished)
    number = len(studio.learning.scales) - 1
    qtbot.waitUntil(lambda: number in drawn, timeout=5_000)
    assert studio.tool_model.live.result == 1


def test_a_start_that_needs_a_model_of_its_own_is_not_drawn_with_another(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch
):
    choose(learned, "paint")
    last = len(studio.learning.scales) - 1
    assert all(studio.tool_model.recipe_from(scale) for scale in range(1, last + 1))
    learned_for = Extra("few", finished=True, seconds=1.0)
    monkeypatch.setattr(
        studio.extra, "find", lambda needed: learned_for if needed.config.quantise_scale == last else None
    )
    studio.tool_model.set_param("quantize", True)
    assert studio.tool_model.recipe_from(last).model_id == "few"
    assert studio.tool_model.recipe_from(1) is None


def test_a_stop_that_needs_a_model_of_its_own_shows_its_scale_and_nothing_older(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch
):
    choose(learned, "paint")
    whole_live(qtbot, studio)
    last, shown, recipe_from = len(studio.learning.scales) - 1, {}, studio.tool_model.recipe_from
    strip = learned.workspace.start_from.strip
    monkeypatch.setattr(strip, "set_thumbnail", lambda scale, picture: shown.update({scale: picture}))
    monkeypatch.setattr(
        studio.tool_model, "recipe_from", lambda scale: recipe_from(scale) if scale == last else None
    )
    studio.tool_model.set_start(last)
    qtbot.waitUntil(lambda: last in shown and 1 in shown, timeout=RENDER_MS)
    assert shown[1] is studio.learning.scales[1].real
    assert shown[last] is not studio.learning.scales[last].real


def test_a_film_has_no_thumbnails_when_a_scale_is_learned(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch
):
    choose(learned, "animate")
    asked: list[str] = []
    monkeypatch.setattr(studio.rendering, "draw", lambda kind, *wish: asked.append(kind))
    studio.learning.scale_finished.emit(studio.learning.scales[-1].finished)
    qtbot.wait(2 * REST_MS)
    assert asked == []
