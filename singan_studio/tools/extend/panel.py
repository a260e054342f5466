"""The panel of Extend."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from singan_studio.core.photo_border import Margins, photo_border
from singan_studio.tools.extend.spec import SIDES, SPEC
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
        self._border = self._quiet("photoBorder", "")
        self._looked_at: tuple[object, Margins] = None, (0, 0, 0, 0)
        for label in (self._size, self._border):
            self.below.addWidget(label)

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
        self._show_border(opened.picture)

    def _show_border(self, photo: np.ndarray) -> None:
        """Say how much of the photo's own border is painted over."""
        if self._looked_at[0] is not photo:
            self._looked_at = photo, photo_border(photo)
        params = self.tool_model.params
        painted = [lines for side, lines in zip(SIDES, self._looked_at[1], strict=True) if params[side]]
        thickest = max(painted, default=0) if params["border"] else 0
        self._border.setVisible(thickest > 0)
        self._border.setText(
            self.tr(
                "The photo has a border of its own, up to {count} px thick, which is painted over."
            ).format(count=thickest)
        )
