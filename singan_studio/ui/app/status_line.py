"""The window's status line: what the studio is doing, how long it takes, and on what."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.words import time_left

_STEPS = 1000  # of the progress bar
_PROGRESS_WIDTH = 22  # characters


class StatusLine(QWidget):
    """Shows phase, progress, remaining time, Pause or Resume, Details and device."""

    pause_requested = Signal()
    resume_requested = Signal()
    details_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("Status"))
        self._can_resume = False
        self._phase = self._label("phase", self.tr("What the studio is doing"), quiet=False)
        self._remaining = self._label(
            "remaining", self.tr("Time left until everything is learned (estimated)")
        )
        self._device = self._label("device", self.tr("Device that learns and draws (torch.device)"))
        self._tip = self._make_tip()
        self._progress = self._make_progress()
        self._pause = self._make_pause()
        self._details = self._make_details()
        self._lay_out()
        self.set_running(False, can_resume=False)
        self.set_progress(None)
        self.set_remaining(None)

    def set_phase(self, text: str) -> None:
        """Show the phase, such as "Learning 6/10"."""
        self._phase.setText(text)

    def set_tip(self, text: str) -> None:
        """Explain what the pointer is on, in the free room; nothing else moves."""
        self._tip.setText(text)

    def set_progress(self, fraction: float | None) -> None:
        """Show progress, 0..1; None hides the bar."""
        self._progress.setVisible(fraction is not None)
        if fraction is not None:
            self._progress.setValue(round(fraction * _STEPS))

    def set_remaining(self, seconds: float | None) -> None:
        """Show the seconds until all is learned; None when unknown."""
        self._remaining.setVisible(seconds is not None)
        if seconds is not None:
            self._remaining.setText(time_left(seconds))

    def set_device(self, text: str) -> None:
        self._device.setText(text)

    def set_running(self, running: bool, can_resume: bool) -> None:
        """Offer Pause while `running`, else Resume when `can_resume`, else neither."""
        self._can_resume = can_resume and not running
        self._pause.setVisible(running or can_resume)
        self._pause.setText(self.tr("Resume") if self._can_resume else self.tr("Pause"))
        self._pause.setIcon(icon("resume" if self._can_resume else "pause"))
        resume_tip = self.tr("Go on learning where it stopped")
        pause_tip = self.tr("Stop learning for now; what is learned is kept and the memory is freed")
        self._pause.setToolTip(resume_tip if self._can_resume else pause_tip)

    def set_details(self, shown: bool) -> None:
        """Show the Details button pressed or not, without a signal."""
        self._details.blockSignals(True)
        self._details.setChecked(shown)
        self._details.blockSignals(False)

    def _label(self, name: str, tip: str, *, quiet: bool = True) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setToolTip(tip)
        label.setProperty("quiet", quiet)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _make_tip(self) -> QLabel:
        tip = self._label("tip", "")
        tip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return tip

    def _make_progress(self) -> QProgressBar:
        progress = QProgressBar(self)
        progress.setObjectName("progress")
        progress.setAccessibleName(self.tr("Progress"))
        progress.setRange(0, _STEPS)
        progress.setTextVisible(False)
        progress.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        progress.setFixedWidth(_PROGRESS_WIDTH * self.fontMetrics().averageCharWidth())
        return progress

    def _make_pause(self) -> QToolButton:
        button = self._button("pause")
        button.clicked.connect(self._pause_or_resume)
        return button

    def _make_details(self) -> QToolButton:
        button = self._button("details")
        button.setText(self.tr("Details"))
        button.setIcon(icon("details"))
        button.setToolTip(self.tr("Show every scale while it is learned, and the losses"))
        button.setCheckable(True)
        button.toggled.connect(self.details_toggled)
        return button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.setSpacing(12)
        for widget in (self._phase, self._progress, self._remaining, self._pause, self._details):
            row.addWidget(widget)
        row.addWidget(self._tip, 1)
        row.addWidget(self._device)

    def _pause_or_resume(self) -> None:
        (self.resume_requested if self._can_resume else self.pause_requested).emit()
