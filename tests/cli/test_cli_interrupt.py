"""Ctrl-C, the end of a session and a closed stdout stop a command gently: finished scales and pictures are kept."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
from pathlib import Path

import pytest
from cli_program import Run, next_event, started

from singan_studio.cli.guard import interruptible
from singan_studio.project.store import ProjectStore

LONG = ["--preset", "draft", "--max-size", "48", "--iterations", "30", "--threads", "1"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")


def test_ctrl_c_keeps_finished_scales_and_prints_command_that_resumes(
    run: Run, sample_picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started("train", sample_picture, "-o", "p.singan", *LONG, "--json", cwd=tmp_path) as process:
        next_event(process, "ScaleFinished")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=100)
    assert process.returncode == 130
    assert json.loads(out.splitlines()[-1]) == {"event": "RunCancelled", "finished_scales": 1}
    last = err.splitlines()[-1]
    assert "1 of 2 scales are learned and kept in p.singan. Go on with: " in last
    assert "Traceback" not in err
    assert [file.name for file in tmp_path.iterdir()] == ["p.singan"]
    kept = run("info", tmp_path / "p.singan", "--json").events[0]["scales"]
    assert len(kept) == 1

    monkeypatch.chdir(tmp_path)
    resumed = run(*shlex.split(last.partition("Go on with: singan-studio ")[2]), "--json")
    assert resumed.code == 0
    assert resumed.events[1]["first_scale"] == 1
    assert resumed.events[-1]["event"] == "RunFinished"
    scales = run("info", "p.singan", "--json").events[0]["scales"]
    assert (scales[0], len(scales)) == (kept[0], 2)


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_ended_session_stops_within_seconds_and_keeps_a_checkpoint(
    run: Run, sample_picture: Path, tmp_path: Path, number: str
) -> None:
    words = ["train", sample_picture, "-o", "p.singan", "--preset", "draft", "--threads", "1"]
    with started(*words, "--json", cwd=tmp_path) as process:
        next_event(process, "Progress")
        process.send_signal(getattr(signal, number))
        _, err = process.communicate(timeout=60)  # the tests beside it may hold the processors
    assert process.returncode == 130
    assert "0 of " in err.splitlines()[-1]
    assert run("info", tmp_path / "p.singan").code == 0
    with ProjectStore.open(tmp_path / "p.singan") as store:
        assert store.checkpoint(store.models()[0].id)
    assert [file.name for file in tmp_path.iterdir()] == ["p.singan"]


def test_signals_of_an_ended_session_may_come_together() -> None:
    with interruptible() as source:
        for number in (signal.SIGHUP, signal.SIGHUP, signal.SIGTERM):
            os.kill(os.getpid(), number)
        assert source.token.cancelled


def test_closed_terminal_after_nohup_changes_nothing() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible() as source:
            os.kill(os.getpid(), signal.SIGHUP)
        assert not source.token.cancelled
    finally:
        signal.signal(signal.SIGHUP, before)


def test_closed_stdout_stops_training_quietly(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    with started("train", sample_picture, "-o", "p.singan", *LONG, "--json", cwd=tmp_path) as process:
        next_event(process, "RunStarted")
        assert process.stdout is not None
        process.stdout.close()
        process.wait(timeout=100)
        assert process.stderr is not None
        err = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "BrokenPipe" not in err
    assert run("info", tmp_path / "p.singan").code == 0


def test_ctrl_c_while_sampling_keeps_only_whole_pictures(run: Run, project: Path) -> None:
    words = ["sample", project, "-o", "out", "-n", "5000", "--json", "--threads", "1"]
    with started(*words, cwd=project.parent) as process:
        next_event(process, "ResultWritten")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=100)
    assert process.returncode == 130
    written = list((project.parent / "out").iterdir())
    assert f"{len(written)} of 5000 pictures are written" in err
    assert all(file.read_bytes().endswith(b"IEND\xaeB`\x82") for file in written)
    assert len(run("info", project, "--json").events[0]["results"]) == len(written)
