"""Recently opened projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

KEY = "recent/projects"
LIMIT = 8


class RecentFiles(QObject):
    """The newest `LIMIT` projects, stored in the settings."""

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

    def clear(self) -> None:
        """Forget all projects."""
        self._write([])

    def _read(self) -> list[Path]:
        value = self._settings.value(KEY, [])
        names = value if isinstance(value, list) else [value]  # QSettings returns a list of one as its entry
        return [Path(name) for name in names if isinstance(name, str) and name]

    def _write(self, paths: list[Path]) -> None:
        self._settings.setValue(KEY, [str(path) for path in paths])
        self.changed.emit()
