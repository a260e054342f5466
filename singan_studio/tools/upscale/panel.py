"""The panel of Enlarge: the size of the result, how long it takes, and the model it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from singan_studio.tools.upscale.model import steps_for
from singan_studio.tools.upscale.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.training.model_box import ModelBox
from singan_studio.ui.widgets.words import duration

BYTES_A_PIXEL = 60
"""Of the finished picture: it, its predecessor and their difference in 32-bit numbers, and the finished bytes."""
SECONDS_A_MEGAPIXEL = 1.6
"""Of refining with 32 channels on two cores of a laptop; a rough guide."""


class UpscalePanel(ToolPanel):
    """Draws nothing before the button is pressed: it takes too long for a live picture."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self.above.addLayout(self._make_subject())
        self._plan = self._quiet("plan", "")
        why = self.tr("Enlarging needs one more model of this picture, which is kept in the project.")
        self.below.addWidget(self._plan)
        self.below.addWidget(ModelBox(self.studio, SPEC.name, why, self))

    def _make_subject(self) -> QHBoxLayout:
        """Return the row that says what is enlarged, with the way back to the picture itself."""
        self._subject = QLabel(self)
        self._subject.setObjectName("subject")
        self._subject.setWordWrap(True)
        self._back = QPushButton(self.tr("The picture itself"), self)
        self._back.setObjectName("enlargePicture")
        self._back.setToolTip(self.tr("Enlarge the picture that was learned, not a result"))
        self._back.setStatusTip(self._back.toolTip())
        self._back.clicked.connect(lambda: self.tool_model.set_given(SPEC.name, None))
        row = QHBoxLayout()
        row.addWidget(self._subject, 1)
        row.addWidget(self._back)
        return row

    def refresh(self) -> None:
        super().refresh()
        opened, given = self.studio.project.current, self.tool_model.session.given
        if not self.chosen or opened is None:
            return
        self._back.setVisible(given is not None)
        if given is None:
            height, width = opened.height, opened.width
            words = self.tr("Enlarges the picture. Any result can be sent here from its menu.")
        else:
            height, width = given.picture.shape[:2]
            words = self.tr("Enlarges result #{number}.").format(number=given.result)
            if given.result is None:
                words = self.tr("Enlarges another picture.")
        self._subject.setText(words)
        self._show_plan(width, height)

    def _show_plan(self, before_width: int, before_height: int) -> None:
        factor = self.tool_model.params["factor"]
        width, height = round(before_width * factor), round(before_height * factor)
        steps = steps_for(factor)
        refined = (
            sum(factor ** (2 * (step + 1) / steps) for step in range(steps)) * before_width * before_height
        )
        self._plan.setText(
            self.tr("{before} become {after}. It takes about {time} and {memory} MB of memory.").format(
                before=size_text(before_width, before_height),
                after=size_text(width, height),
                time=duration(refined / 1e6 * SECONDS_A_MEGAPIXEL),
                memory=max(round(width * height * BYTES_A_PIXEL / 1e6 / 10) * 10, 10),
            )
        )
