"""A view: which part of a picture is shown and how large; linked views of different resolution share one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

LOWEST_ZOOM = 0.05  # device pixels per picture pixel
HIGHEST_ZOOM = 32.0


@dataclass(frozen=True)
class View:
    """Which part of a picture is shown, and how large.

    `span` is the width of the whole picture on screen in px, None to fit it into the window; `x` and `y` are the
    picture's point in the middle of the window, 0..1 of its width and height. A `mirrored` picture shows its left
    side on the right. A fitted picture leaves `margin` px free on all sides.
    """

    span: float | None = None
    x: float = 0.5
    y: float = 0.5
    mirrored: bool = False
    margin: float = 0.0

    def rect(self, picture: QSizeF, window: QSizeF) -> QRectF:
        """Return where the whole picture is in the window, px."""
        if self.span is None:
            room = (window - QSizeF(2 * self.margin, 2 * self.margin)).expandedTo(QSizeF(1, 1))
            shown = picture * min(room.width() / picture.width(), room.height() / picture.height())
        else:
            shown = picture * (self.span / picture.width())
        left = window.width() / 2 - self._seen_x(self.x) * shown.width()
        top = window.height() / 2 - self.y * shown.height()
        return QRectF(QPointF(left, top), shown)

    def with_span(self, span: float, anchor: QPointF, picture: QSizeF, window: QSizeF) -> View:
        """Return the view enlarged or reduced to `span`; the picture's point at `anchor` stays there."""
        before = self.rect(picture, window)
        height = before.height() * span / before.width()
        x = (anchor.x() - before.left()) / before.width() + (window.width() / 2 - anchor.x()) / span
        y = (anchor.y() - before.top()) / before.height() + (window.height() / 2 - anchor.y()) / height
        return replace(self, span=span, x=self._seen_x(_inside(x)), y=_inside(y))

    def moved(self, by: QPointF, picture: QSizeF, window: QSizeF) -> View:
        """Return the view moved by `by` px; the picture's edges never pass the window's middle.

        A fitted picture keeps its size.
        """
        shown = self.rect(picture, window)
        x, y = self._seen_x(self.x) - by.x() / shown.width(), self.y - by.y() / shown.height()
        return replace(self, span=shown.width(), x=self._seen_x(_inside(x)), y=_inside(y))

    def transform(self, picture: QSizeF, rect: QRectF) -> QTransform:
        """Return the transform from the picture's px to the window's, with the whole picture in `rect`."""
        across = rect.width() / picture.width()
        down = rect.height() / picture.height()
        if self.mirrored:
            return QTransform(-across, 0, 0, down, rect.right(), rect.top())
        return QTransform(across, 0, 0, down, rect.left(), rect.top())

    def _seen_x(self, x: float) -> float:
        """Return an x of the picture as it is shown, mirrored or not; and back."""
        return 1 - x if self.mirrored else x


def _inside(value: float) -> float:
    return min(max(value, 0.0), 1.0)
