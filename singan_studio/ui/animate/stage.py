"""The playing film with its title."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.ui.animate.film_view import FilmView
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.widgets.pane_title import PaneTitle


class Stage(QWidget):
    """A `FilmView` under a title."""

    def __init__(self, keep: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self._title = PaneTitle(self.tr("Animation"), self)
        self._title.add_command(keep, "keepButton")
        self.view = FilmView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        self.set_waiting(False, False)

    def set_words(self, size: QSize | None, kept: int | None) -> None:
        """Show the size of the frames, None while there are none, and the number of a kept result."""
        words = [f"#{kept}"] if kept is not None else []
        if size:
            words.append(self.tr("plays at {size}").format(size=size_text(size.width(), size.height())))
        self._title.set_words(" · ".join(words))

    def set_waiting(self, drawing: bool, learning: bool) -> None:
        """Set the text that is shown while there is no frame."""
        honest = self.tr("Things shimmer and drift; Flow lets water run.")
        if drawing:
            text = self.tr("The first frames are being drawn.")
        elif learning:
            text = self.tr("The picture moves as soon as the coarsest scale is learned.")
        else:
            text = self.tr("Motion comes with learning the picture: press Learn.")
        self.view.set_placeholder(f"{honest}\n{text}")
