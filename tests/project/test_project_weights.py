"""Weights are those that were saved, or refused."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from project_files import CONFIG, finished, weights

from singan_studio.core.errors import BadInput
from singan_studio.project.store import ProjectStore


@pytest.fixture
def learned(project: Path) -> tuple[Path, str]:
    """A closed project with three scales and a checkpoint, and the id of their model."""
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        for scale in range(3):
            store.save_scale(model, finished(scale), weights(scale))
        store.save_checkpoint(model, 3, 10, b"early")
        store.save_checkpoint(model, 3, 20, b"state")
    return project, model


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def reason(read) -> str:
    with pytest.raises(BadInput) as error:
        read()
    assert error.value.code == "model.damaged"
    return str(error.value)


@pytest.mark.parametrize("read_only", [True, False])
def test_changed_weights_and_checkpoints_are_refused(learned: tuple[Path, str], read_only: bool):
    path, model = learned
    change(
        path,
        "UPDATE scales SET weights = CAST(replace(CAST(weights AS TEXT), 'w', 'v') AS BLOB) WHERE scale = 1",
        "UPDATE checkpoints SET state = x'00'",
    )
    with ProjectStore.open(path, read_only=read_only) as store:
        assert "scale 1" in reason(lambda: store.scale_blobs(model))
        assert "checkpoint" in reason(lambda: store.checkpoint(model))
        assert len(store.scales(model)) == 3


@pytest.mark.parametrize("scale", [0, 1])
def test_a_missing_scale_below_others_is_refused(learned: tuple[Path, str], scale: int):
    path, model = learned
    change(path, f"DELETE FROM scales WHERE scale = {scale}")
    with ProjectStore.open(path) as store:
        for read in (store.scales, store.scale_blobs):
            assert f"scale {scale} is missing" in reason(lambda read=read: read(model))


@pytest.mark.parametrize("value", ["height = 'x'", "width = -5", "channels = 0", "noise_amplitude = 9e999"])
def test_a_scale_that_makes_no_sense_is_refused(learned: tuple[Path, str], value: str):
    path, model = learned
    change(path, f"UPDATE scales SET {value} WHERE scale = 2")
    with ProjectStore.open(path) as store:
        assert "scale 2" in reason(lambda: store.scales(model))


def test_weights_of_a_version_without_checksums_are_read(learned: tuple[Path, str]):
    path, model = learned
    change(path, "DROP TABLE checksums", "PRAGMA user_version = 2")
    with ProjectStore.open(path, read_only=True) as store:
        assert store.scale_blobs(model) == [weights(scale) for scale in range(3)]
    with ProjectStore.open(path) as store:
        store.save_scale(model, finished(3), weights(3))
        assert store.scale_blobs(model) == [weights(scale) for scale in range(4)]
    change(path, "UPDATE scales SET weights = x'00' WHERE scale = 3")
    with ProjectStore.open(path) as store:
        assert "scale 3" in reason(lambda: store.scale_blobs(model))
