"""The status line, connected to the models."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.status_line import StatusLine
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import device_text, phase_text
from singan_studio.ui.widgets.words import duration


class Status(QWidget):
    """Shows phase, progress and remaining time of the training, other jobs, and the device."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._studio, self._learning = studio, studio.learning
        self.line = StatusLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.line.pause_requested.connect(actions.pause.trigger)
        self.line.resume_requested.connect(actions.resume.trigger)
        self.line.details_toggled.connect(actions.details.setChecked)
        actions.details.toggled.connect(self.line.set_details)
        self._learning.phase_changed.connect(self._show_phase)
        self._learning.scales_reset.connect(self._show_phase)
        self._learning.scale_finished.connect(self._show_phase)
        self._learning.progressed.connect(self._show_progress)
        studio.engine_ready.connect(self._show_device)
        studio.upgrade_model.changed.connect(self._show_phase)
        studio.extra.changed.connect(self._show_phase)
        studio.rendering.pending_changed.connect(self._show_phase)
        studio.finishing.pending_changed.connect(self._show_phase)
        self.line.set_details(actions.details.isChecked())
        self._show_phase()
        self._show_device()

    def show_tip(self, tip: str) -> None:
        """Explain what the pointer is on, beside everything else; an empty tip removes the explanation."""
        self.line.set_tip(tip)

    def _show_phase(self) -> None:
        learning, pending = self._learning, self._studio.rendering.pending
        words = [phase_text(learning)]
        if self._studio.upgrade_model.running:
            words.append(self._improving_words())
        elif self._studio.extra.learning.phase.running:
            words.append(self._extra_words())
        if pending:
            words.append(self.tr("%n picture(s) to come", "", pending))
        finishing = self._studio.finishing
        if finishing.awaited:
            words.append(self.tr("Saving when it has its full size"))
        elif finishing.pending:
            words.append(self.tr("%n picture(s) getting full size", "", finishing.pending))
        self.line.set_phase(" · ".join(words))
        pausable = learning.pausable or self._studio.extra.learning.pausable
        self.line.set_running(pausable, learning.resumable)
        self._show_device()
        self._show_progress()

    def _improving_words(self) -> str:
        learning = self._studio.upgrade_model.learning
        scale = min(learning.finished_scales + 1, len(learning.scales))
        text = self.tr("Improving to Standard {scale}/{scales}").format(
            scale=scale, scales=len(learning.scales)
        )
        left = learning.seconds_left
        return f"{text}, {duration(left)}" if left is not None else text

    def _extra_words(self) -> str:
        """Return how far the training of an additional model is."""
        learning = self._studio.extra.learning
        scale = min(learning.finished_scales + 1, len(learning.scales))
        return self.tr("Learning one more model {scale}/{scales}").format(
            scale=scale, scales=len(learning.scales)
        )

    def _show_progress(self) -> None:
        learning = self._learning
        unfinished = learning.phase.running or learning.resumable
        self.line.set_progress(learning.fraction if unfinished else None)
        self.line.set_remaining(learning.seconds_left if learning.phase.running else None)

    def _show_device(self) -> None:
        """Show the device that learns, or would learn."""
        engine = self._studio.engine
        device = self._learning.device or (engine.device if engine else "")
        self.line.set_device(device_text(device))
