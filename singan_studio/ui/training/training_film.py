"""Keep pictures of a training in the project, and save them as a film."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import StudioError
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import TrainingModel

KEPT_AT = (0.0, 0.1, 0.25, 0.5, 0.9)
"""Shares of a scale's iterations: the first preview after each becomes a frame."""

FPS = 8
HELD = 16
"""Number of frames that repeat the last picture."""


class TrainingFilm(QObject):
    """Keeps frames during a training, and writes them as a GIF on a thread of its own."""

    progressed = Signal(int, int)  # frames written, of how many
    saved = Signal(str)
    failed = Signal(str, dict)
    ended = Signal()  # saved, failed or cancelled

    def __init__(self, project: ProjectModel, learning: TrainingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._learning = project, learning
        self._kept: dict[tuple[str, int], int] = {}  # how many frames, by model and scale
        self._thread: BackgroundWorker | None = None
        self._cancel = CancelSource()
        learning.pictures_changed.connect(self._keep_frame)

    def save(self, path: Path) -> None:
        """Write the film of the active model; overwrites `path`, as the user was asked."""
        model = self._project.model
        if model:
            height, width = model.sizes[-1]
            self._project.ask(
                lambda repository: repository.film_frames(model.id),
                lambda frames: self._write(frames, (width, height), path),
            )

    def cancel(self) -> None:
        """Stop writing the film."""
        self._cancel.cancel()

    def close(self) -> None:
        """Stop writing and end the thread."""
        self._cancel.cancel()
        if self._thread:
            self._thread.close()

    def _keep_frame(self, scale: int) -> None:
        state, model_id = self._learning.scales[scale], self._learning.model_id
        if model_id is None or state.reconstruction is None or not self._learning.phase.running:
            return
        count = self._kept.get((model_id, scale), 0)
        if count < len(KEPT_AT) and state.fraction >= KEPT_AT[count]:
            due = sum(state.fraction >= share for share in KEPT_AT)
            self._kept[model_id, scale] = due
            picture = state.reconstruction
            self._project.ask(lambda repository: repository.keep_film_frame(model_id, picture))

    def _write(self, frames: list[bytes], size: tuple[int, int], path: Path) -> None:
        if not frames:
            self.failed.emit("window.no_film", {})
            self.ended.emit()
            return
        self._cancel = CancelSource()
        self._thread = self._thread or BackgroundWorker(self)
        token = self._cancel.token

        def work() -> None:
            from singan_studio.export.film import write_film
            from singan_studio.export.settings import ExportSettings

            count = len(frames) + HELD
            write_film(
                path, self._reported(frames, size), count, FPS, ExportSettings(), {}, token, force=True
            )

        self._thread.submit(work, lambda _: self._done(path), self._fail)

    def _reported(self, frames: Sequence[bytes], size: tuple[int, int]) -> Iterator[np.ndarray]:
        """Yield (H, W, 3) uint8 frames at the learned size and report progress; runs on the film's thread."""
        from PIL import Image

        total, frame = len(frames) + HELD, None
        for index in range(total):
            if index < len(frames):
                with Image.open(io.BytesIO(frames[index])) as image:
                    frame = np.array(image.convert("RGB").resize(size, Image.Resampling.BICUBIC))
            assert frame is not None
            yield frame
            self.progressed.emit(index + 1, total)

    def _done(self, path: Path) -> None:
        self.saved.emit(str(path))
        self.ended.emit()

    def _fail(self, error: StudioError) -> None:
        if not self._cancel.token.cancelled:
            self.failed.emit(error.code, dict(error.params))
        self.ended.emit()
