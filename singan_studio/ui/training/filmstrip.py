"""The scales during training: a column for each, with the picture, its learned copy and a new sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from singan_studio.ui.training.training_model import ScaleState, TrainingModel
from singan_studio.ui.widgets.icon_engine import icon
from singan_studio.ui.widgets.painting import draw_hatched, resized
from singan_studio.ui.widgets.pixels import as_image, fitted
from singan_studio.ui.widgets.theme_colours import Colours, colours_of

_ROWS = 3
_GAP = 8  # px between cells
_PAD = 8  # px inside a column's background and around the strip
_LOWEST, _HIGHEST = 44, 200  # px, of a cell
_WIDEST = 260  # px, of a cell
_NEARLY = 0.8  # share of a cell's width: where it lets all columns fit, they are made narrower
_BAR = 4  # px, height of a column's progress
_SCALED_AT_ONCE = 4  # pictures scaled per turn of the event loop, so that no turn takes long


@dataclass
class _Cell:
    image: QImage | None = None
    pixmap: QPixmap | None = None  # the image at the size in which it is shown


@dataclass
class _Column:
    width: int  # px of the scale's pictures
    height: int
    state: ScaleState = ScaleState.WAITING
    fraction: float = 0.0
    cells: list[_Cell] = field(default_factory=lambda: [_Cell() for _ in range(_ROWS)])


class Filmstrip(QAbstractScrollArea):
    """Shows a column for each scale. Left, Right, Home and End choose a scale."""

    selected = Signal(int)  # scale; only when the user chose it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setAccessibleName(self.tr("Scales"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._learning: TrainingModel | None = None
        self._columns: list[_Column] = []
        self._selected = 0
        self._box = QSize(_LOWEST, _LOWEST)  # of one cell
        self._scaling = QTimer(self)
        self._scaling.setInterval(0)
        self._scaling.timeout.connect(self._scale_some)

    def follow(self, learning: TrainingModel) -> None:
        """Show a training from now on, including what it has shown so far."""
        self._learning = learning
        learning.scales_reset.connect(self._show_training)
        learning.scale_changed.connect(self._show_scale)
        learning.pictures_changed.connect(self._show_pictures)
        self._show_training()

    def sizeHint(self) -> QSize:
        return QSize(640, self._height_for(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._height_for(_LOWEST))

    def set_sizes(self, sizes: Sequence[tuple[int, int]]) -> None:
        """Replace all columns by waiting ones, one for each (height, width), coarsest first."""
        self._columns = [_Column(width, height) for height, width in sizes]
        self._selected = 0
        self._describe()
        self._measure()

    def set_pictures(
        self,
        scale: int,
        real: np.ndarray | None,
        reconstruction: np.ndarray | None,
        sample: np.ndarray | None,
    ) -> None:
        """Show the newest pictures of a scale, each (H, W, 3) uint8, or None while there is none."""
        pictures = (real, reconstruction, sample)
        cells = [_Cell(None if picture is None else as_image(picture)) for picture in pictures]
        self._columns[scale].cells = cells
        self._scaling.start()
        self._update_column(scale)

    def set_state(self, scale: int, state: ScaleState) -> None:
        """Set the state of a scale; one that begins to learn is scrolled into view."""
        column = self._columns[scale]
        if column.state is state:
            return
        column.state = state
        column.fraction = 1.0 if state is ScaleState.DONE else 0.0
        if state is ScaleState.LEARNING:
            self._reveal(scale)
        self._describe()
        self._update_column(scale)

    def set_progress(self, scale: int, fraction: float) -> None:
        """Set the share of a scale's iterations that are done, 0..1."""
        self._columns[scale].fraction = fraction
        self._update_column(scale)

    def selected_scale(self) -> int:
        """Return the chosen scale."""
        return self._selected

    def select(self, scale: int) -> None:
        """Choose a scale without a signal."""
        self._selected = scale
        self._describe()
        self._reveal(scale)
        self.viewport().update()

    def column_rect(self, scale: int) -> QRect:
        """Return the rectangle of a column in the viewport."""
        step = self._box.width() + 2 * _PAD
        left = self._gutter() + scale * step - self.horizontalScrollBar().value()
        return QRect(left, 0, step, self.viewport().height())

    # following a training

    def _show_training(self) -> None:
        scales = self._learning.scales if self._learning else []
        self.set_sizes([(scale.height, scale.width) for scale in scales])
        for index in range(len(scales)):
            self._show_scale(index)
            self._show_pictures(index)

    def _show_scale(self, index: int) -> None:
        if self._learning:
            scale = self._learning.scales[index]
            self.set_state(index, scale.state)
            self.set_progress(index, scale.fraction)

    def _show_pictures(self, index: int) -> None:
        if self._learning:
            scale = self._learning.scales[index]
            self.set_pictures(index, scale.real, scale.reconstruction, scale.sample)

    # input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._columns) - 1
        steps = {
            Qt.Key.Key_Left: self._selected - 1,
            Qt.Key.Key_Right: self._selected + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in steps and self._columns:
            self._choose(min(max(steps[Qt.Key(event.key())], 0), last))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale = self._scale_at(event.position().toPoint())
        if scale is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.x() or delta.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.window))
        if not self._columns:
            painter.setPen(QColor(colours.quiet_text))
            text = self.tr("The scales appear here as soon as learning starts.")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)
            return
        gutter = self._gutter()
        painter.setClipRect(event.rect().adjusted(max(gutter - event.rect().left(), 0), 0, 0, 0))
        for scale in range(len(self._columns)):
            if self.column_rect(scale).intersects(event.rect()):
                self._paint_column(painter, scale, colours)
        painter.setClipping(False)
        if event.rect().left() < gutter:
            self._paint_labels(painter, colours)

    def _paint_labels(self, painter: QPainter, colours: Colours) -> None:
        painter.setPen(QColor(colours.text))
        for row, label in enumerate(self._labels()):
            room = QRect(_PAD, self._row_top(row), self._gutter() - 2 * _PAD, self._box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, label)

    def _paint_column(self, painter: QPainter, scale: int, colours: Colours) -> None:
        column, rect = self._columns[scale], self.column_rect(scale)
        if scale == self._selected:
            self._paint_ground(painter, rect, colours)
        left = rect.left() + _PAD
        self._paint_head(painter, QRect(left, _PAD, self._box.width(), self._head_height()), column, colours)
        for row, cell in enumerate(column.cells):
            box = QRect(QPoint(left, self._row_top(row)), self._box)
            if cell.image is None:
                ground = colours.window if column.state is ScaleState.WAITING else colours.track
                draw_hatched(painter, box.toRectF(), ground, colours.hatch)
            else:
                self._paint_picture(painter, box, cell)

    def _paint_ground(self, painter: QPainter, rect: QRect, colours: Colours) -> None:
        bottom = self._row_top(_ROWS) - _GAP + _PAD
        ground = QRectF(rect.left() + 1, 1, rect.width() - 2, min(bottom, rect.height()) - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPen(QColor(colours.accent_line), 2) if self.hasFocus() else QPen(QColor(colours.border), 1)
        painter.setPen(outline)
        painter.setBrush(QColor(colours.button))
        painter.drawRoundedRect(ground, 5, 5)
        painter.restore()

    def _paint_head(self, painter: QPainter, room: QRect, column: _Column, colours: Colours) -> None:
        waiting = column.state is ScaleState.WAITING
        text_room = room.adjusted(0, 0, 0, -_BAR - 4)
        painter.setFont(resized(self.font(), 1.0, bold=column.state is ScaleState.LEARNING))
        painter.setPen(QColor(colours.quiet_text if waiting else colours.text))
        painter.drawText(text_room, Qt.AlignmentFlag.AlignVCenter, f"{column.width}×{column.height}")
        if column.state is ScaleState.DONE:
            side = painter.fontMetrics().ascent() + 2
            check = QRect(text_room.right() - side, text_room.center().y() - side // 2, side, side)
            icon("check", "accent_line").paint(painter, check)
        painter.setFont(self.font())
        bar = QRectF(room.left(), room.bottom() + 1 - _BAR, room.width(), _BAR)
        painter.fillRect(bar, QColor(colours.track))
        bar.setWidth(bar.width() * column.fraction)
        painter.fillRect(bar, QColor(colours.accent_line))

    def _paint_picture(self, painter: QPainter, box: QRect, cell: _Cell) -> None:
        assert cell.image is not None
        size = cell.image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(0, 0), size)
        target.moveCenter(box.center())
        if cell.pixmap is None:
            painter.drawImage(target, cell.image)
        else:
            painter.drawPixmap(target, cell.pixmap)

    # layout

    def _labels(self) -> list[str]:
        return [self.tr("The picture"), self.tr("Learned copy"), self.tr("New sample")]

    def _terms(self) -> list[str]:
        return [
            self.tr("The picture at this size (real image)"),
            self.tr("What the scale makes of its fixed noise z* (reconstruction)"),
            self.tr("What the scale makes of fresh noise (random sample)"),
        ]

    def _gutter(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(label) for label in self._labels()) + 2 * _PAD

    def _head_height(self) -> int:
        return self.fontMetrics().height() + _BAR + 6

    def _row_top(self, row: int) -> int:
        return _PAD + self._head_height() + _GAP + row * (self._box.height() + _GAP)

    def _height_for(self, cell: int) -> int:
        return 2 * _PAD + self._head_height() + _ROWS * (cell + _GAP)

    def _measure(self) -> None:
        """Fit the cells to the height and the finest scale's shape, and the scroll bar to the columns."""
        room = (self.viewport().height() - self._height_for(0)) // _ROWS
        height = min(max(room, _LOWEST), _HIGHEST)
        if self._columns:
            finest = self._columns[-1]
            narrowest = self.fontMetrics().horizontalAdvance("0000×0000")
            width = min(max(round(height * finest.width / finest.height), narrowest), _WIDEST)
            all_in_sight = (self.viewport().width() - self._gutter()) // len(self._columns) - 2 * _PAD
            if narrowest <= all_in_sight and _NEARLY * width <= all_in_sight < width:
                width = all_in_sight
            height = min(height, max(round(width * finest.height / finest.width), _LOWEST))
            self._set_box(QSize(width, height))
        content = self._gutter() + len(self._columns) * (self._box.width() + 2 * _PAD)
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(content - self.viewport().width(), 0))
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(self._box.width() + 2 * _PAD)
        self.viewport().update()

    def _set_box(self, box: QSize) -> None:
        if box == self._box:
            return
        self._box = box
        for column in self._columns:
            for cell in column.cells:
                cell.pixmap = None
        self._scaling.start()

    def _scale_some(self) -> None:
        stale = [
            (scale, cell)
            for scale, column in enumerate(self._columns)
            for cell in column.cells
            if cell.image is not None and cell.pixmap is None
        ]
        for scale, cell in stale[:_SCALED_AT_ONCE]:
            assert cell.image is not None
            cell.pixmap = fitted(cell.image, self._box, self.devicePixelRatioF())
            self._update_column(scale)
        if len(stale) <= _SCALED_AT_ONCE:
            self._scaling.stop()

    # choosing

    def _scale_at(self, point: QPoint) -> int | None:
        if point.x() < self._gutter():
            return None
        scales = range(len(self._columns))
        return next((scale for scale in scales if self.column_rect(scale).contains(point)), None)

    def _choose(self, scale: int) -> None:
        if scale != self._selected:
            self.select(scale)
            self.selected.emit(scale)

    def _reveal(self, scale: int) -> None:
        rect, bar = self.column_rect(scale), self.horizontalScrollBar()
        if rect.left() < self._gutter():
            bar.setValue(bar.value() + rect.left() - self._gutter())
        elif rect.right() >= self.viewport().width():
            bar.setValue(bar.value() + rect.right() + 1 - self.viewport().width())

    def _update_column(self, scale: int) -> None:
        self.viewport().update(self.column_rect(scale))

    def _describe(self) -> None:
        self.setAccessibleDescription(self._scale_text(self._selected) if self._columns else "")

    def _scale_text(self, scale: int) -> str:
        column = self._columns[scale]
        states = {
            ScaleState.WAITING: self.tr("waiting"),
            ScaleState.LEARNING: self.tr("learning, {percent}%").format(percent=round(100 * column.fraction)),
            ScaleState.DONE: self.tr("learned"),
        }
        return self.tr("Scale {scale} of {scales}, {width}×{height} px: {state}").format(
            scale=scale + 1,
            scales=len(self._columns),
            width=column.width,
            height=column.height,
            state=states[column.state],
        )

    def _tip(self, point: QPoint) -> str:
        rows = [row for row in range(_ROWS) if self._row_top(row) <= point.y() < self._row_top(row + 1)]
        lines = [self._terms()[row] for row in rows]
        scale = self._scale_at(point)
        if scale is not None:
            lines.insert(0, self._scale_text(scale))
        return "\n".join(lines)
