"""The panel of Enlarge: the size of the result, the whole price, and the model that learned detail needs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from singan_studio.core.config import PRESETS
from singan_studio.core.errors import BadInput
from singan_studio.tools.upscale.model import needed_model, steps_for
from singan_studio.tools.upscale.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import size_text
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.training.model_box import ModelBox
from singan_studio.ui.widgets.words import duration

BYTES_A_PIXEL = 60
"""Memory for a finished pixel: the picture, the one before and their difference in 32-bit numbers, and the bytes."""
SECONDS_A_MEGAPIXEL = 1.6
"""Rough time to refine with 32 channels on two cores of a laptop."""
PLAIN_SECONDS_A_MEGAPIXEL = 2.0
"""Rough time to enlarge from patches on one such core."""
USUAL_PRESET = "draft"
"""The preset that the price assumes when the user has chosen none."""


class UpscalePanel(ToolPanel):
    """Draws nothing before the button is pressed: it takes too long for a live picture."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self.above.addLayout(self._make_subject())
        self._plan = self._quiet("plan", "")
        why = self.tr("Learned detail needs one more model of this picture, which is kept in the project.")
        self.below.addWidget(self._plan)
        self.below.addWidget(ModelBox(self.studio, SPEC.name, why, self))
        for signal in (self.studio.extra.changed, self.studio.estimates.changed):
            signal.connect(self.refresh)

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
        learned = self.tool_model.maker.kind is Kind.LEARNED
        self.common.setVisible(learned)  # patches always make the same of a picture
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
        self._plan.setText(
            self.tr("{before} become {after}.").format(
                before=size_text(before_width, before_height), after=size_text(width, height)
            )
            + " "
            + self._price(before_width * before_height, width * height)
        )

    def _price(self, before: int, after: int) -> str:
        """Return what it takes in words, all that has to be learned included; sizes are in pixels."""
        memory = max(round(after * BYTES_A_PIXEL / 1e6 / 10) * 10, 10)
        if self.tool_model.maker.kind is Kind.PATCHES:
            seconds = after / 1e6 * PLAIN_SECONDS_A_MEGAPIXEL
            return self.tr("It takes about {time} and {memory} MB of memory.").format(
                time=duration(seconds), memory=memory
            )
        factor = self.tool_model.params["factor"]
        steps = steps_for(factor)
        refined = sum(factor ** (2 * (step + 1) / steps) for step in range(steps)) * before
        seconds = refined / 1e6 * SECONDS_A_MEGAPIXEL
        to_learn = self._seconds_to_learn()
        if to_learn:
            return self.tr(
                "It takes about {whole}: {learning} of learning, once, and then {time} and {memory} MB of memory."
            ).format(
                whole=duration(to_learn + seconds),
                learning=duration(to_learn),
                time=duration(seconds),
                memory=memory,
            )
        if to_learn is None:
            return self.tr("A model has to be learned first, which takes long; then about {time}.").format(
                time=duration(seconds)
            )
        return self.tr("It takes about {time} and {memory} MB of memory.").format(
            time=duration(seconds), memory=memory
        )

    def _seconds_to_learn(self) -> float | None:
        """Return how long learning still takes, of the picture itself too; 0 when all is learned, None when unknown."""
        studio = self.studio
        try:
            needed = self.tool_model.needed_model
        except BadInput:
            return None
        if needed is None:
            return self._seconds_for_both()
        found = studio.extra.find(needed)
        return 0.0 if found and found.finished else studio.extra.seconds_left(needed)

    def _seconds_for_both(self) -> float | None:
        """Return what learning the picture and then enlarging takes on this computer; None when it was not measured."""
        opened, params = self.studio.project.current, self.tool_model.params
        assert opened is not None
        size = opened.height, opened.width
        base = PRESETS[self.studio.preferences.preset or USUAL_PRESET]
        both = base, needed_model(base, params, size)[1]
        costs = [self.studio.estimates.of(config, *size) for config in both]
        if not all(costs):
            self.studio.estimates.find_out(self.studio.device, self.studio.threads)
            return None
        return sum(cost.seconds for cost in costs if cost)
