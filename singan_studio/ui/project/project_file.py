"""The open project as a file; everything here runs on the store thread."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.files import write_bytes
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.ui.canvas.document_state import state_looking_like
from singan_studio.ui.project.new_files import made_in_first_writable, way_to
from singan_studio.ui.project.project_data import (
    Extra,
    KeptResult,
    Model,
    ProjectData,
    ScalePictures,
    Uncropped,
)
from singan_studio.ui.project.result_sources import ResultSources, keep_sources, read_sources
from singan_studio.ui.project.saved_canvases import read_canvases, save_canvas
from singan_studio.ui.widgets.pixels import as_image
from singan_studio.ui.widgets.sizes import planned_sizes, resized, shrunk, stretched

if TYPE_CHECKING:
    from singan_studio.core.images import Notice, Picture
    from singan_studio.project.lock import ProjectLock
    from singan_studio.project.store import ProjectStore
    from singan_studio.tools.base import ToolSpec
    from singan_studio.ui.canvas.document_codec import Content

SHOWN_SIDE = 4096
"""Longer side in px of the picture the window shows and that is worked on; none is larger."""
THUMBNAIL_SIDE = 160
NOT_WRITABLE = ("project.read_only", "project.no_lock")
"""Codes of a project that can be read where it is and not changed."""
TOOLS_KEY = "tools"
"""Key of the project's meta value with what was chosen for every tool, JSON."""
VIEW_KEY = "view"
"""Key of the project's meta value with pan, zoom and arrangement of the panes, JSON."""
UNCROPPED_KEY = "uncropped"
"""Key of the project's meta value with the SHA-256 of the whole picture and the part in use, JSON."""


class ProjectFile:
    """An open project: its store, its lock and its picture. Methods raise `BadInput` and `RunFailure`."""

    def __init__(
        self, store: ProjectStore, lock: ProjectLock, pixels: np.ndarray, notices: tuple[Notice, ...] = ()
    ) -> None:
        self._store, self._lock, self._pixels, self._notices = store, lock, pixels, notices
        self._deleted: set[int] = set()  # results that go when the project is closed

    @staticmethod
    def create(picture: Picture, name: str, folders: list[Path]) -> ProjectFile:
        """A new project for a picture in the first of `folders` that can be written; never overwrites."""
        from singan_studio.core.images import encode_png, training_picture
        from singan_studio.project.lock import ProjectLock
        from singan_studio.project.store import ProjectStore

        flat = training_picture(picture)
        png = encode_png(flat.pixels)
        path, store = made_in_first_writable(folders, name, lambda p: ProjectStore.create(p, png, name))
        with contextlib.ExitStack() as undo:
            undo.enter_context(store)
            lock = undo.enter_context(ProjectLock(path))
            undo.pop_all()
        return ProjectFile(store, lock, flat.pixels, flat.notices)

    @staticmethod
    def open(path: Path, documents: Path) -> ProjectFile:
        """A project; of one in a place where nothing can be written a copy among the `documents`, which is said."""
        if not path.is_file():
            raise BadInput("project.missing", path=str(path))
        try:
            return ProjectFile._open(path)
        except BadInput as error:
            if error.code not in NOT_WRITABLE:
                raise
            return ProjectFile._open_copy(path, documents)

    @staticmethod
    def _open_copy(path: Path, documents: Path) -> ProjectFile:
        from singan_studio.core.images import Notice
        from singan_studio.project.store import ProjectStore

        with ProjectStore.open(path, read_only=True) as original:
            copy, _ = made_in_first_writable([documents], path.name, original.save_as)
        notice = Notice("project.copied", {"path": str(path), "copy": str(copy)})
        return ProjectFile._open(copy, (notice,))

    @staticmethod
    def _open(path: Path, notices: tuple[Notice, ...] = ()) -> ProjectFile:
        from singan_studio.core.images import decode_png
        from singan_studio.project.lock import ProjectLock
        from singan_studio.project.store import ProjectStore

        with contextlib.ExitStack() as undo:
            lock = undo.enter_context(ProjectLock(path))
            store = undo.enter_context(ProjectStore.open(path))
            pixels = decode_png(store.source().png)
            undo.pop_all()
        return ProjectFile(store, lock, pixels, notices)

    @property
    def path(self) -> Path:
        return self._store.path

    def close(self) -> None:
        """Let the deleted results go, then the file."""
        with contextlib.ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.callback(self._store.close)
            for number in self._deleted:
                self._store.delete_result(number)

    def opened(self) -> ProjectData:
        """Everything the window shows of it."""
        height, width = self._pixels.shape[:2]
        picture = shrunk(self._pixels, SHOWN_SIDE)
        name = self._store.source().name
        works, unread = read_canvases(self._store, picture.shape[1], picture.shape[0])
        return ProjectData(
            self._store.path,
            name,
            picture,
            height,
            width,
            self.model(),
            self._results(),
            (*self._notices, *unread),
            self._kept_json(TOOLS_KEY),
            works,
            self._kept_json(VIEW_KEY),
            as_image(picture),
        )

    def uncropped(self) -> Uncropped:
        """The whole picture and which part of it is in use."""
        from singan_studio.core.images import decode_png

        text = self._store.get_meta(UNCROPPED_KEY)
        if text is None:
            height, width = self._pixels.shape[:2]
            return Uncropped(self._pixels, (0, 0, width, height))
        kept = json.loads(text)
        left, top, width, height = kept["frame"]
        return Uncropped(decode_png(self._store.blob(kept["sha256"])), (left, top, width, height))

    def crop(self, frame: tuple[int, int, int, int]) -> ProjectData:
        """Use a part of the whole picture: left, top, width, height in px. The whole one is kept.

        Raises `BadInput` when the part cannot be learned, or a model was begun.
        """
        from singan_studio.core.images import Picture, encode_png, training_picture

        whole, (left, top, width, height) = self.uncropped().picture, frame
        part = training_picture(Picture(np.ascontiguousarray(whole[top : top + height, left : left + width])))
        sha = self._store.put_blob(encode_png(whole))
        self._store.replace_source(encode_png(part.pixels))
        self._store.set_meta(UNCROPPED_KEY, json.dumps({"sha256": sha, "frame": list(frame)}))
        self._pixels, self._notices = part.pixels, ()
        return self.opened()

    def add_model(self, config: TrainConfig) -> Model:
        """Add a model and make it the current one."""
        from singan_studio.project.active_model import choose_model

        model_id = self._store.add_model("base", config)
        choose_model(self._store, model_id)
        return self._model(model_id, config)

    def save_canvas(self, tool: str, content: Mapping[str, Content]) -> None:
        """Keep what has changed of a tool's handwork."""
        save_canvas(self._store, tool, content)

    def find_extra(self, kind: str, config: TrainConfig, parent: str) -> Extra | None:
        """The model of that kind and configuration beside the base model `parent`, if there is one."""
        from singan_studio.engine_process.models import is_learned

        for info in self._store.models():
            if (info.kind, info.config, info.parent) == (kind, config, parent):
                seconds = sum(scale.seconds for scale in self._store.scales(info.id))
                return Extra(info.id, is_learned(self._store, info), seconds)
        return None

    def add_extra(self, kind: str, config: TrainConfig, parent: str) -> Model:
        """The same model, added when there is none; `parent` stays the current one."""
        from singan_studio.project.active_model import choose_model

        if kind == "base":
            choose_model(self._store, parent)
        known = self.find_extra(kind, config, parent)
        return self._model(known.id if known else self._store.add_model(kind, config, parent), config)

    def use_model(self, model_id: str) -> Model:
        """Make another model the current one."""
        from singan_studio.project.active_model import choose_model

        choose_model(self._store, model_id)
        return self._model(model_id, self._store.model(model_id).config)

    def model(self) -> Model | None:
        """The model that pictures are made with."""
        from singan_studio.project.active_model import current_model

        model = current_model(self._store)
        return self._model(model.id, model.config) if model else None

    def keep_pictures(self, model_id: str, scale: int, pictures: ScalePictures) -> None:
        """Keep what a scale has learned, for the next time the project is opened."""
        from singan_studio.core.images import encode_png

        both = (pictures.reconstruction, pictures.sample)
        shas = [self._store.put_blob(encode_png(picture)) for picture in both]
        self._store.set_meta(_pictures_key(model_id, scale), " ".join(shas))

    def keep_film_frame(self, model_id: str, picture: np.ndarray) -> None:
        """Keep how far a training is, (H, W, 3) uint8, as the next frame of the film of it."""
        from singan_studio.core.images import encode_png

        shas = [*self._film(model_id), self._store.put_blob(encode_png(picture))]
        self._store.set_meta(_film_key(model_id), json.dumps(shas))

    def film_frames(self, model_id: str) -> list[bytes]:
        """The frames of the film of a training as PNG, in order."""
        return [self._store.blob(sha) for sha in self._film(model_id)]

    def _film(self, model_id: str) -> list[str]:
        return json.loads(self._store.get_meta(_film_key(model_id)) or "[]")

    def set_meta(self, key: str, value: str) -> None:
        self._store.set_meta(key, value)

    def keep_inputs(
        self, pictures: Mapping[str, np.ndarray], sources: ResultSources | None = None
    ) -> dict[str, str]:
        """Keep the pictures a result is made from, (H, W, 3) or (H, W, 4) uint8 or (H, W); their SHA-256 by name."""
        from singan_studio.core.images import encode_png

        shas = {name: self._store.put_blob(encode_png(picture)) for name, picture in pictures.items()}
        if sources:
            keep_sources(self._store, shas, sources)
        return shas

    def input_picture(self, sha256: str) -> np.ndarray:
        from singan_studio.core.images import decode_png

        return decode_png(self._store.blob(sha256))

    def sources(self, recipe: Recipe, spec: ToolSpec, automatic_mask: bool) -> ResultSources:
        """What a result's inputs were made from. Where that was not kept, for they were files: what looks like them on
        the picture.
        """
        kept = read_sources(self._store, recipe.inputs)
        if kept:
            return kept
        found: dict[str, np.ndarray] = {}
        base = shrunk(self._pixels, SHOWN_SIDE)
        for param in spec.params:
            if param.name in recipe.inputs and param.takes != "given":
                found[param.takes] = stretched(self.input_picture(recipe.inputs[param.name]), base.shape[:2])
        mask = found["mask"].max(axis=2) if "mask" in found else None
        return ResultSources(
            state_looking_like(base, found.get("composite"), mask, automatic_mask), exact=False
        )

    def add_result(self, recipe: Recipe, picture: np.ndarray) -> KeptResult:
        from singan_studio.core.images import encode_png

        height, width = picture.shape[:2]
        png = encode_png(picture, {PNG_KEY: recipe.to_json()})
        number = self._store.add_result(recipe, png, width, height)
        return KeptResult(number, recipe, width, height, False, shrunk(picture, THUMBNAIL_SIDE))

    def result_picture(self, number: int) -> np.ndarray:
        from singan_studio.core.images import decode_png

        return decode_png(self._store.result_png(number))

    def result_png(self, number: int) -> bytes:
        """As it is kept: with its recipe, without the way to its project."""
        return self._store.result_png(number)

    def command(self, number: int) -> list[str]:
        """The words of the command that makes a result again."""
        from singan_studio.project.active_model import model_to_draw_from
        from singan_studio.tools import registry
        from singan_studio.tools.command_words import command_words

        recipe = next(info.recipe for info in self._store.results() if info.id == number)
        model = model_to_draw_from(self._store)
        finished = model is not None and self._model(model.id, model.config).finished
        drawn_from = model.id if model and finished else ""
        return command_words(registry.tool(recipe.tool), recipe, self._store.path, number, drawn_from)

    def set_starred(self, number: int, starred: bool) -> None:
        self._store.set_starred(number, starred)

    def delete_result(self, number: int) -> None:
        """Let a result go when the project is closed; until then `restore_result` takes it back."""
        self._deleted.add(number)

    def restore_result(self, number: int) -> None:
        self._deleted.discard(number)

    def save_result(self, number: int, path: Path) -> None:
        """Write a result as PNG with its recipe and the way to its project; overwrites, the person was asked."""
        from singan_studio.core.images import decode_png, encode_png, png_texts

        png = self._store.result_png(number)
        texts = {**png_texts(png), PROJECT_KEY: way_to(self._store.path, path.parent)}
        write_bytes(path, encode_png(decode_png(png), texts), force=True)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the project without the deleted results; overwrites, the person was asked."""
        from singan_studio.project.lock import ProjectLock
        from singan_studio.project.store import ProjectStore

        with ProjectLock(path):
            self._store.save_as(path, force=True)
            if self._deleted:
                with ProjectStore.open(path) as copy:
                    for number in self._deleted:
                        copy.delete_result(number)

    def _model(self, model_id: str, config: TrainConfig) -> Model:
        height, width = self._pixels.shape[:2]
        sizes = planned_sizes(height, width, config)
        reals = [resized(self._pixels, w, h) for h, w in sizes]
        scales = self._store.scales(model_id)
        pictures = {s.scale: p for s in scales if (p := self._pictures(model_id, s.scale))}
        return Model(model_id, config, sizes, scales, reals, pictures)

    def _pictures(self, model_id: str, scale: int) -> ScalePictures | None:
        from singan_studio.core.images import decode_png

        text = self._store.get_meta(_pictures_key(model_id, scale))
        if text is None:
            return None
        reconstruction, sample = (decode_png(self._store.blob(sha)) for sha in text.split())
        return ScalePictures(reconstruction, sample)

    def _kept_json(self, key: str) -> dict[str, Any]:
        """What is kept under a key; nothing where it cannot be read."""
        try:
            kept = json.loads(self._store.get_meta(key) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _results(self) -> list[KeptResult]:
        kept = []
        for info in self._store.results():
            thumbnail = shrunk(self.result_picture(info.id), THUMBNAIL_SIDE)
            kept.append(KeptResult(info.id, info.recipe, info.width, info.height, info.starred, thumbnail))
        return kept


def _pictures_key(model_id: str, scale: int) -> str:
    """Key of the project's meta values; the value is two SHA-256, of the reconstruction and of the sample."""
    return f"pictures/{model_id}/{scale}"


def _film_key(model_id: str) -> str:
    """Key of the project's meta values; the value is a JSON list of SHA-256."""
    return f"film/{model_id}"
