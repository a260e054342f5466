"""The renderer's end of a link, played by a test: no process, and answers come when the test gives them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.engine_process.messages import Render, Rendered


class Link(QObject):
    """Stands for the link to the renderer's process: keeps what is sent, and answers when the test says so."""

    received, died = Signal(object), Signal(str, dict)

    def __init__(self, role: str, parent: QObject) -> None:
        super().__init__(parent)
        self.sent: list[object] = []

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def wait(self) -> None: ...

    def send(self, message: object) -> None:
        self.sent.append(message)

    @property
    def asked(self) -> list[Render]:
        return [message for message in self.sent if isinstance(message, Render)]

    def answer(self, shade: int, whole: bool = False, request: Render | None = None) -> None:
        """Answer a request, the newest unless it is given, with a picture of one grey."""
        picture = np.full((32, 48, 3), shade, np.uint8)
        request = request or self.asked[-1]
        self.received.emit(Rendered(request.request, request.recipe, 1.0, picture, whole))
