"""Errors that carry a code and its parameters; their words live in `core.messages`."""

from __future__ import annotations


class StudioError(Exception):
    """An error that is shown to the user.

    `code` names a text in `core.messages.TEXTS`; `params` fill its placeholders. The command line prints it in
    English on one line, the window translates it. `exit_code` is the command line's exit status.
    """

    exit_code = 3

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        from singan_studio.core.messages import english

        return english(self.code, self.params)


class BadInput(StudioError):
    """A value, file or picture that cannot be used; the message says which value and what is allowed."""

    exit_code = 2


class RunFailure(StudioError):
    """A failure after the start: out of memory, disk full, an engine that died."""

    exit_code = 3


class Cancelled(Exception):
    """Raised by `CancelToken.check`; never shown to the user."""
