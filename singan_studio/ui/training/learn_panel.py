"""The panel that starts a training: the presets with their cost; size, seed and device under Advanced; Learn."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from singan_studio.core.config import PRESETS, Limit, TrainConfig, preset
from singan_studio.core.geometry import geometry_for
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.theme import icon
from singan_studio.ui.app.wording import cost_text, device_text, size_text
from singan_studio.ui.widgets.choice_cards import ChoiceCards
from singan_studio.ui.widgets.disclosure import Disclosure
from singan_studio.ui.widgets.fields import pass_letters, pass_wheel
from singan_studio.ui.widgets.forms import field_label
from singan_studio.ui.widgets.panel_scroll import PanelScroll
from singan_studio.ui.widgets.seed_edit import SeedEdit

SIZE_KEY = "learn/maxSize"
DEFAULT_PRESET, WITH_GPU = "draft", "standard"
"""What a first training takes: minutes on a processor."""
SIZE_STEP = 10


class LearnPanel(QWidget):
    """Lets the user choose a configuration and learns with it; remembers preset and size for the next picture."""

    crop_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learnPanel")
        self.setAccessibleName(self.tr("Learn"))
        self._studio = studio
        self._presets = ChoiceCards(self)
        self._presets.setAccessibleName(self.tr("Preset"))
        self._presets.set_choices(self._preset_texts())
        self._presets.changed.connect(self._show_plan)
        self._size = self._make_size()
        self._seed = SeedEdit(self)
        self._device = QComboBox(self)
        pass_wheel(self._device)
        self._device.setObjectName("device")
        self._device.setAccessibleName(self.tr("Device"))
        self._plan = QLabel(self)
        self._plan.setObjectName("plan")
        self._plan.setWordWrap(True)
        self._plan.setProperty("quiet", True)
        self._sizes = QLabel(self)
        self._sizes.setObjectName("sizes")
        self._sizes.setWordWrap(True)
        self._crop = QPushButton(self.tr("Cr&op…"), self)
        self._crop.setObjectName("cropButton")
        self._crop.setToolTip(self.tr("Learn a part of the picture only"))
        self._crop.clicked.connect(self.crop_requested)
        self.learn = QPushButton(icon("learn", "accent_text"), self.tr("Learn"), self)
        self.learn.setObjectName("learnButton")
        self.learn.setProperty("primary", True)
        self.learn.clicked.connect(self._learn)
        self.advanced = QWidget(self)
        self.advanced.setObjectName("advanced")
        self._advanced = Disclosure(self.advanced, self)
        self._lay_out()
        self._restore(studio.settings)
        self._fill_devices()
        studio.engine_ready.connect(self._fill_devices)
        studio.engine_ready.connect(self._find_out)
        studio.estimates.changed.connect(self._show_estimates)
        studio.preferences.device_changed.connect(self._follow_machine)
        studio.preferences.threads_changed.connect(self._follow_machine)
        studio.preferences.preset_changed.connect(self._show_preset)
        studio.project.opened.connect(self._show_plan)
        studio.project.model_changed.connect(self._show_plan)
        self._device.activated.connect(self._choose_device)
        self._show_plan()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find_out()

    def config(self) -> TrainConfig:
        """Return the chosen configuration."""
        return preset(self._presets.value(), max_size=self._size.value(), seed=self._seed.value())

    def scroll_to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Learn this picture"), self)
        heading.setProperty("heading", True)
        choices = QWidget(self)
        layout = QVBoxLayout(choices)
        layout.setContentsMargins(12, 10, 12, 8)
        for widget in (heading, self._sizes, self._crop, self._presets, self._advanced, self.advanced):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._lay_out_advanced()
        self._scroll = PanelScroll(choices, self)
        button = QVBoxLayout()
        button.setContentsMargins(12, 4, 12, 12)
        button.addWidget(self.learn)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(button)  # always in sight, however low the window is

    def _lay_out_advanced(self) -> None:
        form = QFormLayout()
        form.addRow(field_label(self.tr("Longest &side"), self._size), self._size)
        form.addRow(field_label(self.tr("S&eed"), self._seed), self._seed)
        form.addRow(field_label(self.tr("&Device"), self._device), self._device)
        column = QVBoxLayout(self.advanced)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._plan)

    def _preset_texts(self) -> list[tuple[str, str, str]]:
        return [
            (
                "draft",
                self.tr("D&raft"),
                self.tr("A first look, with coarser detail. Minutes, even without a graphics card."),
            ),
            (
                "standard",
                self.tr("S&tandard"),
                self.tr("Fine detail in a fraction of the time Faithful takes. Longer than Draft."),
            ),
            (
                "faithful",
                self.tr("F&aithful"),
                self.tr(
                    "The published method to the letter. Hours; without a graphics card, a night or more."
                ),
            ),
        ]

    def _make_size(self) -> QSpinBox:
        limit: Limit = TrainConfig.__dataclass_fields__["max_size"].metadata["limit"]
        size = QSpinBox(self)
        size.setObjectName("maxSize")
        size.setAccessibleName(self.tr("Longest side of the learned picture in pixels"))
        size.setRange(int(limit.low), int(limit.high))
        size.setSingleStep(SIZE_STEP)
        size.setSuffix(self.tr(" px"))
        size.valueChanged.connect(self._show_plan)
        pass_letters(size)
        pass_wheel(size)
        return size

    def _restore(self, settings: QSettings) -> None:
        self._show_preset()
        default = preset(DEFAULT_PRESET).max_size
        try:
            self._size.setValue(int(str(settings.value(SIZE_KEY, default))))
        except ValueError:
            self._size.setValue(default)

    def _fill_devices(self) -> None:
        """Offer Automatic, and the other devices once the engine has reported them."""
        engine = self._studio.engine
        automatic = (
            self.tr("Automatic ({device})").format(device=device_text(engine.device)) if engine else ""
        )
        self._device.clear()
        self._device.addItem(automatic or self.tr("Automatic"), "auto")
        for name in engine.devices if engine else []:
            self._device.addItem(device_text(name), name)
        self._device.setCurrentIndex(max(self._device.findData(self._studio.device), 0))
        if not self._studio.preferences.preset:
            self._show_preset()

    def _show_preset(self) -> None:
        """Choose the preferred preset, or the usual one of this machine."""
        engine = self._studio.engine
        usual = WITH_GPU if engine and engine.device != "cpu" else DEFAULT_PRESET
        self._presets.set_value(self._studio.preferences.preset or usual)
        self._show_plan()

    def _show_plan(self) -> None:
        project_data = self._studio.project.current
        if project_data is None:
            return
        sizes = geometry_for(project_data.height, project_data.width, self.config()).sizes
        (low_height, low_width), (high_height, high_width) = sizes[0], sizes[-1]
        self._crop.setVisible(self._studio.project.croppable)
        self._sizes.setText(
            self.tr("The picture has {original}; it is learned at {learned}.").format(
                original=size_text(project_data.width, project_data.height),
                learned=size_text(high_width, high_height),
            )
        )
        self._plan.setText(
            self.tr("{count} scales, from {low} to {high}.").format(
                count=len(sizes),
                low=size_text(low_width, low_height),
                high=size_text(high_width, high_height),
            )
        )
        self._show_estimates()

    def _choose_device(self) -> None:
        self._studio.preferences.device = self._device.currentData()

    def _follow_machine(self) -> None:
        self._device.setCurrentIndex(max(self._device.findData(self._studio.device), 0))
        self._find_out()

    def _find_out(self) -> None:
        """Measure the machine, but only while the estimates are visible."""
        if self.isVisible() and self._studio.project.current:
            self._studio.estimates.find_out(self._studio.device, self._studio.threads)

    def _show_estimates(self) -> None:
        """Show beside every preset what it costs with this picture and size."""
        project_data = self._studio.project.current
        if project_data is None:
            return
        for name in PRESETS:
            config = preset(name, max_size=self._size.value())
            expected = self._studio.estimates.of(config, project_data.height, project_data.width)
            text = cost_text(expected) if expected else self.tr("estimating…")
            self._presets.set_note(name, text, sure=expected is not None)

    def _learn(self) -> None:
        studio, config = self._studio, self.config()
        studio.preferences.preset = config.preset
        studio.settings.setValue(SIZE_KEY, config.max_size)
        studio.learning.learn(config, studio.device, studio.threads)
