"""What the window calls the things that an error names: parameters, settings, keyframe tracks and units."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import registry

SETTINGS = {
    "max_size": QT_TRANSLATE_NOOP("wording", "Longest side"),
    "seed": QT_TRANSLATE_NOOP("wording", "Seed"),
    "format": QT_TRANSLATE_NOOP("wording", "Format"),
    "quality": QT_TRANSLATE_NOOP("wording", "Quality"),
    "loops": QT_TRANSLATE_NOOP("wording", "How often it is played"),
    "at_least": QT_TRANSLATE_NOOP("wording", "Shortest length of the film"),
    "enlarge": QT_TRANSLATE_NOOP("wording", "Size"),
    "frame": QT_TRANSLATE_NOOP("wording", "Frame"),
    "value": QT_TRANSLATE_NOOP("wording", "Value"),
    "ease": QT_TRANSLATE_NOOP("wording", "Way to the next key"),
}
"""What is no parameter of a tool but has a field in the window."""
UNITS = {
    "whole number": QT_TRANSLATE_NOOP("wording", "whole number"),
    "number": QT_TRANSLATE_NOOP("wording", "number"),
    "numbers with commas between": QT_TRANSLATE_NOOP("wording", "numbers"),
    "word": QT_TRANSLATE_NOOP("wording", "one of these"),
    "frames": QT_TRANSLATE_NOOP("wording", "frames"),
    "frames per second": QT_TRANSLATE_NOOP("wording", "frames per second"),
}
"""Units that are words and so translated."""


def parameter_words(name: str) -> str:
    """Return the label of a parameter, setting or track; of "layout: frame" both. Unknown names stay as they are."""
    return ": ".join(_label(part) for part in name.split(": "))


def unit_words(unit: str) -> str:
    return QCoreApplication.translate("wording", UNITS[unit]) if unit in UNITS else unit


def tool_words(name: str) -> str:
    """Return the title of a tool, or of several separated by bars."""
    titles = _titles()
    parts = name.split(" | ")
    return " | ".join(
        QCoreApplication.translate("tools", titles[part]) if part in titles else part for part in parts
    )


def _label(name: str) -> str:
    if name in SETTINGS:
        return QCoreApplication.translate("wording", SETTINGS[name])
    label = _labels().get(name)
    return QCoreApplication.translate("tools", label) if label else name


@cache
def _titles() -> dict[str, str]:
    return {spec.name: spec.title for spec in registry.tools()}


@cache
def _labels() -> dict[str, str]:
    return {param.name: param.label for spec in registry.tools() for param in spec.params}
