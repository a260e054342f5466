"""Closed, full and broken outputs, hostile names and an early Ctrl-C: one clear line, and what was made is kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_creating import Studio
from cli_program import PROGRAM, TINY, Run, environment

from singan_studio.cli.guard import LOG_LIMIT, append_to_log
from singan_studio.core.printable import printable

WAIT = 250


def shell(script: str, *words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of bash in which "$@" is the program with these words."""
    command = ["bash", "-c", script, "bash", *PROGRAM, *map(str, words)]
    return subprocess.run(
        command, cwd=cwd, env=environment(), capture_output=True, text=True, timeout=WAIT, check=False
    )


@pytest.mark.parametrize("script", ['"$@" >&-', '"$@" 2>&-', '"$@" >&- 2>&- <&-'])
def test_a_closed_stream_changes_nothing(run: Run, project: Path, script: str) -> None:
    done = shell(script, "sample", project, "-o", "out", "-n", 2, "--threads", 1, cwd=project.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((project.parent / "out").iterdir())) == 2
    assert run("info", project).out.count("sample, seed") == 2


def test_a_full_stdout_is_named_and_results_are_kept(project: Path) -> None:
    done = shell(
        '"$@" >/dev/full', "sample", project, "-o", "out", "-n", 2, "--threads", 1, cwd=project.parent
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "No space left on device" in done.stderr
    assert len(list((project.parent / "out").iterdir())) == 1


def test_a_full_stdout_ends_a_training_that_can_be_resumed(
    run: Run, sample_picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["train", sample_picture, "-o", "p.singan", *TINY, "--json"]
    done = shell('"$@" >/dev/full', *words, cwd=tmp_path)
    assert done.returncode == 3
    assert "No space left on device" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    monkeypatch.chdir(tmp_path)
    assert run(*words, "--resume").code == 0


@pytest.mark.parametrize("script", ['"$@" 2>/dev/full', '"$@" 2> >(exec true)'])
def test_a_lost_stderr_changes_nothing(sample_picture: Path, tmp_path: Path, script: str) -> None:
    done = shell(script, "train", sample_picture, "-o", "p.singan", *TINY, cwd=tmp_path)
    assert done.returncode == 0
    refused = shell(script, "info", "missing.singan", cwd=tmp_path)
    assert refused.returncode == 2


def test_a_reader_that_goes_away_interrupts(project: Path) -> None:
    script = '"$@" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}'
    done = shell(script, "sample", project, "-o", "out", "-n", 30, "--threads", 1, cwd=project.parent)
    assert (done.returncode, done.stderr) == (130, "")
    assert (project.parent / "out" / "sample-0000000000.png").exists()


@pytest.mark.parametrize("wait", [0.08, 0.15, 0.25, 0.4, 0.7])
@pytest.mark.parametrize("program", [["-m", "singan_studio"], [str(Path(__file__).parents[2] / "main.py")]])
def test_an_early_ctrl_c_shows_no_traceback(tmp_path: Path, program: list[str], wait: float) -> None:
    command = [sys.executable, "-X", "importtime", *program, "info", "missing.singan"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        words = ""
        while "singan_studio" not in words and (line := run.stderr.readline()):  # Python itself has started
            words = line
        time.sleep(wait)
        run.send_signal(signal.SIGINT)
        rest = run.stderr.read()
    assert "Traceback" not in rest
    assert run.returncode in (2, 130, -signal.SIGINT)


def test_names_cannot_command_the_terminal(run: Run, fresh: Studio) -> None:
    wicked = fresh.folder / "\x1b]0;title\x07\x1b[2J\u202egnp.png"
    outcome = run("finish", wicked, "--photo", wicked, "-o", fresh.folder / "out.png")
    assert outcome.code == 2
    assert r"\x1b]0;title\x07\x1b[2J\u202egnp.png" in outcome.err
    wicked.write_bytes(fresh.files["painting"].read_bytes())
    outcome = run("sample", wicked, "-o", fresh.folder / "\x1b[31m", "--threads", 1)
    assert outcome.code == 0
    assert "\x1b" not in outcome.out + outcome.err
    project = fresh.folder / "\x1b[31m.singan"
    assert run("train", wicked, "-o", project, *TINY).code == 0
    shown = run("info", project)
    assert r"\x1b]0;title" in shown.out
    assert "\x1b" not in shown.out


def test_ordinary_words_are_printed_as_they_are() -> None:
    for words in ("photo ü 写真 👩\u200d🎨.png", "a b"):
        assert printable(words) == words


def test_a_name_that_is_not_unicode_is_replayed(run: Run, fresh: Studio) -> None:
    folder = Path(os.fsdecode(os.fsencode(fresh.folder) + b"/\xff\xfe"))
    folder.mkdir()
    picture = Path(os.fsdecode(os.fsencode(folder) + b"/p\xff.png"))
    assert run(*fresh.words("paint"), "-o", picture).code == 0
    again = Path(os.fsdecode(os.fsencode(folder) + b"/again\xff.png"))
    outcome = run("replay", picture, "-o", again, "--json")
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out.splitlines()[-1])["event"] == "ResultWritten"
    assert again.read_bytes() == picture.read_bytes()


def test_the_log_follows_no_link_and_stays_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "file/log")
    (tmp_path / "file").write_text("no folder")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    precious, log = tmp_path / "precious", temporary / "singan-studio-errors.log"
    precious.write_text("mine")
    log.symlink_to(precious)
    assert append_to_log("words") is None
    assert precious.read_text() == "mine"
    log.unlink()
    os.mkfifo(log)
    assert append_to_log("words") is None
    log.unlink()
    for _ in range(5):
        assert append_to_log("x" * (LOG_LIMIT - 100)) == log
    assert sum(file.stat().st_size for file in temporary.iterdir()) <= 4 * LOG_LIMIT
    assert log.stat().st_mode & 0o077 == 0
