"""The panel of Edit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.tools.edit.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel


class EditPanel(ToolPanel):
    """Explains how to edit, and that something removed may come back."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self.above.addWidget(
            self._quiet(
                "how",
                self.tr(
                    "Select a part, then drag it away, drag a copy with Ctrl or Alt, or press Delete. "
                    "The hole is filled at once and becomes part of the area to change. "
                    "With the patch you drag it to where its filling should come from."
                ),
            )
        )
        self._again = self._quiet("growsBack", self.tr("It may grow back; roll the dice to try another."))
        self.below.addWidget(self._again)
        self.tool_model.readiness_changed.connect(self._show_again)
        self.tool_model.tool_changed.connect(self._show_again)
        self._show_again()

    def _show_again(self) -> None:
        self._again.setVisible(self.chosen and self.tool_model.available)
