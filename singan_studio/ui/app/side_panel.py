"""The side panel: how to learn, or the chosen tool's parameters."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from singan_studio.tools.base import ToolSpec
from singan_studio.tools.registry import load
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.training.learn_panel import LearnPanel

WIDTH = 320  # px, where its texts do not need more


class SidePanel(QStackedWidget):
    """Makes a tool's panel when it is first chosen."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._studio, self._actions = studio, actions
        self._panels: dict[str, ToolPanel] = {}
        self.learn_panel = LearnPanel(studio, self)
        self.addWidget(self.learn_panel)

    def sizeHint(self) -> QSize:
        return QSize(max(WIDTH, self.minimumSizeHint().width()), 400)

    def show_learn(self) -> None:
        self.learn_panel.scroll_to_top()
        self.setCurrentWidget(self.learn_panel)

    def show_tool(self, spec: ToolSpec) -> None:
        if spec.name not in self._panels:
            self._panels[spec.name] = self._made(spec)
            self.addWidget(self._panels[spec.name])
        self._panels[spec.name].scroll_to_top()
        self.setCurrentWidget(self._panels[spec.name])

    def _made(self, spec: ToolSpec) -> ToolPanel:
        """Return the panel that the spec names, or one made from the spec."""
        if spec.panel:
            return load(spec.panel)(self._studio, self._actions, self)
        return ToolPanel(spec, self._studio, self._actions, self)
