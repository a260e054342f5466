"""A project whose file is moved or deleted while it is learned is saved elsewhere, and the command says so."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from cli_program import next_event, started

from singan_studio.project.store import ProjectStore

LONG = ["--preset", "draft", "--max-size", "48", "--iterations", "30", "--threads", "1"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")


@pytest.mark.parametrize("fate", ["deleted", "renamed", "folder deleted"])
def test_project_that_went_while_it_was_learned_is_saved(
    sample_picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    folder, documents = tmp_path / "work", tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(documents))
    project = folder / "p.singan"
    with started("train", sample_picture, "-o", project, *LONG, "--json", cwd=tmp_path) as process:
        next_event(process, "ScaleFinished")
        if fate == "deleted":
            project.unlink()
        elif fate == "renamed":
            project.rename(folder / "q.singan")
        else:
            shutil.rmtree(folder)
        out, err = process.communicate(timeout=100)
    assert process.returncode == 3
    assert "RunFinished" not in out
    copy = documents / "SinGAN Studio" / "p.singan" if fate == "folder deleted" else project
    assert err.splitlines()[-1].endswith(f"Everything is kept in {copy}.")
    with ProjectStore.open(copy, read_only=True) as store:
        model = store.models()[0].id
        # on a busy machine a checkpoint in the second scale is the first to notice
        assert len(store.scales(model)) == 2 or (store.scales(model) and store.checkpoint(model))
