"""MP4: H.264 in yuv420p, which plays everywhere and while it loads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import Format, Reel, any_speed, comment, share, texts_in
from singan_studio.export.formats.repeated import colours, write_repeated

WORST_CRF, BEST_CRF = 38, 14


def write(path: Path, reel: Reel) -> None:
    crf = share(reel.settings.quality, WORST_CRF, BEST_CRF)
    video = ["-c:v", "libx264", *colours(), "-crf", str(crf), "-preset", "medium", *ffmpeg.THREADS]
    file = [
        *ffmpeg.PLAIN,
        "-f",
        "mp4",
        "-movflags",
        "+faststart",
        "-metadata",
        f"comment={comment(reel.texts)}",
    ]
    write_repeated(path, reel, even(reel.frames), [*video, *file])


def even(frames: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
    """Pad odd sides by repeating the last row or column: yuv420p stores one colour for two by two pixels."""
    for frame in frames:
        height, width = frame.shape[:2]
        yield np.pad(frame, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def texts(path: Path) -> dict[str, str]:
    return texts_in(ffmpeg.comment_of(path))


FORMAT = Format(
    "mp4",
    QT_TRANSLATE_NOOP("formats", "MP4: video for phones and messengers"),
    (".mp4",),
    write,
    texts,
    any_speed,
    loop_flag=False,
    transparency="none",
    even=True,
)
