"""The person's picture and the result, side by side or one alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from singan_studio.gui.viewmodels.learning import LearningModel
from singan_studio.gui.viewmodels.project import ProjectModel
from singan_studio.gui.viewmodels.sampling import Live, SamplingModel
from singan_studio.gui.widgets.picture_view import PictureView
from singan_studio.gui.wording import size_text

BOTH, YOURS, RESULT = "both", "yours", "result"


class Panes(QWidget):
    """Yours | Result, with linked pan and zoom."""

    mode_changed = Signal(str)

    def __init__(
        self,
        project: ProjectModel,
        learning: LearningModel,
        sampling: SamplingModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._project, self._learning, self._sampling = project, learning, sampling
        self.mode = BOTH
        self.yours, self._yours_pane = self._pane("yours", self.tr("Yours"))
        self.result, self._result_pane = self._pane("result", self.tr("Result"))
        self.yours.view_changed.connect(self.result.set_view)
        self.result.view_changed.connect(self.yours.set_view)
        self._buttons = QButtonGroup(self)
        self._lay_out()
        project.opened.connect(self._show_yours)
        project.closed.connect(self._show_yours)
        sampling.live_changed.connect(self._show_result)
        learning.phase_changed.connect(self._show_result_words)
        learning.scale_finished.connect(self._show_result_words)
        self._show_yours()
        self._show_result(sampling.live)

    def fit(self) -> None:
        self._shown().fit()

    def show_hundred(self) -> None:
        self._shown().show_hundred()

    def set_mode(self, mode: str) -> None:
        """`BOTH`, `YOURS` or `RESULT`."""
        self.mode = mode
        self._yours_pane.setVisible(mode != RESULT)
        self._result_pane.setVisible(mode != YOURS)
        for button in self._buttons.buttons():
            button.setChecked(button.objectName() == f"pane-{mode}")
        self.mode_changed.emit(mode)

    def _shown(self) -> PictureView:
        return self.result if self.mode == RESULT else self.yours

    def _pane(self, name: str, title: str) -> tuple[PictureView, QWidget]:
        pane = QWidget(self)
        heading = QLabel(title, pane)
        heading.setObjectName(f"{name}Title")
        heading.setProperty("heading", True)
        heading.setContentsMargins(8, 4, 8, 4)
        view = PictureView(pane)
        view.setObjectName(f"{name}View")
        view.setAccessibleName(title)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(view, 1)
        return view, pane

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setObjectName("paneSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self._yours_pane)
        split.addWidget(self._result_pane)
        split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addLayout(self._mode_row())

    def _mode_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        row.addStretch(1)
        for mode, text in ((BOTH, self.tr("Both")), (YOURS, self.tr("Yours")), (RESULT, self.tr("Result"))):
            button = QToolButton(self)
            button.setObjectName(f"pane-{mode}")
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(mode == self.mode)
            button.clicked.connect(lambda _=False, mode=mode: self.set_mode(mode))
            self._buttons.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_yours(self) -> None:
        opened = self._project.current
        self.yours.set_picture(opened.picture if opened else None)
        self.yours.set_caption(f"{opened.name}, {size_text(opened.width, opened.height)}" if opened else "")
        self.yours.set_view(self.yours.view().__class__())
        self.result.set_view(self.yours.view())

    def _show_result(self, live: Live | None) -> None:
        self.result.set_picture(live.picture if live else None)
        self._show_result_words()

    def _show_result_words(self) -> None:
        self.result.set_caption(self._result_caption())
        waiting = self.tr("The first picture appears when the coarsest scale is learned.")
        unlearned = self.tr("Nothing is learned yet.")
        self.result.set_placeholder(waiting if self._learning.phase.running else unlearned)

    def _result_caption(self) -> str:
        live = self._sampling.live
        if live is None:
            return ""
        height, width = live.picture.shape[:2]
        if live.result is not None:
            return f"#{live.result}, {size_text(width, height)}"
        if live.recipe.scales < len(self._learning.scales):
            return self.tr("{width}×{height} so far").format(width=width, height=height)
        return size_text(width, height)
