"""The panel of Extend."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.tools.extend.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.tool_panel import ToolPanel


class ExtendPanel(ToolPanel):
    """Shows how large the extended picture becomes."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._size = self._quiet("extendedSize", "")
        self.below.addWidget(self._size)

    def refresh(self) -> None:
        super().refresh()
        opened, params = self.studio.project.current, self.tool_model.params
        if not self.chosen or opened is None:
            return
        across, down = params["left"] + params["right"], params["top"] + params["bottom"]
        width = round(opened.width * (1 + across / 100))
        height = round(opened.height * (1 + down / 100))
        self._size.setText(
            self.tr("{before} become {after}.").format(
                before=size_text(opened.width, opened.height), after=size_text(width, height)
            )
        )
