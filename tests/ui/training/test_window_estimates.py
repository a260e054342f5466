"""The estimates beside every preset."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from singan_studio.core.config import PRESETS, preset
from singan_studio.core.cost_model import Machine, Speed, estimate
from singan_studio.core.geometry import geometry_for
from singan_studio.engine_process import machines
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import cost_text
from singan_studio.ui.widgets.choice_cards import ChoiceCards

FAST = Machine(Speed(0.001, 0.005, 0.001), base_mb=400)


def notes(window: MainWindow) -> dict[str, str]:
    cards = window.workspace.side_panel.learn_panel.findChild(ChoiceCards)
    assert cards
    return {name: cards.note(name) for name in PRESETS}


def test_estimates_appear_once_the_machine_is_measured_and_follow_the_size(
    qtbot: QtBot, studio: Studio, window: MainWindow, picture: Path, monkeypatch
) -> None:
    machines.save(machines.key_of("cpu", 1), FAST)
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(picture)
    window.commands.learn.trigger()
    assert set(notes(window).values()) == {"estimating…"}
    with qtbot.waitSignal(studio.estimates.changed, timeout=60_000):
        studio.rendering.start()
    for name, note in notes(window).items():
        config = preset(name, max_size=250)
        assert note == cost_text(estimate(config, geometry_for(43, 64, config).sizes, FAST))
        assert note.startswith("about ")
        assert note.endswith(" GB")
    before = notes(window)
    size = window.workspace.side_panel.learn_panel.findChild(QSpinBox, "maxSize")
    assert size
    size.setValue(32)
    assert notes(window) != before


def test_choosing_another_device_discards_the_estimates(
    qtbot: QtBot, studio: Studio, opened: MainWindow
) -> None:
    studio.rendering.machine_known.emit(FAST)
    assert notes(opened)["draft"].startswith("about ")
    studio.estimates.forget()
    assert set(notes(opened).values()) == {"estimating…"}


def test_learning_is_a_choice_of_three_with_their_minutes_and_the_rest_is_advanced(
    qtbot, window: MainWindow, studio: Studio, picture: Path
):
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        window.opening.open_path(picture)
    window.commands.learn.trigger()
    studio.estimates._take(Machine())
    panel = window.workspace.side_panel.learn_panel
    cards = panel.findChild(ChoiceCards)
    assert all(re.search(r"\d+ (s|min|h)", cards.note(name)) for name in ("draft", "standard", "faithful"))
    fields = [panel.findChild(QWidget, name) for name in ("maxSize", "seedEdit", "device")]
    assert not any(field.isVisible() for field in fields)
    panel.findChild(QToolButton, "advancedButton").click()
    assert all(field.isVisible() for field in fields)
    window.resize(1280, 600)
    qtbot.waitUntil(lambda: panel.learn.visibleRegion().boundingRect() == panel.learn.rect())
