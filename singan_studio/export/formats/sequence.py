"""A folder of PNG pictures, for other programs."""

from __future__ import annotations

from pathlib import Path

from singan_studio.core.errors import RunFailure
from singan_studio.core.files import ordinary_file
from singan_studio.core.images import encode_png, png_texts
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export.formats.base import Format, Reel, any_speed

PATTERN = "frame-*.png"


def write(path: Path, reel: Reel) -> None:
    """Write frame-00001.png and so on, each with the film's texts."""
    number = 0
    for number, frame in enumerate(reel.frames, start=1):
        reel.cancel.check()
        (path / f"frame-{number:05d}.png").write_bytes(encode_png(frame, reel.texts))
    if number == 0:
        raise RunFailure("export.no_frames")


def texts(path: Path) -> dict[str, str]:
    """Return the texts of the first picture in the folder."""
    for picture in sorted(path.glob(PATTERN)):
        with ordinary_file(picture) as file:
            return png_texts(file)
    return {}


FORMAT = Format(
    "png",
    QT_TRANSLATE_NOOP("formats", "PNG pictures: a folder, one per frame"),
    (),
    write,
    texts,
    any_speed,
    loop_flag=False,
    lossless=True,
)
