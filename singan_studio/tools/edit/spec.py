"""Edit: the user moved, copied or removed parts of the picture; the model makes it look real."""

from __future__ import annotations

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.tools import shared_params
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="edit",
    command="edit",
    title=QT_TRANSLATE_NOOP("tools", "Edit"),
    help=QT_TRANSLATE_NOOP("tools", "Make a rough edit of the picture look real."),
    order=30,
    icon="edit",
    shortcut="Alt+3",
    params=(
        Param(
            name="edited",
            kind="picture",
            label=QT_TRANSLATE_NOOP("tools", "Edited picture"),
            help=QT_TRANSLATE_NOOP("tools", "The picture with parts moved, copied or removed."),
            required=True,
        ),
        shared_params.mask(required=True),
        shared_params.start_scale(0.3),
        shared_params.grow(20),
        shared_params.feather(),
        *shared_params.noise(),
        shared_params.fit(),
    ),
    output="picture",
    run="singan_studio.tools.edit.run:run",
    panel="singan_studio.tools.edit.panel:EditPanel",
    canvas="edit",
    empty=QT_TRANSLATE_NOOP("tools", "Nothing to change yet: move or remove something, or paint the area."),
)
