"""Inputs of the contact sheets: a folder of pictures and their inputs, distinguished by their names.

cows.png  cows_paint.png                             a painting of it
stone.png  stone_edit.png  stone_edit_mask.png       an edit of it and its area
night.png  night_naive.png  night_naive_mask.png     something pasted into it and its area
temple_LR.png                                        a small picture, to be enlarged
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from singan_studio.core.images import decode_png, encode_png, load_picture
from singan_studio.core.resources import resource

ENDINGS: dict[str, dict[str, str]] = {
    "paint": {"painting": "_paint"},
    "edit": {"edited": "_edit", "mask": "_edit_mask"},
    "harmonize": {"composite": "_naive", "mask": "_naive_mask"},
}
SMALL = "_LR"
PHOTOS = ("mountain-lake", "ocean-waves")
SMALL_PHOTO = "tulips"
SMALL_SIDE = 128  # px
COLOURS = 8  # of the made paintings


@dataclass(frozen=True)
class Case:
    """A learned picture and the inputs that a tool gets besides it, by parameter."""

    name: str
    picture: Path
    inputs: Mapping[str, Path]


def cases(folder: Path, tool: str) -> list[Case]:
    """Return a folder's cases for a tool. Every picture that is large enough is animated."""
    endings = ENDINGS.get(tool, {})
    found = []
    for picture in sorted(folder.glob("*.png")):
        if _is_input(picture) or picture.stem.endswith(SMALL) != (tool == "upscale"):
            continue
        inputs = {name: folder / f"{picture.stem}{ending}.png" for name, ending in endings.items()}
        if all(path.exists() for path in inputs.values()):
            found.append(Case(picture.stem, picture, inputs))
    return found


def make_inputs(folder: Path) -> None:
    """Write two bundled photos with a painting, an edit and a paste of each, and a small third one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PHOTOS:
        photo = _photo(name)
        edited, edited_area = _with_moved_patch(photo)
        pasted, pasted_area = _with_cut_out(photo)
        made = {
            "": photo,
            "_paint": _painting(photo),
            "_edit": edited,
            "_edit_mask": edited_area,
            "_naive": pasted,
            "_naive_mask": pasted_area,
        }
        for ending, pixels in made.items():
            _write(folder / f"{name}{ending}.png", pixels)
    small = Image.fromarray(_photo(SMALL_PHOTO))
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    _write(folder / f"{SMALL_PHOTO}{SMALL}.png", np.array(small))


def _is_input(picture: Path) -> bool:
    endings = [ending for those in ENDINGS.values() for ending in those.values()]
    return any(picture.stem.endswith(ending) for ending in endings)


def _write(path: Path, pixels: np.ndarray) -> None:
    """Write the picture, but leave an unchanged file alone, so that the trained projects stay valid."""
    if not path.exists() or not np.array_equal(decode_png(path.read_bytes()), pixels):
        path.write_bytes(encode_png(pixels))


def _photo(name: str) -> np.ndarray:
    return load_picture(resource(f"samples/{name}.jpg")).pixels


def _painting(photo: np.ndarray) -> np.ndarray:
    """Return broad flat areas in few colours, mirrored, so that the layout differs from the photo's."""
    small = Image.fromarray(photo[:, ::-1]).resize((photo.shape[1] // 8, photo.shape[0] // 8))
    flat = small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=20, dither=Image.Dither.NONE)
    return np.array(flat.convert("RGB").resize((photo.shape[1], photo.shape[0]), Image.Resampling.NEAREST))


def _with_moved_patch(photo: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the photo with a rectangle copied a third of the width to the right, and the area of the copy."""
    height, width = photo.shape[:2]
    tall, wide = height // 4, width // 5
    top, left = height // 2 - tall // 2, width // 4
    at = top - height // 6, left + width // 3
    edited, area = photo.copy(), np.zeros_like(photo)
    edited[at[0] : at[0] + tall, at[1] : at[1] + wide] = photo[top : top + tall, left : left + wide]
    area[at[0] : at[0] + tall, at[1] : at[1] + wide] = 255
    return edited, area


def _with_cut_out(photo: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the photo with a tinted slice of fruit from another photo pasted in, and the area of the slice."""
    height, width = photo.shape[:2]
    fruit = Image.fromarray(_photo("citrus")).crop((78, 100, 238, 260)).resize((height // 3, height // 3))
    tinted = Image.blend(fruit, Image.new("RGB", fruit.size, (40, 200, 90)), 0.35)
    outline = Image.new("L", fruit.size, 0)
    ImageDraw.Draw(outline).ellipse((0, 0, fruit.width - 1, fruit.height - 1), fill=255)
    at = (width * 3 // 5, height // 4)
    pasted, area = Image.fromarray(photo), Image.new("RGB", (width, height))
    pasted.paste(tinted, at, outline)
    area.paste(Image.new("RGB", fruit.size, (255, 255, 255)), at, outline)
    return np.array(pasted), np.array(area)
