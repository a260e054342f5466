"""Material: the layout of another picture, or of a drawing, in this picture's material."""

from __future__ import annotations

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="material",
    command="material",
    title=QT_TRANSLATE_NOOP("tools", "Material"),
    help=QT_TRANSLATE_NOOP("tools", "Make another picture, or a drawing, out of your picture's material."),
    order=90,
    icon="material",
    shortcut="Alt+M",
    params=(
        Param(
            name="layout_picture",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Layout"),
            help=QT_TRANSLATE_NOOP("tools", "The picture or drawing whose shapes the result has."),
            required=True,
        ),
        Param(
            name="strength",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Strength"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "High values show more of the picture's material, low ones more of the layout's shapes.",
            ),
            default=60.0,
            low=0,
            high=100,
            unit="%",
        ),
        Param(
            name="match_colours",
            kind="flag",
            label=QT_TRANSLATE_NOOP("tools", "Match colours"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Gives the layout the picture's colours first; without it only its brightness is adapted.",
            ),
            default=True,
        ),
        *shared_params.noise(),
        shared_params.fit("fill"),
    ),
    output="picture",
    run="singan_studio.tools.material.run:run",
    panel="singan_studio.tools.material.panel:MaterialPanel",
    canvas="painting",
    alpha="found",
)
