"""Tile: a picture that repeats without a seam, made from a part of the picture."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="tile",
    command="tile",
    title=QT_TRANSLATE_NOOP("tools", "Tile"),
    help=QT_TRANSLATE_NOOP("tools", "Make a seamless texture from the picture or from a part of it."),
    order=95,
    icon="tile",
    shortcut="Alt+J",
    params=(
        Param(
            name="region",
            kind="region",
            label=QT_TRANSLATE_NOOP("tools", "Region"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "The part of the picture that the tile is made from, in pixels; all of it if not given.",
            ),
        ),
        Param(
            name="size",
            kind="size",
            label=QT_TRANSLATE_NOOP("tools", "Size"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Width and height of the tile in pixels: a larger region is reduced to it, a smaller one goes on.",
            ),
            default=[512, 512],
            low=32,
            high=4096,
        ),
    ),
    output="picture",
    run="singan_studio.tools.tile.run:run",
    panel="singan_studio.tools.tile.panel:TilePanel",
    needs=frozenset({Ability.TILE}),
    canvas="region",
    alpha="carried",
)
