"""The page that crops the picture before it is learned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from singan_studio.project.records import Uncropped
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.project.crop_view import CropView
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.widgets.breaking_row import BreakingRow
from singan_studio.ui.widgets.forms import field_label

RATIOS = ((1, 1), (4, 3), (3, 2), (16, 9), (3, 4), (2, 3))


class CropPage(QWidget):
    """Shows the whole picture with a frame; Enter crops to it, Esc changes nothing."""

    ended = Signal()

    def __init__(self, project: ProjectModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cropPage")
        self.setAccessibleName(self.tr("Crop"))
        self._project = project
        self.view = CropView(self)
        self.view.frame_changed.connect(self._show_size)
        self._size = QLabel(self)
        self._size.setObjectName("cropSize")
        self._shapes = self._make_shapes()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._row())

    def begin(self) -> None:
        """Show the whole picture and the part that is in use."""
        self._project.ask(lambda repository: repository.uncropped(), self._show)

    def event(self, event: QEvent) -> bool:
        """Handle Esc here while the page has the focus, before any shortcut of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._crop()
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, whole: Uncropped) -> None:
        self.view.set_picture(whole.picture[..., :3])  # it is on white already
        self.view.fit()
        self._shapes.setCurrentIndex(0)
        self.view.set_ratio(None)
        self.view.set_frame(QRect(*whole.frame))
        self.view.setFocus()

    def _crop(self) -> None:
        frame = self.view.frame()
        self._project.crop((frame.left(), frame.top(), frame.width(), frame.height()))
        self.ended.emit()

    def _take_all(self) -> None:
        self._shapes.setCurrentIndex(0)
        self.view.set_ratio(None)
        self.view.set_frame(QRect(0, 0, self.view.picture_size().width(), self.view.picture_size().height()))

    def _choose_shape(self, index: int) -> None:
        self.view.set_ratio(self._shapes.itemData(index) or self._own_ratio(index))

    def _own_ratio(self, index: int) -> float | None:
        """Return the aspect of the whole picture for the second entry, None for the first."""
        size = self.view.picture_size()
        return size.width() / max(size.height(), 1) if index == 1 else None

    def _show_size(self, frame: QRect) -> None:
        self._size.setText(size_text(frame.width(), frame.height()))

    def _make_shapes(self) -> QComboBox:
        shapes = QComboBox(self)
        shapes.setObjectName("cropShape")
        shapes.setAccessibleName(self.tr("Shape of the frame"))
        shapes.addItem(self.tr("Free"), None)
        shapes.addItem(self.tr("Like the picture"), None)
        for across, down in RATIOS:
            shapes.addItem(f"{across}:{down}", across / down)
        shapes.activated.connect(self._choose_shape)
        return shapes

    def _row(self) -> BreakingRow:
        row = BreakingRow((12, 6, 12, 6), 8, self)
        row.setObjectName("cropRow")
        row.first.addWidget(field_label(self.tr("S&hape"), self._shapes))
        row.first.addWidget(self._shapes)
        row.first.addWidget(self._size)
        row.first.addStretch(1)
        row.last.addWidget(self._button("cropAll", self.tr("&Whole picture"), self._take_all))
        row.last.addWidget(self._button("cropCancel", self.tr("Cancel"), self.ended.emit))
        crop = self._button("cropTake", self.tr("Cr&op"), self._crop)
        crop.setProperty("primary", True)
        row.last.addWidget(crop)
        return row

    def _button(self, name: str, text: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: go())
        return button
