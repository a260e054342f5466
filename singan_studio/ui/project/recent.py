"""Projects that were opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

KEY = "recent/projects"
LIMIT = 8


class RecentFiles(QObject):
    """The newest `LIMIT` projects, kept in the settings; files that are gone are left out."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def paths(self) -> list[Path]:
        return [path for path in self._kept() if path.is_file()]

    def add(self, path: Path) -> None:
        """Put a project first."""
        path = path.resolve()
        self._keep([path, *(other for other in self._kept() if other != path)][:LIMIT])

    def clear(self) -> None:
        self._keep([])

    def _kept(self) -> list[Path]:
        value = self._settings.value(KEY, [])
        names = value if isinstance(value, list) else [value]  # a list of one comes back as its entry
        return [Path(name) for name in names if isinstance(name, str) and name]

    def _keep(self, paths: list[Path]) -> None:
        self._settings.setValue(KEY, [str(path) for path in paths])
        self.changed.emit()
