from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cli_creating import HEIGHT, WIDTH, Studio, give_inputs
from cli_program import TINY, Outcome, Run, Trained, called, spawn
from PIL import Image

from singan_studio.__main__ import main
from singan_studio.core.images import decode_png
from singan_studio.core.resources import resource
from singan_studio.project.store import ProjectStore


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls the program's `main` in this process, which saves importing torch each time."""

    def call(*words: object) -> Outcome:
        capsys.readouterr()
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory, sample_picture: Path) -> Trained:
    folder = tmp_path_factory.mktemp("trained")
    outcome = spawn("train", sample_picture, "-o", "hills.singan", *TINY, "--json", cwd=folder)
    assert outcome.code == 0, outcome.err
    return Trained(folder / "hills.singan", outcome)


@pytest.fixture
def project(trained: Trained, tmp_path: Path) -> Path:
    """Return a copy of the trained project in its own folder."""
    copy = tmp_path / "hills.singan"
    copy.write_bytes(trained.project.read_bytes())
    return copy


@pytest.fixture(scope="session")
def hills(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small trained project whose original (120x80 px) is larger than the learned size (64x43 px)."""
    folder = tmp_path_factory.mktemp("hills")
    picture, project = folder / "hills.png", folder / "hills.singan"
    with Image.open(resource("samples/tea-hills.jpg")) as image:
        image.resize((WIDTH, HEIGHT)).save(picture)
    sizes = ["--max-size", "64", "--iterations", "2"]
    outcome = called("train", picture, "-o", project, "--preset", "draft", *sizes, "--threads", "1")
    assert outcome.code == 0, outcome.err
    return project


@pytest.fixture(scope="session")
def ready_hills(hills: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return `hills` with the extra models that enlarging and painting in few colours need."""
    studio = Studio(tmp_path_factory.mktemp("ready"), original_of(hills))
    studio.project.write_bytes(hills.read_bytes())
    give_inputs(studio)
    for tool in ("upscale", "paint in few colours"):
        outcome = called(*studio.words(tool), "-o", studio.folder / f"{tool}.png")
        assert outcome.code == 0, outcome.err
    return studio.project


@pytest.fixture
def fresh(hills: Path, tmp_path: Path) -> Studio:
    """Return a folder with inputs and the project that has only its base model."""
    return studio_in(tmp_path, hills)


@pytest.fixture
def studio(ready_hills: Path, tmp_path: Path) -> Studio:
    """Return a folder with inputs and the project that has all its models."""
    return studio_in(tmp_path, ready_hills)


def studio_in(folder: Path, project: Path) -> Studio:
    studio = Studio(folder, original_of(project))
    studio.project.write_bytes(project.read_bytes())
    give_inputs(studio)
    return studio


def original_of(project: Path) -> np.ndarray:
    with ProjectStore.open(project, read_only=True) as store:
        return decode_png(store.source().png)
