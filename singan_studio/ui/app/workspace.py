"""The layout of everything that is seen while a project is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from singan_studio.ui.animate.animate_mode import AnimateMode
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.side_panel import SidePanel
from singan_studio.ui.app.status import Status
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.tool_column import ToolColumn
from singan_studio.ui.app.view_state import ViewState
from singan_studio.ui.create.pair_view import Mode
from singan_studio.ui.create.panes import Panes
from singan_studio.ui.create.results import Results
from singan_studio.ui.create.start_from import StartFrom
from singan_studio.ui.project.crop_page import CropPage
from singan_studio.ui.training.learning_view import LearningView

ROOMY = QSize(1281, 700)  # px, from which on there is room for both panes and the results
LOW = 600  # px of height, below which the results stay folded also when the first one is made


class Workspace(QWidget):
    """Shows tools | panes or learning view, with start strip and results below | panel; at the bottom the status line.

    Tools and panel are as high as the window, so that nothing in them moves when a strip appears beside them.
    """

    def __init__(
        self, studio: Studio, actions: Actions, tools: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self._studio, self._actions = studio, actions
        self.tool_column = ToolColumn(tools, self)
        self.panes = Panes(
            studio.project,
            studio.learning,
            studio.tool_model,
            studio.results,
            studio.picture_maker,
            studio.compare,
            studio.canvas_documents,
            studio.tile_view,
            actions.again,
            actions.keep,
            self,
        )
        self.learning_view = LearningView(studio.learning, self)
        self.animate = AnimateMode(studio, tools, actions.keep, self)
        self.view_state = ViewState(studio.project, self.panes)
        self.side_panel = SidePanel(studio, actions, self)
        self.start_from = StartFrom(
            studio.learning, studio.tool_model, studio.picture_maker, studio.thumbnails, self
        )
        self.results = Results(studio.project, studio.results, studio.picture_maker, self)
        self.status = Status(studio, actions, self)
        self._middle = QStackedWidget(self)
        self._middle.setObjectName("middle")
        self._middle.addWidget(self.panes)
        self._middle.addWidget(self.learning_view)
        self._middle.addWidget(self.animate.stage)
        self.crop_page = CropPage(studio.project, self)
        self._middle.addWidget(self.crop_page)
        self._cropping = False
        self._lay_out()
        self._compact = False
        actions.details.toggled.connect(self.show_middle)
        actions.results.toggled.connect(lambda shown: self.results.strip.set_collapsed(not shown))
        self.results.strip.collapsed_changed.connect(
            lambda collapsed: actions.results.setChecked(not collapsed)
        )
        studio.tool_model.tool_changed.connect(self.show_middle)
        studio.learning.phase_changed.connect(self.show_middle)
        studio.picture_maker.grown.connect(self.show_middle)
        studio.picture_maker.changed.connect(self.show_middle)
        self.crop_page.ended.connect(self.end_crop)
        studio.project.opened.connect(self.end_crop)
        studio.project.closed.connect(self.end_crop)
        studio.learning.phase_changed.connect(self.end_crop)
        studio.project.result_added.connect(self._show_first)
        self.show_middle()

    def set_tool_bar(self, bar: QWidget) -> None:
        """Put the canvas's tool bar above everything."""
        self._column.insertWidget(0, bar)

    def show_middle(self) -> None:
        """Show the learning view on request and until there is something to draw with, else the panes."""
        learning, drawable = self._studio.learning, self._studio.tool_model.maker.available > 0
        by_hand = self._studio.tool_model.spec.guided  # painting and placing go on before anything is learned
        first = learning.phase.running and not drawable and not by_hand
        watching = first or self._actions.details.isChecked()
        playing = self._studio.animation.active
        picture = self.animate.stage if playing else self.panes
        usual = self.learning_view if watching else picture
        self._middle.setCurrentWidget(self.crop_page if self._cropping else usual)
        self.start_from.setVisible(drawable and not playing and not watching)
        self.animate.timeline.setVisible(drawable and playing)

    def fit(self) -> None:
        """Show the whole picture where it is seen."""
        if self._studio.animation.active:
            self.animate.stage.view.fit()
        else:
            self.panes.fit()

    def show_hundred(self) -> None:
        if self._studio.animation.active:
            self.animate.stage.view.show_hundred()
        else:
            self.panes.show_hundred()

    def begin_crop(self) -> None:
        """Let the user choose the part of the picture that is learned."""
        if self._studio.project.croppable:
            self._cropping = True
            self.side_panel.setEnabled(False)  # what is framed comes first, or learning would leave it behind
            self.show_middle()
            self.crop_page.begin()

    def end_crop(self) -> None:
        self._cropping = False
        self.side_panel.setEnabled(True)
        self.show_middle()

    def _show_first(self) -> None:
        """Unfold the results for the first one of a picture."""
        if len(self._studio.project.results) == 1 and self.height() >= LOW:
            self._actions.results.setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the heading of the results alone: in a window that is so low they fold."""
        least = super().minimumSizeHint()
        return QSize(least.width(), least.height() - self.results.strip.folds_by())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the results and wipe the panes in a small window; undo both in a large one."""
        size = event.size()
        compact = size.width() < ROOMY.width() or size.height() < ROOMY.height()
        if compact != self._compact:
            self._compact = compact
            self._actions.results.setChecked(not compact)
            self.panes.set_mode(Mode.WIPE if compact else Mode.BOTH)

    def _lay_out(self) -> None:
        split = _MainSplit(Qt.Orientation.Horizontal, self)
        split.setObjectName("mainSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self._work_area())
        split.addWidget(self.side_panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.tool_column)
        top.addWidget(split, 1)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        layout.addWidget(self.status)

    def _work_area(self) -> QWidget:
        """Return what is between the tools and the panel."""
        area = QWidget(self)
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._middle, 1)
        for widget in (self.start_from, self.animate.timeline, self.results):
            layout.addWidget(widget)
        return area


class _MainSplit(QSplitter):
    """Asks for no more room than it needs, so that it never squeezes the words of the tools beside it."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
