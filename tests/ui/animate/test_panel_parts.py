"""Parts of Animate's panel: kinds of motion that are looked at, and amounts per scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.tools.animate.presets import PRESETS
from singan_studio.tools.animate.spec import SPEC
from singan_studio.tools.values import checked_params
from singan_studio.ui.animate.preset_buttons import PresetButtons
from singan_studio.ui.animate.scale_amounts import ScaleAmounts
from singan_studio.ui.widgets.words import byte_count, decimal, significant

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_allowed_by_the_tool(preset) -> None:
    params = checked_params(SPEC, preset.params)
    assert {name: params[name] for name in preset.params} == dict(preset.params)


@pytest.fixture
def buttons(qtbot: QtBot) -> PresetButtons:
    buttons = PresetButtons(PRESETS)
    qtbot.addWidget(buttons)
    buttons.show()
    qtbot.waitExposed(buttons)
    return buttons


def hover(button: QToolButton, kind: QEvent.Type) -> None:
    QApplication.sendEvent(button, QEvent(kind))


def test_a_preset_is_looked_at_when_the_mouse_rests_on_it(qtbot: QtBot, buttons: PresetButtons) -> None:
    wild = buttons.findChild(QToolButton, "preset-wild")
    seen: list = []
    buttons.looked_at.connect(lambda preset: seen.append(preset and preset.name))
    hover(wild, QEvent.Type.Enter)
    hover(wild, QEvent.Type.Leave)
    qtbot.wait(450)
    assert seen == []
    hover(wild, QEvent.Type.Enter)
    qtbot.waitUntil(lambda: seen == ["wild"])
    hover(wild, QEvent.Type.Leave)
    qtbot.waitUntil(lambda: seen == ["wild", None])


def test_a_click_chooses_it(qtbot: QtBot, buttons: PresetButtons) -> None:
    with qtbot.waitSignal(buttons.chosen, check_params_cb=lambda preset: preset.name == "gentle"):
        qtbot.mouseClick(buttons.findChild(QToolButton, "preset-gentle"), LEFT)
    assert buttons.findChild(QToolButton, "preset-gentle").isChecked()
    buttons.show_chosen(None)
    assert not buttons.findChild(QToolButton, "preset-gentle").isChecked()


@pytest.fixture
def amounts(qtbot: QtBot) -> ScaleAmounts:
    amounts = ScaleAmounts(20)
    qtbot.addWidget(amounts)
    amounts.set_scales([(25, 17), (34, 23), (50, 33), (70, 46)])
    amounts.set_amounts([0.5, 1, 2])
    amounts.show()
    qtbot.waitExposed(amounts)
    return amounts


def test_the_last_amount_goes_on_for_finer_scales(amounts: ScaleAmounts) -> None:
    assert amounts.amounts() == [0.5, 1, 2, 2]


def test_amounts_are_typed_and_dragged(qtbot: QtBot, amounts: ScaleAmounts) -> None:
    with qtbot.waitSignal(amounts.changed, check_params_cb=lambda value: value == [0.6, 1, 2, 2]):
        amounts.findChild(QDoubleSpinBox, "amount-0").stepUp()
    slider = amounts.findChild(QSlider, "slider-3")
    with qtbot.waitSignal(amounts.changed):
        QTest.keyClick(slider, Qt.Key.Key_End)
    assert amounts.amounts() == [0.6, 1, 2, 5]


def test_other_scales_have_other_rows(qtbot: QtBot, amounts: ScaleAmounts) -> None:
    amounts.set_scales([(25, 17)])
    amounts.set_amounts([3, 1])
    assert amounts.amounts() == [3]
    assert amounts.childAt(QPoint(5, amounts.height() - 5)) is not None


def test_decimal_signs_are_those_of_the_language() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de"))
        assert (decimal(1234.5, 2), significant(23.976, 4)) == ("1234,50", "23,98")
        assert byte_count(2_400_000) == "2,4 MB"
        QLocale.setDefault(QLocale("en"))
        assert (decimal(1234.5, 2), significant(24.0, 4)) == ("1234.50", "24")
    finally:
        QLocale.setDefault(before)
