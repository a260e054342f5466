"""The command line offered for a result makes the same picture, bit for bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_creating import TOOLS, Studio, pixels_of
from cli_program import Run

from singan_studio.core.images import decode_png
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore
from singan_studio.ui.project.result_command import result_command

SAMPLES = {
    "as learned": [],
    "own size": ["--size", "90x70"],
    "later start": ["--start-scale", "2"],
    "tileable": ["--tileable"],
}


def command_of_last(project: Path) -> tuple[list[str], np.ndarray]:
    """Return the words of the newest result's command without the program's name, and its picture."""
    repository = ProjectRepository.open(project, project.parent)
    try:
        with ProjectStore.open(project, read_only=True) as store:
            number = store.results()[-1].id
            png = store.result_png(number)
        program, *words = result_command(repository, number)
    finally:
        repository.close()
    assert program == "singan-studio"
    return words, decode_png(png)


@pytest.mark.parametrize("options", SAMPLES.values(), ids=SAMPLES)
def test_variations_have_plain_command(
    run: Run, fresh: Studio, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fresh.folder)
    made = run("sample", fresh.project, "-o", "out", "--seed", "7", "--threads", "1", *options)
    assert made.code == 0, made.err
    words, before = command_of_last(fresh.project)
    assert words[0] == "sample"
    assert words[-2:] == ["--threads", "1"]
    again = run(*words)
    assert again.code == 0, again.err
    assert np.array_equal(pixels_of(fresh.folder / "sample-0000000007.png"), before)
    assert (fresh.folder / "sample-0000000007.png").read_bytes() == replayed_bytes(run, fresh)


def replayed_bytes(run: Run, studio: Studio) -> bytes:
    """Return the bytes of the file that replaying the newest result writes."""
    with ProjectStore.open(studio.project, read_only=True) as store:
        number = store.results()[-1].id
    out = studio.folder / "replayed.png"
    outcome = run("replay", studio.project, "--result", number, "-o", out)
    assert outcome.code == 0, outcome.err
    return out.read_bytes()


@pytest.mark.parametrize("tool", ["paint over", "edit", "upscale a picture"])
def test_what_options_cannot_express_is_replayed_from_project(
    run: Run, studio: Studio, tool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(studio.folder)
    assert run(*studio.words(tool), "-o", "first.png", "--seed", "3").code == 0
    words, before = command_of_last(studio.project)
    assert (words[0], TOOLS[tool][0]) != ("sample", "sample")
    assert words[0] == "replay"
    again = run(*words)
    assert again.code == 0, again.err
    assert np.array_equal(pixels_of(studio.folder / words[-1]), before)


def test_command_is_replay_while_more_scales_are_being_learned(run: Run, fresh: Studio) -> None:
    """A plain command would later draw with more scales and make another picture."""
    with ProjectStore.open(fresh.project) as store:
        (model,) = store.models()
        with store._database.writing() as connection:
            connection.execute("DELETE FROM scales WHERE scale = ?", (len(store.scales(model.id)) - 1,))
    assert run("sample", fresh.project, "-o", fresh.folder / "out", "--threads", "1").code == 0
    words, _ = command_of_last(fresh.project)
    assert words[0] == "replay"


def test_replay_refuses_unknown_result_numbers(run: Run, fresh: Studio) -> None:
    out = fresh.folder / "out.png"
    outcome = run("replay", fresh.project, "--result", 99, "-o", out)
    assert outcome.code == 2
    assert "result 99" in outcome.err
    assert run("replay", fresh.project, "--result", 0, "-o", out).code == 2
