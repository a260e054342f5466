"""A new folder under tools becomes a complete command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from cli_program import Run

from singan_studio import tools as package
from singan_studio.core.images import decode_png, encode_png, png_texts
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.store import ProjectStore

SPEC = """
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="tint", command="tint", title="Tint", help="Give a picture a tint.", order=99, icon="", shortcut="",
    params=(
        Param("painting", "picture", "Painting", "The picture to tint.", required=True),
        Param("mask", "picture", "Mask", "Where to tint."),
        Param("strength", "float", "Strength", "How much.", default=0.5, low=0, high=1),
        Param("steps", "int", "Steps", "How often.", default=1, low=1, high=3, unit="steps"),
        Param("channel", "choice", "Channel", "Which one.", default="red", choices=("red", "blue")),
        Param("invert", "flag", "Invert", "The other way round.", default=False),
    ),
    output="picture", run="singan_studio.tools.extra_tint.run:run", panel="",
)
"""

RUN = """
def run(job):
    picture = job.inputs["painting"].copy()
    p = job.recipe.params
    channel = ("red", "blue").index(p["channel"]) * 2
    picture[..., channel] = 255 * p["strength"] if not p["invert"] else 0
    if "mask" in job.inputs:
        picture[job.inputs["mask"] < 128] = 7
    yield picture
"""


@pytest.fixture
def tint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "more" / "extra_tint"
    folder.mkdir(parents=True)
    for name, text in (("__init__.py", ""), ("spec.py", SPEC), ("run.py", RUN)):
        (folder / name).write_text(text)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder.parent)])
    yield
    for name in [name for name in sys.modules if name.startswith("singan_studio.tools.extra_")]:
        del sys.modules[name]


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    path = tmp_path / "painting.png"
    path.write_bytes(encode_png(np.full((20, 30, 3), 100, np.uint8)))
    return path


@pytest.mark.usefixtures("tint")
def test_folder_under_tools_is_command_with_its_parameters(
    run: Run, project: Path, painting: Path, tmp_path: Path
) -> None:
    assert "Give a picture a tint." in run("-h").out
    text = run("tint", "-h").out
    assert all(word in text for word in ("PAINTING", "--mask", "--strength", "--channel", "--no-invert"))
    out = tmp_path / "out.png"
    outcome = run("tint", project, painting, "-o", out, "--strength", "1", "--channel", "blue", "--seed", "3")
    assert (outcome.code, outcome.out) == (0, f"{out}\n")
    assert (decode_png(out.read_bytes()) == (100, 100, 255)).all()
    recipe = Recipe.from_json(png_texts(out.read_bytes())[PNG_KEY])
    assert recipe.params == {"strength": 1, "steps": 1, "channel": "blue", "invert": False}
    assert (recipe.tool, recipe.seed, list(recipe.inputs)) == ("tint", 3, ["painting"])


@pytest.mark.usefixtures("tint")
def test_replay_uses_input_pictures_kept_in_project(
    run: Run, project: Path, painting: Path, tmp_path: Path
) -> None:
    mask = tmp_path / "mask.png"
    mask.write_bytes(encode_png(np.zeros((20, 30, 3), np.uint8)))
    out, again = tmp_path / "out.png", tmp_path / "again.png"
    assert run("tint", project, painting, "--mask", mask, "-o", out, "--invert").code == 0
    assert (decode_png(out.read_bytes()) == 7).all()
    painting.unlink()
    mask.unlink()
    assert run("replay", out, "-o", again).code == 0
    assert again.read_bytes() == out.read_bytes()
    with ProjectStore.open(project, read_only=True) as store:
        assert [result.recipe.tool for result in store.results()] == ["tint"]


@pytest.mark.usefixtures("tint")
@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--strength", "2"], "--strength is 2; allowed is 0..1 (number)"),
        (["--strength", "strong"], "--strength is strong; allowed is 0..1 (number)"),
        (["--steps", "1.5"], "--steps is 1.5; allowed is 1..3 (steps)"),
        (["--channel", "green"], "--channel is green; allowed is red | blue (word)"),
        (["--mask", "missing.png"], "missing.png does not exist"),
        (["-o", "out.gif"], "out.gif does not end in .png"),
    ],
)
def test_parameter_errors_give_one_line(
    run: Run, project: Path, painting: Path, tmp_path: Path, words: list[str], part: str
) -> None:
    outcome = run("tint", project, painting, "-o", tmp_path / "out.png", *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert part in outcome.err
    assert not (tmp_path / "out.png").exists()


@pytest.mark.usefixtures("tint")
def test_required_picture_must_be_given(run: Run, project: Path, tmp_path: Path) -> None:
    outcome = run("tint", project, "-o", tmp_path / "out.png")
    assert outcome.code == 2
    assert "PAINTING" in outcome.err


def test_broken_tool_is_reported_and_others_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "extra_broken"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "spec.py").write_text("import no_such_module")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    outcome = run("sample", "-h")
    assert outcome.code == 0
    assert "tools/extra_broken cannot be used" in outcome.err
    assert "no_such_module" in outcome.err
