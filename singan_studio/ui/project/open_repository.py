"""The repository that the window has open. All of it runs on the background worker's thread."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from singan_studio.core.errors import BadInput, StudioError
from singan_studio.core.files import written_aside
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.ui.project.project_data import ProjectData, read_project

if TYPE_CHECKING:
    from singan_studio.core.images import Picture
    from singan_studio.project.repository import ProjectRepository


class OpenRepository:
    """At most one repository, in turn of another one; importing what it needs takes time."""

    def __init__(self, documents: Path) -> None:
        """`documents` is the folder for projects whose own folder cannot be written."""
        self.documents = documents
        self._repository: ProjectRepository | None = None

    def open(self, path: Path) -> ProjectData:
        """Open a project in place of the one before; when it cannot be shown, nothing has changed."""
        from singan_studio.project.repository import ProjectRepository

        seen: list[ProjectData] = []
        repository = ProjectRepository.open(
            path, self.documents, lambda repository: seen.append(read_project(repository))
        )
        return self._exchange(repository, seen[-1] if seen else None)

    def open_bundled(self, path: Path) -> ProjectData:
        """Open the project that was made of a bundled picture before, or else make one among the documents."""
        from singan_studio.core.images import load_picture

        picture = load_picture(path)
        known = self.documents / f"{path.stem}{PROJECT_SUFFIX}"
        if known.exists() and _shows(known, picture):
            return self.open(known)
        return self.create(lambda: picture, path.name, [self.documents])

    def open_example(self, path: Path) -> ProjectData:
        """Open the copy of a bundled project among the documents; the bundled one is never written."""
        known = self.documents / path.name
        if not known.exists():
            self.documents.mkdir(parents=True, exist_ok=True)
            with written_aside(known) as aside:
                shutil.copyfile(path, aside)
        return self.open(known)

    def create(self, load: Callable[[], Picture], name: str, folders: list[Path]) -> ProjectData:
        """Make a project and open it in place of the one before."""
        from singan_studio.project.repository import ProjectRepository

        return self._exchange(ProjectRepository.create(load(), name, folders))

    def close(self) -> None:
        """Close the project, if one is open."""
        if self._repository:
            repository, self._repository = self._repository, None
            repository.close()

    def answer(self, path: Path | None, question: Callable[[ProjectRepository], Any]) -> Any:
        """Return the answer of the project at `path`. Raises `BadInput` when it is not the one that is open."""
        if self._repository is None or self._repository.path != path:
            raise BadInput("window.no_project")
        return question(self._repository)

    def go_on_in_copy(self, path: Path | None, copy: Path) -> ProjectData:
        """Save the project at `path` as `copy`, and open that in its place."""
        self.answer(path, lambda repository: repository.save_copy(copy))
        self.close()  # its lock may be that of the copy
        return self.open(copy)

    def _exchange(self, repository: ProjectRepository, seen: ProjectData | None = None) -> ProjectData:
        try:
            project_data = seen or read_project(repository)
        except BaseException:
            repository.close()
            raise
        self.close()
        self._repository = repository
        return project_data


def _shows(project: Path, picture: Picture) -> bool:
    """Return whether a project was made of this picture, and was not cropped since."""
    from singan_studio.core.images import training_picture
    from singan_studio.project.repository import picture_of

    try:
        pixels = picture_of(project)
    except StudioError:
        return False
    return pixels is not None and pixels.tobytes() == training_picture(picture).pixels.tobytes()
