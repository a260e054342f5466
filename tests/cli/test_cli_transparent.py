"""A cut-out object on transparent ground gives results with transparent ground."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_program import Run, called
from PIL import Image

from singan_studio.cli.learning import picture_to_learn
from singan_studio.core.images import picture_hash
from singan_studio.project.store import ProjectStore

SMALL = ["--no-full-size", "--threads", "1"]

BARELY = 8
"""An alpha that nobody sees; what a model of 20 iterations draws is a little different on every processor."""


@pytest.fixture
def cut_out(tmp_path: Path) -> Path:
    return two_discs(tmp_path)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project of a model, 48x32 px, that has learned the two discs."""
    folder = tmp_path_factory.mktemp("learned")
    project, size = folder / "discs.singan", ["--max-size", "48", "--iterations", "20", "--threads", "1"]
    outcome = called("train", two_discs(folder), "-o", project, "--preset", "draft", *size)
    assert outcome.code == 0, outcome.err
    return project


def two_discs(folder: Path) -> Path:
    """Save two dark discs of tea hills on transparent ground whose hidden colour is red; 120x80 px."""
    sample = Path(__file__).parents[2] / "resources" / "samples" / "tea-hills.jpg"
    with Image.open(sample) as image:
        pixels = np.array(image.resize((120, 80)).convert("RGB")) // 2
    y, x = np.mgrid[:80, :120]
    outside = np.minimum(np.hypot(x - 35, y - 40) - 25, np.hypot(x - 90, y - 40) - 18)
    alpha = np.rint(np.clip(0.5 - outside / 2, 0, 1) * 255).astype(np.uint8)
    pixels[alpha == 0] = (255, 0, 0)
    path = folder / "cut-out.png"
    Image.fromarray(np.dstack([pixels, alpha])).save(path)
    return path


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.array(image).astype(int)


def frames_of(path: Path) -> list[np.ndarray]:
    with Image.open(path) as film:
        found = []
        for number in range(film.n_frames):
            film.seek(number)
            found.append(np.array(film.convert("RGBA")).astype(int))
        return found


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


@pytest.mark.parametrize("options", [[], ["--full-size"], ["--tileable"]])
def test_variations_of_a_learned_model_are_transparent(
    run: Run, learned: Path, tmp_path: Path, options: list[str]
) -> None:
    done = run("sample", learned, "-o", tmp_path, "--seed", "5", "-n", "2", "--threads", "1", *options)
    assert done.code == 0, done.err
    for path in tmp_path.glob("*.png"):
        assert_clean(pixels_of(path))


def test_a_learned_variation_near_the_picture_has_its_alpha(run: Run, learned: Path, tmp_path: Path) -> None:
    assert run("sample", learned, "-o", tmp_path, "--start-scale", "1", "--threads", "1").code == 0
    alpha = pixels_of(next(tmp_path.glob("*.png")))[..., 3]
    assert all(alpha[corner] < BARELY for corner in ((0, 0), (0, -1), (-1, 0), (-1, -1)))
    assert alpha[16, 14] == alpha[16, 36] == 255  # the middles of both discs


def test_a_layout_in_the_material_of_a_cut_out_is_transparent_where_it_is_bright(
    run: Run, learned: Path, cut_out: Path
) -> None:
    layout = cut_out.parent / "layout.png"
    drawn = np.full((80, 120, 3), 255, np.uint8)
    drawn[20:60, 30:90] = 0
    Image.fromarray(drawn).save(layout)
    for source in (cut_out, learned):
        out = cut_out.parent / f"{source.stem}-material.png"
        assert run("material", source, layout, "-o", out, "--threads", "1").code == 0
        result = pixels_of(out)
        assert_clean(result)
        assert result[0, 0, 3] == result[-1, -1, 3] == 0
        assert result[result.shape[0] // 2, result.shape[1] // 2, 3] == 255


@pytest.mark.parametrize("size", ["60x60", "150x100"])
def test_a_tile_of_a_cut_out_is_transparent(run: Run, cut_out: Path, size: str) -> None:
    out = cut_out.parent / "tile.png"
    assert run("tile", cut_out, "--size", size, "-o", out, "--threads", "1").code == 0
    assert_clean(pixels_of(out))


@pytest.mark.parametrize("name", ["film.gif", "film.webp", "film.apng"])
def test_an_animation_of_a_cut_out_is_transparent(run: Run, learned: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    done = run("animate", learned, "-o", out, "--frames", "4", "--threads", "1")
    assert done.code == 0, done.err
    assert ("edges are hard" in done.err) == (name == "film.gif")
    for frame in frames_of(out):
        assert_clean(frame)
        assert frame[0, 0, 3] == 0
        assert frame[16, 14, 3] == 255


def test_an_mp4_is_on_white_and_says_so(run: Run, cut_out: Path) -> None:
    out = cut_out.parent / "film.mp4"
    words = ["--arrow", "20,40,30,0", "--frames", "4", "--threads", "1"]
    done = run("flow", cut_out, "-o", out, *words)
    assert done.code == 0, done.err
    assert "cannot be transparent: it is on white" in done.err


def test_still_parts_of_an_animation_keep_their_alpha(run: Run, learned: Path, cut_out: Path) -> None:
    out, mask = cut_out.parent / "film", cut_out.parent / "mask.png"
    marked = np.zeros((80, 120), np.uint8)
    marked[:, 68:] = 255  # the right disc
    Image.fromarray(marked).save(mask)
    words = ["--mask", mask, "--frames", "3", "--threads", "1"]
    assert run("animate", learned, "-o", out, *words).code == 0
    before = pixels_of(cut_out)
    for picture in out.iterdir():
        frame = pixels_of(picture)
        assert_clean(frame)
        assert np.array_equal(frame[:, :60, 3], before[:, :60, 3])


@pytest.mark.parametrize("shimmer", [0, 60])
def test_what_flows_carries_its_alpha(run: Run, learned: Path, tmp_path: Path, shimmer: int) -> None:
    out = tmp_path / "flow.webp"
    words = ["--arrow", "20,40,30,0", "--frames", "6", "--shimmer", shimmer, "--quality", "100"]
    done = run("flow", learned, "-o", out, *words, "--threads", "1")
    assert done.code == 0, done.err
    for frame in frames_of(out):
        assert_clean(frame)
        assert frame[0, 0, 3] == 0
        assert frame[40, 35, 3] > 250
    first, other = frames_of(out)[:2]
    assert not np.array_equal(first[..., 3], other[..., 3])


def test_a_finished_picture_is_transparent_too(run: Run, learned: Path, cut_out: Path) -> None:
    small, out = cut_out.parent / "small", cut_out.parent / "finished.png"
    assert run("sample", learned, "-o", small, "--start-scale", "1", "--threads", "1").code == 0
    [result] = small.iterdir()
    assert run("finish", result, "--photo", cut_out, "-o", out, "--threads", "1").code == 0
    finished = pixels_of(out)
    assert_clean(finished)
    assert finished.shape == (80, 120, 4)
    assert finished[40, 35, 3] == 255


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
