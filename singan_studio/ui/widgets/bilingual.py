"""English words of translated texts, for a search that understands both languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

ENGLISH = "english"  # the property of an action


class Bilingual(QObject):
    """Remembers of which English texts its translations were made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sources: dict[str, str] = {}

    def tr(self, text: str, /, disambiguation: str | None = None, n: int = -1) -> str:
        """Translate in the class's own context, as QObject does."""
        translated = QCoreApplication.translate(type(self).__name__, text, disambiguation, n)
        self._sources[translated] = text
        return translated

    def note_english(self, action: QAction) -> None:
        """Note the English text of an action whose text this object has just translated."""
        action.setProperty(ENGLISH, self._sources.get(action.text(), ""))
