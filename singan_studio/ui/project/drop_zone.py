"""The start page's large area for a picture: drop it, or choose a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.painting import resized
from singan_studio.ui.widgets.theme_colours import colours_of

_SIGN = 72  # px
_DASHES = [5.0, 4.0]


class DropZone(QWidget):
    """Accepts a file or a picture from another program; opens nothing itself."""

    path_dropped = Signal(Path)
    image_dropped = Signal(QImage)
    browse_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropZone")
        self.setAccessibleName(self.tr("Drop a picture here"))
        self.setAcceptDrops(True)
        self.setMinimumSize(320, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._hovering = False
        self._sign = QLabel(self)
        self._show_sign()
        self._browse = self._make_button()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        for widget in (self._sign, self._title(), self._hint(), self._browse):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setFocusProxy(self._browse)

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_path(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        event.acceptProposedAction()
        path = _local_path(event.mimeData())
        if path is not None:
            self.path_dropped.emit(path)
        else:
            self.image_dropped.emit(QImage(event.mimeData().imageData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent_line if self._hovering else colours.handle), 2)
        if not self._hovering:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.button if self._hovering else colours.alternate))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_sign()
        super().changeEvent(event)

    def _hover(self, hovering: bool) -> None:
        self._hovering = hovering
        self.update()

    def _show_sign(self) -> None:
        self._sign.setPixmap(
            icon("picture", "quiet_text").pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF())
        )

    def _title(self) -> QLabel:
        title = QLabel(self.tr("Drop a picture here"), self)
        title.setObjectName("title")
        title.setFont(resized(self.font(), 1.5, bold=True))
        return title

    def _hint(self) -> QLabel:
        hint = QLabel(self.tr("The studio makes new ones like it at once.\nPasting works, too."), self)
        hint.setObjectName("hint")
        hint.setProperty("quiet", True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return hint

    def _make_button(self) -> QPushButton:
        button = QPushButton(self.tr("Choose a picture…"), self)
        button.setObjectName("browse")
        button.setProperty("primary", True)
        button.setToolTip(self.tr("Open a picture or a project from the disk"))
        button.clicked.connect(self.browse_requested)
        return button


def _local_path(mime: QMimeData) -> Path | None:
    """Return the first dragged file that is on this computer."""
    return next((Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()), None)
