"""Recently opened projects."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QPoint,
    QRect,
    QSettings,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

KEY, FACTS_KEY = "recent/projects", "recent/facts"
LIMIT = 8
THUMBNAIL = QSize(144, 96)  # px, of twice the density at which it is mostly shown


@dataclass(frozen=True)
class RecentFacts:
    """What the start page says of a project without opening it.

    `when` is the ISO date and time of its last use, `done` of `scales` were learned then; `thumbnail` is a JPEG in
    base64.
    """

    when: str = ""
    done: int = 0
    scales: int = 0
    thumbnail: str = ""

    def image(self) -> QImage:
        """Return the thumbnail; a null image where there is none."""
        return QImage.fromData(QByteArray.fromBase64(self.thumbnail.encode()))


class RecentFiles(QObject):
    """The newest `LIMIT` projects with what is known of them, stored in the settings.

    Nothing is read from the files themselves: one that is open must not be opened a second time.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def paths(self) -> list[Path]:
        """Return the projects whose files exist, newest first."""
        return [path for path in self._read() if path.is_file()]

    def add(self, path: Path) -> None:
        """Move a project to the front of the list."""
        path = path.resolve()
        self._write([path, *(other for other in self._read() if other != path)][:LIMIT])

    def facts(self, path: Path) -> RecentFacts:
        """Return what is known of a project."""
        try:
            return RecentFacts(**self._all_facts()[str(path)])
        except (KeyError, TypeError):
            return RecentFacts()

    def note(self, path: Path, facts: RecentFacts) -> None:
        """Remember facts about a project of the list."""
        known = self._all_facts() | {str(path.resolve()): asdict(facts)}
        kept = {str(other) for other in self._read()}
        self._settings.setValue(
            FACTS_KEY, json.dumps({name: each for name, each in known.items() if name in kept})
        )
        self.changed.emit()

    def clear(self) -> None:
        """Forget all projects."""
        self._settings.remove(FACTS_KEY)
        self._write([])

    def _all_facts(self) -> dict[str, dict[str, Any]]:
        try:
            found = json.loads(str(self._settings.value(FACTS_KEY, "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _read(self) -> list[Path]:
        value = self._settings.value(KEY, [])
        names = value if isinstance(value, list) else [value]  # QSettings returns a list of one as its entry
        return [Path(name) for name in names if isinstance(name, str) and name]

    def _write(self, paths: list[Path]) -> None:
        self._settings.setValue(KEY, [str(path) for path in paths])
        self.changed.emit()


def thumbnail_of(image: QImage) -> str:
    """Return a small JPEG of a picture's middle in base64."""
    how = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    covering = image.scaled(THUMBNAIL, *how)
    cut = QRect(QPoint(0, 0), THUMBNAIL)
    cut.moveCenter(covering.rect().center())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    covering.copy(cut).save(buffer, "JPEG", 85)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return base64.b64encode(buffer.data().data()).decode()
