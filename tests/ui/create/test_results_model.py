"""The results model without a window: making, selecting, deleting, restoring and saving results."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from renderer_link import Link

from singan_studio.core.images import decode_png
from singan_studio.core.recipe import Recipe
from singan_studio.ui.app.studio import Studio


def recipe(seed: int, scales: int = 3) -> Recipe:
    return Recipe("sample", "m", seed, scales, params={"start_scale": 1, "size": None})


@pytest.fixture
def with_three(qtbot, studio: Studio, link: Link) -> Studio:
    """The models with results 1, 2 and 3, none of them selected."""
    for number in (1, 2, 3):
        with qtbot.waitSignal(studio.project.result_added):
            studio.project.add_result(recipe(number), np.full((20, 30, 3), 50 * number, np.uint8))
    return studio


def asked_results(link: Link) -> list[Recipe]:
    return [Recipe.from_json(request.recipe) for request in link.asked if request.kind == "result"]


def test_nothing_is_selected_until_a_result_is_shown(with_three: Studio):
    results = with_three.results
    assert results.selected is None
    results.select(2)
    assert results.selected == 2
    assert with_three.tool_model.live.result == 2


def test_a_live_picture_ends_the_selection(with_three: Studio, link: Link):
    with_three.results.select(2)
    with_three.tool_model.roll()
    link.answer(90)
    assert with_three.tool_model.live.result is None
    assert with_three.results.selected is None


def test_deleting_the_selected_result_goes_on_to_the_older_then_to_the_newer_one(with_three: Studio):
    project, results = with_three.project, with_three.results
    results.select(2)
    project.delete_result(2)
    assert results.selected == 1
    project.delete_result(1)
    assert results.selected == 3
    project.delete_result(3)
    assert results.selected is None
    assert with_three.tool_model.live is None


def test_deleting_another_result_leaves_the_selection(with_three: Studio):
    with_three.results.select(3)
    with_three.project.delete_result(1)
    assert with_three.results.selected == 3


def test_a_deleted_result_comes_back(with_three: Studio):
    with_three.project.delete_result(2)
    with_three.project.restore_result()
    assert set(with_three.project.results) == {1, 2, 3}


def test_generate_makes_results_of_neighbouring_seeds_and_moves_the_seed_on(studio: Studio, link: Link):
    studio.tool_model.seed, studio.tool_model.count = 10, 3
    studio.results.generate()
    assert [made.seed for made in asked_results(link)] == [10, 11, 12]
    assert studio.tool_model.seed == 13


def test_a_locked_seed_stays_when_results_are_made(studio: Studio, link: Link):
    studio.tool_model.seed, studio.tool_model.count, studio.tool_model.locked = 10, 2, True
    studio.results.generate()
    assert studio.tool_model.seed == 10


def test_a_result_is_kept_and_shown_unless_the_choices_changed_meanwhile(qtbot, studio: Studio, link: Link):
    studio.results.keep()
    with qtbot.waitSignal(studio.project.result_added):
        link.answer(70, whole=True)
    qtbot.waitUntil(lambda: studio.results.selected == 1)
    studio.tool_model.roll()
    link.answer(75)
    studio.results.keep()
    wanted = link.asked[-1]
    studio.tool_model.roll()
    with qtbot.waitSignal(studio.project.result_added):
        link.answer(80, whole=True, request=wanted)
    assert studio.results.selected is None


def test_results_of_a_tool_that_was_left_end_no_live_picture_of_another(qtbot, studio: Studio, link: Link):
    studio.tool_model.choose("sample")
    studio.results.keep()
    made = link.asked[-1]
    studio.tool_model.choose("paint")
    studio.tool_model.roll()
    live = link.asked[-1]
    assert Recipe.from_json(live.recipe).tool == "paint"
    with qtbot.waitSignal(studio.project.result_added):
        link.answer(80, whole=True, request=made)
    link.answer(90, request=live)
    assert studio.tool_model.live is not None, "the picture of the stroke still comes"
    assert studio.tool_model.live.recipe.tool == "paint"


def test_save_writes_the_selected_result(qtbot, with_three: Studio, tmp_path: Path):
    with_three.results.select(2)
    path = tmp_path / "two.png"
    with qtbot.waitSignal(with_three.project.saved):
        with_three.results.save(with_three.results.selected, path)
    assert (decode_png(path.read_bytes()) == 100).all()


def test_save_keeps_a_live_picture_first(qtbot, with_three: Studio, link: Link, tmp_path: Path):
    link.answer(90)
    assert with_three.results.savable
    assert with_three.results.next_number == 4
    path = tmp_path / "live.png"
    with_three.finishing.on = False
    with_three.results.save(None, path)
    with qtbot.waitSignal(with_three.project.saved):
        link.answer(200, whole=True)
    assert (decode_png(path.read_bytes()) == 200).all()
    assert 4 in with_three.project.results


def test_a_result_of_fewer_scales_is_outdated_and_made_again(studio: Studio, link: Link, qtbot):
    model = studio.learning.model_id
    early = Recipe("sample", model, 1, 1, params={"start_scale": 0, "size": None})
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(early, np.zeros((20, 30, 3), np.uint8))
    studio.results.select(1)
    assert studio.results.outdated
    studio.results.render_again()
    (again,) = asked_results(link)
    assert (again.seed, again.scales) == (1, 0)
