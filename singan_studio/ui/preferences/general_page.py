"""The page of preferences for language, theme, machine, folder and preset."""

from __future__ import annotations

import os
from collections.abc import Iterable

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from singan_studio.ui.app import i18n
from singan_studio.ui.app.file_dialog import file_dialog
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.wording import device_text
from singan_studio.ui.widgets.forms import field_label

_FIELD_WIDTH = 300  # px


class GeneralPage(QWidget):
    """Shows each preference as it is and sets it at once."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("generalPage")
        self._studio, self._preferences = studio, studio.preferences
        preferences = self._preferences
        self._language = self._choice("language", self.tr("Language"), self._languages())
        self._language.activated.connect(self._choose_language)
        self._theme = self._choice("theme", self.tr("Theme"), self._themes())
        self._theme.activated.connect(self._choose_theme)
        self._device = self._choice("preferredDevice", self.tr("Device"), [])
        self._device.activated.connect(self._choose_device)
        self._threads = self._threads_field()
        self._threads_note = self._note("threadsNote", self.tr("Automatic acts after the next start."))
        self._folder = QLineEdit(self)
        self._choose_button = QPushButton(self.tr("&Choose…"), self)
        self._usual_button = QPushButton(self.tr("&Usual folder"), self)
        self._preset = self._choice("preferredPreset", self.tr("Preset for learning"), self._presets())
        self._preset.activated.connect(self._choose_preset)
        self._lay_out()
        self._fill_devices()
        for changed in (
            preferences.language_changed,
            preferences.theme_changed,
            preferences.device_changed,
            preferences.threads_changed,
            preferences.folder_changed,
            preferences.preset_changed,
        ):
            changed.connect(self._show)
        studio.engine_ready.connect(self._fill_devices)

    # --- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(field_label(self.tr("&Language"), self._language), self._language)
        form.addRow(field_label(self.tr("&Theme"), self._theme), self._theme)
        self._space(form)
        form.addRow(field_label(self.tr("&Device"), self._device), self._device)
        form.addRow(field_label(self.tr("Th&reads"), self._threads), self._threads)
        form.addRow("", self._threads_note)
        machine = self.tr("Drawing follows at once. Learning that goes on follows when it is resumed.")
        form.addRow("", self._note("machineNote", machine))
        self._space(form)
        form.addRow(field_label(self.tr("&Preset for learning"), self._preset), self._preset)
        self._space(form)
        form.addRow(field_label(self.tr("&Folder for projects"), self._folder), self._folder)
        form.addRow("", self._folder_buttons())
        folder = self.tr(
            "For pictures without a folder: pasted ones, examples, and those in folders that cannot be written."
            " Other projects lie beside their picture."
        )
        form.addRow("", self._note("folderNote", folder))

    def _folder_buttons(self) -> QHBoxLayout:
        self._folder.setObjectName("projectsFolder")
        self._folder.setAccessibleName(self.tr("Folder for projects"))
        self._folder.setReadOnly(True)
        self._choose_button.setObjectName("chooseFolder")
        self._usual_button.setObjectName("usualFolder")
        self._choose_button.clicked.connect(self._ask_folder)
        self._usual_button.clicked.connect(lambda: self._set_folder(""))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._choose_button, self._usual_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _choice(self, name: str, text: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setFixedWidth(_FIELD_WIDTH)
        for value, words in entries:
            box.addItem(words, value)
        return box

    def _threads_field(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setObjectName("threads")
        field.setAccessibleName(self.tr("Threads"))
        field.setRange(0, max(os.cpu_count() or 1, self._preferences.threads))
        field.setSpecialValueText(self.tr("Automatic"))
        field.setKeyboardTracking(False)
        field.setFixedWidth(_FIELD_WIDTH)
        field.valueChanged.connect(self._choose_threads)
        return field

    def _note(self, name: str, text: str) -> QLabel:
        note = QLabel(text, self)
        note.setObjectName(name)
        note.setProperty("quiet", True)
        note.setWordWrap(True)
        note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return note

    @staticmethod
    def _space(form: QFormLayout) -> None:
        form.addRow(QLabel())

    def _languages(self) -> list[tuple[str, str]]:
        return [(code, name or self.tr("Like the system")) for code, name in i18n.languages().items()]

    def _themes(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("Like the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]

    def _presets(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Draft; Standard with a graphics card")),
            ("draft", self.tr("Draft")),
            ("standard", self.tr("Standard")),
            ("faithful", self.tr("Faithful")),
        ]

    # --- what the preferences are ------------------------------------------------------------------------------

    def _fill_devices(self) -> None:
        engine = self._studio.engine
        automatic = (
            self.tr("Automatic ({device})").format(device=device_text(engine.device)) if engine else ""
        )
        self._device.clear()
        self._device.addItem(automatic or self.tr("Automatic"), "auto")
        known = engine.devices if engine else [self._preferences.device]
        for name in known:
            if name != "auto":
                self._device.addItem(device_text(name), name)
        self._show()

    def _show(self) -> None:
        preferences = self._preferences
        boxes = {
            self._language: preferences.language,
            self._theme: preferences.theme,
            self._device: preferences.device,
            self._preset: preferences.preset,
        }
        for box, value in boxes.items():
            box.setCurrentIndex(max(box.findData(value), 0))
        self._threads.setValue(preferences.threads)
        waits = preferences.threads == 0 and preferences.first_threads > 0
        self._form.setRowVisible(self._threads_note, waits)
        self._folder.setText(preferences.folder or str(self._studio.documents))
        self._folder.setToolTip(self._folder.text())
        self._folder.setCursorPosition(0)
        self._usual_button.setEnabled(bool(preferences.folder))

    # --- what the user does ------------------------------------------------------------------------------------

    def _choose_language(self) -> None:
        self._preferences.language = self._language.currentData()

    def _choose_theme(self) -> None:
        self._preferences.theme = self._theme.currentData()

    def _choose_device(self) -> None:
        self._preferences.device = self._device.currentData()

    def _choose_threads(self, count: int) -> None:
        self._preferences.threads = count

    def _choose_preset(self) -> None:
        self._preferences.preset = self._preset.currentData()

    def _set_folder(self, folder: str) -> None:
        self._preferences.folder = folder

    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.tr("Folder for projects"), self._folder.text(), "")
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._set_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
