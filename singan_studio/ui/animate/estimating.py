"""Estimates the size of the exported file while its settings are being chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.cancel import CancelSource, CancelToken
from singan_studio.core.errors import Cancelled
from singan_studio.export.estimate import estimated_bytes
from singan_studio.export.film import enlarged
from singan_studio.export.settings import ExportSettings
from singan_studio.ui.animate.exporting import Shape
from singan_studio.ui.app.background_worker import BackgroundWorker

SampleFrames = Callable[[], Sequence[np.ndarray]]
"""Returns a few neighbouring (H, W, 3) uint8 frames, or none while none are rendered."""
SIDE_EXPONENT = 0.9
"""Files grow a little more slowly than their number of pixels where these are drawn, and far more slowly where a
smaller picture is only stretched."""
LARGEST = 1024
"""Longer side in px up to which frames are stretched for an estimate, which must not take long."""
PATIENCE_MS = 250
"""Delay after the last change of a setting, so that dragging a slider starts no estimates."""


class Estimating(QObject):
    """Emits the estimated size of the file, or None if it cannot be estimated; the latest request wins."""

    estimated = Signal(object)  # bytes | None

    def __init__(self, thread: BackgroundWorker, sample: SampleFrames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._sample = thread, sample
        self._wanted: tuple[Shape, ExportSettings] | None = None
        self._cancel = CancelSource()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._start)

    def begin(self, shape: Shape, settings: ExportSettings) -> None:
        """Estimate the size of a film with these settings; drop an estimate in progress."""
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
) -> int | None:
    """Return the estimated size in bytes, from frames that may be smaller than those of the film; None if cancelled."""
    drawn = shape.drawn or (shape.width, shape.height)
    seen = _stretched(frames, min(shape.width / drawn[0], LARGEST / max(frames[0].shape[:2])))
    height, width = seen[0].shape[:2]
    larger = (shape.width * shape.height / (width * height)) ** SIDE_EXPONENT
    try:
        return round(estimated_bytes(seen, shape.frames, shape.fps, settings, cancel) * larger)
    except Cancelled:
        return None


def _stretched(frames: Sequence[np.ndarray], times: float) -> Sequence[np.ndarray]:
    """Return frames as smooth as those of a film that are drawn smaller by so many times; none is made smaller."""
    return [enlarged(frame, times) for frame in frames] if times > 1 else frames
