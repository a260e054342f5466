"""Estimates of the file's size while settings are chosen, on another thread; the latest wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.cancel import CancelSource, CancelToken
from singan_studio.export.estimate import estimated_bytes
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.animate.exporting import Shape
from singan_studio.ui.app.background_worker import BackgroundWorker

SampleFrames = Callable[[], Sequence[np.ndarray]]
"""A few neighbouring (H, W, 3) uint8 frames, none while there are none."""
SIDE_EXPONENT = 0.9
"""Files grow a little less than the number of their pixels: larger pictures are smoother."""
PATIENCE_MS = 250
"""A slider is let go of before an estimate begins."""


class Estimating(QObject):
    """Tells about how large a film will be, or None when that cannot be said."""

    estimated = Signal(object)  # bytes | None

    def __init__(self, thread: BackgroundWorker, sample: SampleFrames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._sample = thread, sample
        self._wanted: tuple[Shape, ExportSettings] | None = None
        self._cancel = CancelSource()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._start)

    def begin(self, shape: Shape, settings: ExportSettings) -> None:
        """Estimate the file of a film with these settings, instead of what was being estimated."""
        self._cancel.cancel()
        self._wanted = shape, settings
        self._timer.start()

    def stop(self) -> None:
        self._cancel.cancel()
        self._timer.stop()

    def _start(self) -> None:
        frames, source = self._sample(), CancelSource()
        if len(frames) < 2 or self._wanted is None:
            self.estimated.emit(None)
            return
        shape, settings = self._wanted
        self._cancel = source
        self.destroyed.connect(source.cancel)  # the thread outlives this object and would answer it

        def tell(count: int | None) -> None:
            if not source.token.cancelled:
                self.estimated.emit(count)

        work = partial(_estimated, frames, shape, settings, source.token)
        self._thread.submit(work, tell, lambda _: tell(None))


def _estimated(
    frames: Sequence[np.ndarray], shape: Shape, settings: ExportSettings, cancel: CancelToken
) -> int:
    """Bytes, from frames that may be smaller than those of the film."""
    height, width = frames[0].shape[:2]
    larger = (shape.width * shape.height / (width * height)) ** SIDE_EXPONENT
    return round(estimated_bytes(frames, shape.frames, shape.fps, settings, cancel) * larger)
