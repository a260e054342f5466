"""Errors are one line with the value and what is allowed; nothing is left behind or changed."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from cli_program import TINY, Outcome, Run

from singan_studio.core.errors import RunFailure
from singan_studio.core.images import encode_png, load_picture
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ProjectStore


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refused(outcome: Outcome, *parts: str) -> bool:
    """Check that the command ended as bad input: nothing on stdout, one plain line on stderr with every part."""
    lines = outcome.err.splitlines()
    assert (outcome.code, outcome.out, len(lines)) == (2, "", 1), outcome
    assert lines[0].startswith("singan-studio: ")
    assert "Traceback" not in lines[0]
    assert "{'" not in lines[0]  # an error code without a text would show its parameters
    for part in parts:
        assert part in lines[0]
    return True


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["--preset", "quick"], ["--preset is quick", "faithful | standard | draft"]),
        (["--iterations", "0"], ["--iterations is 0", "1..100000"]),
        (["--iterations", "many"], ["--iterations is many", "1..100000"]),
        (["--max-size", "8"], ["--max-size is 8", "32..2048"]),
        (["--min-size", "300"], ["--min-size is 300", "12..256"]),
        (["--min-size", "100", "--max-size", "50"], ["100", "50"]),
        (["--seed", "-1"], ["--seed is -1", "0..2147483647"]),
        (["--threads", "-2"], ["--threads is -2", "0..256"]),
        (["--device", "tpu"], ["--device is tpu", "auto | cpu | cuda | mps"]),
        (["--resume", "--force"], ["--resume", "--force"]),
        (["--resume"], ["p.singan", "does not exist"]),
        (["--epochs", "3"], ["--epochs", "singan-studio -h"]),
    ],
)
def test_train_refuses_invalid_options(
    run: Run, sample_picture: Path, tmp_path: Path, words: list[str], parts: list[str]
) -> None:
    assert refused(run("train", sample_picture, "-o", tmp_path / "p.singan", *words), *parts)
    assert contents(tmp_path) == {}


def test_train_refuses_missing_device(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    from singan_studio.engine.device import available

    missing = next(name for name in ("mps", "cuda") if name not in available())
    outcome = run("train", sample_picture, "-o", tmp_path / "p.singan", "--device", missing)
    assert refused(outcome, f"Device {missing} is not available here", "cpu")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("missing.png", None, "missing.png does not exist"),
        ("text.png", b"This is no picture.", "text.png is not a picture"),
        ("empty.png", b"", "empty.png is empty"),
        ("dot.png", encode_png(np.zeros((4, 4, 3), np.uint8)), "4x4"),
    ],
)
def test_train_refuses_unusable_picture(
    run: Run, tmp_path: Path, name: str, data: bytes | None, part: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert refused(run("train", tmp_path / name, "-o", tmp_path / "p.singan"), part)
    assert not (tmp_path / "p.singan").exists()
    assert len(contents(tmp_path)) == (data is not None)


def test_train_refuses_unwritable_output(
    run: Run, sample_picture: Path, project: Path, tmp_path: Path
) -> None:
    before = contents(tmp_path)
    assert refused(run("train", sample_picture, "-o", project), "hills.singan exists", "--force")
    assert refused(run("train", sample_picture, "-o", tmp_path), "is a folder")
    assert refused(run("train", sample_picture, "-o", tmp_path / "no/p.singan"), "no does not exist")
    assert refused(run("train", sample_picture), "--output")
    with ProjectLock(project):
        assert refused(run("train", sample_picture, "-o", project, "--force"), "hills.singan")
    assert contents(tmp_path) == before


def test_resume_refuses_another_picture_or_settings(
    run: Run, sample_picture: Path, project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.png"
    other.write_bytes(encode_png(load_picture(sample_picture).pixels[:, ::-1]))
    before = contents(tmp_path)
    assert refused(run("train", other, "-o", project, "--resume"), "other.png is not the picture")
    different = run("train", sample_picture, "-o", project, "--resume", "--iterations", "9")
    assert refused(different, "--iterations is 9", "begun with 3")
    different = run("train", sample_picture, "-o", project, "--resume", "--preset", "faithful")
    assert refused(different, "--preset is faithful", "begun with draft")
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["-n", "0"], ["-n is 0", "1..10000"]),
        (["--seed", str(2**31)], ["--seed is 2147483648", "0..2147483647"]),
        (["--size", "300"], ["--size is 300", "300x200"]),
        (["--size", "10x300"], ["--size is 10x300", "16..4096"]),
        (["--start-scale", "-1"], ["--start-scale is -1"]),
        (["--start-scale", "2"], ["start scale is 2", "0..1"]),
        (["--start-scale", "first"], ["--start-scale is first"]),
        (["--device", "abacus"], ["--device is abacus"]),
    ],
)
def test_sample_refuses_invalid_values(run: Run, project: Path, words: list[str], parts: list[str]) -> None:
    before = contents(project.parent)
    assert refused(run("sample", project, "-o", project.parent / "out", *words), *parts)
    assert contents(project.parent) == before
    assert not (project.parent / "out").exists()


def test_sample_overwrites_nothing(run: Run, project: Path) -> None:
    out = project.parent / "out"
    out.mkdir()
    (out / "sample-0000000001.png").write_text("mine")
    before = contents(project.parent)
    assert refused(run("sample", project, "-o", out, "-n", "2"), "sample-0000000001.png exists", "--force")
    assert refused(run("sample", project, "-o", project), "hills.singan is a file")
    assert contents(project.parent) == before


@pytest.mark.parametrize("command", ["info", "sample"])
def test_file_that_is_not_a_project_is_refused_unchanged(run: Run, tmp_path: Path, command: str) -> None:
    other = tmp_path / "notes.singan"
    other.write_text("notes")
    words = ["-o", tmp_path / "out"] if command == "sample" else []
    assert refused(run(command, other, *words), "notes.singan")
    assert refused(run(command, tmp_path / "no.singan", *words), "no.singan")
    assert contents(tmp_path) == {"notes.singan": b"notes"}


def test_replay_refuses_picture_without_usable_recipe(run: Run, tmp_path: Path, sample_picture: Path) -> None:
    copy = tmp_path / "copy.png"
    assert refused(run("replay", sample_picture, "-o", copy), "tea-hills.png holds no recipe")
    assert refused(run("replay", tmp_path / "no.png", "-o", copy), "no.png does not exist")
    assert refused(run("replay", tmp_path, "-o", copy), "is a folder")
    pixels = load_picture(sample_picture).pixels
    for number, recipe in enumerate(("{", "[]", '{"tool": "sample"}', '{"tool": 1, "model_id": 2}')):
        broken = tmp_path / f"{number}.png"
        broken.write_bytes(encode_png(pixels, {PNG_KEY: recipe}))
        assert refused(run("replay", broken, "-o", copy), "recipe")
    assert not copy.exists()


def test_replay_reports_missing_project_or_tool(run: Run, project: Path, sample_picture: Path) -> None:
    folder = project.parent
    orphan, stranger = folder / "orphan.png", folder / "stranger.png"
    pixels = load_picture(sample_picture).pixels
    orphan.write_bytes(encode_png(pixels, {PNG_KEY: Recipe("sample", "nobody", 0, 1).to_json()}))
    before = contents(folder)
    assert refused(run("replay", orphan, "-o", folder / "copy.png"), "orphan.png was not found", "--project")
    named = run("replay", orphan, "-o", folder / "copy.png", "--project", project)
    assert refused(named, "hills.singan does not hold the model")
    assert refused(
        run("replay", orphan, "-o", folder / "copy.png", "--project", folder / "no.singan"), "no.singan"
    )
    assert refused(run("replay", orphan, "-o", folder / "copy.txt"), "copy.txt does not end in .png")
    assert refused(run("replay", orphan, "-o", orphan), "orphan.png is read by this command")
    assert contents(folder) == before
    model = run("info", project, "--json").events[0]["models"][0]["id"]
    stranger.write_bytes(encode_png(pixels, {PNG_KEY: Recipe("levitate", model, 0, 1).to_json()}))
    assert refused(run("replay", stranger, "-o", folder / "copy.png"), "levitate", "sample")


def test_untrusted_hint_is_not_followed_to_another_computer() -> None:
    from singan_studio.project.project_link import linked_project

    for hint in ("/etc/p.singan", "//server/share/p.singan", "\\\\server\\share\\p.singan", "C:/p.singan"):
        assert linked_project(Path("x.png"), hint) is None


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["levitate"], "levitate"),
        (["train"], "--output"),
        (["--levitate"], "--levitate"),
        (["missing.jpg"], "missing.jpg does not exist"),
        (["--device", "abacus"], "abacus"),
        (["--threads", "few"], "few"),
    ],
)
def test_wrong_command_line_gives_one_line(run: Run, words: list[str], part: str) -> None:
    assert refused(run(*words), part)


def test_unexpected_error_gives_one_line_and_log(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("so\nwhat")

    monkeypatch.setattr("singan_studio.project.store.ProjectStore.open", fail)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    outcome = run("info", project)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    log = tmp_path / "log" / "singan-studio-errors.log"
    assert "ZeroDivisionError: so what" in outcome.err
    assert str(log) in outcome.err
    assert "Traceback" in log.read_text()


def test_failed_training_exits_with_3_and_keeps_finished_scales(
    run: Run, sample_picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from singan_studio.engine_process import jobs

    done = itertools.count()
    save = jobs.StoreSink.save_scale

    def save_once(sink: jobs.StoreSink, finished: object, blob: bytes) -> None:
        if next(done) == 1:
            raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes")
        save(sink, finished, blob)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs.StoreSink, "save_scale", save_once)
    outcome = run("train", sample_picture, "-o", tmp_path / "p.singan", *TINY, "--json")
    assert outcome.code == 3
    assert outcome.events[-1]["event"] == "RunFailed"
    assert "Out of memory on cpu" in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err
    assert len(run("info", tmp_path / "p.singan", "--json").events[0]["scales"]) == 1


def test_disk_that_fills_after_creating_leaves_no_project_without_its_settings(
    run: Run, sample_picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.singan"

    def full(*_: object, **__: object) -> str:
        raise RunFailure("project.full", path=str(path))

    for write in ("add_model", "save_scale", "save_checkpoint"):
        monkeypatch.setattr(ProjectStore, write, full)
    assert run("train", sample_picture, "-o", path, *TINY).code == 3
    models = run("info", path, "--json").events[0]["models"]
    assert [(model["preset"], model["config"]["max_size"]) for model in models] == [("draft", 48)]
