"""What a command says about going on is a command that works."""

from __future__ import annotations

import shlex
from pathlib import Path

import numpy as np
from cli_creating import Studio, refused
from cli_program import TINY, Run

from singan_studio.core.images import encode_png
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.project.store import ProjectStore


def next_words(line: str) -> list[str]:
    return shlex.split(line.partition("singan-studio ")[2])


def unfinished(folder: Path, sample_picture: Path) -> Path:
    from singan_studio.cli.learning import picture_to_learn
    from singan_studio.core.config import preset

    path = folder / "p.singan"
    with ProjectStore.create(path, picture_to_learn(sample_picture, None), "gone.png") as store:
        store.add_model("base", preset("draft", max_size=48, iterations=3))
    return path


def test_a_training_is_resumed_without_its_photo(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    project = unfinished(tmp_path, sample_picture)
    words = next_words(run("info", project).out.splitlines()[-1])
    assert "--resume" in words
    done = run(*words, "--threads", "1")
    assert done.code == 0, done.err
    shown = run("info", project).out.splitlines()[-1]
    assert next_words(shown)[0] == next_words(done.err.splitlines()[-1])[0] == "sample"


def test_a_photo_that_is_gone_is_said_and_not_needed(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    project = unfinished(tmp_path, sample_picture)
    done = run("train", tmp_path / "gone.png", "-o", project, "--resume", "--threads", "1")
    assert done.code == 0, done.err
    assert "gone.png is not there; learning goes on" in done.err
    assert refused(run("train", "-o", tmp_path / "new.singan", *TINY), "IMAGE")


def test_a_speed_that_the_format_cannot_hold_is_said(run: Run, fresh: Studio) -> None:
    words = ["animate", fresh.project, "--frames", "2", "--threads", "1", "--fps"]
    fast = run(*words, "60", "-o", fresh.folder / "fast.gif")
    assert fast.code == 0, fast.err
    assert "gif cannot play 60 frames a second; this one plays 50" in fast.err
    assert "frames a second" not in run(*words, "20", "-o", fresh.folder / "slow.gif").err


def test_a_recipe_asks_for_no_more_threads_than_there_are(run: Run, fresh: Studio) -> None:
    picture = fresh.folder / "paint.png"
    assert run(*fresh.words("paint"), "-o", picture).code == 0
    from singan_studio.core.images import png_texts

    texts = png_texts(picture.read_bytes())
    many = Recipe.from_json(texts[PNG_KEY].replace('"threads": 1', '"threads": 1024'))
    wicked = fresh.folder / "wicked.png"
    wicked.write_bytes(encode_png(np.zeros((20, 20, 3), np.uint8), texts | {PNG_KEY: many.to_json()}))
    outcome = run("replay", wicked, "-o", fresh.folder / "again.png")
    assert outcome.code == 0
    assert "was made with threads 1024, now it is" in outcome.err
