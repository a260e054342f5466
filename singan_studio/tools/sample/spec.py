"""Variations: random pictures in the learned one's style, at any size."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="sample",
    command="sample",
    title=QT_TRANSLATE_NOOP("tools", "Variations"),
    help=QT_TRANSLATE_NOOP("tools", "Make new pictures that look like yours."),
    order=10,
    icon="sample",
    shortcut="Alt+1",
    params=(
        Param(
            name="start_scale",
            kind="scale",
            label=QT_TRANSLATE_NOOP("tools", "Start from"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Stop where chance begins: 0 makes a new layout, later ones keep more and more of the picture.",
            ),
            low=0,
            fraction=0.0,
            change=1.0,
        ),
        Param(
            name="size",
            kind="size",
            label=QT_TRANSLATE_NOOP("tools", "Size"),
            help=QT_TRANSLATE_NOOP("tools", "Width and height of the result; the usual size if not given."),
            low=16,
            high=4096,
            unit="px",
        ),
        Param(
            name="tileable",
            kind="flag",
            label=QT_TRANSLATE_NOOP("tools", "Tileable"),
            help=QT_TRANSLATE_NOOP(
                "tools", "The result repeats without a seam, left to right and top to bottom."
            ),
            default=False,
        ),
        Param(
            name="different",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "How different"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Low values stay near the picture, high ones move everything to another place."
            ),
            default=50.0,
            low=0,
            high=100,
            unit="%",
            needs=Ability.REARRANGE,
        ),
        Param(
            name="keep_places",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Keep places"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "How firmly things stay at their height, as the sky above the land; -1 is as suits the picture.",
            ),
            default=-1.0,
            low=-1,
            lowest=QT_TRANSLATE_NOOP("tools", "As suits"),
            high=100,
            unit="%",
            needs=Ability.REARRANGE,
        ),
        Param(
            name="pin",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Pinned parts"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Part of the picture, and where its upper left corner is in every result; can be repeated.",
            ),
            default=True,
            area=True,
            takes="pieces",
            needs=Ability.REARRANGE,
        ),
        *shared_params.noise(),
    ),
    output="pictures",
    run="singan_studio.tools.sample.run:run",
    panel="singan_studio.tools.sample.panel:SamplePanel",
    canvas="arrangement",
    alpha="carried",
)
