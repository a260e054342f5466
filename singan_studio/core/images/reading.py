"""Read picture files of every common kind, or say in one clear line why not."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.images.apart import decoded_apart
from singan_studio.core.images.exif import kept_exif
from singan_studio.core.images.picture import Notice, Picture
from singan_studio.core.images.stripping import without_words

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 200_000_000
"""A larger picture is refused by its header, before anything is decoded."""

MAX_SIDE = 4096
"""px; a picture with a longer side is shrunk to it while it is read."""

_LONGEST_PROFILE = 16 * 1024 * 1024
"""Bytes of a PNG's colour profile, unpacked; those of printers have some megabytes."""

_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"

PICTURE_ENDINGS = (
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".webp",
    ".heic",
    ".heif",
    ".avif",
    ".gif",
    ".bmp",
    ".ppm",
)
"""By which picture files are found among others; what is in a file is seen when it is read."""

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "PPM", "AVIF")
_STILL_WITH_FRAMES = ("MPO", "HEIF")  # phones put depth and zoom pictures behind the photo

_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")


def load_picture(path: Path) -> Picture:
    """Read a picture file; notices say what was done to it beyond plain conversion.

    Raises `BadInput` for a missing file, a folder, an empty, foreign, damaged or truncated file, and for one over
    `MAX_PIXELS`.
    """
    name = str(path)
    if path.is_dir():
        raise BadInput("picture.is_folder", name=name)
    if not path.exists():
        raise BadInput("picture.missing", name=name)
    if not path.is_file():  # a pipe or a device would be waited for
        raise BadInput("picture.kind", name=name)
    try:
        if path.stat().st_size == 0:
            raise BadInput("picture.empty", name=name)
        with path.open("rb") as file:
            return _read(file, name)
    except OSError as error:
        raise BadInput("picture.unreadable", name=name, reason=error.strerror or str(error)) from error


def decode_picture(data: bytes, name: str) -> Picture:
    """Decode a picture from bytes, like `load_picture`; `name` stands for it in messages."""
    if not data:
        raise BadInput("picture.empty", name=name)
    return _read(io.BytesIO(data), name)


def _read(file: BinaryIO, name: str) -> Picture:
    if _begins_as_heif(file):
        return decoded_apart(_read_heif, file.read(), name)
    return _read_here(file, name)


def _read_heif(data: bytes, name: str) -> Picture:
    """Decode HEIF with what lies beside the photo, such as depth, left alone."""
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    return _read_here(io.BytesIO(data), name)


def _read_here(file: BinaryIO, name: str) -> Picture:
    from PIL import UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on odd metadata are of no use to a person
            try:
                return _opened(file, name)
            except OSError as error:
                if "truncated" not in str(error) or not _begins_as_jpeg(file):
                    raise
                return _cut_off(file, name)
    except BadInput:
        raise
    except UnidentifiedImageError as error:
        if _begins_as_heif(file):  # its decoder says nothing else of what is not whole
            reason = "the HEIF container is not whole"
            raise BadInput("picture.damaged", name=name, reason=reason) from error
        raise BadInput("picture.kind", name=name) from error
    except MemoryError as error:
        raise BadInput("picture.memory", name=name) from error
    except Exception as error:  # a decoder of foreign bytes may raise anything
        raise BadInput("picture.damaged", name=name, reason=_one_line(error)) from error


def _opened(file: BinaryIO, name: str) -> Picture:
    from PIL import Image, PngImagePlugin

    Image.MAX_IMAGE_PIXELS = None  # `_decoded` checks by the header, with a message that names the size
    PngImagePlugin.MAX_TEXT_CHUNK = _LONGEST_PROFILE  # texts are left out before
    file.seek(0)
    plain = without_words(file)
    with Image.open(plain, formats=(*_FORMATS, "HEIF") if _begins_as_heif(file) else _FORMATS) as image:
        return _decoded(image, plain, name)


def _begins_as_heif(file: BinaryIO) -> bool:
    file.seek(0)
    start = file.read(12)
    file.seek(0)
    return start[4:8] == b"ftyp" and start[8:] in _HEIF_BRANDS


def _begins_as_jpeg(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(len(_JPEG_START)) == _JPEG_START


def _cut_off(file: BinaryIO, name: str) -> Picture:
    """Read what is there of a JPEG that lacks its end. Raises `BadInput` when nothing of the picture is."""
    file.seek(0)
    picture = _opened(io.BytesIO(file.read() + _JPEG_END), name)
    if picture.pixels.min() == picture.pixels.max():
        raise BadInput("picture.damaged", name=name, reason="nothing of the picture is there")
    return replace(picture, notices=(Notice("picture.cut_off", {"name": name}), *picture.notices))


def _decoded(image: Image.Image, file: BinaryIO, name: str) -> Picture:
    from singan_studio.core.images.colour import deep_colours, raw_mode, to_eight_bit, to_srgb

    width, height = image.size
    if width * height > MAX_PIXELS:
        limit = MAX_PIXELS // 1_000_000
        raise BadInput("picture.too_large", name=name, width=width, height=height, megapixels=limit)
    notices = []
    if getattr(image, "is_animated", False) and image.format not in _STILL_WITH_FRAMES:
        notices.append(Notice("picture.first_frame"))
    target = _fitting(width, height)
    if target != (width, height):
        notices.append(Notice("picture.shrunk", {"width": width, "height": height, "side": MAX_SIDE}))
        image.draft(None, target)  # a JPEG is decoded at 1/2, 1/4 or 1/8 where that is large enough
    raw = raw_mode(image)
    image.load()
    profile, turn, exif = image.info.get("icc_profile"), _turn(image), kept_exif(image)
    image, notice = deep_colours(image, raw, file) or to_eight_bit(image)
    notices += [notice] if notice else []
    if _fitting(*image.size) != image.size:  # a draft may be small enough already
        image = image.resize(_fitting(*image.size), _lanczos(), reducing_gap=3.0)
    image = image if turn is None else image.transpose(turn)
    image, alpha, notice = to_srgb(image, profile)
    notices += [notice] if notice else []
    original = None if target == (width, height) else _sides_like(image, width, height)
    return Picture(np.array(image), alpha, tuple(notices), original, exif)


def _sides_like(image: Image.Image, width: int, height: int) -> tuple[int, int]:
    """Return the sides of a picture before it was shrunk and turned upright, as (height, width) of the upright one."""
    short, long = sorted((width, height))
    return (short, long) if image.width >= image.height else (long, short)


def _fitting(width: int, height: int) -> tuple[int, int]:
    """Shrink (width, height) so that no side is above MAX_SIDE."""
    longest = max(width, height)
    if longest <= MAX_SIDE:
        return width, height
    return max(1, round(width * MAX_SIDE / longest)), max(1, round(height * MAX_SIDE / longest))


def _lanczos() -> Image.Resampling:
    from PIL import Image

    return Image.Resampling.LANCZOS


def _turn(image: Image.Image) -> Image.Transpose | None:
    """Return the transpose that makes an EXIF-rotated picture upright; None if it is upright or EXIF is unreadable."""
    from PIL import ExifTags
    from PIL.Image import Transpose

    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # the pixels are good even where the camera's notes are not
        return None
    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
