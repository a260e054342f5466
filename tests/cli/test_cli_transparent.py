"""A cut-out object on transparent ground gives results with transparent ground."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_program import Run
from PIL import Image

from singan_studio.cli.learning import picture_to_learn
from singan_studio.core.images import picture_hash
from singan_studio.project.store import ProjectStore

SMALL = ["--no-full-size", "--threads", "1"]


@pytest.fixture
def cut_out(tmp_path: Path) -> Path:
    """Return two dark discs, one of tea hills, on transparent ground whose hidden colour is red; 120x80 px."""
    sample = Path(__file__).parents[2] / "resources" / "samples" / "tea-hills.jpg"
    with Image.open(sample) as image:
        pixels = np.array(image.resize((120, 80)).convert("RGB")) // 2
    y, x = np.mgrid[:80, :120]
    outside = np.minimum(np.hypot(x - 35, y - 40) - 25, np.hypot(x - 90, y - 40) - 18)
    alpha = np.rint(np.clip(0.5 - outside / 2, 0, 1) * 255).astype(np.uint8)
    pixels[alpha == 0] = (255, 0, 0)
    path = tmp_path / "cut-out.png"
    Image.fromarray(np.dstack([pixels, alpha])).save(path)
    return path


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image).astype(int)


def assert_clean(result: np.ndarray) -> None:
    """Nothing of the white or the red ground is seen, and there is ground and object."""
    assert result.shape[2] == 4
    seen = result[result[..., 3] > 40]
    assert 0.05 < (result[..., 3] > 128).mean() < 0.9
    assert seen[:, :3].min(1).max() < 180  # no white
    assert (seen[:, 0] - seen[:, 1]).max() < 120  # no red


@pytest.mark.parametrize("options", [SMALL, ["--threads", "1"]])
def test_variations_carry_the_alpha_along_and_replay(run: Run, cut_out: Path, options: list[str]) -> None:
    out = cut_out.parent / "out"
    done = run("sample", cut_out, "-o", out, "-n", "2", *options)
    assert done.code == 0, done.err
    assert "transparent where the picture is" in done.err
    results = [pixels_of(path) for path in sorted(out.iterdir())]
    for result in results:
        assert_clean(result)
    assert not np.array_equal(results[0][..., 3], results[1][..., 3])
    again = out / "again.png"
    assert run("replay", out / "sample-0000000001.png", "-o", again, "--threads", "1").code == 0
    assert again.read_bytes() == (out / "sample-0000000001.png").read_bytes()


def test_other_proportions_carry_it_too(run: Run, cut_out: Path) -> None:
    out = cut_out.parent / "wide.webp"
    assert run("retarget", cut_out, "--width", "140%", "-o", out, "--quality", "100", *SMALL).code == 0
    assert_clean(pixels_of(out))


def test_what_is_filled_or_invented_around_is_transparent_too(run: Run, cut_out: Path) -> None:
    mask, filled, wider = (cut_out.parent / f"{name}.png" for name in ("mask", "filled", "wider"))
    marked = np.zeros((80, 120), np.uint8)
    marked[:, 68:] = 255  # the right disc
    Image.fromarray(marked).save(mask)
    assert run("fill", cut_out, "--mask", mask, "-o", filled, "--threads", "1").code == 0
    result, before = pixels_of(filled), pixels_of(cut_out)
    assert_clean(result)
    assert np.array_equal(result[:, :60, 3], before[:, :60, 3])
    assert (np.abs(result - before)[:, :60][before[:, :60, 3] == 255] == 0).all()
    assert run("extend", cut_out, "--left", "30%", "-o", wider, "--threads", "1").code == 0
    assert_clean(pixels_of(wider))


def test_a_painting_is_transparent_where_the_picture_is(run: Run, cut_out: Path) -> None:
    painting, out = cut_out.parent / "painting.png", cut_out.parent / "painted.png"
    with Image.open(cut_out) as image:
        alpha = np.array(image)[..., 3]
    Image.new("RGB", (120, 80), (40, 60, 30)).save(painting)
    assert run("paint", cut_out, painting, "-o", out, "--threads", "1").code == 0
    result = pixels_of(out)
    assert result.shape == (80, 120, 4)
    assert np.array_equal(result[..., 3], alpha)


def test_a_jpeg_shows_white_ground_and_a_film_too(run: Run, cut_out: Path) -> None:
    out = cut_out.parent / "wide.jpg"
    assert run("retarget", cut_out, "--width", "140%", "-o", out, *SMALL).code == 0
    assert (pixels_of(out)[:4, :4] > 240).all()


def test_a_project_of_an_opaque_picture_is_as_before(run: Run, sample_picture: Path) -> None:
    png = picture_to_learn(sample_picture, None)
    project = sample_picture.with_suffix(".singan")
    with ProjectStore.create(project, png, "x.png") as store, Image.open(sample_picture) as image:
        from singan_studio.core.images import decode_png

        kept = decode_png(store.source().png, keep_alpha=True)
        assert picture_hash(kept) == picture_hash(np.array(image.convert("RGB")))
