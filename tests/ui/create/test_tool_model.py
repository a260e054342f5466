"""The tool model with its real project and no window: when it evaluates readiness and what it emits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from singan_studio.tools import registry
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create import tool_model as module
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.training.training_model import Phase


@pytest.fixture
def project(qtbot, studio: Studio, learned_file: Path, tmp_path: Path) -> Studio:
    """The models with a learned project open; no renderer is started."""
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(Path(shutil.copy(learned_file, tmp_path / "hills.singan")))
    return studio


def count_calls(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[tuple]:
    """Record the arguments of every call of a function, which still runs."""
    calls: list[tuple] = []
    real = getattr(owner, name)

    def counted(*args):
        calls.append(args)
        return real(*args)

    monkeypatch.setattr(owner, name, counted)
    return calls


def test_readiness_is_evaluated_once_per_stroke(qtbot, project: Studio, monkeypatch):
    tool_model = project.tool_model
    tool_model.choose("paint")
    session = tool_model.session
    qtbot.waitUntil(lambda: session.revision > 0 or session.work is not None)
    calls = count_calls(monkeypatch, module, "readiness_of")
    before = session.revision
    tool_model.work_changed("paint")
    qtbot.waitUntil(lambda: session.revision > before)
    assert len(calls) == session.revision - before


def test_a_tools_model_function_is_loaded_once(project: Studio, monkeypatch):
    calls = count_calls(monkeypatch, registry, "load")
    tool_model = project.tool_model
    tool_model.choose("upscale")
    for factor in (2.0, 3.0, 2.5):
        tool_model.set_param("factor", factor)
    tool_model.use_maker(Kind.LEARNED)
    assert sorted(name for (name,) in calls if ".model:" in name) == [
        tool_model.spec.check,
        tool_model.spec.model,
    ]


def test_readiness_follows_every_change_that_it_depends_on(project: Studio):
    tool_model, learning = project.tool_model, project.learning
    assert tool_model.readiness.ready
    tool_model.choose("upscale")
    assert tool_model.readiness.ready, "patches enlarge at once"
    tool_model.use_maker(Kind.LEARNED)
    assert tool_model.readiness.missing is Missing.MODEL
    tool_model.choose("edit")
    assert tool_model.readiness.missing is Missing.WORK
    learning.show_model(None)
    assert learning.phase is Phase.IDLE
    assert tool_model.readiness.missing is Missing.WORK, "patches edit without learning"
    tool_model.choose("upscale")
    assert tool_model.readiness.missing is Missing.LEARNING
    tool_model.choose("sample")
    assert tool_model.readiness.ready


def test_choosing_a_tool_emits_that_the_tool_changed_and_nothing_else_about_its_choices(project: Studio):
    tool_model, emitted = project.tool_model, []
    tool_model.tool_changed.connect(lambda spec: emitted.append(spec.name))
    tool_model.params_changed.connect(lambda: emitted.append("params"))
    tool_model.seed_changed.connect(lambda seed: emitted.append("seed"))
    tool_model.choose("paint")
    assert emitted == ["paint"]
