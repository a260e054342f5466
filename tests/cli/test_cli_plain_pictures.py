"""Commands on a plain picture: nothing is learned, no project is made, and the results can be made again."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from cli_program import Run
from PIL import Image

from singan_studio.core.images import png_texts
from singan_studio.core.recipe import PATCHES, PNG_KEY, Recipe


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return a photo of 320x214 px in a folder of its own."""
    sample = Path(__file__).parents[2] / "resources" / "samples" / "tea-hills.jpg"
    folder = tmp_path / "photos"
    folder.mkdir()
    with Image.open(sample) as image:
        image.resize((320, 214)).save(folder / "hills.png")
    return folder / "hills.png"


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image)


def recipe_of(path: Path) -> Recipe:
    return Recipe.from_json(png_texts(path.read_bytes())[PNG_KEY])


def test_variations_of_a_picture_have_its_full_size_and_leave_nothing_else(run: Run, photo: Path) -> None:
    out = photo.parent / "out"
    done = run("sample", photo, "-o", out, "-n", "2", "--threads", "1")
    assert done.code == 0, done.err
    first, second = (pixels(out / f"sample-000000000{seed}.png") for seed in range(2))
    assert first.shape == second.shape == (214, 320, 3)
    assert not np.array_equal(first, second)
    assert recipe_of(out / "sample-0000000000.png").model_id == PATCHES
    assert sorted(file.name for file in photo.parent.iterdir()) == ["hills.png", "out"]


def test_working_size_is_had_without_full_size(run: Run, photo: Path) -> None:
    out = photo.parent / "out"
    assert run("sample", photo, "-o", out, "--no-full-size", "--threads", "1").code == 0
    assert max(pixels(out / "sample-0000000000.png").shape) in (250, 251)


def test_results_of_a_picture_replay_to_the_same_bytes_also_when_it_moved(run: Run, photo: Path) -> None:
    out = photo.parent / "out"
    assert (
        run("sample", photo, "-o", out, "--different", "80", "--keep-places", "30", "--threads", "1").code
        == 0
    )
    result = out / "sample-0000000000.png"
    assert run("replay", result, "-o", out / "again.png").code == 0
    assert (out / "again.png").read_bytes() == result.read_bytes()
    elsewhere = Path(shutil.move(photo, photo.parent.parent / "moved.png"))
    assert run("replay", result, "-o", out / "lost.png").code == 2
    assert run("replay", result, "-o", out / "found.png", "--project", elsewhere).code == 0
    assert np.array_equal(pixels(out / "found.png"), pixels(result))


def test_another_photo_is_refused_for_a_replay(run: Run, photo: Path) -> None:
    out = photo.parent / "out"
    assert run("sample", photo, "-o", out, "--no-full-size", "--threads", "1").code == 0
    other = photo.parent / "other.png"
    Image.fromarray(pixels(photo)[:, ::-1]).save(other)
    refused = run("replay", out / "sample-0000000000.png", "-o", out / "again.png", "--project", other)
    assert refused.code == 2


def test_paint_edit_and_harmonize_take_a_plain_picture(run: Run, photo: Path) -> None:
    original = pixels(photo)
    mask = np.zeros(original.shape[:2], np.uint8)
    mask[80:140, 100:180] = 255
    changed = original.copy()
    changed[80:140, 100:180] = original[20:80, 200:280]
    given, marked = photo.parent / "changed.png", photo.parent / "mask.png"
    Image.fromarray(changed).save(given)
    Image.fromarray(mask).save(marked)
    common = ("--threads", "1")
    painted = run("paint", photo, given, "-o", photo.parent / "painted.png", *common)
    edited = run(
        "edit", photo, given, "--mask", marked, "--grow", "2", "-o", photo.parent / "edited.png", *common
    )
    blended = run(
        "harmonize",
        photo,
        given,
        "--mask",
        marked,
        "--grow",
        "2",
        "-o",
        photo.parent / "blended.png",
        *common,
    )
    assert [done.code for done in (painted, edited, blended)] == [0, 0, 0], (
        painted.err,
        edited.err,
        blended.err,
    )
    for name in ("edited", "blended"):
        result = pixels(photo.parent / f"{name}.png")
        assert np.array_equal(result[:30], original[:30])
        assert not np.array_equal(result[80:140, 100:180], changed[80:140, 100:180])


def test_what_needs_a_learned_model_says_so(run: Run, photo: Path) -> None:
    refused = run("animate", photo, "-o", photo.parent / "film.gif")
    assert (refused.code, refused.out) == (2, "")
    assert "must be learned first" in refused.err
    learned = run("upscale", photo, "-o", photo.parent / "x.png", "--model", "learned")
    assert (learned.code, learned.out) == (2, "")
    assert "Nothing is learned yet" in learned.err
    wished = run("sample", photo, "-o", photo.parent / "out", "--model", "learned")
    assert wished.code == 2
    assert not (photo.parent / "out").exists()


def test_a_picture_is_enlarged_at_once_and_replayed(run: Run, photo: Path) -> None:
    large, again = photo.parent / "large.png", photo.parent / "again.png"
    done = run("upscale", photo, "-o", large, "--factor", "2", "--threads", "1")
    assert done.code == 0, done.err
    assert pixels(large).shape == (428, 640, 3)
    recipe = recipe_of(large)
    assert (recipe.model_id, recipe.params["factor"]) == (PATCHES, 2.0)
    assert run("replay", large, "-o", again, "--threads", "1").code == 0
    assert again.read_bytes() == large.read_bytes()


def test_another_picture_is_enlarged_in_place_of_the_first(run: Run, photo: Path) -> None:
    other, large = photo.parent / "other.png", photo.parent / "large.png"
    Image.fromarray(pixels(photo)[:60, :90]).save(other)
    done = run("upscale", photo, "--picture", other, "-o", large, "--factor", "1.5", "--threads", "1")
    assert done.code == 0, done.err
    assert pixels(large).shape == (90, 135, 3)


def test_too_large_a_factor_is_refused_and_an_unused_preset_is_said(run: Run, photo: Path) -> None:
    wide = photo.parent / "wide.png"
    Image.fromarray(np.resize(pixels(photo), (50, 1400, 3))).save(wide)
    refused = run("upscale", wide, "-o", photo.parent / "large.png", "--factor", "8")
    assert (refused.code, refused.out) == (2, "")
    assert "11200x400" in refused.err
    done = run("upscale", photo, "-o", photo.parent / "large.png", "--preset", "draft", "--threads", "1")
    assert done.code == 0
    assert "--preset was not used: it needs --model learned." in done.err


def test_finish_brings_a_small_result_to_the_photos_size_and_keeps_its_recipe(run: Run, photo: Path) -> None:
    out = photo.parent / "out"
    assert run("sample", photo, "-o", out, "--no-full-size", "--threads", "1").code == 0
    small, large = out / "sample-0000000000.png", out / "large.png"
    done = run("finish", small, "--photo", photo, "-o", large, "--threads", "1")
    assert done.code == 0, done.err
    assert pixels(large).shape == (214, 320, 3)
    assert recipe_of(large).finish == 100
    assert run("replay", large, "-o", out / "again.png", "--project", photo).code == 0
    assert np.array_equal(pixels(out / "again.png"), pixels(large))
    assert run("finish", small, "--photo", photo, "-o", large).code == 2
