"""Thumbnails of the start strip: drawn one at a time after a rest, dropped by the next change."""

from __future__ import annotations

import pytest
from renderer_link import Link

from singan_studio.engine_process.messages import Render
from singan_studio.ui.app.studio import Studio


@pytest.fixture
def at_rest(qtbot, studio: Studio, link: Link) -> Studio:
    """The models after the live picture has come and a rest: the first thumbnail is requested."""
    studio.tool_model.preview()
    link.answer(50, whole=True)
    qtbot.waitUntil(lambda: len(thumbnails(link)) == 1)
    return studio


def thumbnails(link: Link) -> list[Render]:
    return [request for request in link.asked if request.kind == "thumbnail"]


def start_of(request: Render) -> int:
    from singan_studio.core.recipe import Recipe

    return Recipe.from_json(request.recipe).params["start_scale"]


def test_the_start_scale_in_use_is_drawn_first_and_the_others_one_by_one(at_rest: Studio, link: Link):
    drawn: list[int] = []
    at_rest.thumbnails.drawn.connect(lambda scale, picture: drawn.append(scale))
    scales = at_rest.learning.finished_scales
    for count in range(1, scales + 1):
        assert len(thumbnails(link)) == count
        link.answer(60, request=thumbnails(link)[-1])
    assert drawn[0] == at_rest.tool_model.start_scale
    assert sorted(drawn) == list(range(scales))
    assert [start_of(request) for request in thumbnails(link)] == drawn


def test_a_change_drops_the_thumbnail_that_is_drawn_and_starts_over(qtbot, at_rest: Studio, link: Link):
    drawn: list[int] = []
    at_rest.thumbnails.drawn.connect(lambda scale, picture: drawn.append(scale))
    first = thumbnails(link)[0]
    at_rest.tool_model.roll()
    link.answer(60, request=first)
    assert drawn == []
    live = [request for request in link.asked if request.kind == "live"][-1]
    link.answer(50, whole=True, request=live)
    qtbot.waitUntil(lambda: len(thumbnails(link)) == 2)


def test_another_tool_makes_all_thumbnails_outdated(qtbot, at_rest: Studio, link: Link):
    with qtbot.waitSignal(at_rest.thumbnails.outdated):
        at_rest.tool_model.choose("paint")
