"""The panel of Variations."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from singan_studio.core.abilities import Ability
from singan_studio.tools.sample.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.widgets.action_button import ActionButton


class SamplePanel(ToolPanel):
    """Shows what the spec asks for: size, noise, seed, count; and how to say what goes where."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        self._pins = QWidget()
        self._pin = actions.pin
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._pins.setParent(self)
        layout = QVBoxLayout(self._pins)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            self._quiet(
                "pinWords",
                self.tr(
                    "Select a part and drag it to its place, or pin it: it stays there, and the rest is invented "
                    "around it."
                ),
            )
        )
        layout.addWidget(ActionButton(self._pin, "pinButton", parent=self))
        self.below.addWidget(self._pins)

    def refresh(self) -> None:
        super().refresh()
        self._pins.setVisible(Ability.REARRANGE in self.tool_model.maker.abilities)
