"""The view of a document, on which the current tool works, or of a plain picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QRegion,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from singan_studio.ui.canvas.canvas_modes import ARROW, CANVAS_MODES, CanvasMode
from singan_studio.ui.canvas.composing import MASK, PICTURE
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.guides import draw_arrow, draw_frame, draw_line_of_selection, draw_outline
from singan_studio.ui.canvas.levels import Levels
from singan_studio.ui.canvas.pixels import veil_image
from singan_studio.ui.canvas.selection import outlined
from singan_studio.ui.canvas.tool_state import ToolState
from singan_studio.ui.canvas.tools import make_tool
from singan_studio.ui.canvas.tools.base import CanvasTool, Pointer
from singan_studio.ui.widgets.painting import draw_checks
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.theme_colours import colours_of
from singan_studio.ui.widgets.zoom_view import smooth_at

_LINE_ROOM = 3  # px that guides reach beyond what they surround
_PATIENCE_MS = 200  # until a running edit shows as a busy pointer
_PEN_KEYS = (Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_Control)


class CanvasView(PictureView):
    """A `PictureView` that can show a document. The left button then uses the current tool; Space and the middle button
    still pan.
    """

    document_changed = Signal()  # another document is shown, or none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvasView")
        self.setAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled, False
        )  # an input method would take keys such as B and E
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        self.setMouseTracking(True)
        self._document: CanvasDocument | None = None
        self._mode = CANVAS_MODES["painting"]
        self._tool_state = ToolState(self)
        self._tool: CanvasTool | None = None
        self._tool_name = ""
        self._pressed = False
        self._pointer: Pointer | None = None  # None while it is outside
        self._shown_outline = QRect()
        self._ants: QPainterPath | None = None  # outline of the selection; None when it is out of date
        self._looks_for_outline = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_cursor)
        self._tool_state.changed.connect(self._choose_tool)
        self._tool_state.arrows.changed.connect(self.update)

    # --- document ----------------------------------------------------------------------------------------------

    def set_document(self, document: CanvasDocument | None, mode: CanvasMode | None = None) -> None:
        """Show and edit a document; None shows only the plain picture."""
        self._leave_tool()
        if self._document is not None:
            self._document.changed.disconnect(self._show_change)
            self._document.selection_changed.disconnect(self._selection_changed)
            self._document.objects_changed.disconnect(self.update)
            self._document.layer_props_changed.disconnect(self.update)
            self._document.runner.began.disconnect(self._patience.start)
            self._document.runner.ended.disconnect(self._made)
            self._document.release()
        self._document = document
        self._mode = mode or self._mode
        self._ants, self._looks_for_outline = None, False
        if document is not None:
            self._tool_state.enter(self._mode)
            document.changed.connect(self._show_change)
            document.selection_changed.connect(self._selection_changed)
            document.objects_changed.connect(self.update)
            document.layer_props_changed.connect(self.update)
            document.runner.began.connect(self._patience.start)
            document.runner.ended.connect(self._made)
        self._choose_tool()
        self.update()
        self.document_changed.emit()

    def document(self) -> CanvasDocument | None:
        return self._document

    def mode(self) -> CanvasMode:
        return self._mode

    def set_tool_state(self, tool_state: ToolState) -> None:
        """Use a shared tool state."""
        self._tool_state.changed.disconnect(self._choose_tool)
        self._tool_state.arrows.changed.disconnect(self.update)
        self._tool_state = tool_state
        tool_state.changed.connect(self._choose_tool)
        tool_state.arrows.changed.connect(self.update)
        self._choose_tool()

    def picture_size(self) -> QSize:
        return self._document.size if self._document and not self.is_covered else super().picture_size()

    def canvas_point(self, at: QPointF) -> QPointF:
        """Map a point in px of this widget to canvas px."""
        return self.picture_transform().inverted()[0].map(at)

    def pointer_point(self) -> QPointF:
        """Return the pointer in canvas px, or the middle of the visible part while it is outside."""
        at = self._pointer.at if self._pointer else self.canvas_point(QRectF(self.rect()).center())
        rect = self.picture_size()
        return QPointF(min(max(at.x(), 0), rect.width()), min(max(at.y(), 0), rect.height()))

    # --- commands ----------------------------------------------------------------------------------------------

    def escape(self) -> bool:
        """Cancel a transform, selection or stroke in progress; return False when there is none."""
        self._pressed = False
        done = self._after_change(lambda tool: tool.cancel())
        self._guides_changed()
        self.update()
        return done

    def apply(self) -> bool:
        """Make a transform in progress a step; return False when there is none."""
        done = self._after_change(lambda tool: tool.apply())
        self._guides_changed()
        return done

    def settle(self) -> None:
        """Make a transform in progress a step, and complete all running edits now."""
        self.apply()
        if self._document is not None:
            self._document.runner.drain()

    # --- input -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        works = event.button() == Qt.MouseButton.LeftButton and not self.pans
        if self._tool is None or not works:
            super().mousePressEvent(event)
            return
        self._press(self._pointer_of(event, event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._tool is None or self.pans:
            super().mouseMoveEvent(event)
            return
        self._move(self._pointer_of(event, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pressed or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._release(self._pointer_of(event, event.position()))

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Paint with the pressure of a pen; other uses are left to the mouse events that Qt derives."""
        pointer = self._pointer_of(event, event.position(), event.pressure())
        left = event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.TabletPress if left and self._tool and not self.pans:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._press(pointer)
            case QEvent.Type.TabletMove if self._pressed:
                self._move(pointer)
            case QEvent.Type.TabletRelease if self._pressed:
                self._release(pointer)
            case _:
                event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = self._pointer_of(event, event.position())
        self._guides_changed()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._guides_changed()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PEN_KEYS:
            self._keys_changed(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.apply():
            return
        if event.key() == Qt.Key.Key_Escape and self.escape():
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PEN_KEYS:
            self._keys_changed(event)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._pointer:
            self._pointer = Pointer(self._pointer.at, self._pointer.zoom)
        super().focusOutEvent(event)

    # --- painting ----------------------------------------------------------------------------------------------

    def paint_picture(self, painter: QPainter, zoom: float) -> None:
        if self._document is None or self.is_covered:
            super().paint_picture(painter, zoom)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth_at(zoom))
        to_widget = self.picture_transform()
        alone = not self._document.layer_props(PICTURE).visible
        levels = self._document.seen_overlay() if alone else self._document.seen()
        missing = QRegion(self._document.rect) - levels.written
        if alone:
            draw_checks(painter, to_widget.mapRect(self._document.rect.toRectF()), self.palette())
        elif not missing.isEmpty() and self.shows_picture:
            painter.save()
            super().paint_picture(painter, zoom)
            painter.restore()
        painter.save()
        painter.setTransform(to_widget, combine=True)
        if not missing.isEmpty():
            painter.setClipRegion(levels.written, Qt.ClipOperation.IntersectClip)
        self._draw_level(painter, levels, zoom)
        if self._shows_mask and not self._tool_state.marks_object:
            veil = QColor(self._mode.veil(colours_of(self.palette())))
            self._draw_level(painter, self._document.seen_mask(), zoom, veil)
        painter.restore()
        self._draw_guides(painter)

    @property
    def _shows_mask(self) -> bool:
        document = self._document
        return document is not None and self._mode.shows_mask and document.layer_props(MASK).visible

    def _draw_level(self, painter: QPainter, levels: Levels, zoom: float, veil: QColor | None = None) -> None:
        index = levels.index_for(zoom)
        image: QImage = veil_image(levels.array(index), veil) if veil else levels.image(index)
        whole = QRectF(QPointF(), self.picture_size().toSizeF())
        source = QRectF(0, 0, whole.width() / 2**index, whole.height() / 2**index)
        painter.drawImage(whole, image, source)

    def _draw_guides(self, painter: QPainter) -> None:
        to_widget = self.picture_transform()
        if self._document is not None and self._document.has_selection:
            if self._ants is None:
                self._look_for_outline(self._document)
            if self._ants is not None:
                draw_line_of_selection(painter, to_widget.map(self._ants))
        if self._shows_arrows:
            self._draw_arrows(painter)
        if self._document is not None and self._mode.pins:
            accent = QColor(colours_of(self.palette()).accent_line)
            for item in self._document.objects:
                draw_frame(painter, to_widget.map(item.outline), [], accent)
        if self._tool is None:
            return
        self._tool.draw(painter, to_widget)
        if self._pointer and not self.pans:
            circle = self._tool.outline(self._pointer)
            if not circle.isEmpty():
                draw_outline(painter, to_widget.mapRect(circle))

    @property
    def _shows_arrows(self) -> bool:
        return self._document is not None and ARROW in self._mode.tools

    def _draw_arrows(self, painter: QPainter) -> None:
        to_widget, accent = self.picture_transform(), QColor(colours_of(self.palette()).accent_line)
        for (x, y, dx, dy), selected in self._tool_state.arrows.shown():
            ends = to_widget.map(QPointF(x, y)), to_widget.map(QPointF(x + dx, y + dy))
            draw_arrow(painter, *ends, accent if selected else None)

    # --- inside ------------------------------------------------------------------------------------------------

    def _press(self, pointer: Pointer) -> None:
        self._pressed, self._pointer = True, pointer
        self._after_change(lambda tool: tool.press(pointer))
        self._guides_changed()

    def _move(self, pointer: Pointer) -> None:
        self._pointer = pointer
        if self._pressed:
            self._after_change(lambda tool: tool.move(pointer))
        self._guides_changed()

    def _release(self, pointer: Pointer) -> None:
        self._pointer = pointer
        self._after_change(lambda tool: tool.release(pointer))
        self._guides_changed()  # while it still counts as pressed, so that the tool's guides are erased
        self._pressed = False

    def _after_change(self, use: Callable[[CanvasTool], bool | None]) -> bool:
        """Use the current tool after a running edit; return whether it did something, True if that is not known yet."""
        tool, answers = self._tool, [True]
        if tool is None:
            return False

        def go() -> None:
            answers.append(bool(use(tool)))
            if tool.guides:
                self.update()

        tool.document.runner.when_free(go)
        return answers[-1]

    def _keys_changed(self, event: QKeyEvent) -> None:
        """Update the pointer at once when Alt turns it into the picker or a copying one."""
        if self._pointer:
            self._pointer = Pointer(self._pointer.at, self._pointer.zoom, keys=event.modifiers())
            self._guides_changed()

    def _pointer_of(self, event: QInputEvent, at: QPointF, pressure: float = 1.0) -> Pointer:
        ratio = max(self.devicePixelRatioF(), 1e-9)
        return Pointer(self.canvas_point(at), self.zoom() / ratio, pressure, event.modifiers())

    def _choose_tool(self) -> None:
        """Use the tool that the tool state names."""
        name = self._tool_state.tool
        if self._document is None:
            self._leave_tool()
        elif self._tool is None or self._tool.document is not self._document or name != self._tool_name:
            self._leave_tool()
            self._tool, self._tool_name = make_tool(name, self._document, self._tool_state, self._mode), name
        self._guides_changed()
        self.update()

    def _leave_tool(self) -> None:
        self._after_change(lambda tool: tool.leave())
        self._tool, self._pressed = None, False

    def _show_change(self, rect: QRect) -> None:
        seen = self.picture_transform().mapRect(QRectF(rect)).toAlignedRect()
        self.update(seen.adjusted(-_LINE_ROOM, -_LINE_ROOM, _LINE_ROOM, _LINE_ROOM))

    def _selection_changed(self) -> None:
        self._ants = None
        self.update()

    def _look_for_outline(self, document: CanvasDocument) -> None:
        """Compute the outline of the selection; nothing is shown until it is found."""

        def found(path: QPainterPath) -> None:
            self._looks_for_outline = False
            if document is self._document:
                self._ants = path
                self.update()

        if not self._looks_for_outline:
            self._looks_for_outline = True
            document.runner.when_free(lambda: document.run_job(outlined(document), then=found))

    def _guides_changed(self) -> None:
        """Repaint the brush's outline and the guides of the tool."""
        self._show_cursor()
        old, self._shown_outline = self._shown_outline, QRect()
        if self._tool and self._pointer and self._document:
            circle = self._tool.outline(self._pointer)
            if circle.isEmpty():
                if self._pressed and self._tool.guides:
                    self.update()
                self.update(old)
                return
            seen = self.picture_transform().mapRect(circle).toAlignedRect()
            self._shown_outline = seen.adjusted(-_LINE_ROOM, -_LINE_ROOM, _LINE_ROOM, _LINE_ROOM)
        self.update(old)
        self.update(self._shown_outline)

    def _made(self) -> None:
        self._patience.stop()
        self._show_cursor()

    def _show_cursor(self) -> None:
        super()._show_cursor()
        if self._document and self._document.runner.busy and not self._patience.isActive():
            self.setCursor(Qt.CursorShape.BusyCursor)
        elif self._tool and self._pointer and not self.pans:
            self.setCursor(QCursor(self._tool.cursor(self._pointer)))
