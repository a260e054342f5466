"""Two to four pictures beside each other, or two under a line that is moved; one zoom and pan for all."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from singan_studio.ui.create.pair_view import HANDLE, NEAREST, Line
from singan_studio.ui.widgets.pane_title import PaneTitle
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.view import View

MOST = 4
_GAP = 6  # px


class ComparisonStage(QWidget):
    """Shows pictures with titles; the first is the one that the others are compared with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonStage")
        self.wipes = False
        self._position = 0.5  # of the line, 0..1 of the width
        self._shown = 0
        self.views = [self._make_view(number) for number in range(MOST)]
        self._titles: list[PaneTitle] = []
        self._line = Line(self)
        self._line.moved.connect(self._move_line)
        self.setMinimumSize(320, 220)

    def show_pictures(self, pictures: list[tuple[str, np.ndarray]]) -> None:
        """Show pictures, (H, W, 3) uint8, with their titles."""
        self._shown = len(pictures)
        for title in self._titles:
            title.deleteLater()
        self._titles = [PaneTitle(title, self) for title, _ in pictures]
        for view, (title, pixels) in zip(self.views, pictures, strict=False):
            if view.is_covered:
                view.show_instead(None)
            view.set_picture(pixels)
            view.setAccessibleName(title)
        for title in self._titles:
            title.show()
        self._arrange()

    def set_words(self, number: int, words: str) -> None:
        """Show a few words beside the title of a picture."""
        if number < len(self._titles):
            self._titles[number].set_words(words)

    def cover(self, number: int, pixels: np.ndarray | None) -> None:
        """Show another picture in the place of one, or that one again."""
        view = self.views[number]
        if pixels is not None or view.is_covered:
            view.show_instead(pixels)

    def set_wipes(self, wipes: bool) -> None:
        """Show the first two over each other with a line between, or all beside each other."""
        self.wipes, self._position = wipes, 0.5
        self._arrange()

    def fit(self) -> None:
        self.views[0].fit()
        self._follow(self.views[0].view())

    def show_hundred(self) -> None:
        self.views[0].show_hundred()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _make_view(self, number: int) -> PictureView:
        view = PictureView(self)
        view.setObjectName(f"comparison{number}")
        view.view_changed.connect(self._follow)
        return view

    def _follow(self, view: View) -> None:
        """Show the same part in every picture."""
        for each in self.views:
            each.set_view(view)

    def _arrange(self) -> None:
        wipes = self.wipes and self._shown >= 2
        count = min(self._shown, 2) if wipes else self._shown
        for number, view in enumerate(self.views):
            view.setVisible(number < count)
            view.clearMask()
        for number, title in enumerate(self._titles):
            title.setVisible(number < count)
        self._line.setVisible(wipes)
        if wipes:
            self._place_wiped()
        elif count:
            self._place_beside(count)

    def _place_beside(self, count: int) -> None:
        columns = 2 if count in (2, 4) else count
        rows = -(-count // columns)
        top = self._titles[0].sizeHint().height()
        width = (self.width() - (columns - 1) * _GAP) // columns
        height = (self.height() - (rows - 1) * _GAP) // rows
        for number in range(count):
            left, up = (number % columns) * (width + _GAP), (number // columns) * (height + _GAP)
            self._titles[number].setGeometry(left, up, width, top)
            self.views[number].setGeometry(left, up + top, width, height - top)

    def _place_wiped(self) -> None:
        top, at = self._titles[0].sizeHint().height(), round(self.width() * self._position)
        room = QRect(0, top, self.width(), self.height() - top)
        left, right = self.views[:2]
        left.setGeometry(room)
        right.setGeometry(room)
        right.setMask(QRegion(at, 0, room.width() - at, room.height()))
        right.raise_()
        self._line.raise_()
        self._line.setGeometry(at - HANDLE // 2, 0, HANDLE, self.height())
        self._titles[0].setGeometry(0, 0, at, top)
        self._titles[1].setGeometry(at + HANDLE // 2, 0, self.width() - at, top)

    def _move_line(self, x: int) -> None:
        self._position = min(max(x / max(self.width(), 1), NEAREST), 1 - NEAREST)
        self._arrange()

    def focus_line(self) -> None:
        """Let the arrow keys move the line."""
        self._line.setFocus(Qt.FocusReason.TabFocusReason)
