"""Which parts of a mask count as the area to change, and masks that are empty, full or a single pixel."""

from __future__ import annotations

import numpy as np
import pytest
from cli_creating import HEIGHT, PATCH, WIDTH, Studio, made, marked, refused
from cli_program import Run

MASKED = {"edit": "--mask", "harmonize": "--mask", "paint over": "--keep-unpainted"}
every_masked_tool = pytest.mark.parametrize("tool", MASKED)


def drawn(run: Run, studio: Studio, tool: str, name: str, mask: np.ndarray) -> np.ndarray:
    studio.write("mask", mask)
    out = studio.folder / f"{name}-out.png"
    return made(run(*studio.words(tool), "-o", out), out)


@every_masked_tool
def test_empty_mask_is_refused_before_anything_is_done(run: Run, fresh: Studio, tool: str) -> None:
    fresh.write("mask", np.zeros((HEIGHT, WIDTH, 3), np.uint8))
    before = fresh.project.read_bytes()
    words = [*fresh.words(tool), *(["--quantize"] if tool == "paint over" else [])]
    assert refused(run(*words, "-o", fresh.folder / "out.png"), "The mask is empty")
    assert fresh.project.read_bytes() == before
    assert not (fresh.folder / "out.png").exists()


@every_masked_tool
def test_cropped_away_mask_is_refused(run: Run, studio: Studio, tool: str) -> None:
    wide = np.zeros((40, 400, 3), np.uint8)
    wide[5:20, :50] = 255
    studio.write("mask", wide)
    cropped = run(*studio.words(tool), "--fit", "fill", "-o", studio.folder / "out.png")
    assert refused(cropped, "cropped away", "(fill)")
    assert run(*studio.words(tool), "--fit", "fit", "-o", studio.folder / "out.png").code == 0


@every_masked_tool
def test_single_pixel_mask_is_an_area(run: Run, studio: Studio, tool: str) -> None:
    result = drawn(run, studio, tool, "pixel", marked(np.s_[40, 60]))
    changed = np.argwhere((result != studio.original).any(axis=2))
    assert len(changed)
    assert abs(changed - (40, 60)).max() <= 15


@every_masked_tool
def test_single_pixel_of_large_mask_is_an_area(run: Run, studio: Studio, tool: str) -> None:
    large = np.zeros((2400, 3600, 3), np.uint8)
    large[1200, 1800] = 255
    result = drawn(run, studio, tool, "pixel", large)
    assert len(np.argwhere((result != studio.original).any(axis=2)))


@every_masked_tool
def test_full_mask_changes_everything(run: Run, studio: Studio, tool: str) -> None:
    result = drawn(run, studio, tool, "all", marked(np.s_[:]))
    assert (result != studio.original).any(axis=2).mean() > 0.9


@pytest.mark.parametrize("hidden", [0, 255])
def test_transparency_of_mask_takes_precedence_over_colour(run: Run, studio: Studio, hidden: int) -> None:
    expected = drawn(run, studio, "edit", "bright", marked())
    mask = np.full((HEIGHT, WIDTH, 4), hidden, np.uint8)
    mask[:, :, 3] = marked()[:, :, 0]
    assert np.array_equal(drawn(run, studio, "edit", "alpha", mask), expected)


def test_brightness_decides_in_opaque_mask(run: Run, studio: Studio) -> None:
    expected = drawn(run, studio, "edit", "bright", marked())
    mask = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
    mask[:, :, :3] = marked() // 255 * (90, 220, 40)
    mask[PATCH][:2, :, 3] = 225  # soft edges as image programs leave them
    assert np.array_equal(drawn(run, studio, "edit", "opaque", mask), expected)


def test_grey_mask_counts_from_half_brightness(run: Run, studio: Studio) -> None:
    expected = drawn(run, studio, "edit", "bright", marked())
    grey = np.where(marked() > 0, 128, 127).astype(np.uint8)
    assert np.array_equal(drawn(run, studio, "edit", "grey", grey), expected)


def test_grow_widens_and_feather_softens_area(run: Run, studio: Studio) -> None:
    counts = []
    for number, options in enumerate((["0", "0"], ["6", "0"], ["6", "3"])):
        grow, feather = options
        out = studio.folder / f"{number}.png"
        words = [*studio.words("edit"), "--grow", grow, "--feather", feather]
        result = made(run(*words, "-o", out), out)
        counts.append((result != studio.original).any(axis=2).sum())
    assert counts[0] < counts[1] < counts[2]
