"""Whether a tool can make a picture now, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from singan_studio.core.errors import BadInput
from singan_studio.ui.create.picture_maker import Maker
from singan_studio.ui.create.tool_session import ToolSession
from singan_studio.ui.training.extra_models import Needed
from singan_studio.ui.training.training_model import TrainingModel


class Missing(Enum):
    """What a tool still needs before it can make a picture."""

    NOTHING = "nothing"
    LEARNING = "learning"  # patches cannot do it; nothing is learned, and nothing is being learned
    SCALES = "scales"  # they are being learned
    WORK = "work"  # nothing is marked that could change
    MODEL = "model"  # another model than that of the picture
    SENSE = "sense"  # what is chosen cannot be done


@dataclass(frozen=True)
class Readiness:
    missing: Missing = Missing.NOTHING
    seconds: float | None = None  # until the scales are there, if known
    code: str = ""  # of core.messages.TEXTS, what cannot be done
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        return self.missing is Missing.NOTHING


def readiness_of(
    session: ToolSession,
    maker: Maker,
    learning: TrainingModel,
    needed: Callable[[], Needed | None],
    is_there: Callable[[Needed], bool],
) -> Readiness:
    """Return whether a session's tool is ready to draw with its maker.

    `needed` returns the model that is needed beside that of the picture, and may raise `BadInput`.
    """
    scales = 1 + int((session.start.low if session.start else 0) or 0)
    early = maker.available < min(scales, max(len(maker.stops), 1))
    if early and not learning.phase.running:
        return Readiness(Missing.LEARNING)
    try:
        model = needed()
    except BadInput as error:
        return Readiness(Missing.SENSE, None, error.code, dict(error.params))
    if model and not is_there(model):
        return Readiness(Missing.MODEL)
    if early:
        return Readiness(Missing.SCALES, learning.seconds_until(scales))
    lacks_arrows = any(
        param.kind == "arrows" and param.required and not session.params[param.name]
        for param in session.spec.params
    )
    if lacks_arrows or (any(param.required for param in session.pictures) and not session.marked):
        return Readiness(Missing.WORK)
    return Readiness()
