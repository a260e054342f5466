"""Parameters that several tools have in common."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.base import Param


def start_scale(fraction: float, low: int = 1, change: float = 0.0) -> Param:
    """Return the scale at which chance begins.

    Its default is the first scale whose longer side is `fraction` of the learned one; with patches it is the stop
    where `change` (0..1) changes, if that is not 0.
    """
    return Param(
        name="start_scale",
        kind="scale",
        label=QT_TRANSLATE_NOOP("tools", "Start from"),
        help=QT_TRANSLATE_NOOP(
            "tools",
            "Stop at which the picture enters: low ones change more, high ones keep more of what you made.",
        ),
        low=low,
        fraction=fraction,
        change=change,
    )


def fit(default: str = "stretch") -> Param:
    """Return the parameter for how a picture is fitted whose shape differs from the learned one."""
    return Param(
        name="fit",
        kind="choice",
        label=QT_TRANSLATE_NOOP("tools", "Other shapes"),
        help=QT_TRANSLATE_NOOP(
            "tools", "A picture of another shape: show all of it, fill the frame and crop, or stretch it."
        ),
        default=default,
        choices=("fit", "fill", "stretch"),
        labels=(
            QT_TRANSLATE_NOOP("tools", "Show all of it"),
            QT_TRANSLATE_NOOP("tools", "Fill the frame"),
            QT_TRANSLATE_NOOP("tools", "Stretch"),
        ),
        advanced=True,
    )


def grow(default: int) -> Param:
    """Return the radius of the disk that widens a mask."""
    return Param(
        name="grow",
        kind="int",
        label=QT_TRANSLATE_NOOP("tools", "Grow"),
        help=QT_TRANSLATE_NOOP("tools", "Widens the area to change."),
        default=default,
        low=0,
        high=200,
        unit="px",
    )


def feather() -> Param:
    """Return the sigma of the Gaussian that softens a mask's edge."""
    return Param(
        name="feather",
        kind="float",
        label=QT_TRANSLATE_NOOP("tools", "Feather"),
        help=QT_TRANSLATE_NOOP("tools", "Softens the edge of the area to change."),
        default=5.0,
        low=0,
        high=100,
        unit="px",
    )


def mask(required: bool) -> Param:
    """Return the area that may change."""
    return Param(
        name="mask",
        kind="picture",
        label=QT_TRANSLATE_NOOP("tools", "Area to change"),
        help=QT_TRANSLATE_NOOP(
            "tools", "Picture of the area to change: opaque where it has transparency, else bright."
        ),
        required=required,
        option=True,
        area=True,
        takes="mask",
    )


def noise() -> tuple[Param, Param]:
    """Return how much noise every scale gets, and its seed."""
    amounts = Param(
        name="noise",
        kind="numbers",
        label=QT_TRANSLATE_NOOP("tools", "Noise per scale"),
        help=QT_TRANSLATE_NOOP(
            "tools",
            "How far chance goes at each scale, the coarsest first; the last one goes on. 1 is usual, 0 leaves none.",
        ),
        low=0,
        high=2,
        advanced=True,
        needs=Ability.NOISE,
    )
    seeds = Param(
        name="noise_seeds",
        kind="numbers",
        label=QT_TRANSLATE_NOOP("tools", "Seed per scale"),
        help=QT_TRANSLATE_NOOP(
            "tools",
            "Seed of each scale, the coarsest first; the last one goes on. -1 takes the seed of the picture.",
        ),
        low=-1,
        high=2**31 - 1,
        advanced=True,
        needs=Ability.NOISE,
    )
    return amounts, seeds
