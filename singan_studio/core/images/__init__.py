"""Read any common picture file as 8-bit sRGB, and write results as PNG with their recipe. No Qt, no torch.

Pillow is imported inside functions, because it would delay the first paint of the window.
"""

from singan_studio.core.images.picture import (
    MAX_RATIO,
    MIN_SIDE,
    Notice,
    Picture,
    flattened,
    training_picture,
    with_alpha,
)
from singan_studio.core.images.png import (
    decode_png,
    encode_png,
    picture_hash,
    png_exif,
    png_is_transparent,
    png_size,
    png_texts,
    with_exif,
    with_texts,
)
from singan_studio.core.images.reading import (
    MAX_PIXELS,
    MAX_SIDE,
    PICTURE_ENDINGS,
    decode_picture,
    load_picture,
)
from singan_studio.core.images.transparency import on_white, unmixed, with_alpha_in_place

__all__ = [
    "MAX_PIXELS",
    "MAX_RATIO",
    "MAX_SIDE",
    "MIN_SIDE",
    "PICTURE_ENDINGS",
    "Notice",
    "Picture",
    "decode_picture",
    "decode_png",
    "encode_png",
    "flattened",
    "load_picture",
    "on_white",
    "picture_hash",
    "png_exif",
    "png_is_transparent",
    "png_size",
    "png_texts",
    "training_picture",
    "unmixed",
    "with_alpha",
    "with_alpha_in_place",
    "with_exif",
    "with_texts",
]
