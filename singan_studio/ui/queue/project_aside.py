"""The project of a queued picture while it is made, aside of its place. All of it runs on the background worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.project.new_files import NAMES_TRIED, PROJECT_SUFFIX, project_name
from singan_studio.ui.queue.queued_picture import QueuedPicture

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Begun:
    """A project aside: from which content, with which model to draw with, and what is done of it already."""

    path: Path
    content: str
    model_id: str
    learned: bool
    variations: int


class ProjectAside:
    """Makes one project. It is kept when the work stops early, and the next time goes on with it."""

    def __init__(self, picture: QueuedPicture) -> None:
        from singan_studio.project.lock import ProjectLock
        from singan_studio.project.unfinished import aside_of

        self._source, self._todo = Path(picture.source), picture.todo
        self._folder, self._content = Path(picture.folder), picture.content
        short = Path(self._source.stem[:60]).stem + PROJECT_SUFFIX  # the whole name may be too long for more
        self.path = aside_of(self._folder / short, picture.name)
        self._lock = ProjectLock(self.path)

    def begin(self) -> Begun:
        """Make the project, or find what was made of the same picture. Raises `StudioError`."""
        from singan_studio.project.store import ProjectStore
        from singan_studio.project.unfinished import content_of, half_learned, remove

        content = content_of(self._source)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunFailure(
                "file.write", path=str(self._folder), reason=error.strerror or str(error)
            ) from error
        self._lock.acquire()
        if content != self._content:
            remove(self.path)
        if not half_learned(self.path):
            self._create()
        with ProjectStore.open(self.path) as store:
            return self._begun(store, content)

    def add_variation(self, recipe: Recipe, picture: np.ndarray) -> None:
        from singan_studio.project.records import result_png
        from singan_studio.project.store import ProjectStore

        height, width = picture.shape[:2]
        with ProjectStore.open(self.path) as store:
            store.add_result(recipe, result_png(recipe, picture), width, height)

    def finish(self) -> Path:
        """Give the project its name, that of the picture; with a number where that is taken."""
        from singan_studio.project.store import ProjectStore

        with ProjectStore.open(self.path):
            pass  # takes in the log that a killed engine may have left
        for number in range(1, NAMES_TRIED + 1):
            path = self._folder / project_name(self._source.name, number)
            if not path.exists():
                try:
                    self.path.rename(path)
                except OSError as error:
                    raise RunFailure(
                        "file.write", path=str(path), reason=error.strerror or str(error)
                    ) from error
                self.leave()
                return path
        raise BadInput(
            "window.no_free_name", folder=str(self._folder), name=self._source.stem, count=NAMES_TRIED
        )

    def leave(self) -> None:
        """Let go of the project."""
        self._lock.release()

    def remove(self) -> None:
        """Remove what was begun."""
        from singan_studio.project.unfinished import remove

        remove(self.path)
        self.leave()

    def _create(self) -> None:
        from singan_studio.core.images import encode_png, load_picture, training_picture, with_alpha
        from singan_studio.project.store import ProjectStore

        flat = training_picture(load_picture(self._source))
        png = encode_png(with_alpha(flat), exif=flat.exif)
        model = preset(self._todo.preset) if self._todo.preset else None
        ProjectStore.create(self.path, png, self._source.name, model=model).close()

    def _begun(self, store, content: str) -> Begun:
        from singan_studio.project.active_model import active_model
        from singan_studio.project.model_progress import is_learned

        model = active_model(store)
        learned = model is None or is_learned(store, model)
        model_id = model.id if model else PATCHES
        return Begun(self.path, content, model_id, learned, len(store.results()))
