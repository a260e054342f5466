"""Continuing from a result: its settings at once, and its picture in another tool."""

from __future__ import annotations

import numpy as np
from renderer_link import Link

from singan_studio.core.recipe import Recipe
from singan_studio.ui.app.studio import Studio


def test_taking_over_a_recipe_restores_tool_seed_and_parameters(studio: Studio, link: Link):
    studio.tool_model.choose("paint")
    params = {**studio.tool_model.sessions["sample"].params, "start_scale": 1, "size": [60, 40]}
    studio.restore_result.take_over(Recipe("sample", studio.learning.model_id, 99, 3, params))
    assert studio.tool_model.spec.name == "sample"
    assert studio.tool_model.seed == 99
    assert studio.tool_model.params["size"] == [60, 40]
    assert studio.tool_model.live is None


def test_a_result_given_to_a_tool_replaces_the_original_and_survives_reopening(
    qtbot, studio: Studio, link: Link
):
    picture = np.full((20, 30, 3), 50, np.uint8)
    recipe = Recipe("sample", studio.learning.model_id, 1, 3, {"start_scale": 1, "size": None})
    with qtbot.waitSignal(studio.project.result_added):
        studio.project.add_result(recipe, picture)
    studio.tool_model.choose("upscale")
    studio.restore_result.give("upscale", picture, 1)
    qtbot.waitUntil(lambda: studio.tool_model.session.given is not None)
    assert studio.tool_model.session.given.result == 1
    path = studio.project.path
    studio.project.close_project()
    qtbot.waitUntil(lambda: not studio.project.busy)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(path)
    qtbot.waitUntil(lambda: studio.tool_model.session.given is not None)
    assert np.array_equal(studio.tool_model.session.given.picture, picture)
