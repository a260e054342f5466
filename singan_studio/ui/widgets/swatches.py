"""A row of colours to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

_SIDE = 26  # px
_COLUMNS = 8
_LINE = QColor("#808080")


class Swatches(QWidget):
    """Shows a button per colour of a picture."""

    chosen = Signal(QColor)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("swatches")
        self.setAccessibleName(self.tr("The picture's colours"))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def set_colours(self, colours: Sequence[QColor]) -> None:
        """Show these colours."""
        while (item := self._layout.takeAt(0)) is not None:
            if button := item.widget():
                button.deleteLater()
        for index, colour in enumerate(colours):
            self._layout.addWidget(self._button(index, colour), index // _COLUMNS, index % _COLUMNS)
        self._layout.setColumnStretch(_COLUMNS, 1)

    def set_current(self, colour: QColor) -> None:
        """Mark the colour in use, if it is one of them."""
        for button in self.findChildren(QToolButton):
            button.setChecked(button.property("colour") == colour)

    def _choose(self, colour: QColor) -> None:
        self.set_current(colour)  # also when it was in use: a click would take its mark away
        self.chosen.emit(colour)

    def _button(self, index: int, colour: QColor) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"swatch-{index}")
        button.setAccessibleName(self.tr("Colour {name}").format(name=colour.name()))
        button.setToolTip(self.tr("Paint with this colour of the picture"))
        button.setIcon(colour_icon(colour, _SIDE))
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setProperty("colour", colour)
        button.setFixedSize(_SIDE + 6, _SIDE + 6)
        button.clicked.connect(lambda: self._choose(colour))
        return button


def colour_icon(colour: QColor, side: int) -> QIcon:
    """Return a square with an outline, without which it would vanish on a background of its own colour."""
    pixmap = QPixmap(side, side)
    pixmap.fill(colour)
    painter = QPainter(pixmap)
    painter.setPen(_LINE)
    painter.drawRect(0, 0, side - 1, side - 1)
    painter.end()
    return QIcon(pixmap)
