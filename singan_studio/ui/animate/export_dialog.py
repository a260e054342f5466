"""The export dialog: settings, progress, and the folder of the written file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from singan_studio.core.config import Limit
from singan_studio.export.formats import FORMATS
from singan_studio.export.formats.base import LOSSES
from singan_studio.export.settings import PRESETS, ExportSettings
from singan_studio.ui.animate.estimating import Estimating, SampleFrames
from singan_studio.ui.animate.exporting import Exporting, Shape
from singan_studio.ui.app import dialogs
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.show_folder import show_folder
from singan_studio.ui.app.wording import message_text, size_text
from singan_studio.ui.widgets.count_box import CountBox
from singan_studio.ui.widgets.words import byte_count, significant, time_left

_WIDTH = 420  # px


class ExportDialog(QDialog):
    """A dialog that does not block the window; closing it cancels the export."""

    def __init__(
        self,
        exporting: Exporting,
        shape: Shape,
        thread: BackgroundWorker,
        sample: SampleFrames,
        propose: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        """Show the settings of a running export, or the defaults.

        `thread` estimates the size from the few frames that `sample()` returns; `propose(ending)` returns a default
        path.
        """
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export animation"))
        self.setMinimumWidth(_WIDTH)
        self._exporting, self._shape, self._propose = exporting, shape, propose
        running = exporting.settings if exporting.running else None
        self._settings = running or PRESETS["web"]
        self._written: Path | None = None
        self._estimating = Estimating(thread, sample, self)
        self._presets: dict[str, QRadioButton] = {}
        self._format, self._scale = QComboBox(self), QComboBox(self)
        self._quality = QSlider(Qt.Orientation.Horizontal, self)
        self._loops = CountBox(lambda count: self.tr("%n time(s)", "", count), self)
        self._at_least = QDoubleSpinBox(self)
        self._size, self._speed, self._bytes = self._quiet("size"), self._quiet("speed"), self._quiet("bytes")
        self._detail, self._loss = self._quiet("detailWords"), self._quiet("transparencyWords")
        self._state, self._bar = self._quiet("exportState"), QProgressBar(self)
        self._export = QPushButton(self.tr("Export…"), self)
        self._cancel = QPushButton(self.tr("Close"), self)
        self._show_folder = QPushButton(self.tr("Show in folder"), self)
        self._lay_out()
        self._connect()
        self._show_settings()
        self._show_running()

    @property
    def settings(self) -> ExportSettings:
        return self._settings

    # --- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._name_fields()
        form = QFormLayout()
        form.addRow(self.tr("For"), self._preset_row())
        form.addRow(self.tr("&Format"), self._format)
        form.addRow("", self._speed)
        form.addRow("", self._loss)
        form.addRow(self.tr("&Size"), self._scale)
        form.addRow("", self._size)
        form.addRow("", self._detail)
        form.addRow(self.tr("&Quality"), self._quality)
        form.addRow("", self._bytes)
        form.addRow(self.tr("&Played"), self._loops)
        form.addRow(self.tr("&Lasts at least"), self._at_least)
        self._form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._bar)
        self._bar.setTextVisible(False)  # the words below say it
        self._state.setWordWrap(True)
        layout.addWidget(self._state)
        row = QHBoxLayout()
        row.addWidget(self._show_folder)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._export)
        layout.addLayout(row)

    def _name_fields(self) -> None:
        names = {
            self._format: ("format", self.tr("Format")),
            self._scale: ("scale", self.tr("Size")),
            self._quality: ("quality", self.tr("Quality")),
            self._loops: ("loops", self.tr("How often it is played")),
            self._at_least: ("atLeast", self.tr("Shortest length of the film")),
            self._bar: ("exportProgress", self.tr("Progress of the export")),
            self._export: ("export", self.tr("Export")),
            self._cancel: ("closeExport", self.tr("Close")),
            self._show_folder: ("showInFolder", self.tr("Show in folder")),
        }
        for widget, (name, text) in names.items():
            widget.setObjectName(name)
            widget.setAccessibleName(text)
        for name, format_ in FORMATS.items():
            self._format.addItem(QCoreApplication.translate("formats", format_.label), name)
        self._detail.setText(
            self.tr("Films are enlarged smoothly; only single pictures get the photo's detail.")
        )
        self._detail.setWordWrap(True)
        self._loss.setWordWrap(True)
        for times in (1, 2, 3, 4):
            self._scale.addItem(self.tr("{times}×").format(times=times), times)
        limit: Limit = ExportSettings.__dataclass_fields__["quality"].metadata["limit"]
        self._quality.setRange(int(limit.low or 1), int(limit.high or 100))
        self._loops.setRange(0, 1000)
        self._loops.setSpecialValueText(self.tr("over and over"))
        self._at_least.setRange(0, 600)
        self._at_least.setDecimals(0)
        self._at_least.setSuffix(self.tr(" s"))
        self._at_least.setToolTip(
            self.tr("Files of this format cannot say that they go on; they repeat the film")
        )
        self._export.setProperty("primary", True)
        self._export.setDefault(True)

    def _preset_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        texts = {"web": self.tr("Web"), "phone": self.tr("Phone"), "own": self.tr("My own")}
        for name, text in texts.items():
            button = QRadioButton(text, self)
            button.setObjectName(f"preset-{name}")
            self._presets[name] = button
            row.addWidget(button)
            if name in PRESETS:
                button.clicked.connect(lambda _=False, name=name: self._set(PRESETS[name]))
        row.addStretch(1)
        return row

    def _quiet(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("quiet", True)
        return label

    # --- wires -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._format.activated.connect(
            lambda _: self._set(self._settings.but(format=self._format.currentData()))
        )
        self._scale.activated.connect(
            lambda _: self._set(self._settings.but(enlarge=self._scale.currentData()))
        )
        self._quality.valueChanged.connect(lambda value: self._set(self._settings.but(quality=value)))
        self._loops.valueChanged.connect(lambda value: self._set(self._settings.but(loops=value)))
        self._at_least.valueChanged.connect(lambda value: self._set(self._settings.but(at_least=value)))
        self._export.clicked.connect(self._ask_where)
        self._cancel.clicked.connect(self.reject)
        self.finished.connect(self._estimating.stop)
        self._show_folder.clicked.connect(self._open_folder)
        self._estimating.estimated.connect(self._show_bytes)
        self._exporting.running_changed.connect(self._show_running)
        self._exporting.progressed.connect(self._show_progress)
        self._exporting.finished.connect(self._done)
        self._exporting.failed.connect(self._failed)
        self._exporting.cancelled.connect(self._show_cancelled)

    # --- choosing ----------------------------------------------------------------------------------------------

    def _set(self, settings: ExportSettings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._show_settings()

    def _show_settings(self) -> None:
        settings, format_ = self._settings, FORMATS[self._settings.format]
        fields = (self._format, self._scale, self._quality, self._loops, self._at_least)
        blockers = [QSignalBlocker(field) for field in fields]
        self._format.setCurrentIndex(self._format.findData(settings.format))
        self._scale.setCurrentIndex(self._scale.findData(settings.enlarge))
        self._quality.setValue(settings.quality)
        self._loops.setValue(settings.loops)
        self._at_least.setValue(settings.at_least)
        del blockers
        self._quality.setEnabled(not format_.lossless)
        self._form.setRowVisible(self._loops, not format_.folder)
        repeats = not format_.loop_flag and not format_.folder
        self._form.setRowVisible(self._at_least, repeats and settings.loops == 0)
        name = next((name for name, preset in PRESETS.items() if preset == settings), "own")
        self._presets[name].setChecked(True)
        self._show_shape()
        self._bytes.setText(self.tr("estimating the file's size"))
        self._estimating.begin(self._shape, settings)
        self._state.clear()

    def _show_shape(self) -> None:
        settings, shape = self._settings, self._shape
        wanted, real = shape.fps, float(FORMATS[settings.format].speed(shape.fps))
        plays = self.tr("plays at {fps} frames per second").format(fps=significant(real, 4))
        if abs(wanted - real) > 0.005:
            plays = self.tr("plays at {fps}: {wanted} cannot be held by this format").format(
                fps=significant(real, 4), wanted=significant(wanted, 4)
            )
        self._speed.setText(plays)
        width, height = round(shape.width * settings.enlarge), round(shape.height * settings.enlarge)
        loss = LOSSES.get(FORMATS[settings.format].transparency)
        self._form.setRowVisible(self._loss, shape.transparent and loss is not None)
        self._loss.setText(message_text(loss, {}) if loss else "")
        self._size.setText(size_text(*FORMATS[settings.format].written_size(width, height)))

    def _show_bytes(self, count: int | None) -> None:
        self._bytes.setText(self.tr("about {size}").format(size=byte_count(count)) if count else "")

    # --- exporting ---------------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        format_ = FORMATS[self._settings.format]
        proposal = self._propose(format_.endings[0] if format_.endings else "")
        dialogs.ask_save_film(self, proposal, format_, self._begin)

    def _begin(self, path: Path) -> None:
        self._written = None
        self._exporting.start(path, self._settings)

    def _show_running(self) -> None:
        running = self._exporting.running
        for widget in (self._format, self._scale, self._quality, self._loops, self._at_least, self._export):
            widget.setEnabled(not running)
        for button in self._presets.values():
            button.setEnabled(not running)
        self._quality.setEnabled(not running and not FORMATS[self._settings.format].lossless)
        self._bar.setVisible(running)
        self._cancel.setText(self.tr("Cancel") if running else self.tr("Close"))
        self._show_folder.setVisible(self._written is not None and not running)
        if running:
            self._bar.setRange(0, 0)
            self._state.setText(self.tr("Getting ready"))

    def _show_progress(self, done: int, total: int, seconds_left: float | None) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if done >= total:
            self._bar.setRange(0, 0)
            self._state.setText(self.tr("Writing the file"))
            return
        words = self.tr("Frame {done} of {total}").format(done=done, total=total)
        if seconds_left is not None:
            words += " · " + time_left(seconds_left)
        self._state.setText(words)

    def _done(self, path: Path, count: int) -> None:
        self._written = path
        self._state.setText(
            self.tr("{name} is written: {size}").format(name=path.name, size=byte_count(count))
        )
        self._show_running()

    def _failed(self, code: str, params: dict[str, object]) -> None:
        self._state.setText(message_text(code, params))

    def _show_cancelled(self) -> None:
        self._state.setText(self.tr("Cancelled; no file was written."))

    def _open_folder(self) -> None:
        if self._written:
            folder = self._written if self._written.is_dir() else self._written.parent
            show_folder(self, folder)

    def reject(self) -> None:
        """Cancel the running export, or close the dialog if there is none."""
        if self._exporting.running:
            self._exporting.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._exporting.cancel()
        super().closeEvent(event)
