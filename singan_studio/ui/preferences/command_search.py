"""Finds commands by a few letters of their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WORD, INSIDE, BEGINNINGS, NOTED = 4.0, 3.0, 2.0, 1.0
"""How well a word of the query is found: it begins a word of a name, stands inside one, is made of the beginnings of
several, as "exan" of "Export animation", or is found in what is noted about the command.
"""
SHORT = 2  # letters, up to which a word is looked for in names only, or is all of a note


@dataclass(frozen=True)
class Searched:
    """The texts of a command in which words are looked for."""

    names: Sequence[str]
    notes: Sequence[str]


def best(query: str, entries: Sequence[Searched]) -> list[int]:
    """Return the indices of the entries in which every word of a query is found, best first; all for an empty one."""
    words = query.casefold().split()
    found: list[tuple[float, int]] = []
    for number, entry in enumerate(entries):
        scores = [_score(word, entry) for word in words]
        if all(scores):
            found.append((sum(scores), number))
    return [number for _, number in sorted(found, key=lambda each: -each[0])]


def _score(word: str, entry: Searched) -> float:
    """Return how well a word is found, 0 where it is not."""
    names = [name.casefold() for name in entry.names]
    parts = [name.replace("-", " ").split() for name in names]
    if any(part.startswith(word) for each in parts for part in each):
        return WORD
    if any(word in name for name in names):
        return INSIDE
    if any(_of_beginnings(word, each) for each in parts):
        return BEGINNINGS
    notes = [note.casefold() for note in entry.notes]
    noted = word in notes or (len(word) > SHORT and any(word in note for note in notes))
    return NOTED if noted else 0


def _of_beginnings(word: str, parts: Sequence[str]) -> bool:
    """Return whether a word is made of the beginnings of some of the parts, in their order."""
    if not word:
        return True
    for number, part in enumerate(parts):
        longest = next((n for n, (a, b) in enumerate(zip(word, part, strict=False)) if a != b), len(word))
        for length in range(min(longest, len(part)), 0, -1):
            if _of_beginnings(word[length:], parts[number + 1 :]):
                return True
    return False
