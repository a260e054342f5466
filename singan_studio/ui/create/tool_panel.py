"""A tool's panel, made from its spec: parameters, seed, count, what is missing, and the buttons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from singan_studio.core.abilities import Ability
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.property import bind
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import generate_text, hint_text
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.canvas.layers_panel import LayersPanel
from singan_studio.ui.create.full_size import FullSize
from singan_studio.ui.create.learn_offer import LearnOffer
from singan_studio.ui.create.maker_switch import MakerSwitch
from singan_studio.ui.create.noise import AMOUNTS
from singan_studio.ui.create.noise_rows import NoiseRows
from singan_studio.ui.create.param_form import ParamForm
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.create.tool_session import MOST, UNSEEN
from singan_studio.ui.widgets.action_button import ActionButton
from singan_studio.ui.widgets.disclosure import Disclosure
from singan_studio.ui.widgets.fields import pass_letters, pass_wheel
from singan_studio.ui.widgets.forms import field_label
from singan_studio.ui.widgets.panel_scroll import PanelScroll
from singan_studio.ui.widgets.seed_edit import SeedEdit


class ToolPanel(QWidget):
    """Shows and changes the choices of one tool in `Studio.tool_model`; its buttons are the window's commands.

    A tool with a panel of its own has a subclass whose `add_own` adds widgets to `above` (over the parameters),
    `below` them and `buttons`.
    """

    def __init__(
        self, spec: ToolSpec, studio: Studio, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{spec.name}Panel")
        self.setAccessibleName(QCoreApplication.translate("tools", spec.title))
        self.spec, self.studio = spec, studio
        self.tool_model, self.learning = studio.tool_model, studio.learning
        self.above, self.below, self.buttons = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.form = ParamForm([p for p in spec.params if not p.advanced], self)
        self.advanced = QWidget(self)
        self.advanced.setObjectName("advanced")
        self.advanced_layout = QVBoxLayout(self.advanced)
        self.advanced_layout.setContentsMargins(0, 0, 0, 0)
        self.advanced_form = ParamForm([p for p in spec.params if p.advanced], self.advanced, "advancedForm")
        self.advanced_layout.addWidget(self.advanced_form)
        shaped = any(param.name == AMOUNTS for param in spec.params)
        self._noise = NoiseRows(self.tool_model, False, self) if shaped else None
        self._noise_list = NoiseRows(self.tool_model, True, self.advanced) if shaped else None
        if self._noise_list:
            self.advanced_layout.addWidget(self._noise_list)
        pictures = [p for p in spec.params if p.kind == "picture" and p.takes not in UNSEEN]
        optional = [p.name for p in pictures if not p.required and not p.default]
        self._wishes = [self._wish(name) for name in optional]
        self._seed = SeedEdit(self)
        self._count = self._make_count()
        self.common = self._make_common()
        self._full_size = FullSize(studio.finishing, self)
        self._hint = self._quiet("hint", "")
        self._generate = ActionButton(actions.generate, "generateButton", primary=True, parent=self)
        self._save = ActionButton(actions.save_result, "saveButton", parent=self)
        self._advanced = Disclosure(self.advanced, self)
        self._advanced.toggled.connect(self.refresh)
        self._offer = LearnOffer(self.tool_model, self.learning, studio.picture_maker, actions.learn, self)
        self._lay_out()
        self.add_own()
        self._connect()
        self.refresh()

    @property
    def chosen(self) -> bool:
        """Whether this panel's tool is the chosen one."""
        return self.tool_model.spec.name == self.spec.name

    def set_param(self, name: str, value: Any) -> None:
        """Change a parameter as its field says."""
        self.tool_model.set_param(name, value)

    def refresh(self) -> None:
        """Show the tool's present choices."""
        if not self.chosen:
            return
        self._show_able()
        for form in (self.form, self.advanced_form):
            for name, value in self.tool_model.params.items():
                form.set_value(name, value)
        for wish in self._wishes:
            wish.blockSignals(True)
            wish.setChecked(wish.property("param") in self.tool_model.session.wanted)
            wish.blockSignals(False)
        self._seed.set_locked(self.tool_model.locked)
        self._show_seed()
        self._count.setValue(self.tool_model.count)
        for rows in (self._noise, self._noise_list):
            if rows and rows.isVisibleTo(self):  # a list of all scales takes long to build
                rows.refresh()
        self._show_size()
        self._show_hint()

    def scroll_to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def add_own(self) -> None:
        """Add the widgets that only this tool's panel has."""

    # --- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = QLabel(self.accessibleName(), self)
        title.setProperty("heading", True)
        choices = QWidget(self)
        layout = QVBoxLayout(choices)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(title)
        layout.addWidget(self._quiet("help", QCoreApplication.translate("tools", self.spec.help)))
        layout.addWidget(MakerSwitch(self.tool_model, self.studio.picture_maker, self))
        layout.addWidget(self._offer)
        layout.addLayout(self.above)
        layout.addWidget(self.form)
        for wish in self._wishes:
            layout.addWidget(wish)
        layout.addLayout(self.below)
        work = CANVAS_MODES.get(self.spec.canvas)
        if work and work.takes_objects:
            layout.addWidget(LayersPanel(self.studio.layers, work, self))
        layout.addWidget(self.common)
        layout.addWidget(self._full_size)
        if self._noise:
            layout.addWidget(self._noise)
        layout.addWidget(self._advanced)
        layout.addWidget(self.advanced)
        layout.addStretch(1)
        self._scroll = PanelScroll(choices, self)
        self.buttons.setContentsMargins(12, 4, 12, 12)
        self.buttons.setSpacing(6)
        for widget in (self._hint, self._generate, self._save):
            self.buttons.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self.buttons)  # always in sight, however low the window is

    def _make_common(self) -> QWidget:
        """Return what all tools have: the seed, and how many results to make."""
        common = QWidget(self)
        form = QFormLayout(common)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(field_label(self.tr("S&eed"), self._seed), self._seed)
        if self.spec.output == "film":
            self._count.hide()
        else:
            form.addRow(field_label(self.tr("&How many"), self._count), self._count)
        return common

    def has_advanced(self) -> bool:
        """Return whether there is something that is seldom changed, for what makes the pictures now."""
        abilities = self.tool_model.maker.abilities
        noise = self._noise_list is not None and Ability.NOISE in abilities
        return noise or not self.advanced_form.is_empty(abilities)

    def _make_count(self) -> QSpinBox:
        count = QSpinBox(self)
        count.setObjectName("count")
        count.setAccessibleName(self.tr("How many results to make"))
        count.setRange(1, MOST)
        pass_letters(count)
        pass_wheel(count)
        return count

    def _wish(self, name: str) -> QCheckBox:
        """Return a check box for handing over an optional picture."""
        param = next(param for param in self.spec.params if param.name == name)
        box = QCheckBox(QCoreApplication.translate("tools", param.label), self)
        box.setObjectName(f"wish-{name}")
        box.setProperty("param", name)
        box.setToolTip(QCoreApplication.translate("tools", param.help))
        box.setStatusTip(box.toolTip())
        box.toggled.connect(lambda on: self.tool_model.set_wanted(name, on))
        return box

    def _quiet(self, name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        return label

    def _connect(self) -> None:
        tool_model = self.tool_model
        for form in (self.form, self.advanced_form):
            form.changed.connect(self.set_param)
        bind(tool_model, "seed", self._seed.changed, self._seed.set_value)
        self._seed.lock_toggled.connect(self._lock_seed)
        tool_model.locked_changed.connect(self._seed.set_locked)
        bind(tool_model, "count", self._count.valueChanged, self._count.setValue)
        for signal in (tool_model.tool_changed, tool_model.params_changed):
            signal.connect(self.refresh)
        tool_model.count_changed.connect(self._show_hint)
        tool_model.live_changed.connect(self._show_hint)
        tool_model.live_changed.connect(self._show_seed)
        tool_model.readiness_changed.connect(self._show_hint)

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_able(self) -> None:
        """Show what has an effect on what makes the pictures now."""
        abilities = self.tool_model.maker.abilities
        for form in (self.form, self.advanced_form):
            form.show_able(abilities)
        for rows in (self._noise, self._noise_list):
            if rows:
                rows.setVisible(Ability.NOISE in abilities)
        self._advanced.setVisible(self.has_advanced())
        self.advanced.setVisible(self._advanced.isChecked() and self.has_advanced())
        self._full_size.setVisible(self.spec.can_be_finished)

    def _show_size(self) -> None:
        """Show the size in px of what is drawn, and lengths at the size of the canvas."""
        size = self.tool_model.maker.size
        if size:
            self.form.set_learned_size(*size)
            if self.spec.canvas:
                self.form.set_learned_px(self.studio.canvas_documents.learned_px)

    def _show_seed(self) -> None:
        """Show the seed of the result that is shown, else, and where it is locked, that of the next one."""
        tool_model, live = self.tool_model, self.tool_model.live
        if self.chosen:
            kept = live is not None and live.result is not None and live.recipe.tool == self.spec.name
            shown = live.recipe.seed if live and kept and not tool_model.locked else tool_model.seed
            self._seed.set_value(shown)

    def _lock_seed(self, locked: bool) -> None:
        """Keep the seed that is seen, or let it change again."""
        if locked:
            self.tool_model.seed = self._seed.value()
        self.tool_model.locked = locked

    def _show_hint(self) -> None:
        if self.chosen:
            offered = self.tool_model.readiness.missing is Missing.LEARNING and self._offer.isVisibleTo(self)
            hint = "" if offered else hint_text(self.tool_model)  # the offer says why
            self._hint.setText(hint)
            self._hint.setVisible(bool(hint))
            self._generate.setText(generate_text(self.tool_model))
