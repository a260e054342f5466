"""The tool bar above the canvas: undo, tools, brush settings, colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QSpinBox, QToolBar, QWidget

from singan_studio.ui.canvas.actions import CanvasActions
from singan_studio.ui.canvas.brush import LARGEST, SMALLEST
from singan_studio.ui.canvas.canvas_modes import BRUSH, ERASER, FILL, PATCH, SELECT, SOURCE
from singan_studio.ui.canvas.tool_state import MOST_TOLERANCE, SelectBy, ToolState
from singan_studio.ui.widgets.fields import pass_letters
from singan_studio.ui.widgets.keys import KeyTip, keys_in_words, plain, with_key
from singan_studio.ui.widgets.theme_colours import colours_of
from singan_studio.ui.widgets.words import decimal

ICON = 20  # px
_PERCENT = 100


class CanvasToolBar(QToolBar):
    """Undo, redo | tools | size, hardness, opacity or tolerance | colours | added widgets."""

    def __init__(self, actions: CanvasActions, tool_state: ToolState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvasToolBar")
        self.setAccessibleName(self.tr("Tools of the canvas"))
        self.setWindowTitle(self.accessibleName())
        self.setIconSize(QSize(ICON, ICON))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._tool_state = tool_state
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addActions(actions.tools.actions())
        self.addSeparator()
        self._size = self._number("size", self.tr("Size"), self.tr(" px"), SMALLEST, LARGEST, self._set_size)
        self._hardness = self._number("hardness", self.tr("Hardness"), " %", 0, _PERCENT, self._set_hardness)
        self._opacity = self._number("opacity", self.tr("Opacity"), " %", 1, _PERCENT, self._set_opacity)
        self._tolerance = self._number(
            "tolerance", self.tr("Tolerance"), "", 0, MOST_TOLERANCE, tool_state.set_tolerance
        )
        self.addSeparator()
        self.colours = ColourPair(tool_state, actions.swap, self)
        self.addWidget(self.colours)
        self.addActions([actions.swap, actions.mask])
        for action in self.actions():
            self._name_button(action)
        tool_state.changed.connect(self._show)
        self._show()

    def add(self, action: QAction) -> None:
        """Put a command at the end."""
        self.addAction(action)
        self._name_button(action)

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget at the end, after a separator."""
        self.addSeparator()
        self.addWidget(widget)

    def set_usable(self, there: bool) -> None:
        """Enable the fields if there is a document."""
        for field in (self._size, self._hardness, self._opacity, self._tolerance):
            field.setEnabled(there)
        self.colours.setEnabled(there)

    def _show(self) -> None:
        tool_state, brush = self._tool_state, self._tool_state.brush
        values = {
            self._size: round(brush.size),
            self._hardness: round(brush.hardness * _PERCENT),
            self._opacity: round(brush.opacity * _PERCENT),
            self._tolerance: tool_state.tolerance,
        }
        for field, value in values.items():
            with QSignalBlocker(field.number):
                field.number.setValue(value)
        for field in (self._size, self._hardness, self._opacity):
            field.action.setVisible(tool_state.tool in (BRUSH, ERASER, SOURCE))
        spreads = tool_state.tool == FILL or (
            tool_state.tool in (SELECT, PATCH) and tool_state.select_by is SelectBy.WAND
        )
        self._tolerance.action.setVisible(spreads)
        learned = brush.size / max(tool_state.learned_px, 1e-9)
        self._size.number.setToolTip(
            self.tr("Across, in pixels of the picture; {drawn} px at the size that is drawn").format(
                drawn=decimal(learned, 1)
            )
        )

    def _set_size(self, px: int) -> None:
        self._tool_state.set_brush(replace(self._tool_state.brush, size=float(px)))

    def _set_hardness(self, percent: int) -> None:
        self._tool_state.set_brush(replace(self._tool_state.brush, hardness=percent / _PERCENT))

    def _set_opacity(self, percent: int) -> None:
        self._tool_state.set_brush(replace(self._tool_state.brush, opacity=percent / _PERCENT))

    def _number(
        self, name: str, text: str, unit: str, low: int, high: int, changed: Callable[[int], None]
    ) -> NumberField:
        field = NumberField(name, text, unit, low, high, self)
        field.number.valueChanged.connect(changed)
        field.action = self.addWidget(field)
        return field

    def _name_button(self, action: QAction) -> None:
        button = self.widgetForAction(action)
        if button is not None and action.objectName():
            button.setObjectName(f"{action.objectName()}Button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            KeyTip(action, action, lambda key: with_key(plain(action.text()), key))


class NumberField(QWidget):
    """A labelled field for a whole number."""

    action: QAction  # the tool bar's action that shows and hides it

    def __init__(self, name: str, text: str, unit: str, low: int, high: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Field")
        self.number = QSpinBox(self)
        self.number.setObjectName(name)
        self.number.setAccessibleName(text)
        self.number.setRange(low, high)
        self.number.setSuffix(unit)
        self.number.setKeyboardTracking(False)
        pass_letters(self.number)
        label = QLabel(text, self)
        label.setBuddy(self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 2, 0)
        row.setSpacing(5)
        row.addWidget(label)
        row.addWidget(self.number)


class ColourPair(QWidget):
    """Shows the two colours, or the name of the mask's current brush; a click chooses another."""

    def __init__(self, tool_state: ToolState, swap: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("colourPair")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tool_state, self._swap = tool_state, swap
        tool_state.changed.connect(self._show)
        swap.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 2
        if not self._paints:
            names = self._names()
            return QSize(max(map(self.fontMetrics().horizontalAdvance, names)) + 40, side)
        return QSize(side + 12, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _paints(self) -> bool:
        return self._tool_state.mode.paints == "paint"

    def _names(self) -> list[str]:
        return [QCoreApplication.translate("canvas", name) for name in self._tool_state.mode.brushes]

    def _show(self) -> None:
        if self._paints:
            name = self._tool_state.colours[0].name()
            self.setAccessibleName(self.tr("Colour: {name}").format(name=name))
            self.setToolTip(self.tr("The brush's colour and the other one; click to choose"))
        else:
            front = self._names()[0 if self._tool_state.adds else 1]
            self.setAccessibleName(self.tr("Brush: {name}").format(name=front))
            key = keys_in_words([self._swap.shortcut()])
            tip = self.tr("What the brush does with the area; click for the other one")
            self.setToolTip(with_key(tip, key))
        self.setStatusTip(self.toolTip())
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Ask for a colour without blocking the window, or switch the mask's brush."""
        if not self._paints:
            self._tool_state.swap_colours()
            return
        dialog = QColorDialog(self._tool_state.colours[0], self)
        dialog.setObjectName("colourDialog")
        dialog.colorSelected.connect(self._tool_state.set_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        if self._paints:
            self._paint_colours(painter)
        else:
            self._paint_name(painter)

    def _paint_colours(self, painter: QPainter) -> None:
        side = round(self.fontMetrics().height() * 1.15)
        middle = self.rect().center()
        shift = side // 4
        border = QColor(colours_of(self.palette()).quiet_text)
        for colour, by in ((self._tool_state.colours[1], shift), (self._tool_state.colours[0], -shift)):
            square = QRect(0, 0, side, side)
            square.moveCenter(middle + QPoint(by, by))
            painter.setPen(QPen(border, 1))
            painter.setBrush(colour)
            painter.drawRoundedRect(square, 3, 3)
        self._paint_focus(painter)

    def _paint_name(self, painter: QPainter) -> None:
        """Paint a dot, filled for the brush that adds, and the brush's name."""
        colours = colours_of(self.palette())
        dot = QRect(8, 0, 12, 12)
        dot.moveTop((self.height() - dot.height()) // 2)
        painter.setPen(QPen(QColor(colours.quiet_text), 1.4))
        veil = QColor(self._tool_state.mode.veil(colours))
        veil.setAlpha(255)
        painter.setBrush(veil if self._tool_state.adds else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setPen(QColor(colours.text))
        name = self._names()[0 if self._tool_state.adds else 1]
        painter.drawText(self.rect().adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours_of(self.palette()).accent_line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
