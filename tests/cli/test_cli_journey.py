"""From a picture to a project, to new pictures, and to the same pictures again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from cli_program import TINY, Outcome, Run, Trained, spawn

from singan_studio.cli.sources import DrawSource
from singan_studio.core.images import decode_png, png_texts
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ProjectStore

LAST = ("RunFinished", "RunCancelled", "RunFailed")


def pixels(path: Path) -> np.ndarray:
    return decode_png(path.read_bytes())


def test_train_writes_one_project_file_and_reports_every_event(trained: Trained) -> None:
    assert [file.name for file in trained.project.parent.iterdir()] == ["hills.singan"]
    names = [event["event"] for event in trained.outcome.events]
    assert names[:2] == ["Estimated", "RunStarted"]
    assert [name for name in names if name in LAST] == ["RunFinished"] == names[-1:]
    assert names.count("ScaleFinished") == len(trained.outcome.events[1]["sizes"]) >= 2
    progress = next(event for event in trained.outcome.events if event["event"] == "Progress")
    assert {"scale", "iteration", "d_loss", "reconstruction", "seconds_left"} <= set(progress)
    assert not any("real" in event for event in trained.outcome.events)  # pictures are left out


def test_train_reports_learned_scales_on_stderr(trained: Trained) -> None:
    lines = [
        line for line in trained.outcome.err.splitlines() if ", iteration " not in line
    ]  # on slow machines
    assert lines[0] == "This takes less than a minute and about 0.4 GB of memory."
    assert lines[1].startswith("Learning 2 scales up to 48x33 px with preset draft on cpu")
    assert lines[2].startswith("Scale 1 of 2 is learned: ")
    assert lines[-2].startswith("All 2 scales are learned, in ")
    assert lines[-1].startswith("Draw from it with: singan-studio sample ")


def test_info_shows_picture_models_scales_and_results(run: Run, trained: Trained) -> None:
    facts = run("info", trained.project, "--json").events[0]
    assert facts["picture"] == {"name": "tea-hills.png", "width": 64, "height": 43}
    model = facts["models"][0]
    assert (model["kind"], model["preset"], model["config"]["iterations"]) == ("base", "draft", 3)
    finished = [event for event in trained.outcome.events if event["event"] == "ScaleFinished"]
    assert facts["scales"] == [{k: v for k, v in event.items() if k != "event"} for event in finished]
    assert facts["scales_planned"] == 2
    assert facts["results"] == []
    text = run("info", trained.project)
    assert text.code == 0
    assert "tea-hills.png, 64x43 px" in text.out
    assert "Scales    2 of 2 learned" in text.out
    assert f"{finished[1]['noise_amplitude']:.4f}" in text.out


def test_sample_is_bit_identical_in_another_process(project: Path) -> None:
    folder = project.parent
    made = spawn("sample", project, "-o", "out", "-n", "2", "--seed", "41", "--threads", "1", cwd=folder)
    assert made.code == 0
    assert made.out.splitlines() == ["out/sample-0000000041.png", "out/sample-0000000042.png"]
    again = spawn("replay", "out/sample-0000000042.png", "-o", "out/again.png", cwd=folder)
    assert (again.code, again.out, again.err) == (0, "out/again.png\n", "")
    assert (folder / "out/again.png").read_bytes() == (folder / "out/sample-0000000042.png").read_bytes()


def test_picture_depends_on_its_seed_only(run: Run, project: Path) -> None:
    out = project.parent / "out"
    run("sample", project, "-o", out, "-n", "3", "--seed", "7")
    run("sample", project, "-o", out / "single", "--seed", "9")
    assert np.array_equal(pixels(out / "sample-0000000009.png"), pixels(out / "single/sample-0000000009.png"))
    assert not np.array_equal(pixels(out / "sample-0000000008.png"), pixels(out / "sample-0000000009.png"))


def test_seeds_wrap_around(run: Run, project: Path) -> None:
    run("sample", project, "-o", project.parent / "out", "-n", "2", "--seed", 2**31 - 1)
    names = sorted(file.name for file in (project.parent / "out").iterdir())
    assert names == ["sample-0000000000.png", "sample-2147483647.png"]


def test_sample_carries_recipe_and_is_kept_in_project(run: Run, project: Path) -> None:
    out = project.parent / "out"
    outcome = run(
        "sample", project, "-o", out, "--size", "40x30", "--start-scale", "1", "--seed", "5", "--json"
    )
    path = out / "sample-0000000005.png"
    assert outcome.events == [
        {"event": "ResultWritten", "path": str(path), "seed": 5, "width": 40, "height": 30}
    ]
    texts = png_texts(path.read_bytes())
    recipe = Recipe.from_json(texts[PNG_KEY])
    usual = {"tileable": False, "different": 50.0, "keep_places": -1.0, "noise": None, "noise_seeds": None}
    assert recipe.params == {"start_scale": 1, "size": [40, 30], **usual}
    assert (recipe.tool, recipe.seed, recipe.scales, recipe.device) == ("sample", 5, 2, "cpu")
    assert texts[PROJECT_KEY] == "../hills.singan"
    assert pixels(path).shape == (30, 40, 3)
    with ProjectStore.open(project, read_only=True) as store:
        assert [(r.recipe, r.width, r.height) for r in store.results()] == [(recipe, 40, 30)]
        assert store.result_png(1) == path.read_bytes()


def test_start_scale_keeps_layout(run: Run, project: Path) -> None:
    out = project.parent / "out"
    run("sample", project, "-o", out, "-n", "2")
    run("sample", project, "-o", out / "kept", "-n", "2", "--start-scale", "1")
    free = [pixels(out / f"sample-000000000{i}.png").astype(float) for i in range(2)]
    kept = [pixels(out / f"kept/sample-000000000{i}.png").astype(float) for i in range(2)]
    assert abs(kept[0] - kept[1]).mean() < abs(free[0] - free[1]).mean()


def test_samples_are_drawn_from_locked_project(run: Run, project: Path) -> None:
    out = project.parent / "out"
    with ProjectLock(project):
        made = run("sample", project, "-o", out)
    assert made.code == 0
    assert (out / "sample-0000000000.png").exists()
    assert made.err.startswith("The results are not kept in the project, only as files: ")
    with ProjectStore.open(project, read_only=True) as store:
        assert store.results() == []


@pytest.fixture
def made(run: Run, project: Path) -> Path:
    run("sample", project, "-o", project.parent / "out")
    return project.parent / "out/sample-0000000000.png"


def replayed(outcome: Outcome, picture: Path, copy: Path) -> bool:
    assert outcome.code == 0, outcome.err
    return np.array_equal(pixels(picture), pixels(copy))


def test_replay_finds_project_moved_beside_picture(run: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "hills.singan").rename(made.parent / "renamed.singan")
    (made.parent / "another.singan").write_text("not a project")
    copy = tmp_path / "copy.png"
    assert replayed(run("replay", made, "-o", copy), made, copy)


def test_replay_uses_named_project(run: Run, made: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "x.singan"
    elsewhere.parent.mkdir()
    (tmp_path / "hills.singan").rename(elsewhere)
    copy = tmp_path / "copy.png"
    assert replayed(run("replay", made, "-o", copy, "--project", elsewhere), made, copy)


def test_replay_reports_differences(run: Run, made: Path, tmp_path: Path) -> None:
    threads = Recipe.from_json(png_texts(made.read_bytes())[PNG_KEY]).threads
    outcome = run("replay", made, "-o", tmp_path / "copy.png", "--threads", threads + 1)
    assert outcome.code == 0
    assert f"made with threads {threads}, now it is {threads + 1}" in outcome.err


def test_scales_learned_later_do_not_change_replayed_recipe(
    run: Run, project: Path, sample_picture: Path, tmp_path: Path
) -> None:
    with ProjectStore.open(project) as store:
        model = store.models()[0].id
    early = Recipe("sample", model, seed=3, scales=1)
    from singan_studio.cli.drawing import draw
    from singan_studio.cli.report import Report
    from singan_studio.core.cancel import NEVER
    from singan_studio.engine_process.jobs import Renderer
    from singan_studio.export.stills.settings import StillSettings

    renderer = Renderer("cpu", 1)
    recipe = renderer.complete(project, early)
    with Report(as_json=False) as report:
        source = DrawSource(project, project)
        draw(renderer, source, recipe, tmp_path / "early.png", StillSettings(), False, report, NEVER)
    copy = tmp_path / "copy.png"
    assert replayed(run("replay", tmp_path / "early.png", "-o", copy), tmp_path / "early.png", copy)
    assert pixels(copy).shape[0] < 33  # the coarsest scale's size, not the finest's


def test_force_overwrites_and_help_names_every_command(run: Run, made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    assert run("sample", tmp_path / "hills.singan", "-o", made.parent, "--force").code == 0
    assert made.read_bytes() == before
    text = run("-h").out
    assert all(command in text for command in ("train", "sample", "info", "replay"))
    assert run("--version").out.startswith("singan-studio ")


def test_resuming_finished_training_ends_at_once_and_force_restarts(
    run: Run, project: Path, sample_picture: Path
) -> None:
    scales = run("info", project, "--json").events[0]["scales"]
    resumed = run("train", sample_picture, "-o", project, "--resume", "--iterations", "3", "--json")
    assert resumed.code == 0
    assert resumed.events[-1]["event"] == "RunFinished"
    assert run("info", project, "--json").events[0]["scales"] == scales
    assert run("train", sample_picture, "-o", project, "--force", *TINY, "--seed", "1").code == 0
    facts = run("info", project, "--json").events[0]
    assert (len(facts["models"]), facts["models"][0]["config"]["seed"], len(facts["scales"])) == (1, 1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_hint_is_followed_from_picture_even_through_link(run: Run, project: Path, tmp_path: Path) -> None:
    real = tmp_path / "deep" / "er"
    real.mkdir(parents=True)
    (tmp_path / "link").symlink_to(real)
    assert run("sample", project, "-o", tmp_path / "link").code == 0
    copy = tmp_path / "copy.png"
    assert replayed(
        run("replay", tmp_path / "link/sample-0000000000.png", "-o", copy),
        real / "sample-0000000000.png",
        copy,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are Unicode there")
def test_file_names_that_are_not_unicode_work(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    picture, project = folder / os.fsdecode(b"t\xe9.png"), folder / os.fsdecode(b"p\xe9.singan")
    picture.write_bytes(sample_picture.read_bytes())
    assert run("train", picture, "-o", project, *TINY).code == 0
    assert run("sample", project, "-o", folder / "out").code == 0
    assert "t\ufffd.png" in run("info", project).out
    made = folder / "out/sample-0000000000.png"
    assert replayed(
        run("replay", made, "-o", folder / "again.png", "--project", project), made, folder / "again.png"
    )


def test_newest_model_is_drawn_from_after_relearning(run: Run, project: Path, tmp_path: Path) -> None:
    with ProjectStore.open(project) as store:
        old = store.models()[0]
        begun = store.add_model("base", old.config)
    assert run("sample", project, "-o", tmp_path / "a").code == 0  # nothing learned in the new one yet
    with ProjectStore.open(project) as store:
        store.save_scale(begun, store.scales(old.id)[0], store.scale_blobs(old.id)[0])
    assert run("sample", project, "-o", tmp_path / "b").code == 0
    used = [Recipe.from_json(png_texts(next((tmp_path / d).iterdir()).read_bytes())[PNG_KEY]) for d in "ab"]
    assert [recipe.model_id for recipe in used] == [old.id, begun]
