"""The panel of Fill."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.tools.fill.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel


class FillPanel(ToolPanel):
    """Explains how to say what is to be filled, and that there are several suggestions."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self.above.addWidget(
            self._quiet(
                "how",
                self.tr(
                    "Select what is to go and press Delete, or paint over it; several places at once if you like. "
                    "Leave a little room around it, and take its shadow too. "
                    "With Sample from you paint where the filling may come from; it is everywhere if you do not."
                ),
            )
        )
        self.below.addWidget(
            self._quiet("suggestions", self.tr("Every seed is another suggestion; Generate makes several."))
        )
