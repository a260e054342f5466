"""A damaged model is named in one line and draws nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
import torch
from cli_program import Run

from singan_studio.engine import checkpoint


def change_weights(project: Path, tensor: str, value: float) -> None:
    """Change one number of the second scale, as no checksum would notice: it is of an earlier version."""
    with contextlib.closing(sqlite3.connect(project)) as connection:
        (blob,) = connection.execute("SELECT weights FROM scales WHERE scale = 1").fetchone()
        tensors, meta = checkpoint.unpack(blob)
        name = next(name for name in tensors if name.startswith(tensor))
        tensors[name] = torch.full_like(tensors[name], value)
        connection.execute("DELETE FROM checksums")
        blob = checkpoint.pack(tensors, meta)
        connection.execute("UPDATE scales SET weights = ? WHERE scale = 1", (blob,))
        connection.commit()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_draw_nothing(run: Run, project: Path, tmp_path: Path, value: float):
    change_weights(project, "g.", value)
    outcome = run("sample", project, "-o", tmp_path / "out")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no numbers" in outcome.err.splitlines()[-1]
    assert list(tmp_path.glob("out/*")) == []


def test_changed_weights_draw_nothing(run: Run, project: Path, tmp_path: Path):
    with contextlib.closing(sqlite3.connect(project)) as connection:
        connection.execute(
            "UPDATE scales SET weights = CAST(substr(weights, 1, length(weights) - 4) || x'01020304' AS BLOB)"
        )
        connection.commit()
    outcome = run("sample", project, "-o", tmp_path / "out")
    assert (outcome.code, outcome.out) == (2, "")
    assert "checksum of scale 0" in outcome.err.splitlines()[-1]


def test_missing_scale_draws_nothing(run: Run, project: Path, tmp_path: Path):
    with contextlib.closing(sqlite3.connect(project)) as connection:
        connection.execute("DELETE FROM scales WHERE scale = 0")
        connection.commit()
    outcome = run("sample", project, "-o", tmp_path / "out")
    assert (outcome.code, outcome.out) == (2, "")
    assert "scale 0 is missing" in outcome.err.splitlines()[-1]
