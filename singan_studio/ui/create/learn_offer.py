"""What learning would add, said quietly while nothing is learned, with the way to it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from singan_studio.core.abilities import LEARNED_CAN
from singan_studio.ui.create.picture_maker import Kind, PictureMaker
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.training.training_model import TrainingModel
from singan_studio.ui.widgets.action_button import ActionButton


class LearnOffer(QWidget):
    """Shows a few words and the Learn button; hidden once something is learned or being learned."""

    def __init__(
        self,
        tool_model: ToolModel,
        learning: TrainingModel,
        picture_maker: PictureMaker,
        learn: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("learnOffer")
        self._tool_model, self._learning, self._picture_maker = tool_model, learning, picture_maker
        self._words = QLabel(self)
        self._words.setObjectName("offerWords")
        self._words.setWordWrap(True)
        self._words.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(ActionButton(learn, "offerLearn", parent=self))
        for signal in (picture_maker.changed, picture_maker.grown, tool_model.tool_changed):
            signal.connect(self.refresh)
        learning.phase_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the offer for the chosen tool while it makes sense."""
        learning = self._learning
        spec = self._tool_model.spec
        gains = spec.needs <= LEARNED_CAN
        wanted = not spec.quick or self._picture_maker.kind_for(spec) is Kind.LEARNED
        self.setVisible(gains and wanted and learning.finished_scales == 0 and not learning.phase.running)
        if spec.serves_both and not spec.quick:
            self._words.setText(
                self.tr("Learning the picture adds what patches cannot: new detail, and motion.")
            )
        else:
            self._words.setText(
                self.tr(
                    "This takes more than patches: the picture has to be learned once. You can go on meanwhile."
                )
            )
