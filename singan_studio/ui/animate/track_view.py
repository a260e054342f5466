"""The view of one keyframe track: its curve and its keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from singan_studio.tools.keyframes import EASES, Key
from singan_studio.ui.animate import tracks
from singan_studio.ui.animate.axis import Axis
from singan_studio.ui.animate.player import Player
from singan_studio.ui.animate.tracks import HIGHEST, Track, shown_values
from singan_studio.ui.widgets.theme_colours import Colours, colours_of
from singan_studio.ui.widgets.words import decimal

_PAD = 6  # px above the highest and below the lowest value
_KEY = 5  # px from a key's middle to its corners
_REACH = 8  # px around a key in which the mouse finds it
LINEAR, EASED = EASES


class TrackView(QWidget):
    """Shows and edits a track: a press selects a key (Shift or Ctrl adds), a drag moves the selection, a double-click
    adds a key.

    `edited` is emitted with the new track and the name of the change; the view shows it at once.
    """

    edited = Signal(object, str)  # Track, and a name of the change for Undo
    selection_changed = Signal()
    focused = Signal()

    def __init__(self, name: str, title: str, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"track-{name}")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.name = name
        self._player = player
        self._base = 1.0  # the value of a track without keys
        self._loop = "closed"
        self._track: Track = ()
        self._shown: Track = ()  # while a drag goes on, what it would become
        self._values: list[float] | None = None  # of _shown, at every frame
        self.selection: frozenset[int] = frozenset()  # frames of the chosen keys
        self._pressed: QPointF | None = None  # where a drag of keys began
        self._band: QRectF | None = None  # while keys are chosen by a frame around them
        self._kept: frozenset[int] = frozenset()  # chosen before the band
        player.frame_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(480, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 36)

    @property
    def track(self) -> Track:
        return self._track

    def set_film(self, track: Track, base: float, loop: str) -> None:
        """Show a track of a film whose `loop` is closed, pingpong or none; `base` is the value of a track without keys.

        Selected keys that are still there stay selected.
        """
        self._track, self._base, self._loop = track, base, loop
        self._show(track)
        self.select(self.selection & {key.frame for key in track})

    def value(self, frame: int) -> float:
        """Return the value of the track at a frame."""
        if self._values is None:
            self._values = shown_values(self._shown, self._base, self._player.length, self._loop)
        return self._values[min(frame, len(self._values) - 1)]

    def axis(self) -> Axis:
        return Axis(self._player.length, self.width())

    def key_point(self, key: Key) -> QPointF:
        """Return where a key is painted, in px of the widget."""
        return QPointF(self.axis().x(key.frame), self._y(key.value))

    def select(self, frames: Iterable[int]) -> None:
        self.selection = frozenset(frames)
        self._describe()
        self.update()
        self.selection_changed.emit()

    # --- editing, for the timeline's actions -------------------------------------------------------------------

    def add_key(self, frame: int, value: float | None = None) -> None:
        """Add a key at a frame, by default with the value that the track has there."""
        if value is None and frame in {key.frame for key in self._track}:
            self.select([frame])
            return
        there = self.value(frame) if value is None else value
        self._edit(tracks.with_key(self._track, Key(frame, there)), self.tr("Add key"), [frame])

    def delete_chosen(self) -> None:
        if self.selection:
            self._edit(tracks.without(self._track, self.selection), self.tr("Delete keys"), [])

    def move_chosen(self, by: int, up: float) -> None:
        track, now = tracks.moved(self._track, self.selection, by, up, self._player.length - 1)
        self._edit(track, self.tr("Move keys"), now)

    def change_ease(self) -> None:
        """Ease the selected keys, or make them linear if all are eased."""
        soft = all(key.ease == EASED for key in self.chosen_keys())
        track = tracks.with_ease(self._track, self.selection, LINEAR if soft else EASED)
        self._edit(track, self.tr("Change easing"), self.selection)

    def chosen_keys(self) -> Track:
        return tuple(key for key in self._track if key.frame in self.selection)

    def paste(self, keys: Track, frame: int) -> None:
        track, now = tracks.pasted(self._track, keys, frame, self._player.length - 1)
        self._edit(track, self.tr("Paste keys"), now)

    def select_all(self) -> None:
        self.select(key.frame for key in self._track)

    def go_to_key(self, direction: int) -> int | None:
        """Select the next key after (1) or before (-1) the playhead and return its frame, None if there is none."""
        frames = [k.frame for k in self._track if (k.frame - self._player.frame) * direction > 0]
        if not frames:
            return None
        frame = min(frames, key=lambda f: abs(f - self._player.frame))
        self.select([frame])
        return frame

    def _edit(self, track: Track, text: str, chosen: Iterable[int]) -> None:
        chosen = frozenset(chosen)
        if track != self._track:
            self._track = track
            self._show(track)
            self.edited.emit(track, text)
        self.select(chosen)

    # --- input -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            key = self._key_at(event.position())
            if key and key.frame not in self.selection:
                self.select([key.frame])
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        more = bool(
            event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        )
        key = self._key_at(event.position())
        if key is None:
            self._kept = self.selection if more else frozenset()
            self._band = QRectF(event.position(), event.position())
            self.select(self._kept)
            return
        if more:
            self.select(self.selection ^ {key.frame})
        elif key.frame not in self.selection:
            self.select([key.frame])
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._show(self._dragged(event)[0])
        elif self._band is not None:
            self._band.setBottomRight(event.position())
            inside = [key.frame for key in self._track if self._banded(key)]
            self.select(self._kept.union(inside))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            track, now = self._dragged(event)
            self._pressed = None
            self._edit(track, self.tr("Move keys"), now)
        self._band = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._key_at(event.position()) is None:
            self._band = None
            self.add_key(self.axis().frame(event.position().x()), self._value(event.position().y()))

    def _dragged(self, event: QMouseEvent) -> tuple[Track, frozenset[int]]:
        """Return the track and selection after the drag so far; Shift keeps to one axis."""
        assert self._pressed is not None
        way = event.position() - self._pressed
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            way = QPointF(way.x(), 0) if abs(way.x()) > abs(way.y()) else QPointF(0, way.y())
        by = round(way.x() / self.axis().step)
        up = -way.y() / self._per_value()
        return tracks.moved(self._track, self.selection, by, up, self._player.length - 1)

    def _show(self, track: Track) -> None:
        self._shown, self._values = track, None
        self.update()

    def _banded(self, key: Key) -> bool:
        return self._band is not None and self._band.normalized().contains(self.key_point(key))

    def _key_at(self, point: QPointF) -> Key | None:
        near = [key for key in self._track if (self.key_point(key) - point).manhattanLength() <= 2 * _REACH]
        return min(near, key=lambda key: (self.key_point(key) - point).manhattanLength(), default=None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def event(self, event) -> bool:
        if isinstance(event, QHelpEvent):
            key = self._key_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._key_text(key) if key else self._explanation(), self)
            return True
        return super().event(event)

    # --- painting ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        axis = self.axis()
        painter.fillRect(self.rect(), QColor(colours.base))
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(0, self._y(1.0)), QPointF(self.width(), self._y(1.0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter, colours)
        self._paint_curve(painter, axis, colours)
        for key in self._shown:
            self._paint_key(painter, key, colours)
        x = axis.x(self._player.frame)
        painter.setPen(QPen(QColor(colours.accent_line), 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._band is not None:
            painter.setPen(QPen(QColor(colours.accent_line), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._band.normalized())
        if self.hasFocus():
            painter.setPen(QColor(colours.accent_line))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_scale(self, painter: QPainter, colours: Colours) -> None:
        """Write at the left which values the lowest, the usual and the highest place stand for."""
        painter.setPen(QColor(colours.quiet_text))
        painter.setFont(self._small)
        for value in (0.0, 1.0, HIGHEST):
            height = QFontMetricsF(self._small).height()
            top = min(max(self._y(value) - height / 2, 0.0), self.height() - height)
            painter.drawText(QRectF(3, top, 30, height), Qt.AlignmentFlag.AlignLeft, decimal(value, 0))

    def _paint_curve(self, painter: QPainter, axis: Axis, colours: Colours) -> None:
        path = QPainterPath(QPointF(axis.left(0), self._y(self.value(0))))
        every = max(int(1 / axis.step), 1)  # more points than px would not be seen
        for frame in range(0, axis.length, every):
            path.lineTo(QPointF(axis.x(frame), self._y(self.value(frame))))
        path.lineTo(QPointF(axis.left(axis.length), self._y(self.value(axis.length - 1))))
        painter.setPen(QPen(QColor(colours.generator if self._shown else colours.quiet_text), 1.5))
        painter.drawPath(path)

    def _paint_key(self, painter: QPainter, key: Key, colours: Colours) -> None:
        """Paint a diamond for an eased key, a square for a linear one."""
        chosen = key in self._shown_chosen()
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.setBrush(QColor(colours.accent_line if chosen else colours.base))
        middle = self.key_point(key)
        painter.save()
        painter.translate(middle)
        if key.ease == EASED:
            painter.rotate(45)
        painter.drawRect(QRectF(-_KEY + 1, -_KEY + 1, 2 * _KEY - 2, 2 * _KEY - 2))
        painter.restore()
        if chosen:
            self._paint_value(painter, middle, decimal(key.value, 2))

    def _paint_value(self, painter: QPainter, key: QPointF, text: str) -> None:
        """Write a value beside its key, on the side where there is room."""
        metrics = QFontMetricsF(self._small)
        width, height = metrics.horizontalAdvance(text) + 1, metrics.height()
        left = key.x() + 2 * _KEY if key.x() + 2 * _KEY + width < self.width() else key.x() - 2 * _KEY - width
        top = min(max(key.y() - height / 2, 0.0), self.height() - height)
        painter.setFont(self._small)
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignLeft, text)

    @property
    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(0.8 * font.pointSizeF())
        return font

    def _shown_chosen(self) -> set[Key]:
        if self._pressed is not None:  # they are on their way
            return set(self._shown) - set(tracks.without(self._track, self.selection))
        return {key for key in self._shown if key.frame in self.selection}

    def _y(self, value: float) -> float:
        return self.height() - _PAD - value * self._per_value()

    def _value(self, y: float) -> float:
        return tracks.clamped((self.height() - _PAD - y) / self._per_value())

    def _per_value(self) -> float:
        """Return the height of one unit of value in px."""
        return max(self.height() - 2 * _PAD, 1) / HIGHEST

    # --- texts -------------------------------------------------------------------------------------------------

    def _describe(self) -> None:
        words = [self.tr("%n key(s)", "", len(self._track))]
        words += [self._key_text(key) for key in self.chosen_keys()]
        self.setAccessibleDescription("; ".join(words))

    def _key_text(self, key: Key) -> str:
        eased, linear = self.tr("Frame {frame}: {value}, eased"), self.tr("Frame {frame}: {value}, linear")
        return (eased if key.ease == EASED else linear).format(
            frame=key.frame + 1, value=decimal(key.value, 2)
        )

    def _explanation(self) -> str:
        return self.tr("Double-click to add a key; drag keys to move them; 1 is the motion as it is set")
