"""Enlarge: gives the picture more pixels, with detail of its own kind."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="upscale",
    command="upscale",
    title=QT_TRANSLATE_NOOP("tools", "Enlarge"),
    help=QT_TRANSLATE_NOOP(
        "tools",
        "Enlarge the picture: at once with the sharpness of its own edges, or with detail that is learned.",
    ),
    order=50,
    icon="enlarge",
    shortcut="Alt+5",
    params=(
        Param(
            name="picture",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Picture"),
            help=QT_TRANSLATE_NOOP(
                "tools", "A picture to enlarge in place of the learned one, such as a result."
            ),
            takes="given",
        ),
        Param(
            name="factor",
            kind="float",
            label=QT_TRANSLATE_NOOP("tools", "Factor"),
            help=QT_TRANSLATE_NOOP("tools", "How many times wider and higher the result is."),
            default=2.0,
            low=1.5,
            high=8.0,
            unit="×",
        ),
        Param(
            name="preset",
            kind="choice",
            label=QT_TRANSLATE_NOOP("tools", "Quality"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Preset for learning the extra model this needs; that of the project if not given."
            ),
            needs=Ability.PRESETS,
            choices=("draft", "standard", "faithful"),
            labels=(
                QT_TRANSLATE_NOOP("tools", "Draft"),
                QT_TRANSLATE_NOOP("tools", "Standard"),
                QT_TRANSLATE_NOOP("tools", "Faithful"),
            ),
        ),
    ),
    output="picture",
    run="singan_studio.tools.upscale.run:run",
    panel="singan_studio.tools.upscale.panel:UpscalePanel",
    quick=True,
    live=False,
    needs=frozenset({Ability.ENLARGE}),
    model="singan_studio.tools.upscale.model:needed_model",
    check="singan_studio.tools.upscale.model:check_size",
)
