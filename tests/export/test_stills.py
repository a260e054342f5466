"""Formats of still pictures: each takes a result's PNG and gives back its texts."""

from pathlib import Path

import numpy as np
import pytest

from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_picture, encode_png
from singan_studio.export.stills import PROPOSED, STILLS, still_format_for, still_texts

PIXELS = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
TEXTS = {"singan-recipe": '{"seed": 5, "note": "ü"}'}
every_still = pytest.mark.parametrize("still", list(STILLS.values()), ids=list(STILLS))


@every_still
def test_a_still_keeps_size_and_texts_of_its_png(tmp_path, still):
    path = tmp_path / f"picture{still.endings[0].upper()}"
    path.write_bytes(still_format_for(path).from_png(encode_png(PIXELS, TEXTS)))
    assert decode_picture(path.read_bytes(), "picture").pixels.shape == PIXELS.shape
    assert still_texts(path) == TEXTS


def test_png_is_proposed_and_written_unchanged():
    png = encode_png(PIXELS, TEXTS)
    assert PROPOSED.endings[0] == ".png"
    assert PROPOSED.from_png(png) == png


@pytest.mark.parametrize("name", ["picture.jpg", "picture", "picture.png.bak"])
def test_another_ending_is_refused_by_name(name):
    with pytest.raises(BadInput) as caught:
        still_format_for(Path(name))
    assert str(caught.value) == f"{name} does not end in .png; the result is a picture."


def test_other_files_have_no_texts(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"no picture")
    (tmp_path / "folder.png").mkdir()
    assert still_texts(tmp_path / "photo.jpg") == {}
    assert still_texts(tmp_path / "folder.png") == {}
