"""Sets of shortcuts, and which keys each command has in the end. Plain data, no Qt.

Keys are texts such as "Ctrl+Shift+Z". Commands are known by the object names of their actions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STUDIO = "studio"

KEY_SETS: dict[str, dict[str, list[str]]] = {
    STUDIO: {},
    "photoshop": {
        "preferences": ["Ctrl+K"],
        "keep": ["Ctrl+Shift+K"],
        "showMask": ["Q"],
        "squint": ["Shift+Q"],
        "crop": ["C"],
        "original": ["Shift+C"],
        "undo": ["Ctrl+Z", "Ctrl+Alt+Z"],
    },
    "krita": {
        "canvas-fill": ["F"],
        "canvas-picker": ["P"],
        "compare": ["Shift+P"],
        "canvas-select": ["Ctrl+R"],
        "resume": ["Ctrl+Alt+R"],
        "canvas-transform": ["T"],
        "mirrorView": ["M"],
        "deselect": ["Ctrl+Shift+A"],
        "hundred": ["1", "Ctrl+0"],
        "fit": ["2"],
    },
}
"""What differs in each set from the keys that the commands are made with."""


@dataclass(frozen=True)
class Keyed:
    """A command's keys as it was made, and the area of the window in which they hold."""

    area: str
    keys: tuple[str, ...]


def effective(
    commands: Mapping[str, Keyed], chosen: Mapping[str, list[str]], own: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return every command's keys: the user's own ones, then the chosen set's, then those it was made with.

    No key means two commands of one area: a key of one's own is taken from the command that has it by its set.
    """
    found: dict[str, list[str]] = {}
    taken: set[tuple[str, str]] = set()
    for first in (True, False):
        for name, command in commands.items():
            if (name in own) is first:
                usual = list(chosen.get(name, command.keys))
                wanted = ([own[name]] if own[name] else []) if first else usual
                found[name] = [key for key in wanted if (command.area, key) not in taken]
                taken |= {(command.area, key) for key in found[name]}
    return {name: found[name] for name in commands}


def owner_of(
    key: str, asking: str, commands: Mapping[str, Keyed], keys: Mapping[str, list[str]]
) -> str | None:
    """Return the command, other than the `asking` one, that has a key in its area; None when it is free."""
    area = commands[asking].area
    for name, command in commands.items():
        if name != asking and command.area == area and key in keys[name]:
            return name
    return None
