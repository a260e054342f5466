"""The panel of Enlarge: how large the result is, how long it takes, and the model it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from singan_studio.gui.actions import Actions
from singan_studio.gui.viewmodels.studio import Studio
from singan_studio.gui.views.model_box import ModelBox
from singan_studio.gui.views.tool_panel import ToolPanel
from singan_studio.gui.widgets.words import duration
from singan_studio.gui.wording import size_text
from singan_studio.tools.upscale.model import steps_for
from singan_studio.tools.upscale.spec import SPEC

BYTES_A_PIXEL = 60
"""Of the finished picture: it, its predecessor and their difference in 32-bit numbers, and the finished bytes."""
SECONDS_A_MEGAPIXEL = 1.6
"""Of refining with 32 channels on two cores of a laptop; a rough guide."""


class UpscalePanel(ToolPanel):
    """Nothing is drawn before the button is pressed: it takes too long to follow the hand."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._plan = self._quiet("plan", "")
        why = self.tr("Enlarging needs one more model of this picture, which is kept in the project.")
        self.below.addWidget(self._plan)
        self.below.addWidget(ModelBox(self.studio, SPEC.name, why, self))

    def refresh(self) -> None:
        super().refresh()
        opened = self.studio.project.current
        if not self.chosen or opened is None:
            return
        factor = self.creation.params["factor"]
        width, height = round(opened.width * factor), round(opened.height * factor)
        steps = steps_for(factor)
        refined = (
            sum(factor ** (2 * (step + 1) / steps) for step in range(steps)) * opened.width * opened.height
        )
        self._plan.setText(
            self.tr("{before} become {after}. It takes about {time} and {memory} MB of memory.").format(
                before=size_text(opened.width, opened.height),
                after=size_text(width, height),
                time=duration(refined / 1e6 * SECONDS_A_MEGAPIXEL),
                memory=max(round(width * height * BYTES_A_PIXEL / 1e6 / 10) * 10, 10),
            )
        )
