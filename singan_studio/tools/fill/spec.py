"""Fill: what is marked goes away, and what could be there instead comes from the rest of the picture."""

from __future__ import annotations

from dataclasses import replace

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="fill",
    command="fill",
    title=QT_TRANSLATE_NOOP("tools", "Fill"),
    help=QT_TRANSLATE_NOOP("tools", "Take something away and fill its place from the picture."),
    order=70,
    icon="complete",
    shortcut="Alt+7",
    params=(
        replace(
            shared_params.mask(required=True),
            label=QT_TRANSLATE_NOOP("tools", "Area to fill"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Picture of what is to be filled: opaque where it has transparency, else bright."
            ),
        ),
        Param(
            name="sources",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Sample from"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Picture of where the filling may come from, marked like the area; everywhere if not given.",
            ),
            option=True,
            area=True,
            default=True,
            takes="painted",
        ),
        shared_params.grow(0),
        shared_params.fit(),
    ),
    output="picture",
    run="singan_studio.tools.fill.run:run",
    panel="singan_studio.tools.fill.panel:FillPanel",
    needs=frozenset({Ability.COMPLETE}),
    canvas="hole",
    empty=QT_TRANSLATE_NOOP(
        "tools", "Nothing to fill yet: select something and press Delete, or paint over it."
    ),
    alpha="carried",
)
