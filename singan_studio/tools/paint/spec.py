"""Paint: turns a rough painting into a picture in the learned one's style."""

from __future__ import annotations

from singan_studio.core.abilities import Ability
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="paint",
    command="paint",
    title=QT_TRANSLATE_NOOP("tools", "Paint"),
    help=QT_TRANSLATE_NOOP("tools", "Turn a rough painting into a picture like yours."),
    order=20,
    icon="paint",
    shortcut="Alt+2",
    params=(
        Param(
            name="painting",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Painting"),
            help=QT_TRANSLATE_NOOP("tools", "A painting in the picture's colours."),
            required=True,
        ),
        shared_params.start_scale(0.2, change=0.05),
        Param(
            name="keep_unpainted",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Keep unpainted areas"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Picture of the painted area; outside it the original stays as it is."
            ),
            area=True,
            takes="coverage",
        ),
        Param(
            name="quantize",
            kind="flag",
            label=QT_TRANSLATE_NOOP("tools", "Few colours"),
            help=QT_TRANSLATE_NOOP(
                "tools", "Learns one scale again on pictures in five colours, for flat paintings."
            ),
            default=False,
            advanced=True,
            needs=Ability.FEW_COLOURS,
        ),
        *shared_params.noise(),
        shared_params.fit(),
    ),
    output="picture",
    run="singan_studio.tools.paint.run:run",
    panel="singan_studio.tools.paint.panel:PaintPanel",
    model="singan_studio.tools.paint.model:needed_model",
    canvas="painting",
)
