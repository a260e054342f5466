"""The recent projects of the start page: thumbnail, name, last use, and how much is learned."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from singan_studio.ui.project.recent import RecentFacts
from singan_studio.ui.widgets.icon_engine import icon

COLUMNS = 2
PICTURE = QSize(72, 48)  # px


class RecentList(QWidget):
    """A card per project, newest first."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentList")
        self.setAccessibleName(self.tr("Recent projects"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_projects(self, projects: list[tuple[Path, RecentFacts]]) -> None:
        """Show these in place of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if card := item.widget():
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
        picture = QPixmap.fromImage(facts.image())
        card.setIcon(icon("picture") if picture.isNull() else QIcon(picture))
        card.setIconSize(PICTURE)
        card.setProperty("card", True)
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.clicked.connect(lambda: self.chosen.emit(path))
        return card

    def _words(self, facts: RecentFacts) -> str:
        """Return when a project was last used, and how much of it is learned."""
        when = QDateTime.fromString(facts.when, Qt.DateFormat.ISODate)
        words = [QLocale().toString(when, QLocale.FormatType.ShortFormat)] if when.isValid() else []
        if facts.scales:
            text = self.tr("{done} of {scales} learned")
            words.append(text.format(done=facts.done, scales=facts.scales))
        return " · ".join(words)
