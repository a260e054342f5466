"""The recent projects of the start page: thumbnail, name, last use, and how much is learned."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from singan_studio.ui.project.recent import RecentFacts
from singan_studio.ui.widgets.icon_engine import icon

COLUMNS = 2
PICTURE = QSize(72, 48)  # px
GAP = 8  # px between picture and words
INDENT = 5  # px, of pictures in the galleries below, too


class RecentList(QWidget):
    """A card per project, newest first."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentList")
        self.setAccessibleName(self.tr("Recent projects"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INDENT, 0, INDENT, 0)
        self._grid.setSpacing(6)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_projects(self, projects: list[tuple[Path, RecentFacts]]) -> None:
        """Show these in place of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if card := item.widget():
                card.hide()
                card.deleteLater()
        for number, (path, facts) in enumerate(projects):
            self._grid.addWidget(self._card(path, facts), number // COLUMNS, number % COLUMNS)

    def _card(self, path: Path, facts: RecentFacts) -> QToolButton:
        card = QToolButton(self)
        card.setObjectName(f"recent-{path.stem}")
        words = self._words(facts)
        name = path.stem if len(path.stem) <= 24 else f"{path.stem[:23]}…"
        card.setText(f"{name}\n{words}" if words else name)
        card.setToolTip(str(path))
        card.setAccessibleName(self.tr("Recent project: {path}").format(path=path))
        card.setAccessibleDescription(words)
        card.setIcon(_picture_icon(facts, self.devicePixelRatioF()))
        card.setIconSize(PICTURE.grownBy(QMargins(0, 0, GAP, 0)))
        card.setProperty("card", True)
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        card.setMinimumWidth(1)  # all are as wide as there is room for, and none is cut by the scroll bar
        card.clicked.connect(lambda: self.chosen.emit(path))
        return card

    def _words(self, facts: RecentFacts) -> str:
        """Return when a project was last used, and how much of it is learned."""
        when = QDateTime.fromString(facts.when, Qt.DateFormat.ISODate)
        words = [QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)] if when.isValid() else []
        if facts.scales:
            text = self.tr("{done} of {scales} learned")
            words.append(text.format(done=facts.done, scales=facts.scales))
        return " · ".join(words)


def _picture_icon(facts: RecentFacts, ratio: float) -> QIcon:
    """Return the thumbnail with a gap at its right, or a sign of a picture where there is none."""
    image = facts.image()
    room = QPixmap(PICTURE.grownBy(QMargins(0, 0, GAP, 0)) * ratio)
    room.setDevicePixelRatio(ratio)
    room.fill(Qt.GlobalColor.transparent)
    painter = QPainter(room)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = QRect(QPoint(0, 0), PICTURE)
    if image.isNull():
        icon("picture").paint(painter, place)
    else:
        painter.drawImage(place, image)
    painter.end()
    return QIcon(room)
