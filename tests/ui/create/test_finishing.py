"""Finishing results of a photo of 192x128 px that is learned at 48x32 px, with a renderer played by the test."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from model_driving import answer_of
from pytestqt.qtbot import QtBot
from renderer_link import Link

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.messages import HurryRender, Render, Rendered, RenderFailed
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.project.project_data import read_project


def of_kind(link: Link, kind: str) -> list[Render]:
    return [request for request in link.asked if request.kind == kind]


def made(qtbot: QtBot, studio: Studio, link: Link, shade: int = 70) -> None:
    """Make one result, 48x32 px of one grey."""
    studio.tool_model.count = 1
    studio.results.generate()
    with qtbot.waitSignal(studio.project.result_added):
        link.answer(shade, whole=True, request=of_kind(link, "result")[-1])


def finish(qtbot: QtBot, studio: Studio, link: Link, shade: int) -> None:
    """Answer the newest request to finish with a picture of 192x128 px of one grey."""
    request = of_kind(link, "finish")[-1]
    picture = np.full((128, 192, 3), shade, np.uint8)
    with qtbot.waitSignal(studio.project.result_replaced):
        link.received.emit(Rendered(request.request, request.recipe, 1.0, picture))


def test_result_is_shown_at_once_and_replaced_when_it_is_finished(qtbot, studio: Studio, link: Link):
    made(qtbot, studio, link)
    qtbot.waitUntil(lambda: studio.results.selected == 1)
    assert studio.tool_model.live.picture.shape == (32, 48, 3)
    assert studio.finishing.pending == 1
    finish(qtbot, studio, link, 120)
    qtbot.waitUntil(lambda: studio.tool_model.live.picture.shape == (128, 192, 3))
    kept = studio.project.results[1]
    assert (kept.width, kept.height, kept.recipe.finish) == (192, 128, 100)
    assert studio.tool_model.live.result == 1
    assert studio.finishing.pending == 0
    on_disk = answer_of(qtbot, studio.project, lambda repository: repository.result_picture(1))
    assert (on_disk == 120).all()


def test_save_waits_for_finishing(qtbot, studio: Studio, link: Link, tmp_path: Path):
    made(qtbot, studio, link)
    path = tmp_path / "one.png"
    studio.results.save(1, path)
    assert studio.finishing.awaited
    assert link.sent[-1] == HurryRender(of_kind(link, "finish")[-1].request)
    assert not path.exists()
    with qtbot.waitSignal(studio.project.saved):
        finish(qtbot, studio, link, 130)
    assert decode_png(path.read_bytes()).shape == (128, 192, 3)
    assert not studio.finishing.awaited


def test_leaving_the_project_saves_what_there_is(qtbot, studio: Studio, link: Link, tmp_path: Path):
    made(qtbot, studio, link, 75)
    path = tmp_path / "early.png"
    studio.results.save(1, path)
    studio.close_project()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not studio.project.busy)
    assert decode_png(path.read_bytes()).shape == (32, 48, 3)


def test_failed_finishing_leaves_the_result_and_saves_it(qtbot, studio: Studio, link: Link, tmp_path: Path):
    made(qtbot, studio, link, 80)
    path = tmp_path / "plain.png"
    studio.results.save(1, path)
    with qtbot.waitSignals([studio.project.saved, studio.rendering.failed]):
        link.received.emit(
            RenderFailed(of_kind(link, "finish")[-1].request, "render.memory", {"device": "cpu"})
        )
    assert (decode_png(path.read_bytes()) == 80).all()
    assert studio.project.results[1].recipe.finish == -1


def test_strength_is_kept_in_the_project_and_used(qtbot, studio: Studio, link: Link):
    studio.finishing.strength = 40
    made(qtbot, studio, link)
    assert Recipe.from_json(of_kind(link, "finish")[-1].recipe).finish == 40
    studio.finishing.on = False
    made(qtbot, studio, link)
    assert len(of_kind(link, "finish")) == 1
    studio.project.leaving.emit()
    kept = answer_of(qtbot, studio.project, read_project)
    assert kept.settings["finish"] == {"on": False, "strength": 40}


def test_deleted_result_is_not_finished(qtbot, studio: Studio, link: Link):
    made(qtbot, studio, link)
    studio.project.delete_result(1)
    assert studio.finishing.pending == 0


def test_escape_does_not_stop_finishing(qtbot, studio: Studio, link: Link):
    made(qtbot, studio, link)
    studio.rendering.cancel()
    finish(qtbot, studio, link, 140)
    assert studio.project.results[1].width == 192
