"""The page without an open project: an area to drop a picture, recent projects, examples, bundled pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from singan_studio.ui.project.drop_zone import DropZone
from singan_studio.ui.project.recent import RecentFacts
from singan_studio.ui.project.recent_list import RecentList
from singan_studio.ui.project.sample_gallery import ExampleGallery, SampleGallery

_WANTED = 1000  # against 1: it takes all the room that it has a use for
_INDENT = 5  # px between a picture and the edge of its tile


class StartPage(QWidget):
    """Reports what the user chose; opens nothing itself."""

    project_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(self.tr("Start page"))
        self.drop_zone = DropZone(self)
        self.gallery = SampleGallery(self)
        self.examples = ExampleGallery(self)
        self._recent_title = _title(self.tr("Recent projects"), self)
        self._recent = RecentList(self)
        self._recent.chosen.connect(self.project_chosen)
        self.examples.activated.connect(self.project_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 28, 28, 28)
        row.setSpacing(28)
        row.addWidget(self.drop_zone, 1)
        row.addWidget(self._side(), _WANTED)

    def set_recent(self, projects: list[tuple[Path, RecentFacts]]) -> None:
        """Offer these projects, newest first."""
        self._recent.show_projects(projects)
        for part in (self._recent_title, self._recent):
            part.setVisible(bool(projects))

    def _side(self) -> QScrollArea:
        column = QWidget(self)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._recent_title)
        rows.addWidget(self._recent)
        if not self.examples.empty:
            rows.addSpacing(12)
            rows.addWidget(_title(self.tr("Learned already: try everything at once"), self))
            rows.addWidget(self.examples)
        rows.addSpacing(12)
        rows.addWidget(_title(self.tr("Or begin with one of these"), self))
        rows.addWidget(self.gallery)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("startPageSide")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(column)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(self.gallery.minimumSizeHint().width() + bar)
        scroll.setMaximumWidth(column.sizeHint().width() + bar)
        return scroll


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setContentsMargins(_INDENT, 0, 0, 0)
    label.setProperty("heading", True)
    return label
