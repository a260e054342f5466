"""Convert Pillow pictures of any depth and colour space to 8-bit sRGB and alpha."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from singan_studio.core.images.picture import Notice

if TYPE_CHECKING:
    from PIL import Image

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
        table = ((np.arange(65536) * 255 + 32767) // 65535).astype(np.uint8)
        grey = table[values]
    else:
        grey, notice = _stretched(values)
    result = PilImage.fromarray(grey)
    if clear is not None and clear.any():
        result = result.convert("RGBA")
        result.putalpha(PilImage.fromarray(np.where(clear, 0, 255).astype(np.uint8)))
    return result, notice


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
