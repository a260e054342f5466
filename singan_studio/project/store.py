"""Store a project in its file: a picture, models, scales, checkpoints, blobs, results, canvases.

The store handles bytes, never tensors. Any number of processes may have a store of the same file open; each store is
used from one thread at a time. Nothing may open or read the file by other means while a store of it is open in the
same process (see `project.shared_fd`).
"""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.events import ScaleFinished
from singan_studio.core.recipe import Recipe
from singan_studio.project import schema
from singan_studio.project.database import Database, resolved, write_new
from singan_studio.project.rows import Checkpoint, ModelInfo, ResultInfo, Source, read_result, read_scale

CHECKSUMS_SINCE = 3
"""The file version that brought checksums of weights and checkpoints."""

_CHECKPOINT = "the checkpoint"

SELECT_MODEL = "SELECT id, kind, config, parent, created FROM models"


class ProjectStore:
    """An open project. Close it, or use it in `with`; made by `create` and `open`.

    Every method that writes is one transaction, on disk when it returns. All methods raise `BadInput` or
    `RunFailure` when the file or the disk refuses, and what was saved before stays. A write raises `RunFailure`
    project.moved when the file was moved, deleted or replaced; `save_as` then saves everything, this write included.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    def create(
        path: Path, source: bytes, name: str, *, model: TrainConfig | None = None, force: bool = False
    ) -> ProjectStore:
        """Make a project for a picture and open it for writing.

        `source` is the PNG of the flattened sRGB pixels, `name` the file name of the picture. With `model` the project
        begins with a base model of these settings, without scales. Raises `BadInput` when `path` exists and `force` is
        not set; with `force` the caller holds its `ProjectLock`.
        """

        def fill(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN")
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            schema.migrate(connection)
            connection.execute("INSERT INTO source (id, name, png) VALUES (1, ?, ?)", (name, source))
            if model is not None:
                _insert_model(connection, "base", model, None)
            connection.execute("COMMIT")

        write_new(path, force, fill)
        return ProjectStore.open(path)

    @staticmethod
    def open(path: Path, *, read_only: bool = False) -> ProjectStore:
        """Open a project; with `read_only` also in folders that cannot be written.

        Raises `BadInput` with a code project.missing, .not_ours, .newer, .older, .truncated, .damaged, .unreadable,
        .unfinished or .read_only; a refused file is left as it is.
        """
        return ProjectStore(Database(path, read_only))

    @property
    def path(self) -> Path:
        """Absolute, without links."""
        return self._database.path

    @property
    def in_place(self) -> bool:
        """Whether the file can still be found at `path`; if not, `save_as` saves what is open."""
        return self._database.in_place

    @property
    def read_only(self) -> bool:
        """Whether every write raises `BadInput`."""
        return self._database.read_only

    def close(self) -> None:
        """Close the file; the last one to do so leaves a single file. May be called twice."""
        self._database.close()

    def __enter__(self) -> ProjectStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def save_as(self, path: Path, force: bool = False) -> None:
        """Write a copy to another path; this store stays with its own file.

        Raises `BadInput` for its own path, or when `path` exists and `force` is not set; with `force` the caller
        holds its `ProjectLock`.
        """
        if resolved(path) == self.path and self.in_place:
            raise BadInput("project.same_file", path=str(path))
        self._database.copy_to(path, force)

    # --- picture -----------------------------------------------------------------------------------------------

    def source(self) -> Source:
        """Return the picture. Raises `BadInput` when it is missing."""
        row = self._database.row("SELECT png, name FROM source")
        if row is None:
            raise self._damaged("its picture is missing")
        png, name = row
        return Source(self._bytes(png), str(name))

    def replace_source(self, png: bytes) -> None:
        """Replace the picture, PNG as for `create`. Raises `BadInput` once a model was begun."""
        with self._database.writing() as connection:
            if self.models():
                raise BadInput("project.learned", path=str(self.path))
            connection.execute("UPDATE source SET png = ?", (png,))

    # --- models ------------------------------------------------------------------------------------------------

    def add_model(self, kind: str, config: TrainConfig, parent: str | None = None) -> str:
        """Add a model without scales and return its id. Raises `BadInput` for an unknown parent."""
        with self._database.writing() as connection:
            if parent is not None:
                self.model(parent)
            return _insert_model(connection, kind, config, parent)

    def models(self) -> list[ModelInfo]:
        """Return all models, oldest first."""
        return [self._model(row) for row in self._database.rows(f"{SELECT_MODEL} ORDER BY rowid")]

    def model(self, model_id: str) -> ModelInfo:
        """Return a model. Raises `BadInput` for an unknown id."""
        row = self._database.row(f"{SELECT_MODEL} WHERE id = ?", model_id)
        if row is None:
            raise BadInput("project.no_model", path=str(self.path), model=model_id)
        return self._model(row)

    def _model(self, row: tuple[Any, ...]) -> ModelInfo:
        id, kind, config, parent, created = row
        try:
            return ModelInfo(id, kind, TrainConfig.from_json(config), parent, created)
        except BadInput as error:
            if error.code != "config.unknown":
                raise
            field = error.params["field"]
            raise BadInput("project.newer_setting", path=str(self.path), field=field) from error

    # --- scales and checkpoints --------------------------------------------------------------------------------

    def save_scale(self, model_id: str, finished: ScaleFinished, blob: bytes) -> None:
        """Save the next scale of a model and delete the model's checkpoint, both or neither.

        Raises `BadInput` for an unknown model and `ValueError` for any scale but the next one: finer scales are
        learned on top of coarser ones, so there is neither a gap nor a second try.
        """
        with self._database.writing() as connection:
            following = len(self.scales(model_id))
            if finished.scale != following:
                raise ValueError(
                    f"scale {finished.scale} of model {model_id} is not the next one, {following}"
                )
            connection.execute(
                "INSERT INTO scales (model, scale, height, width, channels, noise_amplitude, seconds,"
                " reconstruction_error, weights) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (model_id, *astuple(finished), blob),
            )
            _keep_checksum(connection, model_id, _scale_part(finished.scale), blob)
            connection.execute("DELETE FROM checkpoints WHERE model = ?", (model_id,))

    def scales(self, model_id: str) -> list[ScaleFinished]:
        """Return the finished scales, coarsest first. Raises `BadInput` for an unknown model or a missing scale."""
        self.model(model_id)
        rows = self._database.rows(
            "SELECT scale, height, width, channels, noise_amplitude, seconds, reconstruction_error"
            " FROM scales WHERE model = ? ORDER BY scale",
            model_id,
        )
        self._refuse_gaps([scale for scale, *_ in rows])
        return [read_scale(*row) for row in rows]

    def scale_blobs(self, model_id: str) -> list[bytes]:
        """Return the blobs of the finished scales, coarsest first.

        Raises `BadInput` for an unknown model, a missing scale, and weights that are not those that were saved.
        """
        self.model(model_id)
        rows = self._database.rows(
            "SELECT scale, weights FROM scales WHERE model = ? ORDER BY scale", model_id
        )
        self._refuse_gaps([scale for scale, _ in rows])
        known = self._checksums(model_id)
        return [self._as_saved(weights, _scale_part(scale), known) for scale, weights in rows]

    def save_checkpoint(self, model_id: str, scale: int, iteration: int, blob: bytes) -> None:
        """Save a trainer's state and replace the model's older one. Raises `BadInput` for an unknown model."""
        with self._database.writing() as connection:
            self.model(model_id)
            connection.execute(
                "INSERT OR REPLACE INTO checkpoints (model, scale, iteration, state) VALUES (?, ?, ?, ?)",
                (model_id, scale, iteration, blob),
            )
            _keep_checksum(connection, model_id, _CHECKPOINT, blob)

    def checkpoint(self, model_id: str) -> Checkpoint | None:
        """Return the state of the unfinished scale, if there is one. Raises `BadInput` as `scale_blobs` does."""
        self.model(model_id)
        row = self._database.row("SELECT scale, iteration, state FROM checkpoints WHERE model = ?", model_id)
        if row is None:
            return None
        scale, iteration, state = row
        return Checkpoint(scale, iteration, self._as_saved(state, _CHECKPOINT, self._checksums(model_id)))

    def _checksums(self, model_id: str) -> dict[str, str]:
        """Return the SHA-256 of a model's parts by their names; parts of earlier versions have none."""
        if self._database.version < CHECKSUMS_SINCE:
            return {}
        return dict(self._database.rows("SELECT part, sha256 FROM checksums WHERE model = ?", model_id))

    def _as_saved(self, blob: object, part: str, known: Mapping[str, str]) -> bytes:
        data = self._bytes(blob)
        if known.get(part, "") not in ("", hashlib.sha256(data).hexdigest()):
            raise BadInput("model.damaged", reason=f"the checksum of {part} is wrong")
        return data

    def _refuse_gaps(self, scales: Sequence[object]) -> None:
        missing = next((number for number, scale in enumerate(scales) if scale != number), None)
        if missing is not None:
            raise BadInput("model.damaged", reason=f"{_scale_part(missing)} is missing")

    # --- input pictures of recipes -----------------------------------------------------------------------------

    def put_blob(self, data: bytes) -> str:
        """Store bytes, each content once, and return their SHA-256 in hex."""
        sha = hashlib.sha256(data).hexdigest()
        with self._database.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO blobs (sha256, data) VALUES (?, ?)", (sha, data))
        return sha

    def has_blob(self, sha: str) -> bool:
        """Return whether the project has bytes with this SHA-256."""
        return self._database.row("SELECT 1 FROM blobs WHERE sha256 = ?", sha) is not None

    def blob(self, sha: str) -> bytes:
        """Return the bytes with this SHA-256. Raises `BadInput` when the project does not have them."""
        row = self._database.row("SELECT data FROM blobs WHERE sha256 = ?", sha)
        if row is None:
            raise BadInput("project.no_blob", path=str(self.path), sha=sha)
        data = self._bytes(row[0])
        if hashlib.sha256(data).hexdigest() != sha:
            raise self._damaged(f"the bytes with SHA-256 {sha} have another one")
        return data

    # --- results -----------------------------------------------------------------------------------------------

    def add_result(self, recipe: Recipe, png: bytes, width: int, height: int) -> int:
        """Store a result and return its number; `width` and `height` in px."""
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO results (recipe, width, height, created, png) VALUES (?, ?, ?, ?, ?)",
                (recipe.to_json(), width, height, now(), png),
            )
            number = cursor.lastrowid
        assert number is not None  # an INSERT that did not raise has one
        return number

    def replace_result(self, result_id: int, recipe: Recipe, png: bytes, width: int, height: int) -> None:
        """Replace the picture and recipe of a result, PNG; its number, star and date stay.

        Raises `BadInput` for an unknown number.
        """
        self._change_result(
            "UPDATE results SET recipe = ?, width = ?, height = ?, png = ? WHERE id = ?",
            recipe.to_json(),
            width,
            height,
            png,
            result_id,
        )

    def results(self) -> list[ResultInfo]:
        """Return all results without their pictures, oldest first."""
        rows = self._database.rows(
            "SELECT id, recipe, width, height, starred, created FROM results ORDER BY id"
        )
        return [read_result(*row) for row in rows]

    def result_png(self, result_id: int) -> bytes:
        """Return the PNG of a result. Raises `BadInput` for an unknown number."""
        row = self._database.row("SELECT png FROM results WHERE id = ?", result_id)
        if row is None:
            raise self._no_result(result_id)
        return self._bytes(row[0])

    def set_starred(self, result_id: int, starred: bool) -> None:
        """Make a result a favourite or not. Raises `BadInput` for an unknown number."""
        self._change_result("UPDATE results SET starred = ? WHERE id = ?", starred, result_id)

    def delete_result(self, result_id: int) -> None:
        """Delete a result. Raises `BadInput` for an unknown number."""
        self._change_result("DELETE FROM results WHERE id = ?", result_id)

    def _change_result(self, sql: str, *values: Any) -> None:
        with self._database.writing() as connection:
            if connection.execute(sql, values).rowcount == 0:
                raise self._no_result(values[-1])

    def _no_result(self, result_id: int) -> BadInput:
        return BadInput("project.no_result", path=str(self.path), result=result_id)

    # --- canvases of the tools ---------------------------------------------------------------------------------

    def save_canvas(
        self, tool: str, changes: Mapping[str, bytes | None], older_as: str | None = None
    ) -> None:
        """Store rows of a tool's canvas by name and replace older ones; None deletes a row.

        With `older_as` all rows that are there are first put aside, under that name in place of the tool's.
        """
        deleted = [(tool, key) for key, data in changes.items() if data is None]
        kept = [(tool, key, data) for key, data in changes.items() if data is not None]
        with self._database.writing() as connection:
            if older_as is not None:
                connection.execute("UPDATE canvas SET tool = ? WHERE tool = ?", (older_as, tool))
            connection.executemany("DELETE FROM canvas WHERE tool = ? AND key = ?", deleted)
            connection.executemany("INSERT OR REPLACE INTO canvas (tool, key, data) VALUES (?, ?, ?)", kept)

    def canvas_tools(self) -> list[str]:
        """Return the names of the tools with a canvas in this project."""
        return [
            str(tool) for (tool,) in self._database.rows("SELECT DISTINCT tool FROM canvas ORDER BY tool")
        ]

    def canvas(self, tool: str) -> dict[str, bytes]:
        """Return all rows of a tool's canvas by name; empty when there is none."""
        rows = self._database.rows("SELECT key, data FROM canvas WHERE tool = ?", tool)
        return {str(key): data for key, data in rows}

    def _bytes(self, value: object) -> bytes:
        if not isinstance(value, bytes):
            raise self._damaged(f"where bytes should be is a {type(value).__name__}")
        return value

    def _damaged(self, reason: str) -> BadInput:
        return BadInput("project.damaged", path=str(self.path), reason=reason)

    # --- single values -----------------------------------------------------------------------------------------

    def get_meta(self, key: str) -> str | None:
        """Return the value of a key, None when there is none."""
        row = self._database.row("SELECT value FROM meta WHERE key = ?", key)
        return str(row[0]) if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Store the value of a key."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def _scale_part(scale: int) -> str:
    return f"scale {scale}"


def _keep_checksum(connection: sqlite3.Connection, model_id: str, part: str, blob: bytes) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO checksums (model, part, sha256) VALUES (?, ?, ?)",
        (model_id, part, hashlib.sha256(blob).hexdigest()),
    )


def _insert_model(connection: sqlite3.Connection, kind: str, config: TrainConfig, parent: str | None) -> str:
    """Add a model inside the caller's transaction and return its id."""
    model_id = uuid.uuid4().hex[:12]
    connection.execute(
        "INSERT INTO models (id, kind, config, parent, created) VALUES (?, ?, ?, ?, ?)",
        (model_id, kind, config.to_json(), parent, now()),
    )
    return model_id


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
