"""Films are written by the real ffmpeg and read back by another reader."""

import itertools
import json
import os
import re
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import BadInput, Cancelled, RunFailure
from singan_studio.export import ffmpeg
from singan_studio.export.film import film_texts, format_for, refuse_taken, write_film
from singan_studio.export.formats import FORMATS
from singan_studio.export.settings import PRESETS, ExportSettings

TEXTS = {"singan-recipe": '{"seed": 5, "note": "ü = \\\\ ; #"}', "singan-project": "../a b.singan"}
NAMES = {name: f"film{format_.endings[0] if format_.endings else ''}" for name, format_ in FORMATS.items()}
every_format = pytest.mark.parametrize("name", list(FORMATS))
with_loop_flag = pytest.mark.parametrize("name", ["gif", "webp", "apng"])
videos = pytest.mark.parametrize("name", ["mp4", "webm"])


def frames(count=7, height=30, width=41):
    y, x = np.mgrid[0:height, 0:width]
    for t in range(count):
        yield np.stack([(x * 6 + t * 20) % 256, (y * 8) % 256, 0 * x + 90], axis=2).astype(np.uint8)


def write(folder, name, pictures=None, fps=10.0, texts=TEXTS, cancel=NEVER, force=False, **settings):
    """Write a film in that format and return its path."""
    path = folder / NAMES[name]
    pictures = list(frames()) if pictures is None else pictures
    count = len(pictures) if isinstance(pictures, list) else 7
    write_film(path, pictures, count, fps, ExportSettings(name, **settings), texts, cancel, force)
    return path


def probe(path):
    """Return codec, width, height, fps and number of frames, as ffmpeg reads them."""
    said = subprocess.run(
        [ffmpeg.program(), "-i", str(path), "-f", "null", "-"], capture_output=True, text=True, check=False
    )
    stream = re.search(r"Video: (\w+).*?(\d{2,})x(\d+).*?([\d.]+) fps", said.stderr)
    count = re.findall(r"frame=\s*(\d+)", said.stderr)
    return stream[1], int(stream[2]), int(stream[3]), float(stream[4]), int(count[-1])


def decoded(path, width, height):
    """Return (T, H, W, 3) uint8 as ffmpeg decodes it."""
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    command = [ffmpeg.program(), "-loglevel", "error", "-i", str(path), *raw]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.uint8).reshape(
        -1, height, width, 3
    )


def shown(path):
    """Return every frame of a GIF, WebP or APNG and its duration in ms, as Pillow reads them."""
    with Image.open(path) as film:
        pictures, milliseconds = [], []
        for number in range(film.n_frames):
            film.seek(number)
            pictures.append(np.array(film.convert("RGB")))
            milliseconds.append(film.info["duration"])
        return pictures, milliseconds


def children():
    tasks = [task / "children" for task in Path("/proc/self/task").iterdir()]
    return [int(pid) for task in tasks for pid in task.read_text().split()]


@pytest.mark.parametrize(("name", "codec", "size"), [("mp4", "h264", (42, 30)), ("webm", "vp9", (41, 30))])
def test_a_video_has_every_frame_its_speed_and_its_size(tmp_path, name, codec, size):
    path = write(tmp_path, name, fps=12)
    assert probe(path) == (codec, *size, 12.0, 7)
    assert np.abs(decoded(path, *size)[6, :, :41].astype(int) - list(frames())[6]).mean() < 12


def test_an_mp4_has_its_index_first_and_yuv420p(tmp_path):
    path = write(tmp_path, "mp4")
    data = path.read_bytes()
    assert data.find(b"moov") < data.find(b"mdat"), "the index comes first"
    said = subprocess.run([ffmpeg.program(), "-i", str(path)], capture_output=True, check=False).stderr
    assert b"yuv420p" in said


@videos
@pytest.mark.parametrize("times", [1, 3])
def test_the_colours_of_a_video_are_those_of_the_frames(tmp_path, name, times):
    """The file states its colours: players that must guess treat large pictures unlike small ones."""
    colours = [(220, 30, 40), (30, 180, 60), (40, 60, 220), (128, 128, 128)]
    stripes = np.repeat(np.array(colours, np.uint8), 16, axis=0)[None].repeat(32, axis=0)
    path = write(tmp_path, name, [stripes] * 3, quality=95, loops=times)
    told = subprocess.run([ffmpeg.program(), "-i", str(path)], capture_output=True, text=True, check=False)
    assert re.search(r"yuv420p\(tv, bt709, progressive", told.stderr)
    shown = decoded(path, 64, 32)[-1].astype(int)
    for number, colour in enumerate(colours):
        assert np.abs(shown[16, 16 * number + 8] - colour).max() < 8


def test_an_odd_side_of_an_mp4_is_padded_by_its_edge(tmp_path):
    path = write(tmp_path, "mp4", list(frames(2, 31, 41)), quality=100)
    picture = decoded(path, 42, 32)[0].astype(int)
    assert np.abs(picture[31] - picture[30]).mean() < 12
    assert np.abs(picture[:, 41] - picture[:, 40]).mean() < 12


@with_loop_flag
def test_an_animated_picture_has_every_frame_its_speed_its_size_and_loops(tmp_path, name):
    path = write(tmp_path, name, fps=20)
    with Image.open(path) as film:
        assert (film.n_frames, film.size, film.info["loop"]) == (7, (41, 30), 0)
    pictures, milliseconds = shown(path)
    assert [round(each) for each in milliseconds] == [50] * 7
    assert np.abs(pictures[6].astype(int) - list(frames())[6]).mean() < 12


@with_loop_flag
@pytest.mark.parametrize("loops", [1, 3])
def test_an_animated_picture_has_its_loop_count(tmp_path, name, loops):
    path = write(tmp_path, name, loops=loops)
    with Image.open(path) as film:
        said = film.info.get("loop")
    if name == "gif":  # it counts repeats, and without a count it is played once
        assert said == (None if loops == 1 else loops - 1)
    else:
        assert said == loops


@videos
@pytest.mark.parametrize(
    ("settings", "times"), [({"at_least": 2}, 3), ({"at_least": 0.5}, 1), ({"loops": 2, "at_least": 9}, 2)]
)
def test_a_video_without_loop_flag_repeats_the_film(tmp_path, name, settings, times):
    path = write(tmp_path, name, **settings)
    width = 42 if name == "mp4" else 41
    assert probe(path)[3:] == (10.0, 7 * times)
    pictures = decoded(path, width, 30).astype(int)
    for number, picture in enumerate(pictures):
        assert np.abs(picture - pictures[number % 7]).mean() < 6


def test_a_sequence_is_a_folder_of_pictures_bit_for_bit(tmp_path):
    folder = write(tmp_path, "png")
    names = sorted(item.name for item in folder.iterdir())
    assert names == [f"frame-{number:05d}.png" for number in range(1, 8)]
    for name, frame in zip(names, frames(), strict=True):
        with Image.open(folder / name) as picture:
            assert np.array_equal(np.array(picture), frame)


@pytest.mark.parametrize("name", ["apng", "webp"])
def test_lossless_formats_keep_every_bit(tmp_path, name):
    pictures, _ = shown(write(tmp_path, name, quality=100))
    assert all(np.array_equal(a, b) for a, b in zip(pictures, frames(), strict=True))


@pytest.mark.parametrize("dither", ["bayer", "none"])
def test_still_parts_of_a_gif_stay_still(tmp_path, dither):
    still = np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    moving = [still.copy() for _ in range(5)]
    for t, frame in enumerate(moving):
        frame[:, 16:] = (t * 50, 255 - t * 40, 99)
    pictures, _ = shown(write(tmp_path, "gif", moving, dither=dither))
    assert all(np.array_equal(pictures[0][:, :16], other[:, :16]) for other in pictures[1:])


@pytest.mark.parametrize("name", ["gif", "mp4", "webm", "webp"])
def test_better_quality_takes_more_bytes(tmp_path, name):
    noise = np.random.default_rng(0)
    pictures = [noise.integers(0, 256, (32, 48, 3), dtype=np.uint8) for _ in range(4)]
    sizes = [
        write(tmp_path, name, pictures, quality=quality, force=True).stat().st_size for quality in (5, 50, 95)
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.9 * sizes[2]


def test_an_enlarged_film_is_larger_and_smooth(tmp_path):
    path = write(tmp_path, "apng", list(frames(2)), enlarge=2.5)
    pictures, _ = shown(path)
    assert pictures[0].shape == (75, 102, 3)
    small = np.array(Image.fromarray(pictures[0]).resize((41, 30), Image.Resampling.BOX)).astype(int)
    assert np.abs(small - next(iter(frames(1))))[3:-3, 3:38].mean() < 4


@pytest.mark.parametrize(
    ("name", "asked", "held"),
    [
        ("gif", 24, 25),
        ("gif", 25, 25),
        ("gif", 60, 50),
        ("gif", 12.5, 12.5),
        ("gif", 30, Fraction(100, 3)),
        ("webp", 60, Fraction(1000, 17)),
        ("mp4", 23.976, 23.976),
    ],
)
def test_a_speed_is_one_that_the_format_can_hold(name, asked, held):
    assert float(FORMATS[name].speed(asked)) == pytest.approx(float(held), abs=1e-3)


def test_a_gif_plays_at_the_announced_speed(tmp_path):
    _, milliseconds = shown(write(tmp_path, "gif", fps=24))
    assert milliseconds == [40] * 7


@every_format
def test_texts_are_carried_along(tmp_path, name):
    path = write(tmp_path, name)
    assert film_texts(path) == TEXTS
    if name == "gif":
        with Image.open(path) as gif:
            assert gif.info["comment"].startswith(b"singan:")
    if name == "webp":
        with Image.open(path) as webp:
            assert webp.info["xmp"].startswith(b"singan:")


def test_the_same_frames_give_the_same_bytes_at_another_time(tmp_path):
    def written(folder):
        folder.mkdir()
        for name in FORMATS:
            write(folder, name)
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    one = written(tmp_path / "a")
    began = int(time.time())
    while int(time.time()) == began:  # containers know the time by the second
        time.sleep(0.02)
    assert written(tmp_path / "b") == one


@every_format
def test_a_cancelled_film_leaves_nothing(tmp_path, name):
    source = CancelSource()

    def endless():
        for count, frame in enumerate(itertools.cycle(frames())):
            if count == 5:
                source.cancel()
            yield frame

    with pytest.raises(Cancelled):
        write(tmp_path, name, endless(), cancel=source.token)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("name", ["gif", "mp4"])
def test_ctrl_c_in_a_terminal_does_not_reach_the_encoder(tmp_path, name):
    """A terminal sends it to every process of the group; the encoder must live until the film is cancelled."""
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

    assert write(tmp_path, name, interrupted()).exists()


def test_an_encoder_that_is_finishing_can_be_cancelled(tmp_path):
    source = CancelSource()

    def cancelled_at_the_end():
        yield from frames(60, 400, 400)
        source.cancel()

    with pytest.raises(Cancelled):
        write(tmp_path, "webp", cancelled_at_the_end(), cancel=source.token, quality=100)
    assert list(tmp_path.iterdir()) == []


@every_format
def test_a_failing_frame_leaves_nothing(tmp_path, name):
    def failing():
        yield from frames(2)
        raise RunFailure("engine.failed", reason="x")

    with pytest.raises(RunFailure, match="Learning stopped"):
        write(tmp_path, name, failing())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.timeout(30)
@pytest.mark.parametrize("drawn", [0, 3])
def test_a_broken_pipe_of_the_frames_is_not_blamed_on_ffmpeg(tmp_path, drawn):
    def cut_off():
        yield from [np.zeros((32, 32, 3), np.uint8)] * drawn
        raise BrokenPipeError("the source")

    with pytest.raises(BrokenPipeError, match="the source"):
        ffmpeg.encode(tmp_path / "film.mkv", cut_off(), Fraction(10), ffmpeg.LOSSLESS, NEVER)


@every_format
def test_a_film_without_frames_is_refused(tmp_path, name):
    with pytest.raises(RunFailure, match="no frames"):
        write(tmp_path, name, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for ffmpeg")
@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("av_interleaved_write_frame(): No space left on device", "The disk is full"),
        ("Unknown encoder 'libx264'", "has no encoder libx264"),
        ("Something else", "cannot be written: Something else"),
    ],
)
def test_errors_of_ffmpeg_become_messages(tmp_path, monkeypatch, said, words):
    script = tmp_path / "ffmpeg"
    script.write_text(f'#!/bin/sh\ncat > /dev/null\necho "{said}" >&2\nexit 1\n')
    script.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(script))
    folder = tmp_path / "films"
    folder.mkdir()
    with pytest.raises(RunFailure, match=words):
        write(folder, "mp4")
    assert list(folder.iterdir()) == []


def test_a_missing_ffmpeg_is_reported(tmp_path, monkeypatch):
    import imageio_ffmpeg

    def nowhere():
        raise RuntimeError("No ffmpeg exe could be found.")

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", nowhere)
    with pytest.raises(RunFailure, match="ffmpeg is missing"):
        write(tmp_path, "gif")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_reported_for_a_sequence_too(tmp_path, monkeypatch):
    write_bytes, written = Path.write_bytes, []

    def full(path, data):
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        written.append(path)
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RunFailure, match="The disk is full"):
        write(tmp_path, "png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("a.gif", None, "gif"),
        ("a.MP4", None, "mp4"),
        ("a.webm", None, "webm"),
        ("a.webp", None, "webp"),
        ("a.apng", None, "apng"),
        ("a.png", "apng", "apng"),
        ("frames", None, "png"),
        ("frames", "png", "png"),
    ],
)
def test_a_file_name_decides_the_format(name, wanted, found):
    assert format_for(Path(name), wanted).name == found


@pytest.mark.parametrize(
    ("name", "wanted", "allowed"),
    [
        ("film.avi", None, r"\.gif \| \.mp4 \| \.webm \| \.webp \| \.apng"),
        ("film.png", None, r"\.gif"),
        ("film.gif", "mp4", r"film\.gif does not fit the format mp4; allowed is \.mp4"),
        ("film.gif", "png", "allowed is a folder"),
    ],
)
def test_an_unknown_ending_is_refused_with_the_allowed_ones(name, wanted, allowed):
    with pytest.raises(BadInput, match=allowed):
        format_for(Path(name), wanted)


def test_a_film_is_not_overwritten_without_force(tmp_path):
    path = tmp_path / "film.gif"
    path.write_bytes(b"mine")
    with pytest.raises(BadInput, match="exists"):
        write(tmp_path, "gif")
    assert path.read_bytes() == b"mine"
    write(tmp_path, "gif", force=True)
    assert path.read_bytes().startswith(b"GIF89a")


def test_a_folder_is_overwritten_only_when_it_holds_a_film(tmp_path):
    folder = write(tmp_path, "png")
    with pytest.raises(BadInput, match="exists"):
        write(tmp_path, "png")
    write(tmp_path, "png", list(frames(3)), force=True)
    assert len(list(folder.iterdir())) == 3
    (folder / "holiday.jpg").write_bytes(b"mine")
    with pytest.raises(BadInput, match="not empty"):
        write(tmp_path, "png", force=True)
    assert (folder / "holiday.jpg").read_bytes() == b"mine"
    with pytest.raises(BadInput, match="is a folder"):
        refuse_taken(folder, FORMATS["gif"], True)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("format", "avi", "gif"),
        ("quality", 0, "1..100"),
        ("quality", 50.5, "1..100"),
        ("loops", -1, "0..1000"),
        ("enlarge", 5, "1..4"),
        ("dither", "floyd", "bayer"),
    ],
)
def test_a_setting_out_of_range_says_what_is_allowed(field, value, allowed):
    with pytest.raises(BadInput, match=f"{field} is {value}; allowed is {re.escape(allowed)}"):
        ExportSettings(**{field: value})


def test_settings_survive_as_json():
    for settings in PRESETS.values():
        assert ExportSettings.from_json(settings.to_json()) == settings
    later = json.dumps({**json.loads(ExportSettings().to_json()), "of_a_later_version": 1})
    assert ExportSettings.from_json(later) == ExportSettings()
    with pytest.raises(BadInput, match="cannot be read"):
        ExportSettings.from_json("no JSON")


@pytest.mark.parametrize("quality", [80, 100])
def test_a_webp_keeps_frames_that_are_nearly_equal(tmp_path, quality):
    first = next(frames(1))
    pictures = [first + np.uint8(number // 3) for number in range(30)]
    with Image.open(write(tmp_path, "webp", pictures, fps=20, quality=quality)) as film:
        assert film.n_frames == 30
        durations = []
        for number in range(30):
            film.seek(number)
            film.load()
            durations.append(film.info["duration"])
    assert set(durations) == {50}


def test_frames_go_into_a_folder_with_a_dot_in_its_name(tmp_path):
    folder = tmp_path / "frames.v2"
    assert format_for(folder, "png").folder
    with pytest.raises(BadInput, match="--format png for a folder"):
        format_for(folder)
    folder.mkdir()
    assert format_for(folder).folder
    with pytest.raises(BadInput):
        format_for(tmp_path / "film.gif", "png")
