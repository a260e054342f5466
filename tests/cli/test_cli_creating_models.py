"""Models that a tool needs besides the base model: learned when first needed, kept, reused."""

from __future__ import annotations

import os
import signal
import sys

import cv2
import numpy as np
import pytest
from cli_creating import Studio, made, pixels_of, recipe_of, refused
from cli_program import Outcome, Run

from singan_studio.cli.report import Report
from singan_studio.core.events import Event, ScaleFinished, ScaleStarted
from singan_studio.engine.gan.scale_trainer import ScaleTraining
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ProjectStore

EXTRA = {"upscale": "enlarge", "paint in few colours": "paint-quantised"}
needs_a_model = pytest.mark.parametrize("tool", EXTRA)


def trained_scales(outcome: Outcome) -> list[int]:
    return [event["scale"] for event in outcome.events if event["event"] == "ScaleFinished"]


@needs_a_model
def test_extra_model_is_learned_once_and_reported(run: Run, fresh: Studio, tool: str) -> None:
    out = fresh.folder / "out.png"
    first = run(*fresh.words(tool), "-o", out, "--json")
    assert first.code == 0, first.err
    notice = next(event for event in first.events if event["event"] == "Notice")
    assert notice["code"] == "model.needed"
    assert EXTRA[tool] in notice["message"]
    assert trained_scales(first)
    base, extra = fresh.facts(run)["models"]
    assert (extra["kind"], extra["parent"], base["kind"]) == (EXTRA[tool], base["id"], "base")
    assert recipe_of(out).model_id == extra["id"]
    assert f"{extra['id']}: {EXTRA[tool]}" in run("info", fresh.project).out

    second = run(*fresh.words(tool), "-o", fresh.folder / "second.png", "--seed", "3", "--json")
    assert [event["event"] for event in second.events] == ["ResultWritten"]
    assert len(fresh.facts(run)["models"]) == 2


def test_factors_that_are_powers_of_each_other_share_model(run: Run, studio: Studio) -> None:
    models = studio.facts(run)["models"]
    outcome = run(*studio.words("upscale"), "--factor", 4, "-o", studio.folder / "4.png", "--json")
    assert [event["event"] for event in outcome.events] == ["ResultWritten"]
    assert studio.facts(run)["models"] == models


def test_given_picture_is_enlarged_opaque_by_same_model(run: Run, studio: Studio) -> None:
    models = studio.facts(run)["models"]
    cut_out = np.dstack([studio.original[:20, :30], np.full((20, 30), 255, np.uint8)])
    cut_out[:5, :, 3] = 0
    out = studio.folder / "out.png"
    picture = studio.write("cut out", cut_out)
    words = [*studio.words("upscale"), "--factor", 4, "--picture", picture]
    outcome = run(*words, "-o", out)
    assert outcome.code == 0, outcome.err
    assert "filled with white" in outcome.err
    assert studio.facts(run)["models"] == models
    enlarged = pixels_of(out).astype(float)
    assert enlarged.shape == (80, 120, 3)
    assert enlarged[2:16].mean() > 240
    small = cv2.resize(enlarged[30:], (30, 12), interpolation=cv2.INTER_AREA)
    assert np.abs(small - studio.original[8:20, :30]).mean() < 12  # it is that picture and no other


def test_few_colours_retrain_only_one_scale(run: Run, fresh: Studio) -> None:
    outcome = run(
        *fresh.words("paint in few colours"), "--start-scale", 2, "-o", fresh.folder / "out.png", "--json"
    )
    assert trained_scales(outcome) == [2]
    with ProjectStore.open(fresh.project, read_only=True) as store:
        base, few = store.models()
        kept = [a == b for a, b in zip(store.scale_blobs(base.id), store.scale_blobs(few.id), strict=True)]
    assert kept == [True, True, False, True]


def test_few_colours_change_picture(run: Run, studio: Studio) -> None:
    few, full = studio.folder / "few.png", studio.folder / "full.png"
    made(run(*studio.words("paint in few colours"), "-o", few), few)
    made(run(*studio.words("paint"), "-o", full), full)
    assert recipe_of(few).params == {**recipe_of(full).params, "quantize": True}
    assert not (pixels_of(few) == pixels_of(full)).all()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.parametrize(
    ("tool", "event", "finished"),
    [("upscale", ScaleStarted, 0), ("upscale", ScaleFinished, 1), ("paint in few colours", ScaleStarted, 1)],
)
def test_repeated_command_resumes_interrupted_training(
    run: Run, fresh: Studio, monkeypatch: pytest.MonkeyPatch, tool: str, event: type[Event], finished: int
) -> None:
    def interrupting(report: Report, received: Event) -> None:
        if isinstance(received, event):
            os.kill(os.getpid(), signal.SIGINT)

    out = fresh.folder / "out.png"
    with monkeypatch.context() as patched:
        patched.setattr(Report, "event", interrupting)
        stopped = run(*fresh.words(tool), "-o", out)
    assert (stopped.code, stopped.out) == (130, "")
    last = stopped.err.splitlines()[-1]
    assert f"{finished} of " in last
    assert "the same command" in last
    assert not out.exists()

    again = run(*fresh.words(tool), "-o", out, "--json")
    assert again.code == 0, again.err
    started = next(e for e in again.events if e["event"] == "RunStarted")
    assert started["first_scale"] == finished
    assert len(fresh.facts(run)["models"]) == 2
    untouched = fresh.folder / "untouched.png"
    assert run(*fresh.words(tool), "-o", untouched, "--json").events[0]["event"] == "ResultWritten"
    assert (pixels_of(untouched) == pixels_of(out)).all()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_interrupted_training_gives_bit_identical_model(
    run: Run, fresh: Studio, ready_hills: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    g_step = ScaleTraining.g_step

    def interrupting(training: ScaleTraining) -> None:
        g_step(training)
        if training.iteration == 1:
            os.kill(os.getpid(), signal.SIGINT)

    for number in range(2):
        with monkeypatch.context() as patched:
            patched.setattr(ScaleTraining, "g_step", interrupting)
            assert run(*fresh.words("upscale"), "-o", fresh.folder / f"{number}.png").code == 130
    assert run(*fresh.words("upscale"), "-o", fresh.folder / "out.png").code == 0
    blobs = []
    for project in (fresh.project, ready_hills):
        with ProjectStore.open(project, read_only=True) as store:
            model = next(model for model in store.models() if model.kind == "enlarge")
            blobs.append(store.scale_blobs(model.id))
    assert blobs[0] == blobs[1]


@pytest.mark.parametrize(
    "tool", ["paint", "paint over", "paint in few colours", "edit", "upscale", "animate"]
)
def test_locked_project_serves_learned_models(run: Run, studio: Studio, tool: str) -> None:
    out = studio.folder / ("out.gif" if tool == "animate" else "out.png")
    with ProjectLock(studio.project):
        outcome = run(*studio.words(tool), "-o", out)
    assert outcome.code == 0, outcome.err
    assert "The results are not kept in the project" in outcome.err
    assert out.exists()


@needs_a_model
def test_locked_project_refuses_to_learn(run: Run, fresh: Studio, tool: str) -> None:
    with ProjectLock(fresh.project):
        assert refused(run(*fresh.words(tool), "-o", fresh.folder / "out.png"), "is open in another window")
    assert len(fresh.facts(run)["models"]) == 1


@needs_a_model
def test_failed_extra_training_exits_with_3_and_one_line(
    run: Run, fresh: Studio, tool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("singan_studio.engine.gan.scale_trainer.ScaleTraining.d_step", fail)
    outcome = run(*fresh.words(tool), "-o", fresh.folder / "out.png")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.splitlines()[-1].startswith("singan-studio: ")
    assert "Traceback" not in outcome.err
    assert not (fresh.folder / "out.png").exists()


@pytest.mark.parametrize("tool", ["paint", "paint in few colours", "edit", "animate"])
def test_half_learned_project_draws_and_improves_with_more_scales(
    run: Run, studio: Studio, tool: str
) -> None:
    with ProjectStore.open(studio.project, read_only=True) as whole:
        base, png = whole.models()[0], whole.source().png
        scales = list(zip(whole.scales(base.id), whole.scale_blobs(base.id), strict=True))
    studio.project.unlink()
    with ProjectStore.create(studio.project, png, "hills.png") as store:
        model = store.add_model("base", base.config)
        for record, blob in scales[:2]:
            store.save_scale(model, record, blob)
    ending = "gif" if tool == "animate" else "png"
    early, late = (studio.folder / f"{name}.{ending}" for name in ("early", "late"))
    assert run(*studio.words(tool), "-o", early).code == 0
    with ProjectStore.open(studio.project) as store:
        for record, blob in scales[2:]:
            store.save_scale(model, record, blob)
    assert run(*studio.words(tool), "-o", late).code == 0
    assert [recipe_of(path).scales for path in (early, late)] == [2, 4]
    again = studio.folder / f"again.{ending}"
    assert run("replay", early, "-o", again).code == 0
    assert again.read_bytes() == early.read_bytes()
