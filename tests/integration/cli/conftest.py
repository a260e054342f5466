from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import TINY, Outcome, Run, Trained, spawn

from singan_studio.__main__ import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program's `main` in this process, which spares the import of torch."""

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
    """A copy of the trained project in a folder of its own."""
    copy = tmp_path / "hills.singan"
    copy.write_bytes(trained.project.read_bytes())
    return copy
