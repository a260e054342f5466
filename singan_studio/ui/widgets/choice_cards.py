"""Cards to choose from, each with a title and a line that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from singan_studio.ui.widgets.painting import resized
from singan_studio.ui.widgets.theme_colours import Colours, colours_of

_PAD = 10  # px inside a card
_DOT = 16  # px
_LINE = 2  # px between title and explanation


class ChoiceCards(QWidget):
    """Shows cards one below the other, one of which is chosen. Keys: Up and Down."""

    changed = Signal(str)  # key; only when the user chose it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choiceCards")
        self._cards: dict[str, _Card] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_choices(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Set (key, title, explanation) of each card; the first is chosen. May be called once."""
        for key, title, explanation in choices:
            card = _Card(title, explanation, self)
            card.setObjectName(f"card-{key}")
            card.clicked.connect(lambda _=False, key=key: self.changed.emit(key))
            self._cards[key] = card
            self._group.addButton(card)
            self._column.addWidget(card)
        next(iter(self._cards.values())).setChecked(True)

    def set_note(self, key: str, text: str, sure: bool = True) -> None:
        """Show a few words at the right of a card's title, greyed while they are uncertain."""
        self._cards[key].set_note(text, sure)

    def note(self, key: str) -> str:
        return self._cards[key].note

    def value(self) -> str:
        """Return the chosen card's key."""
        return next(key for key, card in self._cards.items() if card.isChecked())

    def set_value(self, key: str) -> None:
        """Choose a card without a signal."""
        self._cards[key].setChecked(True)


class _Card(QAbstractButton):
    def __init__(self, title: str, explanation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(explanation)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._explanation = explanation
        self.note = ""
        self._sure = True

    def set_note(self, text: str, sure: bool) -> None:
        self.note, self._sure = text, sure
        self.setAccessibleDescription(f"{self._explanation} {text}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        width = 36 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._explanation_room(width).bottom() + 1 + _PAD

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, colours)
        self._paint_dot(painter, colours)
        enabled = self.isEnabled()
        painter.setPen(QColor(colours.text if enabled else colours.disabled_text))
        painter.setFont(resized(self.font(), 1.0, bold=True))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self._title_room(self.width()), flags, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(colours.quiet_text if enabled and self._sure else colours.disabled_text))
        aside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self._title_room(self.width()), aside, self.note)
        painter.setPen(QColor(colours.quiet_text if enabled else colours.disabled_text))
        painter.drawText(self._explanation_room(self.width()), Qt.TextFlag.TextWordWrap, self._explanation)

    def _paint_ground(self, painter: QPainter, colours: Colours) -> None:
        focused = self.hasFocus()
        chosen = self.isChecked()
        line = colours.accent_line if chosen or focused else colours.border
        raised = chosen or self.underMouse()
        painter.setPen(QPen(QColor(line), 2 if focused else 1))
        painter.setBrush(QColor(colours.button if raised else colours.alternate))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_dot(self, painter: QPainter, colours: Colours) -> None:
        title = self._title_room(self.width())
        ring = QRectF(_PAD, title.center().y() - _DOT / 2 + 0.5, _DOT, _DOT).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent_line if chosen else colours.quiet_text), 1.5))
        painter.setBrush(QColor(colours.base))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_line))
            painter.drawEllipse(ring.adjusted(3.5, 3.5, -3.5, -3.5))

    def _title_room(self, width: int) -> QRect:
        left = 2 * _PAD + _DOT
        return QRect(left, _PAD - 2, width - left - _PAD, self.fontMetrics().height() + 2)

    def _explanation_room(self, width: int) -> QRect:
        title = self._title_room(width)
        room = QRect(title.left(), title.bottom() + 1 + _LINE, title.width(), 10_000)
        needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._explanation)
        return QRect(room.topLeft(), QSize(room.width(), needed.height()))
