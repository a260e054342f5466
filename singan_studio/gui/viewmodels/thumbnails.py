"""What the present work becomes from each start scale, small, drawn when there is nothing else to do."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.gui.viewmodels.creation import CreationModel
from singan_studio.gui.viewmodels.learning import LearningModel
from singan_studio.gui.viewmodels.rendering import Drawn, Rendering
from singan_studio.gui.viewmodels.session import Live

SIDE = 96
"""Longer side in px; a scale that is finer is drawn as large as it is."""
REST_MS = 350
"""After the last live picture, or result, until the first thumbnail is asked for."""


class Thumbnails(QObject):
    """One at a time, the stop in use first; whatever a person does drops them, and they begin anew."""

    drawn = Signal(int, object)  # scale, (H, W, 3) uint8
    undrawable = Signal(int)  # a scale whose model would have to be learned first
    outdated = Signal()  # what was drawn is of another tool or work

    def __init__(
        self,
        learning: LearningModel,
        creation: CreationModel,
        rendering: Rendering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._learning, self._creation, self._rendering = learning, creation, rendering
        self._subject: object = None  # of which thumbnails are there
        self._missing: list[int] = []
        self._inputs: dict[str, np.ndarray] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        creation.live_changed.connect(self._live_changed)
        creation.tool_changed.connect(self._tool_changed)
        learning.scale_finished.connect(self._rest.start)

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
        """Draw what is missing of the present work."""
        creation, start = self._creation, self._creation.session.start
        if start is None or not creation.draws_live:
            return
        params = {name: value for name, value in creation.params.items() if name != start.name}
        subject = (
            creation.spec.name,
            creation.seed,
            repr(params),
            sorted(creation.session.wanted),
            creation.session.revision,
            self._learning.finished_scales,
        )
        if subject != self._subject:
            self._subject = subject
            chosen = creation.start_scale or 0
            scales = range(int(start.low or 0), self._learning.finished_scales)
            self._missing = sorted(scales, key=lambda scale: abs(scale - chosen))
            self._inputs = creation.session.small_inputs(SIDE)
        self._next()

    def _next(self) -> None:
        while self._missing:
            recipe = self._creation.recipe_from(self._missing[0])
            if recipe:
                self._rendering.thumbnail(recipe, partial(self._done, self._subject), SIDE, self._inputs)
                return
            self.undrawable.emit(self._missing.pop(0))

    def _done(self, subject: object, drawn: Drawn) -> None:
        if subject == self._subject and self._missing:
            self.drawn.emit(self._missing.pop(0), drawn.picture)
            self._next()
