"""Two linked pictures: side by side, one alone, or one wiped over the other."""

from __future__ import annotations

from enum import Enum

import numpy as np
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.widgets.pane_title import PaneTitle
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.theme_colours import colours_of

HANDLE = 6  # px, width of the line between the pictures
NEAREST = 0.05  # of the width, how close the line comes to an edge
KEY_STEP = 0.02


class Mode(Enum):
    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    WIPE = "wipe"


class PairView(QWidget):
    """Shows two views that share pan and zoom, `left` for the user's picture and `right`.

    The line between them can be moved, also by keys.
    """

    def __init__(self, left_title: str, right_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pairView")
        self.mode = Mode.BOTH
        self._position = 0.5  # of the line, 0..1 of the width
        self.left = CanvasView(self)
        self.right = PictureView(self)
        self._name(self.left, "left", left_title)
        self._name(self.right, "right", right_title)
        self.left.view_changed.connect(self.right.set_view)
        self.right.view_changed.connect(self.left.set_view)
        self.left_title, self.right_title = PaneTitle(left_title, self), PaneTitle(right_title, self)
        self._line = Line(self)
        self._line.moved.connect(self._move_line)
        self.setMinimumSize(240, 160)

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._position = 0.5
        self._arrange()

    def shown(self) -> PictureView:
        """Return the view that a command such as Fit goes to; the other one follows."""
        return self.right if self.mode is Mode.RIGHT else self.left

    def show_right(self, pixels: np.ndarray | list[QImage] | None) -> None:
        """Show (H, W, 3) uint8 or one `with_halves` on the right, or nothing; then a wipe shows the left whole."""
        self.right.set_picture(pixels)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        shows_left = self.mode is not Mode.RIGHT
        covers = (
            self.mode is Mode.WIPE and self.right.picture_size().isEmpty()
        )  # half the picture, with nothing
        shows_right = self.mode is not Mode.LEFT and not covers
        for widget in (self.left, self.left_title):
            widget.setVisible(shows_left)
        for widget in (self.right, self.right_title):
            widget.setVisible(shows_right)
        self._line.setVisible(shows_left and shows_right)
        top = self.left_title.sizeHint().height()
        at = round(self.width() * self._position)
        self._place_views(QRect(0, top, self.width(), self.height() - top), at)
        self._line.setGeometry(at - HANDLE // 2, 0, HANDLE, self.height())
        self.left_title.setGeometry(0, 0, at if shows_right else self.width(), top)
        start = at + HANDLE // 2 if shows_left else 0
        self.right_title.setGeometry(start, 0, self.width() - start, top)

    def _place_views(self, room: QRect, at: int) -> None:
        self.right.clearMask()
        match self.mode:
            case Mode.BOTH:
                self.left.setGeometry(room.adjusted(0, 0, at - HANDLE // 2 - room.width(), 0))
                self.right.setGeometry(room.adjusted(at + HANDLE // 2, 0, 0, 0))
            case Mode.WIPE:
                self.left.setGeometry(room)
                self.right.setGeometry(room)
                self.right.setMask(QRegion(at, 0, room.width() - at, room.height()))
                self.right.raise_()
                self._line.raise_()
            case _:
                self.shown().setGeometry(room)

    def _move_line(self, x: int) -> None:
        self._position = min(max(x / max(self.width(), 1), NEAREST), 1 - NEAREST)
        self._arrange()

    def _name(self, view: PictureView, name: str, title: str) -> None:
        view.setObjectName(f"{name}View")
        view.setAccessibleName(title)


class Line(QWidget):
    """The line between the pictures."""

    moved = Signal(int)  # to this x of the pair, px

    def __init__(self, pair: QWidget) -> None:
        super().__init__(pair)
        self._pair = pair
        self.setObjectName("pairLine")
        self.setAccessibleName(self.tr("Line between the pictures"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(self.mapToParent(event.position().toPoint()).x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -KEY_STEP, Qt.Key.Key_Right: KEY_STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self.geometry().center().x() + round(step * self._pair.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.accent_line if self.hasFocus() else colours.window))
