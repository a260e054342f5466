"""Cooperative cancelling: the owner cancels, workers only look."""

from __future__ import annotations

import threading

from singan_studio.core.errors import Cancelled


class CancelToken:
    """What a worker sees: it can ask and be interrupted, never cancel."""

    def __init__(self, event: threading.Event | None = None) -> None:
        self._event = event or threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` once the owner has cancelled."""
        if self._event.is_set():
            raise Cancelled


class CancelSource:
    """The owner's side of a token."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.token = CancelToken(self._event)

    def cancel(self) -> None:
        self._event.set()


NEVER = CancelToken()
"""A token nobody cancels, for short work and tests."""
