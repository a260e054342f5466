"""The right side: how to learn, or the chosen tool's parameters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from singan_studio.gui.actions import Actions
from singan_studio.gui.viewmodels.studio import Studio
from singan_studio.gui.views.learn_panel import LearnPanel
from singan_studio.gui.views.tool_panel import ToolPanel
from singan_studio.tools.base import ToolSpec
from singan_studio.tools.registry import load

WIDTH = 320  # px, where its texts do not need more


class SidePanel(QScrollArea):
    """Makes a tool's panel when it is first chosen."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._studio, self._actions = studio, actions
        self._panels: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("sideStack")
        self.setWidget(self._stack)
        self.learn_panel = LearnPanel(studio, self._stack)
        self._stack.addWidget(self.learn_panel)

    def sizeHint(self) -> QSize:
        return QSize(max(WIDTH, self.minimumSizeHint().width()), 400)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._stack.minimumSizeHint().width() + bar, 120)

    def show_learn(self) -> None:
        self._show(self.learn_panel)

    def show_tool(self, spec: ToolSpec) -> None:
        if spec.name not in self._panels:
            panel = self._made(spec)
            self._panels[spec.name] = panel
            self._stack.addWidget(panel)
        self._show(self._panels[spec.name])

    def _made(self, spec: ToolSpec) -> QWidget:
        """The panel the spec names, or one that is made from the spec."""
        if spec.panel:
            return load(spec.panel)(self._studio, self._actions, self._stack)
        return ToolPanel(spec, self._studio, self._actions, self._stack)

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.verticalScrollBar().setValue(0)
