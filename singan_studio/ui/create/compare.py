"""Draws what the other maker makes of the present work, to be looked at for a moment."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from singan_studio.ui.create.live_preview import SIDES, small_inputs
from singan_studio.ui.create.picture_maker import Kind, PictureMaker
from singan_studio.ui.create.rendering import SHARP, Drawn, Rendering
from singan_studio.ui.create.tool_model import ToolModel

SIDE = SIDES[0]
"""Longer side in px."""


class Compare(QObject):
    """Asks the maker that is not in use for one picture at a time."""

    def __init__(
        self,
        tool_model: ToolModel,
        picture_maker: PictureMaker,
        rendering: Rendering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tool_model, self._picture_maker, self._rendering = tool_model, picture_maker, rendering
        self._wanted = 0  # counts the requests, of which the latest is answered

    @property
    def possible(self) -> bool:
        """Whether both makers can draw for the chosen tool now."""
        tool_model = self._tool_model
        return tool_model.spec.serves_both and self._picture_maker.learned_ready and tool_model.draws_live

    def draw(self, then: Callable[[Kind, np.ndarray], None]) -> None:
        """Call `then` with the other maker and its (H, W, 3) uint8 picture, unless `stop` was called meanwhile."""
        if not self.possible:
            return
        self._wanted += 1
        wanted = self._wanted
        kind = Kind.PATCHES if self._picture_maker.kind is Kind.LEARNED else Kind.LEARNED

        def drawn(answer: Drawn) -> None:
            if wanted == self._wanted:
                then(kind, answer.picture)

        inputs = small_inputs(self._tool_model.session, SIDE)
        self._rendering.draw(SHARP, self._tool_model.recipe_by(kind), drawn, inputs, SIDE)

    def stop(self) -> None:
        """Let a picture that is still being drawn not be shown any more, and go on with the live picture."""
        self._wanted += 1
        live = self._tool_model.live
        if live is not None and not live.whole:
            self._tool_model.preview()
