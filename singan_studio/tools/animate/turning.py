"""A film that goes there and back: its frames once more in reverse."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import numpy as np

from singan_studio.core.errors import RunFailure


def there_and_back(frames: Iterator[np.ndarray], count: int) -> Iterator[np.ndarray]:
    """`count` frames that begin anew without a jump, from the first count // 2 + 1 of (H, W, 3) uint8 ones.

    Neither the first nor the last is shown twice; an odd count shows the turning one twice. What comes again waits in a
    temporary file, not in memory. Raises `RunFailure` when there is no room for it.
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
