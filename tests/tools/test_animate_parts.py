"""The still parts of a film, and films that go there and back."""

import errno
import tempfile

import numpy as np
import pytest

from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.tools.animate.still import StillParts, soft_inside
from singan_studio.tools.animate.turning import there_and_back

RANDOM = np.random.default_rng(0)
SOURCE = RANDOM.integers(0, 256, (80, 120, 3), dtype=np.uint8)
MASK = np.zeros((80, 120, 3), np.uint8)
MASK[20:60, 30:90] = 255
PARAMS = {"fit": "stretch", "size": None, "feather": 3.0}


def film(count=5, height=40, width=60):
    for _ in range(count):
        yield RANDOM.integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize("feather", [0.0, 3.0, 50.0])
def test_still_parts_are_original_bit_for_bit_in_every_frame(feather):
    still = StillParts(SOURCE, MASK, {**PARAMS, "feather": feather}, (40, 60))
    stays = MASK[:, :, 0] == 0
    for moving in film():
        frame = still.around(moving)
        assert frame.shape == SOURCE.shape
        assert np.array_equal(frame[stays], SOURCE[stays])
        assert not np.array_equal(frame, SOURCE)


def test_soft_edge_lies_inside_moving_area():
    moves = MASK[:, :, 0] > 0
    share = soft_inside(moves, 5)
    assert np.array_equal(share > 0, moves)
    assert share[40, 60] == 1
    along = share[40, 30:50]
    assert (np.diff(along) >= 0).all()
    assert 0 < along[0] < 0.2
    assert (soft_inside(np.ones((4, 4), bool), 5) == 1).all()


def test_original_is_resized_and_still_at_another_size():
    still = StillParts(SOURCE, MASK, {**PARAMS, "size": [90, 70]}, (40, 60))
    frames = np.stack([still.around(moving) for moving in film()])
    assert frames.shape[1:3] == (70, 90)
    constant = (frames == frames[0]).all(axis=(0, 3))
    assert 0.6 < constant.mean() < 0.8


def test_empty_mask_is_refused():
    with pytest.raises(BadInput, match="mask is empty"):
        StillParts(SOURCE, np.zeros_like(MASK), PARAMS, (40, 60))


@pytest.mark.parametrize(
    ("count", "expected"), [(2, "01"), (3, "011"), (6, "012321"), (7, "0123321"), (8, "01234321")]
)
def test_pingpong_film_does_not_repeat_its_ends(count, expected):
    way = [np.full((2, 3, 3), t, np.uint8) for t in range(count // 2 + 1)]
    frames = list(there_and_back(iter(way), count))
    assert "".join(str(frame[0, 0, 0]) for frame in frames) == expected
    assert {frame.shape for frame in frames} == {(2, 3, 3)}


def test_missing_disk_space_for_pingpong_is_reported(monkeypatch):
    def full():
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(RunFailure, match="no room for the frames"):
        list(there_and_back(film(), 6))
