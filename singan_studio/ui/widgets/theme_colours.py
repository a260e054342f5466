"""The colours of the light and the dark theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette


@dataclass(frozen=True)
class Colours:
    """The colours of a theme as "#rrggbb". Every text has a contrast of at least 4.5 to its background."""

    window: str
    base: str  # ground of fields and lists
    alternate: str
    button: str
    button_hover: str
    button_pressed: str
    border: str
    track: str  # of progress bars
    handle: str  # of scroll bars
    text: str
    quiet_text: str  # explanations and units
    disabled_text: str
    surround: str  # around pictures
    surround_text: str  # placeholder texts on the surround
    hatch: str  # places that are not there yet
    accent: str  # ground of what is chosen
    accent_hover: str
    accent_text: str  # on the accent
    accent_line: str  # accent-coloured lines and texts on window and base
    star: str  # on a dark ground
    info: str  # signs on their own ground
    warning: str
    error: str
    info_ground: str
    warning_ground: str
    error_ground: str
    critic: str  # curves
    generator: str
    copy_error: str
    penalty: str
    drift: str
    excess: str
    changes_here: str  # over the parts that a tool changes, "#aarrggbb"
    stays: str  # over those that it leaves


LIGHT = Colours(
    window="#f0f0f0",
    base="#ffffff",
    alternate="#f7f7f7",
    button="#fbfbfb",
    button_hover="#ffffff",
    button_pressed="#e0e0e0",
    border="#bdbdbd",
    track="#d2d2d2",
    handle="#b0b0b0",
    text="#1c1c1c",
    quiet_text="#595959",
    disabled_text="#8f8f8f",
    surround="#cfcfcf",
    surround_text="#454545",
    hatch="#bdbdbd",
    accent="#1f66c1",
    accent_hover="#2b74d2",
    accent_text="#ffffff",
    accent_line="#1f66c1",
    star="#ffffff",
    info="#1f5fb3",
    warning="#855600",
    error="#b3261e",
    info_ground="#e4edf8",
    warning_ground="#fbf0d5",
    error_ground="#fae3e1",
    critic="#a84b17",
    generator="#1f66c1",
    copy_error="#38702a",
    penalty="#8a3d8f",
    drift="#00696b",
    excess="#a3244f",
    changes_here="#5cff2d55",
    stays="#662f7dff",
)

DARK = Colours(
    window="#2a2a2a",
    base="#1f1f1f",
    alternate="#252525",
    button="#3a3a3a",
    button_hover="#444444",
    button_pressed="#303030",
    border="#4d4d4d",
    track="#454545",
    handle="#5c5c5c",
    text="#e6e6e6",
    quiet_text="#ababab",
    disabled_text="#787878",
    surround="#1a1a1a",
    surround_text="#9e9e9e",
    hatch="#3f3f3f",
    accent="#2b6cc4",
    accent_hover="#3575cc",
    accent_text="#ffffff",
    accent_line="#79b0fa",
    star="#ffffff",
    info="#8fbdfb",
    warning="#f0b849",
    error="#ff8a80",
    info_ground="#25323f",
    warning_ground="#3a3221",
    error_ground="#402827",
    critic="#f0a06a",
    generator="#79b0fa",
    copy_error="#8fd07a",
    penalty="#d59ad9",
    drift="#5fc9c4",
    excess="#f08fae",
    changes_here="#5cff2d55",
    stays="#662f7dff",
)


def colours_of(palette: QPalette) -> Colours:
    """Return the theme's colours that go with a widget's palette."""
    # Not by the ground: a style sheet makes that transparent, and a disabled text is grey in both themes.
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    return DARK if text.lightness() > 127 else LIGHT
