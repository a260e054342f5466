"""Thumbnails of what the present work becomes from each start scale."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.ui.create.live_preview import small_inputs
from singan_studio.ui.create.picture_maker import PictureMaker
from singan_studio.ui.create.rendering import THUMBNAIL, Drawn, Rendering
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import Live

SIDE = 96
"""Longer side in px; a scale that is finer is drawn as large as it is."""
REST_MS = 350
"""After the last live picture, or result, until the first thumbnail is asked for."""


class Thumbnails(QObject):
    """Draws one thumbnail at a time when the renderer has nothing else to do, the start scale in use first.

    Every change of the choices drops what is being drawn, and drawing starts over.
    """

    drawn = Signal(int, object)  # scale, (H, W, 3) uint8
    undrawable = Signal(int)  # a scale whose model would have to be learned first
    outdated = Signal()  # what was drawn is of another tool or work

    def __init__(
        self,
        tool_model: ToolModel,
        picture_maker: PictureMaker,
        rendering: Rendering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tool_model, self._rendering = tool_model, rendering
        self._subject: object = None  # of which thumbnails are there
        self._missing: list[int] = []
        self._inputs: dict[str, np.ndarray] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        tool_model.live_changed.connect(self._live_changed)
        tool_model.tool_changed.connect(self._tool_changed)
        picture_maker.grown.connect(self._rest.start)
        picture_maker.changed.connect(self._tool_changed)

    def _tool_changed(self) -> None:
        self._subject = None
        self._missing = []
        self.outdated.emit()

    def _live_changed(self, live: Live | None) -> None:
        if live is not None and live.whole:
            self._rest.start()
        else:
            self._rest.stop()

    def _begin(self) -> None:
        """Draw the missing thumbnails of the present work."""
        tool_model, start = self._tool_model, self._tool_model.session.start
        if start is None or not tool_model.draws_live:
            return
        maker = tool_model.maker
        params = {name: value for name, value in tool_model.params.items() if name != start.name}
        subject = (
            tool_model.spec.name,
            tool_model.seed,
            repr(params),
            sorted(tool_model.session.wanted),
            tool_model.session.revision,
            maker.model_id,
            maker.available,
        )
        if subject != self._subject:
            self._subject = subject
            chosen = tool_model.start_scale or 0
            scales = range(int(start.low or 0), maker.available)
            self._missing = sorted(scales, key=lambda scale: abs(scale - chosen))
            self._inputs = small_inputs(tool_model.session, SIDE)
        self._next()

    def _next(self) -> None:
        while self._missing:
            recipe = self._tool_model.recipe_from(self._missing[0])
            if recipe:
                self._rendering.draw(
                    THUMBNAIL, recipe, partial(self._done, self._subject), self._inputs, SIDE
                )
                return
            self.undrawable.emit(self._missing.pop(0))

    def _done(self, subject: object, drawn: Drawn) -> None:
        if subject == self._subject and self._missing:
            self.drawn.emit(self._missing.pop(0), drawn.picture)
            self._next()
