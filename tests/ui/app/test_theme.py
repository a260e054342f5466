"""Colours with enough contrast, neutral greys, a style sheet without errors, icons in the theme's colours."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from singan_studio.core.resources import resource
from singan_studio.ui.app.theme import apply_theme
from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.theme_colours import DARK, LIGHT, Colours, colours_of

READABLE = 4.5  # WCAG 2.2 AA
ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))
ON_GROUNDS = {
    "text": ("window", "base", "alternate", "button", "button_hover", "button_pressed", "track"),
    "quiet_text": ("window", "base", "alternate", "button"),
    "surround_text": ("surround",),
    "accent_text": ("accent", "accent_hover"),
    "accent_line": ("window", "base", "button"),
    "info": ("info_ground",),
    "warning": ("warning_ground",),
    "error": ("error_ground", "window"),
    "critic": ("window",),
    "generator": ("window",),
    "copy_error": ("window",),
    "penalty": ("window",),
    "drift": ("window",),
    "excess": ("window",),
}
PAIRS = [(text, ground) for text, grounds in ON_GROUNDS.items() for ground in grounds]
both_themes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance of sRGB, 0..1."""
    parts = QColor(colour).getRgbF()[:3]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@both_themes
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_is_readable_on_its_ground(colours: Colours, text: str, ground: str) -> None:
    values = asdict(colours)
    assert contrast(values[text], values[ground]) >= READABLE


@both_themes
def test_texts_on_messages_are_readable(colours: Colours) -> None:
    for ground in (colours.info_ground, colours.warning_ground, colours.error_ground):
        assert contrast(colours.text, ground) >= READABLE


@both_themes
@pytest.mark.parametrize(
    "name", ["window", "base", "alternate", "button", "border", "surround", "text", "hatch"]
)
def test_greys_are_neutral(colours: Colours, name: str) -> None:
    red, green, blue, _ = QColor(asdict(colours)[name]).getRgb()
    assert red == green == blue


def test_the_theme_sets_the_palette_and_can_be_changed(qapp: QApplication) -> None:
    for name, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, name)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours.window)
        assert colours_of(qapp.palette()) is colours


def test_the_system_theme_is_one_of_both(qapp: QApplication) -> None:
    apply_theme(qapp, "system")
    assert colours_of(qapp.palette()) in (LIGHT, DARK)
    apply_theme(qapp, "light")


def test_a_disabled_widget_keeps_its_theme(qapp: QApplication, qtbot: QtBot) -> None:
    for name, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, name)
        button = QPushButton("Off")
        qtbot.addWidget(button)
        button.setEnabled(False)
        assert colours_of(button.palette()) is colours


def test_the_style_sheet_is_understood_and_its_files_exist(qapp: QApplication, qtbot: QtBot, qtlog) -> None:
    for name in ("dark", "light"):
        apply_theme(qapp, name)
        button = QPushButton("Learn")
        button.setProperty("primary", True)
        qtbot.addWidget(button)
        button.show()
        files = re.findall(r'url\("(.+?)"\)', qapp.styleSheet())
        assert files
        assert all(QImage(file).isNull() is False for file in files)
    told = [record.message for record in qtlog.records if "parse" in record.message.lower()]
    assert told == []


def drawn(name: str, size: int = 24, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon(name).pixmap(QSize(size, size), ratio, mode).toImage()


def colours_in(image: QImage) -> set[str]:
    """Return the names of the colours of all opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


def alike(colours: set[str], wanted: str) -> bool:
    """Every colour is the wanted one but for rounding; and there is one."""
    parts = zip(*(QColor(colour).getRgb() for colour in (*colours, wanted)), strict=True)
    return bool(colours) and all(max(part) - min(part) <= 1 for part in parts)


@pytest.mark.parametrize("name", [name for name in ICONS if name != "app"])
def test_icons_have_the_colour_of_the_theme_and_of_their_state(qapp: QApplication, name: str) -> None:
    for theme, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, theme)
        assert alike(colours_in(drawn(name, 48)), colours.text)
        assert alike(colours_in(drawn(name, 48, mode=QIcon.Mode.Disabled)), colours.disabled_text)


def test_the_same_icon_follows_a_change_of_theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    sign = icon("warning", "warning")
    light = sign.pixmap(48, 48).toImage()
    apply_theme(qapp, "dark")
    dark = sign.pixmap(48, 48).toImage()
    apply_theme(qapp, "light")
    assert alike(colours_in(light), LIGHT.warning)
    assert alike(colours_in(dark), DARK.warning)


def test_icons_are_drawn_anew_for_a_finer_screen() -> None:
    fine = drawn("learn", 24, 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (48, 2.0)
    coarse = drawn("learn", 24).scaled(48, 48)
    coarse.setDevicePixelRatio(2.0)
    assert fine != coarse


def test_an_icon_survives_copies_and_the_garbage_collector() -> None:
    import gc

    copies = [QIcon(icon("star")) for _ in range(3)]
    gc.collect()
    assert all(not copy.pixmap(16, 16).isNull() for copy in copies)


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_the_app_icon_has_many_colours_and_the_wanted_icons_exist() -> None:
    assert len(colours_in(drawn("app", 64))) > 20
    wanted = (
        "sample paint edit harmonize enlarge animate learn pause resume dice lock unlock star star-filled save open"
        " fit hundred close warning error info details trash copy picture chevron-down chevron-right check"
    )
    assert set(wanted.split()) <= set(ICONS)
