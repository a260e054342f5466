"""A message above the picture: what happened, and a button that helps."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.theme_colours import colours_of

MessageKind = Literal["info", "warning", "error"]
NOTE_MS, OFFER_MS = 8_000, 15_000
"""After this long a note goes away by itself, and one that offers what a menu offers too, unless the mouse is on it."""


class MessageBar(QWidget):
    """Shows one message at a time, replacing the one before. Esc dismisses it; a note disappears after a while."""

    told = Signal()  # before it is seen
    action_triggered = Signal()
    dismissed = Signal()  # by the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._kind: MessageKind = "info"
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self.dismiss)
        self._sign = QLabel(self)
        self._sign.setObjectName("sign")
        self._text = self._make_text()
        self._action = QPushButton(self)
        self._action.setObjectName("action")
        self._action.clicked.connect(self.action_triggered)
        self._close = self._make_close()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def show_message(self, kind: MessageKind, text: str, action_text: str | None = None) -> None:
        """Show `text` (plain) with its icon, and a button when `action_text` is given."""
        self._kind = kind
        self._text.setText(text)
        self._action.setText(action_text or "")
        self._action.setVisible(action_text is not None)
        spoken = {"info": self.tr("Note"), "warning": self.tr("Warning"), "error": self.tr("Error")}[kind]
        self._sign.setAccessibleName(spoken)
        self.setAccessibleName(f"{spoken}: {text}")
        self._show_sign()
        self.told.emit()
        self.show()
        self.update()
        self._let_go()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        return self._text.text()

    def is_note(self) -> bool:
        """Whether nothing waits for an answer, so that the message may disappear by itself."""
        return self._kind == "info"

    def dismiss(self) -> None:
        """Hide the message as the user does."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def _let_go(self) -> None:
        """Start counting down if the message may disappear by itself."""
        self._going.stop()
        if self.is_note():
            self._going.start(NOTE_MS if self._action.isHidden() else OFFER_MS)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._going.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._let_go()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._going.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_sign()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(colours, f"{self._kind}_ground")))
        painter.fillRect(QRectF(0, 0, 3, self.height()), QColor(getattr(colours, self._kind)))
        if self.is_note():
            painter.setPen(QColor(colours.info))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _show_sign(self) -> None:
        side = round(1.4 * self.fontMetrics().height())
        self._sign.setPixmap(icon(self._kind, self._kind).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _make_text(self) -> QLabel:
        text = QLabel(self)
        text.setObjectName("text")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return text

    def _make_close(self) -> QToolButton:
        close = QToolButton(self)
        close.setObjectName("close")
        close.setIcon(icon("close"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.setToolTip(self.tr("Dismiss (Esc)"))
        close.clicked.connect(self.dismiss)
        return close
