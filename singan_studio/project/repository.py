"""The open project of the window: its file, its lock, its picture, and what is read from and written to it."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.files import write_bytes
from singan_studio.core.geometry import geometry_for
from singan_studio.core.images import (
    Notice,
    Picture,
    decode_png,
    encode_png,
    on_white,
    png_exif,
    training_picture,
    with_alpha,
    with_texts,
)
from singan_studio.core.images.resizing import resized, shrunk
from singan_studio.core.json_reader import JsonFault, json_object, json_value
from singan_studio.core.recipe import PROJECT_KEY, Recipe
from singan_studio.export.stills import PROPOSED, still_file, still_named
from singan_studio.export.stills.settings import USUAL, StillSettings
from singan_studio.project.active_model import active_model, choose_model, model_to_draw_from
from singan_studio.project.budget import Budget
from singan_studio.project.canvas_codec import SourcesData, pack_sources, unpack_sources
from singan_studio.project.canvases import Canvases
from singan_studio.project.database import resolved
from singan_studio.project.lock import ProjectLock
from singan_studio.project.model_progress import is_learned, share_learned
from singan_studio.project.new_files import made_in_first_writable, rescue
from singan_studio.project.project_link import link_from
from singan_studio.project.records import (
    THUMBNAIL_SIDE,
    Extra,
    KeptCanvas,
    KeptResult,
    Model,
    Uncropped,
    film_key,
    frame_inside,
    kept_result,
    result_png,
    sources_key,
)
from singan_studio.project.scale_pictures import kept_pictures
from singan_studio.project.store import ProjectStore, now

log = logging.getLogger(__name__)

NOT_WRITABLE = ("project.read_only", "project.no_lock")
"""Error codes of a project that can be read in its place, but not changed."""

UNCROPPED_KEY = "uncropped"
"""Key of the project's meta value with the SHA-256 of the whole picture and the part in use, JSON."""

Look = Callable[["ProjectRepository"], object]
"""What reads a project before it is opened for writing."""


class ProjectRepository:
    """An open project; used from one thread at a time. Methods raise `BadInput` and `RunFailure`.

    What is a single row of the file is read and written through `store` itself.
    """

    def __init__(
        self,
        store: ProjectStore,
        lock: ProjectLock,
        pixels: np.ndarray,
        documents: Path,
        notices: tuple[Notice, ...] = (),
    ) -> None:
        """Take over an open store, the lock on its file, and its picture, (H, W, 3) uint8 sRGB.

        `documents` is the folder for a copy where the project's own folder is gone.
        """
        self.store, self.pixels, self.notices = store, pixels, notices
        self._lock, self._documents = lock, documents
        self._saved_elsewhere = self._closed = False
        self._canvases = Canvases(store)
        self._deleted: set[int] = set()  # results that are deleted when the project is closed

    # --- opening and closing -----------------------------------------------------------------------------------

    @staticmethod
    def create(picture: Picture, name: str, folders: list[Path]) -> ProjectRepository:
        """Make a project for a picture in the first of `folders` that can be written; never overwrite a file."""
        flat = training_picture(picture)
        png = encode_png(with_alpha(flat), exif=flat.exif)
        path, store = made_in_first_writable(folders, name, lambda path: ProjectStore.create(path, png, name))
        with contextlib.ExitStack() as undo:
            undo.enter_context(store)
            lock = undo.enter_context(ProjectLock(path))
            undo.pop_all()
        return ProjectRepository(store, lock, flat.pixels, folders[-1], flat.notices)

    @staticmethod
    def open(path: Path, documents: Path, look: Look = lambda repository: None) -> ProjectRepository:
        """Open a project; where it cannot be written, copy it to `documents`, open the copy and say so in a notice.

        `look` is called with the project before anything is written to its file, unless only a writer can read it: what
        it raises leaves the file as it is.
        """
        if not path.is_file():
            raise BadInput("project.missing", path=str(path))
        try:
            return ProjectRepository._open(path, documents, look)
        except BadInput as error:
            if error.code not in NOT_WRITABLE:
                raise
            return ProjectRepository._open_copy(path, documents, look)

    @staticmethod
    def _open_copy(path: Path, documents: Path, look: Look) -> ProjectRepository:
        with ProjectStore.open(path, read_only=True) as original:
            copy, _ = made_in_first_writable([documents], path.name, original.save_as)
        notice = Notice("project.copied", {"path": str(path), "copy": str(copy)})
        return ProjectRepository._open(copy, documents, look, (notice,))

    @staticmethod
    def _open(path: Path, documents: Path, look: Look, notices: tuple[Notice, ...] = ()) -> ProjectRepository:
        with contextlib.ExitStack() as undo:
            lock = undo.enter_context(ProjectLock(path))
            pixels = picture_of(path)
            if pixels is not None:
                with ProjectStore.open(path, read_only=True) as unchanged:
                    look(ProjectRepository(unchanged, lock, pixels, documents, notices))
            store = undo.enter_context(ProjectStore.open(path))
            pixels = decode_png(store.source().png) if pixels is None else pixels
            undo.pop_all()
        return ProjectRepository(store, lock, pixels, documents, notices)

    def close(self) -> None:
        """Delete the results that were to be deleted, close the file, release its lock. May be called twice.

        A project whose file was moved, deleted or replaced is saved elsewhere first, unless a copy was saved since.
        """
        if self._closed:
            return
        self._closed = True
        with contextlib.ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.callback(self.store.close)
            if not self.store.in_place:
                if not self._saved_elsewhere:
                    log.warning("%s is gone; saved as %s", self.path, rescue(self.store, self._documents))
                return
            while self._deleted:
                self.store.delete_result(self._deleted.pop())

    @property
    def path(self) -> Path:
        """Absolute, without links."""
        return self.store.path

    def save_copy(self, path: Path) -> None:
        """Write a copy of the project without the deleted results; overwrites `path`."""
        own = resolved(path) == self.path  # where its file is gone
        with contextlib.nullcontext() if own else ProjectLock(path):
            self.store.save_as(path, force=True)
            self._saved_elsewhere = not self.store.in_place
            if self._deleted:
                with ProjectStore.open(path) as copy:
                    for number in self._deleted:
                        copy.delete_result(number)

    # --- picture -----------------------------------------------------------------------------------------------

    def uncropped(self) -> Uncropped:
        """Return the whole picture, (H, W, 3 or 4) uint8 on white, and which part of it is in use."""
        text = self.store.get_meta(UNCROPPED_KEY)
        try:
            kept = json_object(text or "{}")
            whole = decode_png(self.store.blob(str(kept["sha256"])), keep_alpha=True)
            return Uncropped(whole, frame_inside(whole, kept["frame"]))
        except (ValueError, KeyError, BadInput):  # then what is in use is all there is
            height, width = self.pixels.shape[:2]
            whole = decode_png(self.store.source().png, keep_alpha=True)
            return Uncropped(whole, (0, 0, width, height))

    def crop(self, frame: tuple[int, int, int, int]) -> None:
        """Use a part of the whole picture: left, top, width, height in px. The whole picture is kept.

        Raises `BadInput` when the part cannot be learned, or a model was begun.
        """
        whole, (left, top, width, height) = self.uncropped().picture, frame
        cut = np.ascontiguousarray(whole[top : top + height, left : left + width])
        part = training_picture(Picture(cut[..., :3]))
        sha = self.store.put_blob(encode_png(whole))
        self.store.replace_source(encode_png(cut, exif=self.exif))
        self.store.set_meta(UNCROPPED_KEY, json.dumps({"sha256": sha, "frame": list(frame)}))
        self.pixels, self.notices = part.pixels, ()

    # --- models ------------------------------------------------------------------------------------------------

    def model(self) -> Model | None:
        """Return the active model."""
        model = active_model(self.store)
        return self._model(model.id, model.config) if model else None

    def add_model(self, config: TrainConfig) -> Model:
        """Add a base model and make it the active one."""
        model_id = self.store.add_model("base", config)
        choose_model(self.store, model_id)
        return self._model(model_id, config)

    def use_model(self, model_id: str) -> Model:
        """Make another model the active one."""
        choose_model(self.store, model_id)
        return self._model(model_id, self.store.model(model_id).config)

    def find_extra(self, kind: str, config: TrainConfig, parent: str) -> Extra | None:
        """Return the model of that kind and configuration beside the base model `parent`, if there is one."""
        for info in self.store.models():
            if (info.kind, info.config, info.parent) == (kind, config, parent):
                seconds = sum(scale.seconds for scale in self.store.scales(info.id))
                share = share_learned(self.store, info)
                return Extra(info.id, is_learned(self.store, info), seconds, share)
        return None

    def add_extra(self, kind: str, config: TrainConfig, parent: str) -> Model:
        """Return the model that `find_extra` finds, added when it is new; `parent` stays the active model."""
        if kind == "base":
            choose_model(self.store, parent)
        known = self.find_extra(kind, config, parent)
        return self._model(known.id if known else self.store.add_model(kind, config, parent), config)

    def drawing_model_id(self) -> str:
        """Return the id of the model that commands draw from with all its scales; "" while it is still learned."""
        model = model_to_draw_from(self.store)
        return model.id if model and is_learned(self.store, model) else ""

    def _model(self, model_id: str, config: TrainConfig) -> Model:
        height, width = self.pixels.shape[:2]
        sizes = list(geometry_for(height, width, config).sizes)
        reals = [resized(self.pixels, w, h) for h, w in sizes]
        scales = self.store.scales(model_id)
        shown = [scale.scale for scale in scales if scale.scale < len(sizes)]
        pictures = {scale: found for scale in shown if (found := kept_pictures(self.store, model_id, scale))}
        return Model(model_id, config, sizes, scales, reals, pictures)

    def keep_film_frame(self, model_id: str, picture: np.ndarray) -> None:
        """Append a picture of a training, (H, W, 3) uint8, to the film of it."""
        shas = [*self._film(model_id), self.store.put_blob(encode_png(picture))]
        self.store.set_meta(film_key(model_id), json.dumps(shas))

    def film_frames(self, model_id: str) -> list[bytes]:
        """Return the frames of the film of a training as PNG, in order, without damaged ones."""
        frames: list[bytes] = []
        budget = Budget()
        for sha in self._film(model_id):
            with contextlib.suppress(BadInput, ValueError):
                frame = self.store.blob(sha)
                budget.spend(len(frame))
                frames.append(frame)
        return frames

    def _film(self, model_id: str) -> list[str]:
        kept = self._meta_json(film_key(model_id))
        return [sha for sha in kept if isinstance(sha, str)] if isinstance(kept, list) else []

    # --- results and their inputs ------------------------------------------------------------------------------

    def keep_inputs(
        self, pictures: Mapping[str, np.ndarray], sources: SourcesData | None = None
    ) -> dict[str, str]:
        """Keep the pictures a result is made from, (H, W, 3), (H, W, 4) or (H, W) uint8, and what they show.

        Returns their SHA-256 by name.
        """
        shas = {name: self.store.put_blob(encode_png(picture)) for name, picture in pictures.items()}
        if sources:
            self.store.set_meta(sources_key(shas), pack_sources(sources, self.store.put_blob))
        return shas

    def input_picture(self, sha256: str, keep_alpha: bool = False) -> np.ndarray:
        """Return a kept input, (H, W, 3) uint8; (H, W, 4) with `keep_alpha` if it has alpha."""
        return decode_png(self.store.blob(sha256), keep_alpha)

    def sources(self, inputs: Mapping[str, str]) -> SourcesData | None:
        """Return what inputs, SHA-256 by name, were made from; None where it was not kept or cannot be read."""
        text = self.store.get_meta(sources_key(inputs))
        if text is None:
            return None
        try:
            return unpack_sources(text, self.store.blob)
        except (ValueError, BadInput):
            return None

    def add_result(self, recipe: Recipe, picture: np.ndarray) -> KeptResult:
        """Keep a result, (H, W, 3) uint8, as PNG with its recipe."""
        height, width = picture.shape[:2]
        number = self.store.add_result(recipe, result_png(recipe, picture), width, height)
        return kept_result(number, recipe, picture, False, now())

    def replace_result(self, number: int, recipe: Recipe, picture: np.ndarray) -> KeptResult:
        """Replace a result's picture, (H, W, 3) uint8, and recipe. Raises `BadInput` for an unknown number."""
        height, width = picture.shape[:2]
        self.store.replace_result(number, recipe, result_png(recipe, picture), width, height)
        info = next(info for info in self.store.results() if info.id == number)
        return kept_result(number, recipe, picture, info.starred, info.created)

    def results(self) -> list[KeptResult]:
        """Return all results without their thumbnails, oldest first."""
        return [
            KeptResult(
                info.id, info.recipe, info.width, info.height, info.starred, None, info.problem, info.created
            )
            for info in self.store.results()
        ]

    def thumbnail(self, number: int) -> np.ndarray | None:
        """Return the thumbnail of a result, (H, W, 3) uint8, at most `THUMBNAIL_SIDE` px; None if it is damaged."""
        try:
            return shrunk(self.result_picture(number), THUMBNAIL_SIDE)
        except BadInput:
            return None

    def result_picture(self, number: int) -> np.ndarray:
        """Return a result, (H, W, 3) uint8, on white where it is transparent."""
        return on_white(decode_png(self.store.result_png(number), keep_alpha=True))

    def delete_result(self, number: int) -> None:
        """Delete a result when the project is closed; until then `restore_result` takes it back."""
        self._deleted.add(number)

    def restore_result(self, number: int) -> None:
        """Do not delete a result after all."""
        self._deleted.discard(number)

    @property
    def exif(self) -> bytes:
        """What the photo's camera noted, an EXIF block without header; empty where nothing is known."""
        return png_exif(self.store.source().png)

    def save_result(self, number: int, path: Path, settings: StillSettings = USUAL) -> None:
        """Write a result with a link to its project, in the format that the name asks for; overwrites `path`."""
        link = link_from(path, self.path)
        texts = {} if link is None else {PROJECT_KEY: link}
        png = with_texts(self.store.result_png(number), texts)
        still = still_named(path) or PROPOSED  # whoever names a file freely gets what was proposed
        write_bytes(path, still_file(still, png, settings, self.exif), force=True)

    # --- canvases and other values of the window ---------------------------------------------------------------

    def canvases(self, width: int, height: int) -> dict[str, KeptCanvas]:
        """Return the canvases of all tools that have one, for a picture of that size in px."""
        return self._canvases.read(width, height)

    def save_canvas(self, tool: str, changes: Mapping[str, bytes | None]) -> None:
        """Store rows of a tool's canvas as the store does; what could not be read of it is put aside first."""
        self._canvases.save(tool, changes)

    def meta_object(self, key: str) -> dict[str, Any]:
        """Return the JSON object that is kept under a key; empty where it cannot be read."""
        kept = self._meta_json(key)
        return kept if isinstance(kept, dict) else {}

    def _meta_json(self, key: str) -> object:
        try:
            return json_value(self.store.get_meta(key) or "null")
        except JsonFault:
            return None


def picture_of(path: Path) -> np.ndarray | None:
    """Return a project's picture, read without changing the file; None where only a writer can read it."""
    try:
        with ProjectStore.open(path, read_only=True) as store:
            return decode_png(store.source().png)
    except BadInput as error:
        if error.code not in ("project.unfinished", "project.older"):
            raise
        return None
