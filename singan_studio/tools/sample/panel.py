"""The panel of Variations: where chance begins, size, seed, how many; and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from singan_studio.gui.actions import Actions
from singan_studio.gui.param_form import ParamForm
from singan_studio.gui.viewmodels.studio import Studio
from singan_studio.gui.views.action_button import ActionButton
from singan_studio.gui.views.forms import field_label
from singan_studio.gui.widgets.seed_edit import SeedEdit
from singan_studio.tools.sample.spec import SPEC

MOST = 64  # results of one click


class SamplePanel(QWidget):
    """Shows and changes `Studio.sampling`; generating and saving are the window's actions."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplePanel")
        self._sampling, self._learning = studio.sampling, studio.learning
        self._form = ParamForm(SPEC.params, self)
        self._seed = SeedEdit(self)
        self._count = self._make_count()
        self._lay_out(actions)
        self._connect()
        self._show_params()
        self._show_scales()

    def _lay_out(self, actions: Actions) -> None:
        title = QLabel(QCoreApplication.translate("tools", SPEC.title), self)
        title.setProperty("heading", True)
        self.setAccessibleName(title.text())
        form = QFormLayout()
        form.addRow(field_label(self.tr("S&eed"), self._seed), self._seed)
        form.addRow(field_label(self.tr("&How many"), self._count), self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(title)
        layout.addWidget(self._form)
        layout.addSpacing(4)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(ActionButton(actions.generate, "generateButton", primary=True, parent=self))
        layout.addWidget(ActionButton(actions.save_result, "saveButton", parent=self))
        layout.addStretch(1)

    def _connect(self) -> None:
        self._form.changed.connect(self._sampling.set_param)
        self._seed.changed.connect(self._sampling.set_seed)
        self._seed.lock_toggled.connect(self._sampling.set_locked)
        self._count.valueChanged.connect(self._sampling.set_count)
        self._sampling.count_changed.connect(self._count.setValue)
        self._sampling.params_changed.connect(self._show_params)
        self._sampling.seed_changed.connect(self._seed.set_value)
        self._learning.scales_reset.connect(self._show_scales)
        self._learning.scale_finished.connect(self._show_scales)
        self._sampling.locked_changed.connect(self._seed.set_locked)
        self._seed.set_value(self._sampling.seed)
        self._seed.set_locked(self._sampling.locked)

    def _make_count(self) -> QSpinBox:
        count = QSpinBox(self)
        count.setObjectName("count")
        count.setAccessibleName(self.tr("How many results to make"))
        count.setRange(1, MOST)
        count.setValue(self._sampling.count)
        return count

    def _show_params(self) -> None:
        with QSignalBlocker(self._form):
            for name, value in self._sampling.params.items():
                self._form.set_value(name, value)

    def _show_scales(self) -> None:
        scales = self._learning.scales
        self._form.set_scales(self._learning.finished_scales)
        if scales:
            self._form.set_learned_size(scales[-1].width, scales[-1].height)
