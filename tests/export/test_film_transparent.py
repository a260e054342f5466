"""Films of a cut-out object are transparent in every format that can be, read back by another reader."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.export import ffmpeg
from singan_studio.export.film import enlarged, write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import ExportSettings

COUNT, HEIGHT, WIDTH = 5, 60, 80
DISC = np.array([200, 60, 20])
NAMES = {"gif": "film.gif", "webp": "film.webp", "apng": "film.apng", "png": "film"}


def frames(clear: bool = False) -> Iterator[np.ndarray]:
    """Yield a soft disc of one colour that moves over transparent ground; nothing but the ground if `clear`."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    for number in range(COUNT):
        outside = np.hypot(x - middle(number), y - 30) - 14
        alpha = np.zeros((HEIGHT, WIDTH)) if clear else np.clip(0.5 - outside / 2, 0, 1) * 255
        yield np.dstack([np.full((HEIGHT, WIDTH, 3), DISC), alpha.round()]).astype(np.uint8)


def middle(number: int) -> int:
    return 20 + 9 * number


def written(folder: Path, pictures: Iterator[np.ndarray], **settings: object) -> Path:
    chosen = ExportSettings(**settings)  # pyright: ignore[reportArgumentType]
    path = folder / NAMES.get(chosen.format, f"film.{chosen.format}")
    write_film(path, pictures, COUNT, 10, chosen, {"key": "text"}, NEVER)
    return path


def shown(path: Path) -> list[np.ndarray]:
    """Return the frames, (H, W, 4) uint8, as Pillow reads them."""
    if path.is_dir():
        return [np.array(Image.open(picture)) for picture in sorted(path.iterdir())]
    with Image.open(path) as film:
        found = []
        for number in range(film.n_frames):
            film.seek(number)
            found.append(np.array(film.convert("RGBA")))
        return found


def video(path: Path, decoder: list[str]) -> np.ndarray:
    """Return the frames, (T, H, W, 4) uint8, as ffmpeg reads them."""
    raw = ["-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgba", "-"]
    done = subprocess.run(
        [ffmpeg.program(), "-loglevel", "error", *decoder, *raw], capture_output=True, check=True
    )
    return np.frombuffer(done.stdout, np.uint8).reshape(-1, HEIGHT, WIDTH, 4)


@pytest.mark.parametrize("quality", [80, 100])
@pytest.mark.parametrize("name", ["gif", "webp", "apng", "png"])
def test_pictures_that_move_are_transparent(tmp_path: Path, name: str, quality: int) -> None:
    found = shown(written(tmp_path, frames(), format=name, quality=quality))
    assert len(found) == COUNT
    for number, (frame, drawn) in enumerate(zip(found, frames(), strict=True)):
        assert frame[0, 0, 3] == 0
        assert frame[30, middle(number), 3] == 255
        assert np.array_equal(frame[..., 3] > 127, drawn[..., 3] > 127)  # and nothing of the frame before
        assert np.abs(frame[frame[..., 3] == 255][:, :3] - DISC).max() < 40
        soft = np.unique(frame[..., 3]).size > 2
        assert soft == (FORMATS[name].transparency == "soft")


@pytest.mark.parametrize("loops", [1, 2])
def test_webm_is_transparent(tmp_path: Path, loops: int) -> None:
    found = video(written(tmp_path, frames(), format="webm", loops=loops), ["-c:v", "libvpx-vp9"])
    for number, frame in enumerate(found):
        assert frame[0, 0, 3] == 0
        assert frame[30, middle(number % COUNT), 3] == 255
        assert np.abs(frame[frame[..., 3] > 250][:, :3] - DISC).max() < 40


def test_mp4_is_on_white(tmp_path: Path) -> None:
    found = video(written(tmp_path, frames(), format="mp4"), [])
    assert found[:, 0, 0, :3].min() > 250
    assert np.abs(found[0, 30, middle(0), :3] - DISC).max() < 20


def test_a_gif_of_nothing_but_ground_is_written(tmp_path: Path) -> None:
    assert not any(
        frame[..., 3].any() for frame in shown(written(tmp_path, frames(clear=True), format="gif"))
    )


def test_enlarged_edges_keep_their_colour() -> None:
    larger = enlarged(next(frames()), 2)
    assert larger.shape == (2 * HEIGHT, 2 * WIDTH, 4)
    assert (larger[..., :3] == DISC).all()


@pytest.mark.parametrize("name", ["gif", "mp4", "webm", "webp", "apng"])
def test_opaque_films_have_no_alpha(tmp_path: Path, name: str) -> None:
    opaque = (np.ascontiguousarray(frame[..., :3]) for frame in frames())
    path = written(tmp_path, opaque, format=name)
    said = subprocess.run([ffmpeg.program(), "-i", str(path)], capture_output=True, text=True, check=False)
    assert "yuva" not in said.stderr
    assert "rgba" not in said.stderr
    assert "alpha_mode" not in said.stderr.lower()
