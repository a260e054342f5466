"""Mouse gestures that pytest-qt does not offer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def turn_wheel(widget: QWidget, at: QPointF, notches: float) -> None:
    """Turn the mouse wheel; positive notches turn it away from the user."""
    delta = QPoint(0, round(120 * notches))
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, button: Qt.MouseButton, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, button, NONE, start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, button, NONE, end)


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Drag data into the widget and drop it; return whether it was accepted."""
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(widget, let_go)
    return True


def tool_tip(widget: QWidget, at: QPoint) -> str:
    """Return the tool tip that appears when the mouse rests there."""
    from PySide6.QtWidgets import QToolTip

    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return QToolTip.text()
