"""The panel of Retarget."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.tools.retarget.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.tool_panel import ToolPanel


class RetargetPanel(ToolPanel):
    """Explains protecting, and shows how large the picture becomes."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self.above.addWidget(
            self._quiet(
                "how",
                self.tr(
                    "Drag the right or lower edge of the result, or set its width and height. "
                    "Paint over what must stay whole."
                ),
            )
        )
        self._size = self._quiet("retargetedSize", "")
        self.below.addWidget(self._size)

    def refresh(self) -> None:
        super().refresh()
        opened, params = self.studio.project.current, self.tool_model.params
        if not self.chosen or opened is None:
            return
        width, height = (
            round(side * params[name] / 100)
            for name, side in (("width", opened.width), ("height", opened.height))
        )
        self._size.setText(
            self.tr("{before} become {after}.").format(
                before=size_text(opened.width, opened.height), after=size_text(width, height)
            )
        )
