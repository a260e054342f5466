"""The panel of Flow: the arrows by numbers, what holds still, and exporting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from singan_studio.tools.flow.spec import SPEC
from singan_studio.ui.animate.arrow_fields import ArrowFields
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.widgets.action_button import ActionButton

ELSEWHERE = ("arrow", "pin", "frames", "fps", "fit")
"""Parameters that the picture, the timeline and fields of our own show."""


class FlowPanel(ToolPanel):
    """Shows and changes `Studio.animation`, where every change can be undone."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        self._animation = studio.animation
        self._pin_words = QLabel()
        self._forget = QPushButton()
        shown = tuple(param for param in SPEC.params if param.name not in ELSEWHERE)
        super().__init__(replace(SPEC, params=shown), studio, actions, parent)
        self.above.addWidget(ArrowFields(studio.canvas_documents.tool_state.arrows, self._size, self))
        self._add_pins()
        self._generate.hide()  # keeping is all there is to it
        self._save.hide()
        self._full_size.hide()
        self.buttons.insertWidget(
            1, ActionButton(actions.export_film, "exportButton", primary=True, parent=self)
        )
        self._animation.mask_changed.connect(self._show_pins)
        self._show_pins()

    def set_param(self, name: str, value: Any) -> None:
        label = next(param.label for param in SPEC.params if param.name == name)
        self._animation.set_param(name, value, QCoreApplication.translate("tools", label))

    def refresh(self) -> None:
        super().refresh()
        self._full_size.hide()

    def _add_pins(self) -> None:
        self._pin_words = self._quiet("pinWords", "")
        self._forget.setParent(self)
        self._forget.setObjectName("forgetPins")
        self._forget.setText(self.tr("Hold nothing"))
        self._forget.setToolTip(self.tr("Forget what was painted to hold still; this can be undone"))
        self._forget.clicked.connect(self._animation.let_everything_move)
        self.below.addWidget(self._pin_words)
        self.below.addWidget(self._forget)

    def _show_pins(self) -> None:
        marked = self.chosen and self._animation.marked
        self._forget.setEnabled(marked)
        nothing = self.tr("Paint with the brush what must hold still; nothing flows through it.")
        self._pin_words.setText(self.tr("What is painted holds still.") if marked else nothing)

    def _size(self) -> tuple[int, int]:
        """Return (width, height) of the picture in px."""
        opened = self.studio.project.current
        return (opened.width, opened.height) if opened else (1, 1)
