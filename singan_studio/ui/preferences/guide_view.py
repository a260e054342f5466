"""The user guide, page after page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

_SIZE = 760, 640  # px


class GuideView(QDialog):
    """Shows a page of Markdown and what it links to; the window can be used meanwhile."""

    def __init__(self, start: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guideView")
        self.setWindowTitle(self.tr("User guide"))
        self.setModal(False)
        self.resize(*_SIZE)
        self._pages = _Pages(self)
        self._pages.setObjectName("guidePages")
        self._pages.setAccessibleName(self.windowTitle())
        self._pages.setOpenExternalLinks(True)
        back, contents = QPushButton(self.tr("&Back"), self), QPushButton(self.tr("&Contents"), self)
        close = QPushButton(self.tr("Close"), self)
        for button, name in ((back, "guideBack"), (contents, "guideContents"), (close, "guideClose")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        back.setEnabled(False)
        back.clicked.connect(self._pages.backward)
        self._pages.backwardAvailable.connect(back.setEnabled)
        contents.clicked.connect(lambda: self._pages.open_page(start))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(contents)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addLayout(row)
        self.finished.connect(self.deleteLater)
        self._pages.open_page(start)

    def open(self) -> None:
        """Show it beside the window, not in its way."""
        self.show()
        self._pages.setFocus()


class _Pages(QTextBrowser):
    """A browser of Markdown files in which no picture is wider than the page."""

    def open_page(self, page: Path) -> None:
        self.setSource(QUrl.fromLocalFile(str(page)), QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        path = self.source().resolved(QUrl(name)).toLocalFile()
        image, room = QImage(path), self.viewport().width() - 24
        return image.scaledToWidth(room) if image.width() > room > 0 else image
