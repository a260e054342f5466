"""Handles on a picture's edges that pull them outwards."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from singan_studio.ui.create.size_handles import Frame, Handle
from singan_studio.ui.widgets.framing import CORNERS, SIDES, Grip, grip_point
from singan_studio.ui.widgets.picture_view import PictureView

_SIDE = 12  # px
_LEAST_ROOM = 40.0  # px around the picture, so that there is somewhere to pull to
_BEYOND = 16.0  # px around the frame

NAMES = {Grip.LEFT: "left", Grip.TOP: "top", Grip.RIGHT: "right", Grip.BOTTOM: "bottom"}
"""The sides by what their margins are called."""

Margins = Mapping[str, float]
"""Percent of the picture's width (left, right) or height (top, bottom) by side."""

_CURSORS = {
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
    CORNERS[0]: Qt.CursorShape.SizeFDiagCursor,
    CORNERS[2]: Qt.CursorShape.SizeFDiagCursor,
    CORNERS[1]: Qt.CursorShape.SizeBDiagCursor,
    CORNERS[3]: Qt.CursorShape.SizeBDiagCursor,
}


class MarginHandles(QObject):
    """Handles on a view of a picture for how far it is to go on beyond its edges, and the frame that shows it.

    They lie over all that is in `pair`, as a result may be wiped over half of the picture. Numbers in the panel do the
    same for the keyboard.
    """

    chosen = Signal(object)  # dict of percent by side, when a handle is let go of

    def __init__(self, view: PictureView, pair: QWidget) -> None:
        """`view` is one of the widgets in `pair`."""
        super().__init__(view)
        self._view, self._pair = view, pair
        self._margins: dict[str, float] | None = None  # None: no handles
        self._dragged: dict[str, float] | None = None
        self._size = 0, 0  # (width, height) of the picture in px
        self._most = 0.0  # percent that a margin may have
        self._frame = Frame(pair)
        self._label = QLabel(pair)
        self._label.setObjectName("marginLabel")
        self._label.setAutoFillBackground(True)
        self._label.setMargin(4)
        self._label.hide()
        self.handles = [Handle(_name(grip), grip, _CURSORS[grip], pair) for grip in (*SIDES, *CORNERS)]
        for handle in self.handles:
            handle.setAccessibleName(self.tr("Edge of the picture"))
            handle.setToolTip(self.tr("Drag outwards to let the picture go on there"))
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
        view.installEventFilter(self)

    def set_margins(self, margins: Margins, size: tuple[int, int], most: float) -> None:
        """Show the handles of a picture of (width, height) px with these margins of at most `most` percent."""
        self._margins, self._size, self._most = dict(margins), size, most
        self._place()

    def hide(self) -> None:
        """Take handles and frame away."""
        self._margins = None
        self._place()

    def room(self) -> float:
        """Return how many px must be free around the fitted picture for the frame to be seen; 0 without handles."""
        if self._margins is None or not all(self._size):
            return 0.0
        width, height = self._size
        across = 1 + 2 * max(self._margins["left"], self._margins["right"]) / 100
        down = 1 + 2 * max(self._margins["top"], self._margins["bottom"]) / 100
        window = self._view.width(), self._view.height()
        scale = min((window[0] - 2 * _BEYOND) / (width * across), (window[1] - 2 * _BEYOND) / (height * down))
        needed = min((window[0] - width * scale) / 2, (window[1] - height * scale) / 2)
        return max(_LEAST_ROOM, needed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._place()
        return False

    def _around(self, margins: Margins) -> QRectF:
        """Return where the picture with its margins is in the pair."""
        rect = self._view.picture_rect().translated(self._view.pos().toPointF())
        width, height = rect.width() / 100, rect.height() / 100
        left, right = margins["left"] * width, margins["right"] * width
        if self._view.view().mirrored:
            left, right = right, left
        return rect.adjusted(-left, -margins["top"] * height, right, margins["bottom"] * height)

    def _place(self) -> None:
        margins = self._dragged or self._margins
        there = self._view.isVisibleTo(self._pair) and not self._view.picture_rect().isEmpty()
        shown = margins is not None and there
        rect = self._around(margins) if margins is not None else QRectF()
        self._show_frame(rect.toAlignedRect(), shown and any((margins or {}).values()))
        room = self._view.geometry().adjusted(_SIDE // 2, _SIDE // 2, -_SIDE // 2, -_SIDE // 2)
        for handle in self.handles:
            at = grip_point(rect, handle.grip).toPoint()
            x = min(max(at.x(), room.left()), room.right())
            y = min(max(at.y(), room.top()), room.bottom())
            place = QRect(x - _SIDE // 2, y - _SIDE // 2, _SIDE, _SIDE)
            if handle.geometry() != place:
                handle.setGeometry(place)
            if handle.isHidden() == shown:
                handle.setVisible(shown)

        if shown and self._pair.children()[-1] is not self.handles[-1]:
            for widget in (self._frame, self._label, *self.handles):
                widget.raise_()

    def _show_frame(self, rect: QRect, shown: bool) -> None:
        if shown and self._frame.geometry() != rect:
            self._frame.setGeometry(rect)
        if self._frame.isHidden() == shown:
            self._frame.setVisible(shown)

    def _drag(self, grip: Grip, by: QPointF, _: bool) -> None:
        if self._margins is None:
            return
        rect, self._dragged = self._view.picture_rect(), dict(self._margins)
        for side, name in NAMES.items():
            if side in grip:
                upright = side in (Grip.TOP, Grip.BOTTOM)
                way = (by.y() / rect.height()) if upright else (by.x() / rect.width())
                outwards = -way if side in (Grip.LEFT, Grip.TOP) else way
                name = self._seen(name)
                wanted = self._margins[name] + 100 * outwards
                self._dragged[name] = min(max(round(wanted, 1), 0.0), self._most)
        self._place()
        self._tell_size(self._dragged)

    def _seen(self, name: str) -> str:
        """Return which side of the picture is seen at this side of the view."""
        if not self._view.view().mirrored:
            return name
        return {"left": "right", "right": "left"}.get(name, name)

    def _tell_size(self, margins: Margins) -> None:
        width = round(self._size[0] * (1 + (margins["left"] + margins["right"]) / 100))
        height = round(self._size[1] * (1 + (margins["top"] + margins["bottom"]) / 100))
        self._label.setText(f"{width}×{height} px")
        self._label.adjustSize()
        at = self._view.picture_rect().topLeft() + self._view.pos().toPointF()
        self._label.move(at.toPoint() + QPoint(8, 8))
        self._label.show()

    def _drop(self) -> None:
        self._label.hide()
        dragged, self._dragged = self._dragged, None
        if dragged is not None and dragged != self._margins:
            self.chosen.emit(dragged)
        self._place()


def _name(grip: Grip) -> str:
    """Return the object name of a handle: "marginLeft", "marginLeftTop"."""
    return "margin" + "".join(name.title() for side, name in NAMES.items() if side in grip)
