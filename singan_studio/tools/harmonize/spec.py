"""Harmonize: makes a pasted object take on the picture's look."""

from __future__ import annotations

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="harmonize",
    command="harmonize",
    title=QT_TRANSLATE_NOOP("tools", "Harmonize"),
    help=QT_TRANSLATE_NOOP("tools", "Give a pasted object the look of the picture."),
    order=40,
    icon="harmonize",
    shortcut="Alt+4",
    params=(
        Param(
            name="composite",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Pasted picture"),
            help=QT_TRANSLATE_NOOP("tools", "The picture with an object pasted into it."),
            required=True,
        ),
        shared_params.mask(required=True),
        shared_params.start_scale(0.7),
        Param(
            name="adapt",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Adapt"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How far the object takes on the picture's colours and material; 0 leaves them."
            ),
            default=50.0,
            low=0,
            high=100,
            unit="%",
            absent=0.0,
        ),
        Param(
            name="match_colours",
            kind="flag",
            label=QT_TRANSLATE_NOOP("tools", "Match colours"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Gives the object the picture's colours first, as far as it adapts."
            ),
            default=True,
        ),
        Param(
            name="own_detail",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Own detail"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "How much of the object's own fine detail is seen, which is finer than what is drawn.",
            ),
            default=75.0,
            low=0,
            high=100,
            unit="%",
            absent=0.0,
        ),
        shared_params.grow(7),
        shared_params.feather(),
        *shared_params.noise(),
        shared_params.fit(),
    ),
    output="picture",
    run="singan_studio.tools.harmonize.run:run",
    panel="singan_studio.tools.harmonize.panel:HarmonizePanel",
    canvas="objects",
    empty=QT_TRANSLATE_NOOP("tools", "Nothing to change yet: paste or drop an object."),
)
