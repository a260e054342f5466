"""`animate` from the command to a film, read back by other programs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from cli_creating import Studio, pixels_of, recipe_of, refused
from cli_program import Run, next_event, started
from PIL import Image

from singan_studio.cli.report import Report
from singan_studio.core.cancel import NEVER
from singan_studio.export import ffmpeg
from singan_studio.export.film import write_film
from singan_studio.export.settings import ExportSettings

ENDINGS = pytest.mark.parametrize("ending", ["gif", "mp4", "webm", "webp", "apng"])


def animated(run: Run, studio: Studio, name: str, *words: object) -> Path:
    out = studio.folder / name
    outcome = run("animate", studio.project, "-o", out, "--threads", "1", *words)
    assert (outcome.code, outcome.out) == (0, f"{out}\n"), outcome.err
    return out


def gif_frames(path: Path) -> list[np.ndarray]:
    with Image.open(path) as film:
        frames = []
        for number in range(film.n_frames):
            film.seek(number)
            frames.append(np.array(film.convert("RGB")))
        return frames


def mp4_frames(path: Path, width: int, height: int) -> np.ndarray:
    command = [
        ffmpeg.program(),
        "-loglevel",
        "error",
        "-i",
        str(path),
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-",
    ]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)


def test_gif_has_requested_frames_speed_and_size(run: Run, studio: Studio) -> None:
    out = animated(run, studio, "film.gif", "--frames", 6, "--fps", 20)
    with Image.open(out) as film:
        assert (film.n_frames, film.size, film.info["duration"], film.info["loop"]) == (6, (64, 43), 50, 0)
    frames = gif_frames(out)
    assert not np.array_equal(frames[0], frames[5])


def test_mp4_has_requested_frames_speed_and_even_sides(run: Run, studio: Studio) -> None:
    out = animated(run, studio, "film.mp4", "--frames", 6, "--fps", 12.5, "--motion", "1,5,5")
    described = subprocess.run(
        [ffmpeg.program(), "-i", str(out)], capture_output=True, text=True, check=False
    ).stderr
    assert re.search(r"Video: h264 .*yuv420p.* 64x44[ ,].* 12\.50? fps", described)
    frames = mp4_frames(out, 64, 44)
    assert len(frames) == 6
    assert not np.array_equal(frames[0], frames[3])
    assert abs(frames[:, 43].astype(int) - frames[:, 42]).mean() < 12  # the edge again, not black


@ENDINGS
def test_film_is_reproducible_from_seed_and_in_another_process(run: Run, studio: Studio, ending: str) -> None:
    first = animated(run, studio, f"a.{ending}", "--frames", 4, "--seed", 5)
    second = animated(run, studio, f"b.{ending}", "--frames", 4, "--seed", 5)
    other = animated(run, studio, f"c.{ending}", "--frames", 4, "--seed", 6)
    assert first.read_bytes() == second.read_bytes() != other.read_bytes()
    again = studio.folder / f"again.{ending}"
    assert run("replay", first, "-o", again).code == 0
    assert again.read_bytes() == first.read_bytes()


def test_every_frame_is_reported_as_it_is_drawn(
    run: Run, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("singan_studio.cli.report.FRAME_SECONDS", 0.0)
    out = studio.folder / "film.gif"
    reported = run("animate", studio.project, "-o", out, "--frames", 3, "--threads", "1", "--json").events
    frames = [{"event": "FramesDrawn", "done": done, "total": 3} for done in (1, 2, 3)]
    assert reported[:3] == frames
    assert reported[3]["event"] == "ResultWritten"


def test_motion_parameters_decide_how_much_moves(run: Run, studio: Studio) -> None:
    def movement(*words: object) -> float:
        name = f"{'-'.join(map(str, words))}.gif"
        frames = gif_frames(animated(run, studio, name, "--frames", 8, *words))
        return float(np.stack(frames).astype(float).std(axis=0).mean())

    assert movement("--motion", 0, "--sway", 0) < movement("--layout", 0.2) < movement("--layout", 2)
    assert movement("--layout", 0, "--detail", 0.5) < movement("--layout", 0, "--detail", 2)


def test_start_scale_keeps_coarser_scales(run: Run, studio: Studio) -> None:
    films = [
        np.stack(gif_frames(animated(run, studio, f"{k}.gif", "--frames", 6, "--start-scale", k)))
        for k in (0, 3)
    ]
    assert films[1].astype(float).std(axis=0).mean() < films[0].astype(float).std(axis=0).mean()


def test_film_carries_recipe_and_project_keeps_first_frame(run: Run, studio: Studio) -> None:
    out = animated(run, studio, "film.mp4", "--frames", 3, "--fps", 24, "--start-scale", 1)
    recipe = recipe_of(out)
    chosen = {name: recipe.params[name] for name in ("frames", "fps", "loop", "start_scale")}
    assert chosen == {"frames": 3, "fps": 24, "loop": "closed", "start_scale": 1}
    result = next(r for r in studio.facts(run)["results"] if r["tool"] == "animate")
    assert (result["width"], result["height"]) == (64, 43)


@ENDINGS
def test_replay_refuses_film_of_another_program(run: Run, studio: Studio, ending: str) -> None:
    stranger = studio.folder / f"stranger.{ending}"
    frame = np.zeros((16, 16, 3), np.uint8)
    write_film(stranger, [frame, 255 - frame], 2, 10, ExportSettings(ending), {}, NEVER)
    outcome = run("replay", stranger, "-o", studio.folder / f"again.{ending}")
    assert refused(outcome, f"stranger.{ending} holds no recipe; only pictures and films")
    stranger.write_bytes(stranger.read_bytes()[:40])
    assert refused(run("replay", stranger, "-o", studio.folder / f"again.{ending}"), "holds no recipe")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@ENDINGS
def test_ctrl_c_leaves_no_film_file(
    run: Run, studio: Studio, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupting(report: Report, done: int, total: int) -> None:
        if done == 3:
            os.kill(os.getpid(), signal.SIGINT)

    before = {file.name for file in studio.folder.iterdir()}
    results = studio.facts(run)["results"]
    monkeypatch.setattr(Report, "frames", interrupting)
    outcome = run("animate", studio.project, "-o", studio.folder / f"film.{ending}", "--frames", 10)
    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.err == "singan-studio: Interrupted. Nothing was written.\n"
    assert {file.name for file in studio.folder.iterdir()} == before
    assert studio.facts(run)["results"] == results


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_ctrl_c_in_terminal_leaves_no_film_file_and_intact_project(run: Run, studio: Studio) -> None:
    """A terminal sends Ctrl-C to every process of the group, ffmpeg included."""
    before = {file.name for file in studio.folder.iterdir()}
    words = ["animate", studio.project, "-o", "film.mp4", "--frames", 10_000, "--threads", "1", "--json"]
    with started(*words, cwd=studio.folder, own_group=True) as process:
        next_event(process, "FramesDrawn")
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=100)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "singan-studio: Interrupted. Nothing was written."
    assert all(json.loads(line)["event"] == "FramesDrawn" for line in out.splitlines())
    assert {file.name for file in studio.folder.iterdir()} == before
    assert run("info", studio.project).code == 0


def test_closed_stdout_stops_film_quietly(run: Run, studio: Studio) -> None:
    before = {file.name for file in studio.folder.iterdir()}
    words = ["animate", studio.project, "-o", "film.mp4", "--frames", 10_000, "--threads", "1", "--json"]
    with started(*words, cwd=studio.folder) as process:
        next_event(process, "FramesDrawn")
        assert process.stdout is not None
        process.stdout.close()
        process.wait(timeout=60)
        assert process.stderr is not None
        err = process.stderr.read()
    assert process.returncode == 130
    assert "cannot be written" not in err
    assert "Traceback" not in err
    assert {file.name for file in studio.folder.iterdir()} == before


@ENDINGS
def test_broken_encoder_gives_one_error_line(
    run: Run, studio: Studio, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = studio.folder / "ffmpeg"
    broken.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(broken))
    before = {file.name for file in studio.folder.iterdir()}
    outcome = run("animate", studio.project, "-o", studio.folder / f"film.{ending}", "--frames", 300)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    assert "The film cannot be written: broken." in outcome.err
    assert {file.name for file in studio.folder.iterdir()} == before


def test_pixels_outside_mask_stay_original_in_every_frame(run: Run, studio: Studio) -> None:
    height, width = studio.original.shape[:2]
    mask = np.zeros((height, width, 3), np.uint8)
    mask[: height // 2] = 255
    studio.write("moves", mask)
    words = ["--mask", studio.files["moves"], "--frames", 6, "--layout", 4]
    folder = animated(run, studio, "frames", *words)
    pictures = [pixels_of(path) for path in sorted(folder.iterdir())]
    assert len(pictures) == 6
    for picture in pictures:
        assert np.array_equal(picture[height // 2 :], studio.original[height // 2 :])
    assert not np.array_equal(pictures[0], pictures[3])
    shown = gif_frames(animated(run, studio, "film.gif", *words))
    assert shown[0].shape == studio.original.shape
    assert all(np.array_equal(shown[0][height // 2 :], other[height // 2 :]) for other in shown)


def test_sequence_is_replayed_from_folder_or_any_picture(run: Run, studio: Studio) -> None:
    folder = animated(run, studio, "frames", "--frames", 3, "--loop", "pingpong", "--size", "50x40")
    for number, source in enumerate((folder, folder / "frame-00002.png")):
        again = studio.folder / f"again{number}"
        assert run("replay", source, "-o", again).code == 0
        one, other = ([path.read_bytes() for path in sorted(each.iterdir())] for each in (folder, again))
        assert one == other
    assert pixels_of(folder / "frame-00001.png").shape == (40, 50, 3)
    assert (folder / "frame-00002.png").read_bytes() == (folder / "frame-00003.png").read_bytes()


def test_keyframes_from_file_change_motion_over_time(run: Run, studio: Studio) -> None:
    file = studio.folder / "keys.json"
    keys = [{"frame": 0, "value": 0}, {"frame": 11, "value": 0}, {"frame": 18, "value": 4}]
    file.write_text(json.dumps({"layout": keys, "detail": keys[:1]}), encoding="utf-8")
    words = ["--frames", 20, "--loop", "none", "--keyframes", file]
    frames = np.stack(gif_frames(animated(run, studio, "film.gif", *words))).astype(float)
    assert np.abs(np.diff(frames[:11], axis=0)).max() == 0
    assert np.abs(np.diff(frames[12:], axis=0)).mean() > 0
    assert recipe_of(studio.folder / "film.gif").params["keyframes"]["layout"][2]["value"] == 4

    file.write_text('{"speed": [{"frame": 0, "value": 1}]}', encoding="utf-8")
    outcome = run("animate", studio.project, "-o", studio.folder / "other.gif", "--keyframes", file)
    assert refused(outcome, "no keyframe track “speed”", "layout | detail | alpha | beta")
    file.write_text("{", encoding="utf-8")
    outcome = run("animate", studio.project, "-o", studio.folder / "other.gif", "--keyframes", file)
    assert refused(outcome, "--keyframes is", "cannot be read as JSON")


@pytest.mark.parametrize(("loop", "stored"), [("closed", 0), ("pingpong", 0), ("none", None)])
def test_gif_stores_whether_it_loops(run: Run, studio: Studio, loop: str, stored: int | None) -> None:
    with Image.open(animated(run, studio, "film.gif", "--frames", 4, "--loop", loop)) as film:
        assert film.info.get("loop") == stored


def test_export_settings_are_kept_for_replay(run: Run, studio: Studio) -> None:
    words = ["--frames", 4, "--quality", 30, "--at-least", 1, "--enlarge", 1.5, "--fps", 10]
    first = animated(run, studio, "first.mp4", *words)
    assert len(mp4_frames(first, 96, 64)) == 12
    again = studio.folder / "again.mp4"
    assert run("replay", first, "-o", again).code == 0
    assert again.read_bytes() == first.read_bytes()
    other = studio.folder / "other.gif"
    assert run("replay", first, "-o", other).code == 0
    with Image.open(other) as film:
        assert (film.n_frames, film.size) == (4, (96, 64))
