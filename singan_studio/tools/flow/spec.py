"""Flow: what arrows point along flows that way for ever, such as water, clouds and smoke."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="flow",
    command="flow",
    title=QT_TRANSLATE_NOOP("tools", "Flow"),
    help=QT_TRANSLATE_NOOP("tools", "Let water, clouds or smoke flow along arrows: a film that loops."),
    order=65,
    icon="flow",
    shortcut="Alt+0",
    params=(
        Param(
            name="arrow",
            kind="arrows",
            label=QT_TRANSLATE_NOOP("tools", "Arrows"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Where things flow: an arrow from x,y by dx,dy in pixels of the picture; give it for each arrow.",
            ),
            required=True,
        ),
        Param(
            name="pin",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "What holds still"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Picture of the area that holds still: opaque where it has transparency, else bright.",
            ),
            area=True,
            takes="mask",
        ),
        Param(
            name="seconds",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Time along an arrow"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Seconds in which things flow from one end of an arrow to the other."
            ),
            default=3.0,
            low=0.2,
            high=60,
            unit="s",
        ),
        Param(
            name="reach",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Reach"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How far around an arrow things flow, in percent of the picture's longer side."
            ),
            default=12.0,
            low=1,
            high=100,
            unit="%",
        ),
        Param(
            name="shimmer",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Shimmer"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How much texture glitters besides, as the learned model moves it, in percent."
            ),
            default=0.0,
            low=0,
            high=200,
            unit="%",
            needs=Ability.MOVE,
        ),
        Param(
            name="frames",
            kind="int",
            label=QT_TRANSLATE_NOOP("tools", "Frames"),
            help=QT_TRANSLATE_NOOP("tools", "Length of the film."),
            default=60,
            low=2,
            high=10_000,
            unit="frames",
        ),
        Param(
            name="fps",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Speed"),
            help=QT_TRANSLATE_NOOP("tools", "Frames per second."),
            default=20.0,
            low=1,
            high=60,
            unit="frames per second",
        ),
        Param(
            name="size",
            kind="size",
            label=QT_TRANSLATE_NOOP("tools", "Size"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Width and height of the film; the picture's, up to 1280 px, if not given."
            ),
            low=16,
            high=4096,
            unit="px",
            advanced=True,
        ),
        shared_params.fit(),
    ),
    output="film",
    run="singan_studio.tools.flow.run:run",
    panel="singan_studio.tools.flow.panel:FlowPanel",
    canvas="pins",
    empty=QT_TRANSLATE_NOOP("tools", "Nothing flows yet: draw an arrow on the picture."),
    alpha="carried",
)
