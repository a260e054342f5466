"""The panel of Variations."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.tools.sample.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel


class SamplePanel(ToolPanel):
    """Shows what the spec asks for: size, noise, seed, count."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)
