"""How much memory a project that somebody else made may take. Without SQLite, which the window starts without."""

from __future__ import annotations

MOST_BYTES = 2**30
"""Bytes of all values that one query returns, and of what is unpacked of one canvas or one film."""


class Budget:
    """Bytes that may still be unpacked."""

    def __init__(self, size: int = MOST_BYTES) -> None:
        self._left = size

    def spend(self, size: int) -> None:
        """Take `size` bytes. Raises ValueError when they are not left."""
        self._left -= size
        if self._left < 0:
            raise ValueError("it takes more memory than is allowed")
