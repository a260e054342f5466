"""The dialog that saves a picture: its name and format, and how its file is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from singan_studio.core.config import Limit
from singan_studio.export.stills import PROPOSED, STILLS, still_named
from singan_studio.export.stills.base import StillFormat
from singan_studio.export.stills.settings import USUAL, StillSettings
from singan_studio.ui.app.dialogs import file_filter
from singan_studio.ui.app.file_dialog import file_dialog

FORMAT_KEY, QUALITY_KEY = "still/format", "still/quality"

_LIMIT: Limit = StillSettings.__dataclass_fields__["quality"].metadata["limit"]


@dataclass(frozen=True)
class Proposal:
    """A name without ending in a folder, and whether the photo's EXIF is known."""

    folder: Path
    stem: str
    has_exif: bool


class StillDialog(QObject):
    """Asks where and how to save a picture.

    It is Qt's own dialog on every system, because those of the systems have no room for quality and EXIF. Format and
    quality are remembered; the EXIF, which tells where and when the photo was taken, has to be wanted each time.
    """

    def __init__(self, parent: QWidget, settings: QSettings, proposal: Proposal) -> None:
        title = QCoreApplication.translate("dialogs", "Save result")
        self._filters = {file_filter(still): still for still in STILLS.values()}
        self.dialog = file_dialog(parent, title, str(proposal.folder), ";;".join(self._filters))
        super().__init__(self.dialog)
        self._settings = settings
        self.dialog.setObjectName("saveDialog")
        self.dialog.setOption(QFileDialog.Option.DontUseNativeDialog, True)
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._quality, self._exif = self._make_quality(), self._make_exif(proposal.has_exif)
        self._lay_out()
        still = STILLS.get(str(settings.value(FORMAT_KEY, "")), PROPOSED)
        self.dialog.selectNameFilter(file_filter(still))
        self.dialog.selectFile(proposal.stem + still.endings[0])
        self._take_format(still)
        self.dialog.filterSelected.connect(self._choose_filter)

    def ask(self, then: Callable[[Path, StillSettings], None]) -> None:
        """Open the dialog, without waiting for it; `then` is called with the path and how its file is written."""

        def chosen(name: str) -> None:
            path = Path(name)
            still = still_named(path) or PROPOSED
            self._settings.setValue(FORMAT_KEY, still.name)
            self._settings.setValue(QUALITY_KEY, self._quality.value())
            quality = USUAL.quality if still.lossless else self._quality.value()
            then(path, StillSettings(quality, self._exif.isChecked()))

        self.dialog.fileSelected.connect(chosen)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _choose_filter(self, words: str) -> None:
        """Give the name the ending of the chosen format."""
        still = self._filters[words]
        self._take_format(still)
        for name in self.dialog.selectedFiles()[:1]:
            path = Path(name)
            stem = path.stem if still_named(path) else path.name
            self.dialog.selectFile(stem + still.endings[0])

    def _take_format(self, still: StillFormat) -> None:
        self.dialog.setDefaultSuffix(still.endings[0].lstrip("."))
        self._quality.setEnabled(not still.lossless)

    def _make_quality(self) -> QSpinBox:
        quality = QSpinBox(self.dialog)
        quality.setObjectName("quality")
        quality.setAccessibleName(self.tr("Quality"))
        quality.setToolTip(self.tr("Smaller files or better pictures; 100 is best"))
        quality.setRange(int(_LIMIT.low or 1), int(_LIMIT.high or 100))
        kept = str(self._settings.value(QUALITY_KEY, USUAL.quality))
        quality.setValue(int(kept) if kept.isdecimal() else USUAL.quality)
        return quality

    def _make_exif(self, known: bool) -> QCheckBox:
        exif = QCheckBox(self.tr("&Keep the photo's EXIF"), self.dialog)
        exif.setObjectName("keepExif")
        exif.setEnabled(known)
        exif.setToolTip(
            self.tr(
                "Camera, settings and author go into the file, and also where and when the photo was taken"
            )
            if known
            else self.tr("Nothing is known that the photo's camera noted")
        )
        return exif

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Quality:"), self.dialog)
        label.setBuddy(self._quality)
        row = QHBoxLayout()
        for widget in (self._quality, self._exif):
            row.addWidget(widget)
        row.addStretch(1)
        grid = self.dialog.layout()
        assert isinstance(grid, QGridLayout)  # of Qt's own file dialog
        at = grid.rowCount()
        grid.addWidget(label, at, 0)
        grid.addLayout(row, at, 1)
