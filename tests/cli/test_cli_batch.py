"""`batch`: every picture of a folder, in processes; it goes on where it stopped, and a bad picture stops nothing."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest
from cli_batch import SAMPLE, made, tiny_pictures, workers_of
from cli_creating import refused
from cli_program import Run, next_event, started

from singan_studio.cli.batch.folder import result_names
from singan_studio.project.store import ProjectStore

signals = pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")


def test_batch_makes_every_picture_lists_failed_ones_and_goes_on_where_it_stopped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tiny_pictures(tmp_path / "in", 2)
    (tmp_path / "in" / "bad.jpg").write_bytes(b"no picture")
    (tmp_path / "in" / "notes.txt").write_text("no picture either, but it does not say so")
    command = ["batch", "in", *SAMPLE, "-o", "out", "-n", "2"]
    first = run(*command, "--jobs", "2")
    assert first.code == 1
    lines = {line.partition(", ")[0] for line in first.out.splitlines()}
    parts = {f"part-0{number}.png: out/part-0{number}" for number in range(2)}
    assert lines == {"bad.jpg: failed", *parts}
    assert all(line.endswith(" s") for line in first.out.splitlines())
    assert first.err.splitlines()[0] == "1 of 3 pictures failed:"
    assert "bad.jpg is not a picture that can be read" in first.err.splitlines()[1]
    results = made(tmp_path / "out")
    assert list(results) == [f"part-0{n}/sample-000000000{seed}.png" for n in range(2) for seed in range(2)]

    assert (
        run("replay", "out/part-01/sample-0000000001.png", "--project", "in/part-01.png", "-o", "x.png").code
        == 0
    )
    assert (tmp_path / "x.png").read_bytes() == results["part-01/sample-0000000001.png"]

    (tmp_path / "in" / "bad.jpg").write_bytes((tmp_path / "in" / "part-00.png").read_bytes())
    (tmp_path / "in" / "part-00.png").write_bytes((tmp_path / "in" / "part-01.png").read_bytes())
    (tmp_path / "out" / ".unfinished-12345678-part-01").mkdir()
    second = run(*command, "--json")
    assert second.code == 0
    became = {event["picture"]: event["became"] for event in second.events}
    assert became == {"bad.jpg": "made", "part-00.png": "made", "part-01.png": "skipped"}
    assert not list((tmp_path / "out").glob(".unfinished*"))

    other = run("batch", "in", *SAMPLE, "-o", "out", "-n", "2", "--seed", "7")
    assert refused(other, "seed 7 instead of 0", "--force")


@signals
def test_ctrl_c_while_learning_stops_soon_and_the_command_it_names_goes_on(
    run: Run, tmp_path: Path, sample_picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "hills.png").write_bytes(sample_picture.read_bytes())
    half = tmp_path / "out" / ".unfinished-hills.singan"
    learn = ["--preset", "draft", "--max-size", "48", "--iterations", "12"]
    command = ["batch", "in", "--do", "learn", "-o", "out", "--threads", "1", *learn]
    with started(*command, cwd=tmp_path, own_group=True) as process:
        first = _until_a_scale_is_learned(half)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert time.monotonic() - began < 4  # 1 s on a calm machine
    assert process.returncode == 130
    assert "0 of 1 pictures are done. Go on with: " in err
    assert "Traceback" not in err
    again = run(*shlex.split(err.splitlines()[-1].partition("Go on with: singan-studio ")[2]))
    assert again.code == 0
    assert [path.name for path in (tmp_path / "out").iterdir() if path.suffix == ".singan"] == [
        "hills.singan"
    ]
    with ProjectStore.open(tmp_path / "out" / "hills.singan", read_only=True) as store:
        model = store.models()[0].id
        assert len(store.scales(model)) == 2
        assert store.scale_blobs(model)[0] == first


def _until_a_scale_is_learned(project: Path) -> bytes:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        time.sleep(0.02)
        if project.exists():
            with ProjectStore.open(project, read_only=True) as store:
                blobs = [blob for model in store.models() for blob in store.scale_blobs(model.id)]
            if blobs:
                return blobs[0]
    raise AssertionError("nothing was learned")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds processes in /proc")
def test_killed_process_fails_its_picture_alone(tmp_path: Path) -> None:
    names = tiny_pictures(tmp_path / "in", 3)
    with started("batch", "in", *SAMPLE, "-o", "out", "-n", "20", "--json", cwd=tmp_path) as process:
        assert next_event(process, "PictureDone")["picture"] == names[0]
        os.kill(workers_of(process.pid)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=100)
    assert process.returncode == 1
    events = [json.loads(line) for line in out.splitlines()]
    assert [(event["picture"], event["became"]) for event in events] == [
        (names[1], "failed"),
        (names[2], "made"),
    ]
    assert "ended suddenly (code -9)" in err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["batch.jsonl", "part-00", "part-02"]


def test_what_no_batch_has_made_is_not_replaced(run: Run, tmp_path: Path) -> None:
    tiny_pictures(tmp_path / "in", 1)
    (tmp_path / "out" / "part-00").mkdir(parents=True)
    outcome = run("batch", tmp_path / "in", *SAMPLE, "-o", tmp_path / "out")
    assert outcome.code == 1
    assert "part-00 exists" in outcome.err
    assert list((tmp_path / "out" / "part-00").iterdir()) == []


def test_wrong_words_are_said_once_and_leave_nothing(run: Run, tmp_path: Path) -> None:
    pictures = tmp_path / "in"
    tiny_pictures(pictures, 2)
    out = ["-o", tmp_path / "out"]
    assert refused(run("batch", pictures, "--do", "dance", *out), "--do is dance", "learn | sample")
    assert refused(run("batch", pictures, *SAMPLE, *out, "--size", "large"), "--size is large")
    assert refused(run("batch", pictures, *SAMPLE, *out, "--nothing"), "--nothing")
    assert refused(run("batch", pictures, "--do", "learn", *out, "--resume"), "leave --resume out")
    assert refused(run("batch", pictures, "--do", "animate", *out), "nothing to work on", ".singan")
    assert refused(run("batch", tmp_path / "none", *SAMPLE, *out), "is not a folder")
    assert refused(run("batch", pictures, *SAMPLE, "-o", pictures), "is the folder of the pictures")
    assert not (tmp_path / "out").exists()


def test_results_have_the_names_of_their_pictures_and_no_two_have_one() -> None:
    sources = [Path(name) for name in ("a.jpg", "b.png", "B.jpg", "c.png", "c.png.jpg", "d.e.png")]
    names = result_names(sources, ".mp4")
    assert names["a.jpg"] == "a.mp4"
    assert names["d.e.png"] == "d.e.mp4"
    assert names["b.png"] == "b.png.mp4"
    assert len({name.casefold() for name in names.values()}) == len(sources)
