"""Make texts harmless for a terminal: names of files may hold commands for it."""

from __future__ import annotations

import unicodedata

_COMMANDS = ("Cc", "Cf", "Zl", "Zp")
"""Categories of characters that move the cursor, change colours, or turn the direction of writing."""

_JOINERS = "\u200c\u200d"
"""Of these categories, but parts of words and of emoji."""


def printable(text: str) -> str:
    r"""Return the text with every control character as an escape, such as "\x1b"."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(letter: str) -> str:
    if unicodedata.category(letter) not in _COMMANDS or letter in _JOINERS:
        return letter
    return letter.encode("unicode_escape").decode()
