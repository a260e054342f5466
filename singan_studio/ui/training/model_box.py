"""The box of a tool whose model is not learned yet: why it is needed, how long it takes, and the button."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from singan_studio.core.errors import BadInput
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.training.extra_models import Needed
from singan_studio.ui.widgets.words import duration


class ModelBox(QFrame):
    """Shows a missing model and trains it in the background; hidden while nothing is missing."""

    def __init__(self, studio: Studio, tool: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelBox")
        self._studio, self._tool, self._why = studio, tool, why
        self._words = QLabel(self)
        self._words.setObjectName("modelWords")
        self._words.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("modelProgress")
        self._progress.setAccessibleName(self.tr("Learning the model"))
        self._progress.setTextVisible(False)
        self._go = QPushButton(self)
        self._go.setObjectName("learnModel")
        self._go.clicked.connect(self._press)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        for widget in (self._words, self._progress, self._go):
            layout.addWidget(widget)
        studio.extra.changed.connect(self.refresh)
        studio.tool_model.params_changed.connect(self.refresh)
        studio.tool_model.tool_changed.connect(self.refresh)
        studio.tool_model.readiness_changed.connect(self.refresh)
        studio.learning.phase_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Update what is shown."""
        needed = self._missing()
        self.setVisible(needed is not None)
        if needed is None:
            return
        running = self._studio.extra.is_learning(needed)
        learning = self._studio.extra.learning
        percent = math.ceil(100 * self._studio.extra.share(needed))
        self._progress.setVisible(running or percent > 0)
        self._progress.setValue(percent)
        self._words.setText(f"{self._why} {self._time(needed, running)}")
        self._go.setText(self._go_text(running, percent))
        self._go.setEnabled(running or not (self._studio.learning.phase.running or learning.phase.running))

    def _go_text(self, running: bool, percent: int) -> str:
        if running:
            return self.tr("Pause")
        if percent:
            return self.tr("Go on learning, {percent}% done").format(percent=percent)
        return self.tr("Learn it")

    def _missing(self) -> Needed | None:
        tool_model, learning = self._studio.tool_model, self._studio.learning
        nothing = learning.finished_scales == 0 and not learning.phase.running
        if tool_model.spec.name != self._tool or nothing:
            return None
        try:
            needed = tool_model.needed_model
        except BadInput:
            return None
        found = self._studio.extra.find(needed) if needed else None
        return None if found and found.finished else needed

    def _time(self, needed: Needed, running: bool) -> str:
        extra, learning = self._studio.extra, self._studio.extra.learning
        if running:
            left = extra.seconds_left(needed)
            return "" if left is None else self.tr("{time} to go.").format(time=duration(left))
        if self._studio.learning.phase.running:
            return self.tr("It can be learned when the picture itself is.")
        if learning.phase.running:
            return self.tr(
                "It can be learned when the model that is being learned now is finished or paused."
            )
        seconds = extra.seconds_left(needed)
        if seconds is None:
            return ""
        if extra.share(needed):
            return self.tr("About {time} to go.").format(time=duration(seconds))
        return self.tr("Learning it takes about {time}, once.").format(time=duration(seconds))

    def _press(self) -> None:
        needed, studio = self._missing(), self._studio
        if needed is None:
            return
        if studio.extra.is_learning(needed):
            studio.extra.learning.pause()
        else:
            studio.extra.learn(needed, studio.device, studio.threads)
