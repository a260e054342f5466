"""Estimates of the file's size while settings are chosen, on another thread; the latest wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.cancel import CancelSource
from singan_studio.gui.store_thread import StoreThread
from singan_studio.gui.timeline.size_estimate import Trial, estimated_bytes

SampleFrames = Callable[[], Sequence[np.ndarray]]
"""A few neighbouring (H, W, 3) uint8 frames, none while there are none."""
PATIENCE_MS = 250
"""A slider is let go of before an estimate begins."""


class Estimating(QObject):
    """Tells about how large a film will be, or None when that cannot be said."""

    estimated = Signal(object)  # bytes | None

    def __init__(self, thread: StoreThread, sample: SampleFrames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._sample = thread, sample
        self._trial: Callable[[Sequence[np.ndarray]], Trial] | None = None
        self._cancel = CancelSource()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._start)

    def begin(self, trial: Callable[[Sequence[np.ndarray]], Trial]) -> None:
        """Estimate what `trial(sample frames)` stands for, instead of what was being estimated."""
        self._cancel.cancel()
        self._trial = trial
        self._timer.start()

    def stop(self) -> None:
        self._cancel.cancel()
        self._timer.stop()

    def _start(self) -> None:
        frames = self._sample()
        if not frames or self._trial is None:
            self.estimated.emit(None)
            return
        trial, source = self._trial(frames), CancelSource()
        self._cancel = source

        def tell(count: int | None) -> None:
            if not source.token.cancelled:
                self.estimated.emit(count)

        self._thread.submit(lambda: estimated_bytes(trial, source.token), tell, lambda _: tell(None))
