"""A film that goes there and back: its frames, then the same frames in reverse."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import numpy as np

from singan_studio.core.errors import RunFailure


def there_and_back(frames: Iterator[np.ndarray], count: int) -> Iterator[np.ndarray]:
    """Yield `count` frames that loop without a jump, made from the first count // 2 + 1 frames of (H, W, 3) uint8.

    Neither the first nor the last frame is shown twice; an odd count shows the turning frame twice. Frames that are
    shown again wait in a temporary file, not in memory. Raises `RunFailure` when there is no room for it.
    """
    try:
        with tempfile.TemporaryFile() as file:
            shape, there = (0, 0, 0), 0
            for frame in frames:
                shape, there = frame.shape, there + 1
                file.write(np.ascontiguousarray(frame).data)
                yield frame
            length = int(np.prod(shape))
            for at in range(count - there, 0, -1):
                file.seek(at * length)
                yield np.frombuffer(file.read(length), np.uint8).reshape(shape)
    except OSError as error:
        raise RunFailure("film.no_room", reason=error.strerror or str(error)) from error
