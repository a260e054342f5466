"""The seam of extended pictures: its figure, and that it is low where photos used to end at a line."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from bench.extend import margins, measured, seam
from bench.patches_quality import read, rounded
from singan_studio.core.patch_stops import working_size
from singan_studio.engine.resample import resize_to

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def test_margins_extend_one_side():
    assert margins("top") == (0, 0.5, 0, 0)


def test_a_line_at_the_old_edge_and_another_tone_beyond_it_show_in_the_figures():
    generator = torch.Generator().manual_seed(0)
    whole = torch.rand(1, 3, 96, 192, generator=generator) * 0.2
    photo = whole[..., :128]
    assert max(seam(whole, photo, "right").values()) < 1.5
    lined, toned = whole.clone(), whole.clone()
    lined[..., 127] -= 0.5
    toned[..., 128:] += 0.5
    assert seam(lined, photo, "right")["line"] > 3
    assert seam(toned, photo, "right")["tone"] > 3


@pytest.mark.parametrize(("name", "side"), [("mountain-lake", "left"), ("tea-hills", "right")])
def test_photos_go_on_beyond_their_edge_without_a_line(name: str, side: str):
    full = read(SAMPLES / f"{name}.jpg")
    photo = rounded(resize_to(full, working_size(full.shape[2], full.shape[3])))
    assert measured(photo, full, side, 1)[1]["line"] < 1
