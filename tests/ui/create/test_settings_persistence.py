"""The tools' settings in the project: saved soon after a change, and before the project is left."""

from __future__ import annotations

from pathlib import Path

from renderer_link import Link

from singan_studio.ui.app.studio import Studio


def reopen(qtbot, studio: Studio) -> None:
    path = studio.project.path
    studio.project.close_project()
    qtbot.waitUntil(lambda: not studio.project.busy)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(Path(path))


def test_settings_changed_just_before_closing_are_restored(qtbot, studio: Studio, link: Link):
    tool_model = studio.tool_model
    tool_model.choose("paint")
    tool_model.seed, tool_model.count, tool_model.locked = 123, 7, True
    tool_model.set_extra("base", "one")
    reopen(qtbot, studio)
    assert tool_model.spec.name == "paint"
    assert (tool_model.seed, tool_model.count, tool_model.locked) == (123, 7, True)
    assert tool_model.session.extras["base"] == "one"


def test_settings_are_saved_after_a_rest_without_leaving_the_project(qtbot, studio: Studio, link: Link):
    studio.tool_model.seed = 77
    qtbot.waitUntil(lambda: not studio.tool_model._settings._timer.isActive(), timeout=10_000)
    qtbot.waitUntil(lambda: not studio.project.busy)
    studio.tool_model.session.seed = 5  # changed behind the model's back: only what was saved comes back
    reopen(qtbot, studio)
    assert studio.tool_model.seed == 77


def test_an_unknown_tool_or_value_in_the_project_is_ignored(qtbot, studio: Studio, link: Link):
    from singan_studio.project.records import TOOLS_KEY

    studio.project.set_meta(TOOLS_KEY, '{"chosen": "later", "sample": {"seed": -1, "count": 3, "params": 5}}')
    reopen(qtbot, studio)
    assert studio.tool_model.spec.name == "sample"
    assert (studio.tool_model.seed, studio.tool_model.count) == (0, 3)
