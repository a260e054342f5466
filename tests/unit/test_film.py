"""Films are written by the real ffmpeg and read back by another reader."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import BadInput, Cancelled, RunFailure
from singan_studio.export.film import ffmpeg, film_texts, write_film

TEXTS = {"singan-recipe": '{"seed": 5, "note": "ü = \\\\ ; #"}', "singan-project": "../a b.singan"}


def frames(count=7, height=30, width=41):
    y, x = np.mgrid[0:height, 0:width]
    for t in range(count):
        yield np.stack([(x * 6 + t * 20) % 256, (y * 8) % 256, 0 * x + 90], axis=2).astype(np.uint8)


def children():
    tasks = [task / "children" for task in Path("/proc/self/task").iterdir()]
    return [int(pid) for task in tasks for pid in task.read_text().split()]


def probe(path):
    said = subprocess.run(
        [ffmpeg(), "-i", str(path), "-f", "null", "-"], capture_output=True, text=True, check=False
    )
    stream = re.search(r"Video: (\S+).*?(\d{2,})x(\d+).*?([\d.]+) fps", said.stderr)
    count = re.findall(r"frame=\s*(\d+)", said.stderr)
    return stream[1], int(stream[2]), int(stream[3]), float(stream[4]), int(count[-1])


def test_an_mp4_has_every_frame_and_even_sides(tmp_path):
    path = tmp_path / "film.mp4"
    film = write_film(path, frames(), 12, TEXTS, NEVER)
    assert (film.frames, film.width, film.height) == (7, 42, 30)
    assert probe(path) == ("h264", 42, 30, 12.0, 7)
    data = path.read_bytes()
    assert data.find(b"moov") < data.find(b"mdat"), "the index comes first, so that it plays while it loads"
    assert b"yuv420p" in subprocess.run([ffmpeg(), "-i", str(path)], capture_output=True, check=False).stderr


def test_an_odd_side_is_padded_by_its_edge(tmp_path):
    path = tmp_path / "film.mp4"
    film = write_film(path, frames(2, 31, 41), 10, {}, NEVER)
    assert (film.width, film.height) == (42, 32)
    assert np.array_equal(film.first[31], film.first[30])
    assert np.array_equal(film.first[:, 41], film.first[:, 40])


def test_a_gif_has_every_frame_its_speed_and_loops(tmp_path):
    path = tmp_path / "film.gif"
    write_film(path, frames(), 20, TEXTS, NEVER)
    with Image.open(path) as gif:
        assert (gif.n_frames, gif.size, gif.info["loop"], gif.info["duration"]) == (7, (41, 30), 0, 50)
        gif.seek(6)
        shown = np.array(gif.convert("RGB")).astype(int)
    assert np.abs(shown - list(frames())[6]).mean() < 12


def test_still_parts_of_a_gif_stay_still(tmp_path):
    still = np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    moving = [still.copy() for _ in range(5)]
    for t, frame in enumerate(moving):
        frame[:, 16:] = (t * 50, 255 - t * 40, 99)
    write_film(tmp_path / "film.gif", moving, 10, {}, NEVER)
    with Image.open(tmp_path / "film.gif") as gif:
        shown = []
        for t in range(5):
            gif.seek(t)
            shown.append(np.array(gif.convert("RGB"))[:, :16])
    assert all(np.array_equal(shown[0], other) for other in shown[1:])


@pytest.mark.parametrize("name", ["film.gif", "film.mp4"])
def test_texts_are_carried_along(tmp_path, name):
    path = tmp_path / name
    write_film(path, frames(3), 10, TEXTS, NEVER)
    assert film_texts(path) == TEXTS
    if name.endswith("gif"):
        with Image.open(path) as gif:
            assert gif.info["comment"].startswith(b"singan:")
            assert gif.n_frames == 3


@pytest.mark.parametrize("name", ["film.gif", "film.mp4"])
def test_the_same_frames_give_the_same_bytes(tmp_path, name):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write_film(tmp_path / folder / name, frames(4), 10, TEXTS, NEVER)
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("name", ["film.gif", "film.mp4"])
def test_a_cancelled_film_leaves_nothing(tmp_path, name):
    source = CancelSource()

    def endless():
        for count, frame in enumerate(itertools.cycle(frames())):
            if count == 5:
                source.cancel()
            yield frame

    with pytest.raises(Cancelled):
        write_film(tmp_path / name, endless(), 10, {}, source.token)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("name", ["film.gif", "film.mp4"])
def test_ctrl_c_in_a_terminal_does_not_reach_the_encoder(tmp_path, name):
    """A terminal sends it to every process of the group; the encoder must live until the film is given up."""

    others = set(children())

    def interrupted():
        for count, frame in enumerate(itertools.cycle(frames())):
            if count == 3:
                encoder = set(children()) - others
                assert encoder
                assert all(os.getpgid(child) != os.getpgid(0) for child in encoder)
            if count == 5:
                return
            yield frame

    assert write_film(tmp_path / name, interrupted(), 10, {}, NEVER).frames == 5


def test_a_failing_frame_leaves_nothing(tmp_path):
    def failing():
        yield from frames(2)
        raise RunFailure("engine.failed", reason="x")

    with pytest.raises(RunFailure):
        write_film(tmp_path / "film.gif", failing(), 10, {}, NEVER)
    assert list(tmp_path.iterdir()) == []


def test_no_frames_are_said(tmp_path):
    with pytest.raises(RunFailure, match="no frames"):
        write_film(tmp_path / "film.mp4", iter(()), 10, {}, NEVER)


def test_another_ending_is_refused_with_those_allowed(tmp_path):
    with pytest.raises(BadInput, match=r"\.gif \| \.mp4"):
        write_film(tmp_path / "film.avi", frames(), 10, {}, NEVER)


def test_a_film_is_not_overwritten_unasked(tmp_path):
    path = tmp_path / "film.gif"
    path.write_bytes(b"mine")
    with pytest.raises(BadInput, match="exists"):
        write_film(path, frames(), 10, {}, NEVER)
    assert path.read_bytes() == b"mine"
    write_film(path, frames(), 10, {}, NEVER, force=True)
    assert path.read_bytes().startswith(b"GIF89a")
