"""Refusals of the creative commands: one line with the value and what is allowed, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest
from cli_creating import TOOLS, Studio, refused
from cli_program import Run

from singan_studio.core.errors import RunFailure
from singan_studio.core.images import encode_png
from singan_studio.project.store import ProjectStore


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize(
    ("tool", "words", "parts"),
    [
        ("paint", ["--start-scale", "0"], ["--start-scale is 0", "1.."]),
        ("paint", ["--start-scale", "4"], ["start scale is 4", "1..3"]),
        ("edit", ["--start-scale", "99"], ["start scale is 99", "1..3"]),
        ("animate", ["--start-scale", "4"], ["start scale is 4", "0..3"]),
        ("edit", ["--grow", "201"], ["--grow is 201", "0..200"]),
        ("edit", ["--grow", "1.5"], ["--grow is 1.5", "0..200"]),
        ("harmonize", ["--feather", "-1"], ["--feather is -1", "0..100"]),
        ("harmonize", ["--feather", "nan"], ["--feather is nan", "0..100"]),
        ("edit", ["--fit", "crop"], ["--fit is crop", "fit | fill | stretch"]),
        ("edit", ["--mask", "missing.png"], ["missing.png does not exist"]),
        ("upscale", ["--factor", "100"], ["--factor is 100", "1.5..8"]),
        ("upscale", ["--factor", "1"], ["--factor is 1", "1.5..8"]),
        ("upscale", ["--preset", "best"], ["--preset is best", "draft | standard | faithful"]),
        ("animate", ["--frames", "1"], ["--frames is 1", "2..10000"]),
        ("animate", ["--fps", "61"], ["--fps is 61", "1..60"]),
        ("animate", ["--alpha", "1.1"], ["--alpha is 1.1", "0.01..1"]),
        ("animate", ["--loop", "round"], ["--loop is round", "closed | pingpong | none"]),
        ("animate", ["--motion", "1,21"], ["--motion is 1,21", "0..20"]),
        ("animate", ["--motion", "1,,2"], ["--motion is 1,,2", "0..20"]),
        ("animate", ["--size", "8x80"], ["--size is 8x80", "16..4096"]),
        ("animate", ["--format", "avi"], ["--format is avi", "gif | mp4 | webm | webp | apng | png"]),
        ("animate", ["--format", "mp4"], ["out.gif does not fit the format mp4", ".mp4"]),
        ("animate", ["--quality", "0"], ["--quality is 0", "1..100"]),
        ("animate", ["--enlarge", "5"], ["--enlarge is 5", "1..4"]),
        ("animate", ["--keyframes", "missing.json"], ["missing.json does not exist"]),
        ("animate", ["--mask", "missing.png"], ["missing.png does not exist"]),
        ("animate", ["--beta", "-0.1"], ["--beta is -0.1", "0..1"]),
        ("paint", ["--seed", "-1"], ["--seed is -1", "0..2147483647"]),
        ("paint", ["--count", "2"], ["--count"]),
    ],
)
def test_invalid_value_is_reported_with_allowed_values(
    run: Run, studio: Studio, tool: str, words: list[str], parts: list[str]
) -> None:
    out = studio.folder / ("out.gif" if tool == "animate" else "out.png")
    before = contents(studio.folder)
    assert refused(run(*studio.words(tool), "-o", out, *words), *parts)
    assert contents(studio.folder) == before


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_is_overwritten_without_force(run: Run, studio: Studio, tool: str) -> None:
    out = studio.folder / ("out.mp4" if tool == "animate" else "out.png")
    out.write_text("mine")
    before = contents(studio.folder)
    assert refused(run(*studio.words(tool), "-o", out), f"{out.name} exists", "--force")
    assert contents(studio.folder) == before
    assert run(*studio.words(tool), "-o", out, "--force").code == 0
    assert out.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("tool", "name", "part"),
    [
        ("paint", "out.tif", "out.tif does not end in .png | .jpg | .webp"),
        (
            "animate",
            "out.png",
            "out.png does not end as a film does; allowed is .gif | .mp4 | .webm | .webp | .apng",
        ),
        (
            "animate",
            "out.avi",
            "out.avi does not end as a film does; allowed is .gif | .mp4 | .webm | .webp | .apng",
        ),
        ("upscale", "folder.png", "folder.png is a folder"),
    ],
)
def test_result_with_wrong_file_ending_is_refused(
    run: Run, studio: Studio, tool: str, name: str, part: str
) -> None:
    (studio.folder / "folder.png").mkdir()
    before = contents(studio.folder)
    refusal = run(*studio.words(tool), "-o", studio.folder / name)
    assert refused(refusal, part)
    assert contents(studio.folder) == before


@pytest.mark.parametrize("tool", ["paint", "edit", "harmonize"])
def test_input_that_is_not_a_picture_is_refused(run: Run, studio: Studio, tool: str) -> None:
    words = studio.words(tool)
    given = Path(str(words[2]))
    given.write_text("no picture")
    before = contents(studio.folder)
    assert refused(run(*words, "-o", studio.folder / "out.png"), f"{given.name} is not a picture")
    given.unlink()
    del before[given.name]
    assert refused(run(*words, "-o", studio.folder / "out.png"), f"{given.name} does not exist")
    assert contents(studio.folder) == before


@pytest.mark.parametrize(("tool", "missing"), [("paint", "PAINTING"), ("edit", "--mask"), ("animate", "-o")])
def test_required_inputs_must_be_given(run: Run, studio: Studio, tool: str, missing: str) -> None:
    without = {
        "paint": ["paint", studio.project, "-o", "x.png"],
        "edit": ["edit", studio.project, studio.files["edited"], "-o", "x.png"],
        "animate": ["animate", studio.project],
    }
    assert refused(run(*without[tool]), missing)


def test_too_large_result_names_factor_that_works(run: Run, studio: Studio) -> None:
    with ProjectStore.open(studio.project, read_only=True) as small:
        model = small.models()[0]
        scales = list(zip(small.scales(model.id), small.scale_blobs(model.id), strict=True))
    large = studio.folder / "large.singan"
    png = encode_png(cv2.resize(studio.original, (1100, 733)))
    with ProjectStore.create(large, png, "large.png") as store:
        base = store.add_model("base", model.config)
        for record, blob in scales:
            store.save_scale(base, record, blob)
    outcome = run("upscale", large, "-o", studio.folder / "out.png", "--factor", "8", "--threads", "1")
    assert refused(outcome, "8800x5864 px", "8192 px", "a factor of 7.44")
    assert len(run("info", large, "--json").events[0]["models"]) == 1
    assert not (studio.folder / "out.png").exists()


def test_too_large_picture_to_enlarge_is_not_stored(run: Run, studio: Studio) -> None:
    wide = studio.write("wide", cv2.resize(studio.original, (2400, 40)))
    before = contents(studio.folder)
    words = ["upscale", studio.project, "--factor", 4, "--picture", wide, "--threads", "1"]
    words += ["--model", "learned"]
    assert refused(run(*words, "-o", studio.folder / "out.png"), "9600x160 px", "a factor of 3.41")
    assert contents(studio.folder) == before


@pytest.fixture
def unlearned(studio: Studio) -> Studio:
    """Replace the project by one of the same picture of which nothing is learned."""
    with ProjectStore.open(studio.project, read_only=True) as old:
        config, png = old.models()[0].config, old.source().png
    studio.project.unlink()
    with ProjectStore.create(studio.project, png, "hills.png") as store:
        store.add_model("base", config)
    return studio


@pytest.mark.parametrize(
    ("tool", "said"), [("upscale", "Nothing is learned"), ("animate", "must be learned")]
)
def test_tool_that_needs_a_learned_model_refuses_a_project_without_one(
    run: Run, unlearned: Studio, tool: str, said: str
) -> None:
    out = unlearned.folder / ("out.gif" if tool == "animate" else "out.png")
    assert refused(run(*unlearned.words(tool), "-o", out), said)


@pytest.mark.parametrize("tool", ["paint", "edit", "harmonize"])
def test_other_tools_draw_with_patches_until_something_is_learned(
    run: Run, unlearned: Studio, tool: str
) -> None:
    out = unlearned.folder / "out.png"
    done = run(*unlearned.words(tool), "-o", out)
    assert done.code == 0, done.err
    assert out.exists()
    assert refused(
        run(*unlearned.words(tool), "-o", out, "--force", "--model", "learned"), "Nothing is learned yet"
    )


def test_picture_is_written_with_notice_when_project_cannot_store_it(
    run: Run, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise RunFailure("project.full", path=str(studio.project))

    monkeypatch.setattr(ProjectStore, "add_result", full)
    outcome = run("sample", studio.project, "-o", studio.folder / "out", "-n", 2, "--threads", 1)
    assert outcome.code == 0
    assert len(list((studio.folder / "out").iterdir())) == 2
    assert outcome.err.count("not kept in the project") == 1
    assert "The disk is full" in outcome.err
