"""Cooperative cancelling: the owner cancels, workers only check."""

from __future__ import annotations

import threading

from singan_studio.core.errors import Cancelled


class CancelToken:
    """The worker's side: it can check whether it was cancelled, and never cancels."""

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
"""A token that is never cancelled, for short calls and tests."""
