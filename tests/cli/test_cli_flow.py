"""`flow` from the command to a film: a plain picture is enough, pins hold, and the film can be made again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_program import Run
from PIL import Image

ARROWS = ["--arrow", "30,20,40,0", "--arrow=90,30,-20,5"]
SHORT = ["--frames", "6", "--threads", "1"]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    sample = Path(__file__).parents[2] / "resources" / "samples" / "ocean-waves.jpg"
    with Image.open(sample) as image:
        image.resize((160, 90)).save(tmp_path / "waves.png")
    return tmp_path / "waves.png"


@pytest.fixture
def pin(photo: Path) -> Path:
    mask = np.zeros((90, 160), np.uint8)
    mask[60:] = 255
    Image.fromarray(mask).save(photo.parent / "pin.png")
    return photo.parent / "pin.png"


def frames_in(folder: Path) -> list[np.ndarray]:
    found = []
    for file in sorted(folder.glob("*.png")):
        with Image.open(file) as image:
            found.append(np.array(image.convert("RGB")))
    return found


def test_what_is_pinned_has_the_photos_bits_and_the_rest_flows(run: Run, photo: Path, pin: Path) -> None:
    out = photo.parent / "frames"
    done = run("flow", photo, "-o", out, "--format", "png", "--pin", pin, *ARROWS, *SHORT)
    assert done.code == 0, done.err
    with Image.open(photo) as image:
        original = np.array(image.convert("RGB"))
    frames = frames_in(out)
    assert len(frames) == 6
    for frame in frames:
        assert np.array_equal(frame[60:], original[60:])
        assert not np.array_equal(frame[:50], original[:50])


@pytest.mark.parametrize("ending", ["gif", "mp4", "webp"])
def test_film_can_be_made_again_from_its_recipe(run: Run, photo: Path, ending: str) -> None:
    out, again = photo.parent / f"film.{ending}", photo.parent / f"again.{ending}"
    assert run("flow", photo, "-o", out, *ARROWS, *SHORT).code == 0
    done = run("replay", out, "-o", again, "--threads", "1")
    assert done.code == 0, done.err
    assert out.read_bytes() == again.read_bytes()


def test_result_of_a_project_keeps_its_pins(run: Run, photo: Path, pin: Path) -> None:
    from singan_studio.core.images import encode_png
    from singan_studio.project.store import ProjectStore

    project, out = photo.parent / "waves.singan", photo.parent / "film.gif"
    with Image.open(photo) as image:
        ProjectStore.create(project, encode_png(np.array(image.convert("RGB"))), "waves.png").close()
    assert run("flow", project, "-o", out, "--pin", pin, *ARROWS, *SHORT).code == 0
    pin.unlink()
    again = photo.parent / "again.gif"
    done = run("replay", project, "--result", "1", "-o", again, "--threads", "1")
    assert done.code == 0, done.err
    assert out.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "give at least one arrow"),
        (["--arrow", "1,2,3"], "--arrow is 1,2,3"),
        (["--arrow", "1,2,x,4"], "--arrow is 1,2,x,4"),
        (["--arrow", "1,2,0,0"], "with a length"),
        (["--arrow", "1,2,nan,1"], "--arrow is 1,2,nan,1"),
    ],
)
def test_arrows_that_say_nothing_are_refused(run: Run, photo: Path, words: list[str], said: str) -> None:
    out = photo.parent / "film.gif"
    done = run("flow", photo, "-o", out, *words, *SHORT)
    assert done.code == 2
    assert said in done.err
    assert not out.exists()
