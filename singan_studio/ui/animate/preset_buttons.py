"""Buttons for the motion presets, each previewed while the pointer rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from singan_studio.tools.animate.presets import Preset

_COLUMNS = 2
_REST_MS = 350
"""Time until a preview starts, so that passing over a button renders nothing."""


class PresetButtons(QWidget):
    """Emits the chosen preset, and in `looked_at` the one under the pointer or focus, None for none."""

    chosen = Signal(object)  # Preset
    looked_at = Signal(object)  # Preset | None

    def __init__(self, presets: Sequence[Preset], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presetButtons")
        self.setAccessibleName(self.tr("Kinds of motion"))
        self._seen: Preset | None = None
        self._wanted: Preset | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)
        self._buttons: dict[QToolButton, Preset] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, preset in enumerate(presets):
            grid.addWidget(self._button(preset), number // _COLUMNS, number % _COLUMNS)

    def show_chosen(self, name: str | None) -> None:
        """Mark the preset whose parameters are set; None for none of them."""
        for button, preset in self._buttons.items():
            button.setChecked(preset.name == name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QToolButton) and watched in self._buttons:
            match event.type():
                case QEvent.Type.Enter | QEvent.Type.FocusIn:
                    self._want(self._buttons[watched])
                case QEvent.Type.Leave | QEvent.Type.FocusOut:
                    self._want(None)
        return super().eventFilter(watched, event)

    def _button(self, preset: Preset) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"preset-{preset.name}")
        button.setText(QCoreApplication.translate("tools", preset.title))
        button.setToolTip(QCoreApplication.translate("tools", preset.help))
        button.setStatusTip(button.toolTip())
        button.setCheckable(True)
        button.setProperty("card", True)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda _=False: self._choose(preset))
        button.installEventFilter(self)
        self._buttons[button] = preset
        return button

    def _want(self, preset: Preset | None) -> None:
        self._wanted = preset
        self._rest.start()

    def _rested(self) -> None:
        if self._wanted is not self._seen:
            self._seen = self._wanted
            self.looked_at.emit(self._seen)

    def _choose(self, preset: Preset) -> None:
        self._rest.stop()
        self._seen = self._wanted = preset
        self.show_chosen(preset.name)
        self.chosen.emit(preset)
