"""Extend: the picture goes on beyond its edges."""

from __future__ import annotations

from typing import Literal

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.base import Param, ToolSpec

SIDES = "left", "top", "right", "bottom"


def _margin(name: str, label: str, help: str, of: Literal["width", "height"]) -> Param:
    return Param(name, "float", label, help, default=0.0, low=0, high=100, unit="%", share_of=of)


SPEC = ToolSpec(
    name="extend",
    command="extend",
    title=QT_TRANSLATE_NOOP("tools", "Extend"),
    help=QT_TRANSLATE_NOOP("tools", "Let the picture go on beyond its edges."),
    order=80,
    icon="extend",
    shortcut="Alt+8",
    params=(
        _margin(
            "left",
            QT_TRANSLATE_NOOP("tools", "Left"),
            QT_TRANSLATE_NOOP("tools", "How far the picture goes on at the left, of its width."),
            "width",
        ),
        _margin(
            "right",
            QT_TRANSLATE_NOOP("tools", "Right"),
            QT_TRANSLATE_NOOP("tools", "How far the picture goes on at the right, of its width."),
            "width",
        ),
        _margin(
            "top",
            QT_TRANSLATE_NOOP("tools", "Top"),
            QT_TRANSLATE_NOOP("tools", "How far the picture goes on at the top, of its height."),
            "height",
        ),
        _margin(
            "bottom",
            QT_TRANSLATE_NOOP("tools", "Bottom"),
            QT_TRANSLATE_NOOP("tools", "How far the picture goes on at the bottom, of its height."),
            "height",
        ),
        Param(
            name="border",
            kind="flag",
            label=QT_TRANSLATE_NOOP("tools", "Paint over the photo's border"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Thin lines at its edges, as of scans, give way where it goes on; all else stays as it is.",
            ),
            default=True,
            absent=False,
        ),
    ),
    output="picture",
    run="singan_studio.tools.extend.run:run",
    panel="singan_studio.tools.extend.panel:ExtendPanel",
    needs=frozenset({Ability.COMPLETE}),
    empty=QT_TRANSLATE_NOOP(
        "tools", "Nothing to extend yet: pull an edge of your picture outwards, or move a slider."
    ),
    alpha="carried",
)
