"""Animate: makes the picture move by itself."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.keyframes import LIMITS

MOTION = (0.4, 1.2, 1.2, 1.8)
"""Motion of the scales, the coarsest first; the last value applies to all that follow."""


def _amount(name: str, label: str, text: str) -> Param:
    """Return a factor on the motion of some scales, which a keyframe track may replace."""
    low, high = LIMITS[name]
    return Param(name=name, kind="float", label=label, help=text, default=1.0, low=low, high=high)


SPEC = ToolSpec(
    name="animate",
    command="animate",
    title=QT_TRANSLATE_NOOP("tools", "Animate"),
    help=QT_TRANSLATE_NOOP("tools", "Let the picture shimmer and drift: a film of small variations."),
    order=60,
    icon="animate",
    shortcut="Alt+6",
    params=(
        Param(
            name="loop",
            kind="choice",
            label=QT_TRANSLATE_NOOP("tools", "Loop"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "The last frame leads exactly into the first, or the film goes there and back, or ends.",
            ),
            default="closed",
            choices=("closed", "pingpong", "none"),
            labels=(
                QT_TRANSLATE_NOOP("tools", "Closed"),
                QT_TRANSLATE_NOOP("tools", "There and back"),
                QT_TRANSLATE_NOOP("tools", "Open"),
            ),
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
        _amount(
            "layout",
            QT_TRANSLATE_NOOP("tools", "Layout motion"),
            QT_TRANSLATE_NOOP("tools", "How much large shapes move."),
        ),
        _amount(
            "detail",
            QT_TRANSLATE_NOOP("tools", "Detail motion"),
            QT_TRANSLATE_NOOP("tools", "How much texture and small things move."),
        ),
        Param(
            name="sway",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Sway"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How far shapes are carried to and fro, in percent of the picture's longer side."
            ),
            default=0.6,
            low=0,
            high=5,
            unit="%",
            advanced=True,
        ),
        Param(
            name="motion",
            kind="numbers",
            label=QT_TRANSLATE_NOOP("tools", "Motion per scale"),
            help=QT_TRANSLATE_NOOP(
                "tools", "How far each scale's noise moves, the coarsest first; the last one goes on."
            ),
            default=MOTION,
            low=0,
            high=20,
            advanced=True,
        ),
        Param(
            name="alpha",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Return"),
            help=QT_TRANSLATE_NOOP("tools", "How soon what moved comes back (alpha); high values flicker."),
            default=0.1,
            low=0.01,
            high=1,
            advanced=True,
        ),
        Param(
            name="beta",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Smoothness"),
            help=QT_TRANSLATE_NOOP("tools", "How much motion keeps its direction (beta)."),
            default=0.9,
            low=0,
            high=1,
            advanced=True,
        ),
        Param(
            name="keyframes",
            kind="keyframes",
            label=QT_TRANSLATE_NOOP("tools", "Keyframes"),
            help=QT_TRANSLATE_NOOP("tools", "Layout motion, detail motion, return and smoothness over time."),
            advanced=True,
        ),
        Param(
            name="mask",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "What moves"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Picture of the area that moves: opaque where it has transparency, else bright."
            ),
            area=True,
            takes="mask",
        ),
        shared_params.feather(),
        shared_params.fit(),
        Param(
            name="size",
            kind="size",
            label=QT_TRANSLATE_NOOP("tools", "Size"),
            help=QT_TRANSLATE_NOOP(
                "tools",
                "Width and height of the film; the learned size if not given, with a mask the original's.",
            ),
            low=16,
            high=4096,
            unit="px",
        ),
        shared_params.start_scale(0.0, low=0),  # starting at any other scale, hardly anything visibly moves
    ),
    output="film",
    run="singan_studio.tools.animate.run:run",
    panel="singan_studio.tools.animate.panel:AnimatePanel",
    canvas="moves",
    needs=frozenset({Ability.MOVE}),
    alpha="carried",
)
