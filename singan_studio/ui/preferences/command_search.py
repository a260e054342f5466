"""Finds commands by a few letters of their words."""

from __future__ import annotations

from collections.abc import Sequence

WORD, INSIDE, LETTERS = 3, 2, 1
"""How well a word of the query is found: it begins a word, stands inside one, or its letters come in order."""


def best(query: str, texts: Sequence[Sequence[str]]) -> list[int]:
    """Return the indices of the entries that a query finds, best first; all of them for an empty query.

    Each entry has several texts, the most important first. Every word of the query must be found in one of them.
    """
    words = query.casefold().split()
    scores = {number: _score(words, entry) for number, entry in enumerate(texts)}
    found = [number for number, score in scores.items() if score is not None]
    return sorted(found, key=lambda number: -(scores[number] or 0))


def _score(words: list[str], texts: Sequence[str]) -> float | None:
    """Return how well all words are found, None if one is not; of equal ones, shorter texts come first."""
    total = 0.0
    for word in words:
        found = max(_found(word, text.casefold()) - 0.1 * number for number, text in enumerate(texts))
        if found < 0.5:
            return None
        total += found
    return total - len(texts[0]) / 1000


def _found(word: str, text: str) -> int:
    if any(part.startswith(word) for part in text.replace("-", " ").split()):
        return WORD
    if word in text:
        return INSIDE
    letters = iter(text)
    in_order = len(word) > 2 and all(letter in letters for letter in word)
    return LETTERS if in_order else 0
