"""GIF: one palette for the whole film, whole centiseconds."""

from __future__ import annotations

from pathlib import Path

from singan_studio.core.files import ordinary_file
from singan_studio.core.images import encode_png
from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.export import ffmpeg
from singan_studio.export.formats import gif_comment
from singan_studio.export.formats.base import LONGEST_COMMENT, Format, Reel, comment, speed_in, texts_in
from singan_studio.export.formats.gif_colours import ColourCounts, palette_picture

DITHERS = {
    "bayer": "bayer:bayer_scale=4",  # a fixed pattern: what stands still does not crawl
    "diffusion": "sierra2_4a",
    "none": "none",
}
COLOURS_PER_QUALITY = 3.2
"""All 256 from quality 80 on."""

FEWEST_COLOURS = 16


def write(path: Path, reel: Reel) -> None:
    """Find the film's best colours, then write its frames in them."""
    colours = min(256, max(FEWEST_COLOURS, round(COLOURS_PER_QUALITY * reel.settings.quality)))
    loops = reel.settings.loops
    repeats = {0: 0, 1: -1}.get(loops, loops - 1)  # the file counts what comes after the first time
    seen = ColourCounts()
    counted = seen.of(reel.frames)
    with ffmpeg.lossless(path.parent, counted, reel.fps, reel.transparent, reel.cancel) as whole:
        palette = whole.with_name("palette.png")
        found = seen.palette(min(colours, 255) if reel.transparent else colours)
        palette.write_bytes(encode_png(palette_picture(found, reel.transparent)))
        use = f"paletteuse=dither={DITHERS[reel.settings.dither]}:diff_mode=rectangle"
        inputs = ["-i", str(whole), "-i", str(palette)]
        ffmpeg.convert([*inputs, "-lavfi", use, "-loop", str(repeats), "-f", "gif", str(path)], reel.cancel)
    path.write_bytes(gif_comment.added(path.read_bytes(), comment(reel.texts)))


def texts(path: Path) -> dict[str, str]:
    with ordinary_file(path) as file:
        return texts_in(gif_comment.found(file.read(LONGEST_COMMENT)))


FORMAT = Format(
    "gif",
    QT_TRANSLATE_NOOP("formats", "GIF: plays everywhere"),
    (".gif",),
    write,
    texts,
    speed_in(100, fewest=2),  # browsers slow down what is faster
    transparency="hard",
)
