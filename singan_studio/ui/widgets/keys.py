"""Keys and names of actions: whether a key was pressed, tips that name it, texts without their access keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


def means(event: QKeyEvent, action: QAction) -> bool:
    """Return whether an action has the pressed key as one of its shortcuts."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))) in action.shortcuts()


def plain(text: str) -> str:
    """Return an action's text without the mark of its access key and without dots: "Lernen", "学習"."""
    text = re.sub(r"\s*\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.removesuffix("…")


def keys_in_words(keys: Iterable[QKeySequence]) -> str:
    """Return keys as menus show them."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def with_key(text: str, key: str) -> str:
    return f"{text} ({key})" if key else text


class KeyTip(QObject):
    """Keeps a tool tip true that says an action's key, whatever the key becomes."""

    def __init__(
        self, holder: QWidget | QAction, action: QAction, words: Callable[[str], str] | None = None
    ) -> None:
        """Show the action's status tip and its key, or what `words` makes of the key, which may be ""."""
        super().__init__(holder)
        self._holder, self._action, self._words = holder, action, words
        action.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        key = keys_in_words([self._action.shortcut()])
        tip = self._words(key) if self._words else with_key(self._action.statusTip(), key)
        if tip != self._holder.toolTip():
            self._holder.setToolTip(tip)
            if self._words and isinstance(self._holder, QWidget):
                self._holder.setStatusTip(tip)
