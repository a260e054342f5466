"""The tour of the window that is given once, when the first pictures have been made by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.widgets.theme_colours import colours_of

TOUR_KEY = "window/tourSeen"
WIDTH = 300  # px
GAP = 10  # px between the bubble and what is around the picture
LINE = 2  # px


class Spotlight(QWidget):
    """A line around the part of the window that is spoken of; the pointer goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tourSpotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours_of(self.palette()).accent_line), LINE))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class Tour(QWidget):
    """A bubble over the picture that speaks of one part of the window after another, which a line surrounds.

    It can be left at every step and then never comes back.
    """

    def __init__(self, window: MainWindow, studio: Studio, settings: QSettings) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAccessibleName(self.tr("Tour"))
        self._window, self._project, self._settings = window, studio.project, settings
        workspace = window.workspace
        self._steps: list[tuple[QWidget, str]] = [
            (
                workspace.results,
                self.tr("These variations were made by themselves. Click one to see it large."),
            ),
            (
                workspace.tool_column,
                self.tr(
                    "Paint, edit or paste something in: the picture follows every stroke. Nothing is learned."
                ),
            ),
            (
                workspace.start_from,
                self.tr("How much may change: a new layout on the left, only the texture on the right."),
            ),
            (
                workspace.side_panel,
                self.tr("Learning adds new detail, and motion. It takes a while, and you go on meanwhile."),
            ),
        ]
        self._step = 0
        self._spotlight = Spotlight(window)
        self._words = QLabel(self)
        self._words.setObjectName("tourWords")
        self._words.setWordWrap(True)
        self._count = QLabel(self)
        self._count.setObjectName("tourCount")
        self._count.setProperty("quiet", True)
        self._skip = self._button("tourSkip", self.tr("Skip the tour"))
        self._skip.clicked.connect(self.leave)
        self._next = self._button("tourNext", "")
        self._next.clicked.connect(self.go_on)
        self._lay_out()
        self.hide()
        self._around = workspace.panes.pair
        for part in (self._around, *(about for about, _ in self._steps)):
            part.installEventFilter(self)
        studio.project.result_added.connect(self.begin)
        studio.project.closed.connect(self.hide)

    def begin(self) -> None:
        """Show the first step, unless the tour was taken or left before."""
        new = self._project.model is None  # of what was learned before, nothing was made by itself
        if new and not self.isVisible() and not self._settings.value(TOUR_KEY):
            self._step = 0
            self._show_step()
            self.show()

    def go_on(self) -> None:
        """Show the next step; after the last one the tour is over."""
        if self._step + 1 < len(self._steps):
            self._step += 1
            self._show_step()
        else:
            self.leave()

    def leave(self) -> None:
        """End the tour for good."""
        self._settings.setValue(TOUR_KEY, "1")
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent_line), LINE))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def showEvent(self, event: QShowEvent) -> None:
        self._place()
        self._spotlight.show()
        self._spotlight.raise_()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        self._spotlight.hide()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, max(self.heightForWidth(WIDTH), super().sizeHint().height()))

    def _show_step(self) -> None:
        last = self._step + 1 == len(self._steps)
        self._words.setText(self._steps[self._step][1])
        self._count.setText(f"{self._step + 1}/{len(self._steps)}")
        self._next.setText(self.tr("Done") if last else self.tr("Next"))
        self._skip.setVisible(not last)
        self._place()

    def _place(self) -> None:
        """Lie over the picture, which no step is about, as near as can be to the part that this step is about."""
        about, size = self._area(self._steps[self._step][0]), self.sizeHint()
        room = self._area(self._around).adjusted(GAP, GAP, -GAP, -GAP)
        left = max(room.left(), min(about.left(), room.right() - size.width()))
        top = max(room.top(), min(about.top(), room.bottom() - size.height()))
        self.setGeometry(QRect(QPoint(left, top), size))
        self._spotlight.setGeometry(about.intersected(self._window.rect()))

    def _area(self, part: QWidget) -> QRect:
        """Return the place of a part in the window."""
        return QRect(part.mapTo(self._window, QPoint()), part.size())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._words)
        column.addLayout(row)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button
