"""The page without an open project: an area to drop a picture, bundled pictures, recent projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from singan_studio.ui.app.theme import icon
from singan_studio.ui.project.drop_zone import DropZone
from singan_studio.ui.project.sample_gallery import SampleGallery

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
        self._recent_title = _title(self.tr("Recent projects"), self)
        self._recent_rows = QVBoxLayout()
        self._recent_rows.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 28, 28, 28)
        row.setSpacing(28)
        row.addWidget(self.drop_zone, 1)
        row.addWidget(self._side(), _WANTED)

    def set_recent(self, paths: list[Path]) -> None:
        """Offer these projects, newest first."""
        while (item := self._recent_rows.takeAt(0)) is not None:
            if button := item.widget():
                button.deleteLater()
        for path in paths:
            self._recent_rows.addWidget(self._recent_button(path))
        self._recent_title.setVisible(bool(paths))

    def _side(self) -> QScrollArea:
        column = QWidget(self)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(_title(self.tr("Or begin with one of these"), self))
        rows.addWidget(self.gallery)
        rows.addSpacing(16)
        rows.addWidget(self._recent_title)
        rows.addLayout(self._recent_rows)
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

    def _recent_button(self, path: Path) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"recent-{path.stem}")
        button.setText(f"{path.stem}  –  {_short(path.parent)}")
        button.setToolTip(str(path))
        button.setAccessibleName(self.tr("Recent project: {path}").format(path=path))
        button.setIcon(icon("picture"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: self.project_chosen.emit(path))
        return button


def _short(folder: Path) -> str:
    """Return a folder's name; inside the user's home it begins with ~, as elsewhere on the desktop."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setContentsMargins(_INDENT, 0, 0, 0)
    label.setProperty("heading", True)
    return label
