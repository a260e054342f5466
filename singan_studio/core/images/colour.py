"""Convert Pillow pictures of any depth and colour space to 8-bit sRGB and alpha."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from singan_studio.core.images.picture import Notice

if TYPE_CHECKING:
    from PIL import Image

_SCANNER_RANGES = (255, 1023, 4095)
"""Highest values of 8, 10 and 12 bits, which cameras and scanners write into files of 16 bits."""

_LOW_BYTE = {";16B": ";16L", ";16L": ";16B", ";16N": ";16B" if sys.byteorder == "little" else ";16L"}
"""Pillow keeps the high byte of 16 bits; read in the other order, it keeps the low one."""

_MODE_OF_SPACE = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}


def to_eight_bit(image: Image.Image) -> tuple[Image.Image, Notice | None]:
    """Return the picture as L, RGB, RGBA, CMYK or LAB with 8 bits a channel, and a notice if values were stretched."""
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return _deep_grey(image)
    if image.mode in ("PA", "LA", "La", "RGBa", "RGBA") or image.has_transparency_data:
        return _with_alpha(image), None
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image, None
    return image.convert("L" if image.mode == "1" else "RGB"), None


def _with_alpha(image: Image.Image) -> Image.Image:
    if image.mode == "La":
        image = image.convert("LA")
    return image.convert("RGBA")


def _deep_grey(image: Image.Image) -> tuple[Image.Image, Notice | None]:
    """Convert grey of 16 or 32 bits: integers of 0..65535 and floats of 0..1 keep their range, others are stretched."""
    from PIL import Image as PilImage

    values, transparent = np.asarray(image), image.info.get("transparency")
    clear = None if transparent is None else values == transparent
    notice = None
    if values.dtype.kind in "iu" and values.min() >= 0 and values.max() <= 65535:
        grey, notice = _from_sixteen_bits(values)
    else:
        grey, notice = _stretched(values)
    result = PilImage.fromarray(grey)
    if clear is not None and clear.any():
        result = result.convert("RGBA")
        result.putalpha(PilImage.fromarray(np.where(clear, 0, 255).astype(np.uint8)))
    return result, notice


def _from_sixteen_bits(values: np.ndarray) -> tuple[np.ndarray, Notice | None]:
    """Return 0..65535 as uint8; values that fit into 12 bits or fewer are stretched, because they would be black."""
    highest, notice = int(values.max()), None
    top = next((top for top in _SCANNER_RANGES if 0 < highest <= top), 65535)
    if top < 65535:
        notice = Notice("picture.stretched", {"low": 0, "high": top})
    table = ((np.arange(top + 1) * 255 + top // 2) // top).astype(np.uint8)
    return table[values], notice


def raw_mode(image: Image.Image) -> str:
    """Return the mode of the pixels in the file of a picture that is not decoded yet, such as "RGB;16B"."""
    tiles = getattr(image, "tile", [])  # of files only
    arguments = tiles[0].args if tiles else ""
    mode = arguments[0] if isinstance(arguments, tuple) and arguments else arguments
    return mode if isinstance(mode, str) else ""


def deep_colours(image: Image.Image, raw: str, file: BinaryIO) -> tuple[Image.Image, Notice | None] | None:
    """Return a decoded picture in colour whose 16 bits hold 12 or fewer, stretched; None for any other.

    `raw` is what `raw_mode` said before, `file` is what the picture was decoded from.
    """
    from PIL import Image as PilImage

    order = next((order for order in _LOW_BYTE if raw.endswith(order)), None)
    if order is None or image.mode not in ("RGB", "RGBA"):
        return None
    high = np.asarray(image).astype(np.uint16)
    if high[..., :3].max() * 256 > _SCANNER_RANGES[-1]:
        return None
    file.seek(0)
    with PilImage.open(file, formats=(image.format or "",)) as again:
        other = raw.replace(order, _LOW_BYTE[order])
        again.tile = [
            tile._replace(args=(other, *tile.args[1:]) if isinstance(tile.args, tuple) else other)
            for tile in again.tile
        ]
        low = np.asarray(again)
    colours, notice = _from_sixteen_bits((high * 256 + low)[..., :3])
    return PilImage.fromarray(np.concatenate([colours, np.asarray(image)[..., 3:]], axis=2)), notice


def _stretched(values: np.ndarray) -> tuple[np.ndarray, Notice | None]:
    """Stretch (H, W) numbers of any range to uint8. NaN and infinities become black."""
    finite = np.isfinite(values)
    known = values[finite]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    notice = None
    if low < 0 or high > 1:
        notice = Notice("picture.stretched", {"low": f"{low:g}", "high": f"{high:g}"})
    else:
        low, high = 0.0, 1.0
    filled = np.where(finite, values, low).astype(np.float64)
    span = (high - low) or 1.0
    return np.rint((filled - low) * (255 / span)).astype(np.uint8), notice


def to_srgb(
    image: Image.Image, profile: bytes | None
) -> tuple[Image.Image, np.ndarray | None, Notice | None]:
    """Return the colours as mode RGB in sRGB, alpha (H, W) uint8 (None when all is opaque), and a notice."""
    alpha = None
    if image.mode == "RGBA":
        values = np.array(image.getchannel("A"))
        alpha = values if values.min() < 255 else None
        image = image.convert("RGB")
    if profile:
        converted = _by_profile(image, profile)
        if converted is not None:
            return converted, alpha, None
        return _plain_rgb(image), alpha, Notice("picture.profile_ignored")
    notice = Notice("picture.cmyk_guess") if image.mode == "CMYK" else None
    return _plain_rgb(image), alpha, notice


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Convert by the embedded ICC profile; None when it is damaged or of another colour space."""
    from PIL import ImageCms

    try:
        source = ImageCms.core.profile_frombytes(profile)
        mode = _MODE_OF_SPACE.get(source.xcolor_space.strip())
        if mode == "RGB" and image.mode == "L":
            image = image.convert("RGB")
        if image.mode != mode:
            return None
        return ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _plain_rgb(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    if image.mode != "LAB":
        return image.convert("RGB")
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    assert converted is not None  # it is only for in-place conversions
    return converted
