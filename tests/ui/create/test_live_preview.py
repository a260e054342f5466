"""The live preview without a window: what it asks the renderer for, when, and which answers it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from renderer_link import Link

from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.messages import CancelRender, Rendered
from singan_studio.tools import registry
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.create import live_preview as module
from singan_studio.ui.create.live_preview import SIDES, LivePace, LivePreview, looks_the_same, shrunk
from singan_studio.ui.create.rendering import Rendering
from singan_studio.ui.create.tool_session import Live, ToolSession
from singan_studio.ui.project.project_model import ProjectModel


def paced(*times: float) -> LivePace:
    pace = LivePace()
    for milliseconds in times:
        pace.note(milliseconds)
    return pace


def test_one_late_picture_changes_nothing() -> None:
    assert paced(40, 900, 40, 40, 900, 40).side == SIDES[0]


def test_late_pictures_become_smaller_step_by_step() -> None:
    sides = [paced(*[300.0] * count).side for count in (2, 3, 5, 6, 60)]
    assert sides == [SIDES[0], SIDES[1], SIDES[1], SIDES[2], SIDES[-1]]


def test_pictures_grow_again_only_where_larger_ones_would_be_in_time() -> None:
    assert (
        paced(300, 300, 300, 100, 100, 100, 100).side == SIDES[1]
    )  # here one side, there the other, would flicker
    assert paced(300, 300, 300, 30, 30, 30).side == SIDES[0]


@dataclass
class Parts:
    preview: LivePreview
    link: Link
    drawn: list[Live]


@pytest.fixture
def parts(qtbot, tmp_path: Path) -> Iterator[Parts]:
    """A live preview with everything behind it but the process, and before it a model that shows what is drawn."""
    links: list[Link] = []

    def make(role: str, parent: QObject) -> Link:
        links.append(Link(role, parent))
        return links[0]

    project, worker, rendering = ProjectModel(tmp_path), BackgroundWorker(), Rendering(make_link=make)
    rendering.start()
    preview, drawn = LivePreview(project, rendering, worker), []

    def take(session: ToolSession, live: Live) -> None:
        session.live = live
        drawn.append(live)

    preview.drawn.connect(take)
    yield Parts(preview, links[0], drawn)
    rendering.close()
    worker.close()
    project.shut_down()


def session() -> ToolSession:
    return ToolSession(registry.tool("sample"))


def recipe() -> Recipe:
    return Recipe("sample", "m", 7, 3, params={"start_scale": 1, "size": None})


def test_a_request_asks_for_a_small_picture_and_cancels_the_one_before(parts: Parts) -> None:
    parts.preview.request(session(), recipe())
    parts.preview.request(session(), recipe())
    first, second = parts.link.asked
    assert [(request.kind, request.longest) for request in (first, second)] == [("live", 250)] * 2
    assert parts.link.sent == [first, CancelRender(first.request), second]


def test_a_small_picture_is_drawn_at_its_full_size_after_a_rest(qtbot, parts: Parts) -> None:
    parts.preview.request(session(), recipe())
    parts.link.answer(10)
    assert [live.whole for live in parts.drawn] == [False]
    qtbot.waitUntil(lambda: len(parts.link.asked) == 2)
    assert (parts.link.asked[1].kind, parts.link.asked[1].longest) == ("sharp", 0)
    parts.link.answer(20, whole=True)
    assert [live.whole for live in parts.drawn] == [False, True]
    assert parts.drawn[1].picture[0, 0, 0] == 20


def test_a_whole_picture_is_not_drawn_again(parts: Parts) -> None:
    parts.preview.request(session(), recipe())
    parts.link.answer(10, whole=True)
    assert not parts.preview._sharpening.isActive()


def test_a_stopped_preview_is_not_sharpened(parts: Parts) -> None:
    parts.preview.request(session(), recipe())
    parts.link.answer(10)
    assert parts.preview._sharpening.isActive()
    parts.preview.stop()
    assert not parts.preview._sharpening.isActive()


def test_an_answer_to_a_replaced_request_is_not_shown(parts: Parts) -> None:
    parts.preview.request(session(), recipe())
    first = parts.link.asked[0]
    parts.preview.request(session(), recipe())
    parts.link.received.emit(Rendered(first.request, first.recipe, 1.0, np.zeros((8, 8, 3), np.uint8)))
    assert parts.drawn == []


def test_a_sharp_picture_does_not_replace_a_result_that_is_shown_meanwhile(qtbot, parts: Parts) -> None:
    chosen = session()
    parts.preview.request(chosen, recipe())
    parts.link.answer(10)
    qtbot.waitUntil(lambda: len(parts.link.asked) == 2)
    chosen.live = Live(np.zeros((4, 4, 3), np.uint8), recipe(), result=3)
    parts.link.answer(20, whole=True)
    assert len(parts.drawn) == 1


def test_late_answers_make_the_next_picture_smaller(parts: Parts, monkeypatch) -> None:
    monkeypatch.setattr(module, "LONGEST_MS", -1.0)  # nothing is in time
    for _ in range(4):
        parts.preview.request(session(), recipe())
        parts.link.answer(10)
    assert [request.longest for request in parts.link.asked] == [250, 250, 250, 192]


def test_a_large_picture_is_prepared_on_another_thread_and_shown_only_if_still_wanted(
    qtbot, parts: Parts
) -> None:
    large, wanted = np.zeros((1100, 1000, 3), np.uint8), [False, True]
    for _ in range(2):
        parts.preview.show(session(), Live(large, recipe()), lambda: wanted.pop(0))
    assert parts.drawn == []
    qtbot.waitUntil(lambda: not wanted)
    (live,) = parts.drawn
    assert live.images is not None
    assert live.images[0].width() == 1000


def test_pictures_look_the_same_up_to_three_levels_and_where_nothing_is_marked() -> None:
    grey = np.full((20, 30, 3), 100, np.uint8)
    assert looks_the_same(grey, grey + 2)
    assert not looks_the_same(grey, grey + 4)
    assert looks_the_same(np.full((40, 60, 3), 100, np.uint8), grey)
    changed, area = grey.copy(), np.zeros((20, 30), np.uint8)
    changed[:10] = 0
    area[10:] = 255
    assert looks_the_same(grey, changed, area)
    assert not looks_the_same(grey, changed)


def test_a_single_marked_pixel_survives_shrinking() -> None:
    area = np.zeros((1000, 1500), np.uint8)
    area[501, 707] = 255
    assert shrunk(area, 150).shape == (100, 150)
    assert shrunk(area, 150).any()
    assert shrunk(area, 1500) is area
