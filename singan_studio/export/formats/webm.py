"""WebM: VP9, a patent-free video for browsers."""

from __future__ import annotations

from pathlib import Path

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats.base import Format, Reel, any_speed, comment, share, texts_in
from singan_studio.export.formats.repeated import colours, write_repeated

WORST_CRF, BEST_CRF = 60, 12


def write(path: Path, reel: Reel) -> None:
    crf = share(reel.settings.quality, WORST_CRF, BEST_CRF)
    pixels = colours("yuva420p" if reel.transparent else "yuv420p")
    quality = ["-c:v", "libvpx-vp9", *pixels, "-crf", str(crf), "-b:v", "0"]
    if reel.transparent:
        quality += ["-auto-alt-ref", "0"]  # frames that are never shown have no alpha
    effort = ["-deadline", "good", "-cpu-used", "4", "-row-mt", "1", *ffmpeg.THREADS]
    file = [*ffmpeg.PLAIN, "-f", "webm", "-metadata", f"comment={comment(reel.texts)}"]
    write_repeated(path, reel, reel.frames, [*quality, *effort, *file])


def texts(path: Path) -> dict[str, str]:
    return texts_in(ffmpeg.comment_of(path))


FORMAT = Format(
    "webm",
    QT_TRANSLATE_NOOP("formats", "WebM: video for web pages"),
    (".webm",),
    write,
    texts,
    any_speed,
    loop_flag=False,
)
