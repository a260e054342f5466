"""What a camera noted in a photo (EXIF), as far as it still holds for a picture that is made from the photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 64_000
"""Bytes; a JPEG has no room for more."""

_LONGEST_READ = 1024 * 1024  # bytes of a photo's EXIF with its thumbnail and its maker's notes

_UPRIGHT = 1

_KEPT = (
    "ImageDescription",
    "Make",
    "Model",
    "DateTime",
    "Artist",
    "Copyright",
)
"""Of the main directory; everything else there describes the photo's file."""

_STALE = (
    "MakerNote",  # points into the photo's file
    "ExifInteroperabilityOffset",
    "ExifImageWidth",
    "ExifImageHeight",
    "ColorSpace",
)


def kept_exif(image: Image.Image) -> bytes:
    """Return camera, settings, date, place and author as an EXIF block without header; empty where there is none.

    The orientation is upright; thumbnail and maker's notes are left out, and so is what cannot be read.
    """
    from PIL import ExifTags, Image

    try:
        if len(image.info.get("exif") or b"") > _LONGEST_READ:
            return b""
        found = image.getexif()
        kept = Image.Exif()
        kept.update({tag: found[tag] for tag in (ExifTags.Base[name] for name in _KEPT) if tag in found})
        for ifd, stale in ((ExifTags.IFD.Exif, _STALE), (ExifTags.IFD.GPSInfo, ())):
            dropped = {ExifTags.Base[name] for name in stale}
            values = {tag: value for tag, value in found.get_ifd(ifd).items() if tag not in dropped}
            if values:
                kept.get_ifd(ifd).update(values)
        if not len(kept):
            return b""
        kept[ExifTags.Base.Orientation] = _UPRIGHT
        block = kept.tobytes().removeprefix(b"Exif\0\0")
    except Exception:  # the pixels are good even where the camera's notes are not
        return b""
    return block if len(block) <= LONGEST else b""
