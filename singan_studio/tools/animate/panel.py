"""The panel of Animate: presets, how much moves, what stays still, and exporting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from singan_studio.tools.animate.presets import PRESETS, Preset
from singan_studio.tools.animate.spec import SPEC
from singan_studio.tools.base import Param
from singan_studio.ui.animate.preset_buttons import PresetButtons
from singan_studio.ui.animate.scale_amounts import ScaleAmounts
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.widgets.action_button import ActionButton
from singan_studio.ui.widgets.fields import pass_wheel
from singan_studio.ui.widgets.forms import field_label

SELDOM = ("feather", "size")
ELSEWHERE = ("frames", "fps", "motion", "keyframes", "mask", "fit")
"""Parameters that the timeline, the picture and fields of our own show."""


class AnimatePanel(ToolPanel):
    """Shows and changes `Studio.animation`, where every change can be undone."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        self._animation = studio.animation
        motion = next(param for param in SPEC.params if param.name == "motion")
        self._presets = PresetButtons(PRESETS)
        self._amounts = ScaleAmounts(motion.high or 1)
        self._start = QSpinBox()
        self._everything = QPushButton()
        self._mask_words = QLabel()
        super().__init__(replace(SPEC, params=shown_params()), studio, actions, parent)
        self._add_fields(actions)
        self._connect_fields()
        self._show_scales()
        self.refresh()

    def set_param(self, name: str, value: Any) -> None:
        label = next(param.label for param in SPEC.params if param.name == name)
        self._animation.set_param(name, value, QCoreApplication.translate("tools", label))

    def refresh(self) -> None:
        super().refresh()
        if self.chosen:
            self._show_params()

    # --- building ----------------------------------------------------------------------------------------------

    def _add_fields(self, actions: Actions) -> None:
        self.above.addWidget(self._quiet("honest", self.tr("Things shimmer and drift; Flow lets water run.")))
        self.above.addWidget(self._presets)
        self._mask_words = self._quiet("maskWords", "")
        self._everything.setParent(self)
        self._everything.setObjectName("everythingMoves")
        self._everything.setText(self.tr("Everything moves"))
        self._everything.setToolTip(self.tr("Forget what was marked on the picture; this can be undone"))
        row = QHBoxLayout()
        row.addWidget(self._mask_words, 1)
        row.addWidget(self._everything)
        self.below.addLayout(row)
        self._start.setParent(self)
        self._start.setObjectName("startScale")
        pass_wheel(self._start)
        self._start.setAccessibleName(self.tr("Coarsest scale that moves"))
        form = QFormLayout()
        form.addRow(field_label(self.tr("Moves from scale"), self._start), self._start)
        self.advanced_layout.addLayout(form)
        self.advanced_layout.addWidget(self._amounts)
        self._generate.hide()  # keeping is all there is to it
        self._save.hide()
        self.buttons.insertWidget(
            1, ActionButton(actions.export_film, "exportButton", primary=True, parent=self)
        )

    def _connect_fields(self) -> None:
        self._presets.chosen.connect(self._take)
        self._presets.looked_at.connect(self._look_at)
        self._amounts.changed.connect(lambda amounts: self.set_param("motion", amounts))
        self._start.valueChanged.connect(lambda scale: self.set_param("start_scale", scale))
        self._everything.clicked.connect(self._animation.let_everything_move)
        self._animation.mask_changed.connect(self._show_mask)
        self._animation.player.frame_changed.connect(self._show_keyed)
        self.learning.scales_reset.connect(self._show_scales)
        self.learning.scale_finished.connect(self._show_scales)

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_params(self) -> None:
        params = self._animation.params
        self._amounts.set_amounts(params["motion"])
        with QSignalBlocker(self._start):
            self._start.setValue(params["start_scale"] or 0)
        present = {**params, "start_scale": params["start_scale"] or 0}
        chosen = (preset.name for preset in PRESETS if preset.params.items() <= present.items())
        self._presets.show_chosen(next(chosen, None))
        self._show_mask()
        self._show_keyed()

    def _show_keyed(self) -> None:
        """Show of parameters with keys what is under the playhead."""
        if self.chosen:
            for name in self._animation.tracks:
                self.form.set_value(name, self._animation.value_now(name))
                self.advanced_form.set_value(name, self._animation.value_now(name))

    def _show_scales(self) -> None:
        scales = self.learning.scales
        self._amounts.set_scales([(scale.width, scale.height) for scale in scales])
        with QSignalBlocker(self._start):
            self._start.setMaximum(max(len(scales) - 1, 0))
        if self.chosen:
            self._show_params()

    def _show_mask(self) -> None:
        marked = self._animation.marked
        self._everything.setEnabled(marked)
        everything = self.tr("Everything moves. Paint what moves, or what stays, on the picture.")
        self._mask_words.setText(self.tr("Only what is marked moves.") if marked else everything)

    # --- choosing ----------------------------------------------------------------------------------------------

    def _take(self, preset: Preset) -> None:
        self._animation.apply(preset.params, QCoreApplication.translate("tools", preset.title))

    def _look_at(self, preset: Preset | None) -> None:
        self._animation.look_at(preset.params if preset else None)


def shown_params() -> tuple[Param, ...]:
    """Return the parameters that have a field made from the spec."""
    shown = [param for param in SPEC.params if param.name not in ELSEWHERE]
    return tuple(replace(param, advanced=param.advanced or param.name in SELDOM) for param in shown)
