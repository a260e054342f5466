"""Retarget: the picture at other proportions, with what is in it at its own."""

from __future__ import annotations

from typing import Literal

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.base import Param, ToolSpec


def _side(name: Literal["width", "height"], label: str, help: str) -> Param:
    return Param(name, "float", label, help, default=100.0, low=30, high=250, unit="%", share_of=name)


SPEC = ToolSpec(
    name="retarget",
    command="retarget",
    title=QT_TRANSLATE_NOOP("tools", "Retarget"),
    help=QT_TRANSLATE_NOOP("tools", "Give the picture other proportions; what is in it keeps its own."),
    order=85,
    icon="retarget",
    shortcut="Alt+9",
    params=(
        _side(
            "width",
            QT_TRANSLATE_NOOP("tools", "Width"),
            QT_TRANSLATE_NOOP("tools", "Width of the result, of the picture's."),
        ),
        _side(
            "height",
            QT_TRANSLATE_NOOP("tools", "Height"),
            QT_TRANSLATE_NOOP("tools", "Height of the result, of the picture's."),
        ),
        Param(
            name="protect",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Protect"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Picture of what is to stay whole: opaque where it has transparency, else bright."
            ),
            default=True,
            option=True,
            area=True,
            takes="mask",
        ),
    ),
    output="picture",
    run="singan_studio.tools.retarget.run:run",
    panel="singan_studio.tools.retarget.panel:RetargetPanel",
    needs=frozenset({Ability.RETARGET}),
    canvas="protected",
    alpha="carried",
)
