"""The view of the playing film, on which a brush marks the parts that move."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QWidget

from singan_studio.ui.animate.motion_mask import begin_with_everything
from singan_studio.ui.canvas.canvas_modes import BRUSH, CANVAS_MODES, ERASER, FILL
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.pixels import veil_image
from singan_studio.ui.canvas.tools.base import Pointer
from singan_studio.ui.widgets.theme_colours import colours_of


class FilmView(CanvasView):
    """Shows frames instead of the document's picture, and the still parts over them.

    The still parts are marked while the pointer is on the picture; otherwise the film is shown as it will be.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmView")
        self.setAccessibleName(self.tr("Animation"))
        self._frame: QImage | None = None
        self.still_parts: QImage | None = None  # laid over every frame
        self._under_mouse = False

    def show_frame(self, image: QImage | None) -> None:
        """Show a frame in RGB32, as the frame cache holds it; it is not copied."""
        self._frame = image
        self.update()

    def set_still_parts(self, image: QImage | None) -> None:
        """Lay an image with transparency over every frame; None when everything moves."""
        self.still_parts = image
        self.update()

    def picture_size(self) -> QSize:
        if self._document is None and self._frame is not None:
            return self._frame.size()
        return super().picture_size()

    # --- input -----------------------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)
        self.update()

    def _press(self, pointer: Pointer) -> None:
        tool = self._tool_state.tool
        adds = self._tool_state.adds != (tool == ERASER)
        marks = self._marks_what_moves and tool in (BRUSH, ERASER, FILL)
        if self._document is not None and not adds and marks:
            begin_with_everything(self._document)
        super()._press(pointer)

    # --- painting ----------------------------------------------------------------------------------------------

    def paint_picture(self, painter: QPainter, zoom: float) -> None:
        if self._frame is None:
            super().paint_picture(painter, zoom)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # a preview has fewer pixels
        painter.setTransform(self.picture_transform(), combine=True)
        whole = QRectF(0, 0, self.picture_size().width(), self.picture_size().height())
        painter.drawImage(whole, self._frame, QRectF(self._frame.rect()))
        if self.still_parts is not None:
            painter.drawImage(whole, self.still_parts, QRectF(self.still_parts.rect()))
        dims = self.still_parts is not None or not self._marks_what_moves
        if dims and self._under_mouse and self._shows_mask:
            self._paint_veil(painter, zoom, whole)
        painter.restore()
        self._draw_guides(painter)

    def _paint_veil(self, painter: QPainter, zoom: float, whole: QRectF) -> None:
        assert self._document is not None
        levels = self._document.seen_mask()
        index = levels.index_for(zoom)
        source = QRectF(0, 0, whole.width() / 2**index, whole.height() / 2**index)
        mask = levels.array(index)
        still = 255 - mask if self._marks_what_moves else mask
        painter.drawImage(whole, veil_image(still, QColor(colours_of(self.palette()).stays)), source)

    @property
    def _marks_what_moves(self) -> bool:
        """Whether the mask is what moves; otherwise it is what holds still."""
        return self._mode is CANVAS_MODES["moves"]

    @property
    def _shows_arrows(self) -> bool:
        """Arrows are hidden from a film that is only looked at."""
        used = self._under_mouse or self._tool_state.arrows.selected is not None
        return super()._shows_arrows and (used or self._frame is None)
