"""How the window is opened, and what happens where it cannot be shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import Run, environment

from singan_studio.cli import headless
from singan_studio.cli.launch import has_display, wants_window
from singan_studio.core.config import preset
from singan_studio.project.lock import ProjectLock

FAKE_WINDOW = """
import sys, types
fake = types.ModuleType("singan_studio.ui.app.app")
fake.run_window = lambda path, o: print(path, o.smoke, o.report_first_paint, o.device, o.threads) or 7
sys.modules["singan_studio.ui.app.app"] = fake
from singan_studio.__main__ import main
code = main(sys.argv[1:])
print(code, sorted({"typer", "rich", "torch", "numpy", "PIL", "sqlite3"} & set(sys.modules)))
"""


def python(script: str, *words: str, cwd: Path) -> list[str]:
    command = [sys.executable, "-c", script, *words]
    env = environment(QT_QPA_PLATFORM="offscreen")
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=True
    ).stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["photo.jpg"], True),
        (["folder/photo"], True),
        (["a.singan", "--device", "cpu"], True),
        (["--smoke"], True),
        (["--report-first-paint"], True),
        (["--output", "results"], True),
        (["train", "photo.jpg"], False),
        (["sample"], False),
        (["levitate"], False),
        (["-h"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_file_or_no_argument_opens_window_and_word_is_command(words: list[str], window: bool) -> None:
    assert wants_window(words) is window


def test_window_opens_with_options_before_slow_imports(tmp_path: Path, sample_picture: Path) -> None:
    words = [str(sample_picture), "--report-first-paint", "--device", "cpu", "--threads", "2"]
    assert python(FAKE_WINDOW, *words, cwd=tmp_path) == [f"{sample_picture} False True cpu 2", "7 []"]
    assert python(FAKE_WINDOW, cwd=tmp_path) == ["None False False auto 0", "7 []"]
    assert python(FAKE_WINDOW, "--smoke", cwd=tmp_path) == ["None True False auto 0", "7 []"]


def test_engine_process_imports_start_module_without_effect(tmp_path: Path) -> None:
    script = (
        "import sys; before = set(sys.modules); import singan_studio.__main__; "
        "print(sorted(set(sys.modules) - before))"
    )
    assert python(script, cwd=tmp_path) == ["['singan_studio', 'singan_studio.__main__']"]


def test_missing_window_libraries_give_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, sample_picture: Path
) -> None:
    monkeypatch.setitem(sys.modules, "singan_studio.ui.app.app", None)  # makes its import fail
    outcome = run(sample_picture)
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert "The window cannot open" in outcome.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_display_is_wayland_x11_or_chosen_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    for name in names:
        with monkeypatch.context() as patch:
            patch.setenv(name, "x")
            assert has_display()


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty current folder in a process without a display, where learning is quick."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(headless, "CONFIG", preset("draft", max_size=40, iterations=2))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_headless_start_learns_bundled_photo_into_folder(run: Run, no_display: Path) -> None:
    outcome = run()
    assert outcome.code == 0
    assert outcome.err.startswith("There is no display, so ")
    paths = [Path(line) for line in outcome.out.splitlines()]
    pictures = [f"{name}-000000000{i}.png" for name in ("variation", "sample") for i in range(4)]
    assert paths == [
        Path("singan-output") / name for name in (*pictures, "animate.mp4", "mountain-lake.singan")
    ]
    assert all(path.stat().st_size > 500 for path in paths)
    assert len(list(Path("singan-output").iterdir())) == 10
    again = run(paths[-1])
    assert again.out.splitlines()[0] == "singan-output-2/sample-0000000000.png"


def test_headless_start_learns_named_picture_into_named_folder(
    run: Run, no_display: Path, sample_picture: Path
) -> None:
    assert run(sample_picture, "--output", "new/folder").code == 0
    assert (no_display / "new/folder/tea-hills.singan").exists()
    refused = run(sample_picture, "--output", "new/folder")
    assert (refused.code, refused.out) == (2, "")
    assert "new/folder is not empty" in refused.err
    assert run(sample_picture, "--output", "new/folder/tea-hills.singan").code == 2


def test_headless_start_draws_from_project_without_learning(
    run: Run, no_display: Path, project: Path
) -> None:
    outcome = run(project)
    assert outcome.code == 0
    assert [Path(line).parent.name for line in outcome.out.splitlines()] == ["singan-output"] * 5
    assert len(run("info", project, "--json").events[0]["results"]) == 5


def test_headless_start_with_bad_input_leaves_nothing_behind(run: Run, no_display: Path) -> None:
    Path("notes.png").write_text("notes")
    for words in (["notes.png"], ["missing.png"], ["--threads", "-1"], ["--output", "notes.png"]):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (2, ""), outcome
        assert outcome.err.splitlines()[-1].startswith("singan-studio: ")
    assert [file.name for file in no_display.iterdir()] == ["notes.png"]


def test_headless_start_draws_from_locked_project(run: Run, no_display: Path, project: Path) -> None:
    with ProjectLock(project):
        outcome = run(project)
    assert outcome.code == 0
    assert "The results are not kept in the project" in outcome.err
