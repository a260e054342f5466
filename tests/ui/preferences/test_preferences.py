"""Preferences are read, set, told and kept; what is stored wrongly counts as not stored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from singan_studio.ui.preferences.preferences import Preferences


def again(settings: QSettings) -> Preferences:
    settings.sync()
    return Preferences(QSettings(settings.fileName(), QSettings.Format.IniFormat))


def test_preferences_are_told_and_kept(qtbot: QtBot, settings: QSettings) -> None:
    preferences = Preferences(settings)
    values = {
        "language": "de",
        "theme": "dark",
        "device": "cpu",
        "threads": 2,
        "folder": "/x",
        "preset": "draft",
    }
    for name, value in values.items():
        with qtbot.waitSignal(getattr(preferences, f"{name}_changed")) as told:
            setattr(preferences, name, value)
        assert told.args == [value]
        with qtbot.assertNotEmitted(getattr(preferences, f"{name}_changed")):
            setattr(preferences, name, value)
    read = again(settings)
    assert {name: getattr(read, name) for name in values} == values


@pytest.mark.parametrize(
    ("key", "value", "name", "usual"),
    [
        ("window/theme", "purple", "theme", "system"),
        ("engine/device", "tpu", "device", "auto"),
        ("engine/threads", "many", "threads", 0),
        ("engine/threads", "-3", "threads", 0),
        ("learn/preset", "perfect", "preset", ""),
    ],
)
def test_what_is_not_allowed_counts_as_the_default(
    settings: QSettings, key: str, value: str, name: str, usual: object
) -> None:
    settings.setValue(key, value)
    assert getattr(again(settings), name) == usual


def test_the_command_line_holds_for_one_run(settings: QSettings) -> None:
    Preferences(settings).device = "cuda"
    settings.sync()
    run = Preferences(settings, "cpu", 3)
    assert (run.device, run.threads) == ("cpu", 3)
    assert (again(settings).device, again(settings).threads) == ("cuda", 0)


def test_a_device_that_is_gone_is_not_used_and_stays_preferred(qtbot: QtBot, settings: QSettings) -> None:
    preferences = Preferences(settings)
    preferences.device = "cuda"
    with qtbot.waitSignal(preferences.device_changed):
        preferences.use_available(["cpu"])
    assert preferences.device == "auto"
    assert again(settings).device == "cuda"
    asked = Preferences(settings, "mps")
    asked.use_available(["cpu"])
    assert asked.device == "mps", "what the command line asks for in vain is an error"
