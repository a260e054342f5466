"""Colours, style sheet and icons. Greys are neutral, because users judge colours here; there is one accent."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from singan_studio.core.resources import resource
from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.theme_colours import DARK, LIGHT, Colours

__all__ = ["apply_theme", "icon"]

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def apply_theme(app: QApplication, name: str) -> None:
    """Give the application the studio's style: "light", "dark", or "system", which follows the desktop from then on."""
    keeper = app.findChild(_Keeper) or _Keeper(app)
    keeper.apply(name)


class _Keeper(QObject):
    """Remembers the wanted theme, and follows the desktop when that is "system"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name = "system"
        self._shown: Colours | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._show)

    def apply(self, name: str) -> None:
        self._name = name
        # Also tells the desktop, which paints the title bar.
        self._app.styleHints().setColorScheme(_SCHEMES[name])
        self._show()

    def _show(self) -> None:
        system_is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system_is_dark if self._name == "system" else self._name == "dark"
        colours = DARK if dark else LIGHT
        if colours is self._shown:
            return
        self._shown = colours
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(_style_sheet(colours))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.button), QColor(colours.window))
    table = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.Button: colours.button,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.PlaceholderText: colours.quiet_text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Link: colours.accent_line,
        role.LinkVisited: colours.accent_line,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Mid: colours.border,
        role.Midlight: colours.button_hover,
        role.Light: colours.button_hover,
        role.Dark: colours.border,
        role.Shadow: "#000000",
    }
    for key, colour in table.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.disabled_text))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(colours.window))
    return palette


def _style_sheet(colours: Colours) -> str:
    name = "dark" if colours is DARK else "light"
    folder = resource("styles")
    template = Template((folder / "studio.qss").read_text(encoding="utf-8"))
    values = cast("dict[str, str]", asdict(colours))
    return template.substitute(values, arrows=f"{folder.as_posix()}/{name}")
