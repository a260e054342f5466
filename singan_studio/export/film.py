"""Write a film to a file, frame by frame, and read back the texts it carries."""

from __future__ import annotations

import contextlib
import errno
import itertools
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.files import folder_written_aside, ordinary_file, refuse_replacing, written_aside
from singan_studio.core.images import on_white
from singan_studio.export.formats import FORMATS
from singan_studio.export.formats.base import Format, Reel
from singan_studio.export.formats.sequence import PATTERN
from singan_studio.export.settings import ExportSettings


@dataclass(frozen=True)
class Film:
    """A film that was written: number of drawn frames, bytes of the file, first frame (H, W, 3 or 4) uint8."""

    frames: int
    bytes: int
    first: np.ndarray


def format_for(path: Path, wanted: str | None = None) -> Format:
    """Return the format that a name's ending or `wanted` asks for; a name without an ending, or of a folder, is
    a folder of pictures.

    Raises `BadInput` naming path and what is allowed.
    """
    ending = path.suffix.lower()
    if wanted is not None:
        format_ = FORMATS[wanted]
        if ending not in format_.endings and (not format_.folder or film_ending(path)):
            raise BadInput(
                "export.clash",
                path=str(path),
                format=wanted,
                allowed=" | ".join(format_.endings) or "a folder",
            )
        return format_
    for format_ in FORMATS.values():
        if ending in format_.endings[:1] or (format_.folder and (not ending or path.is_dir())):
            return format_
    endings = [format_.endings[0] for format_ in FORMATS.values() if format_.endings]
    raise BadInput("export.format", path=str(path), allowed=" | ".join(endings))


def film_ending(path: Path) -> bool:
    """Return whether a name ends as the file of some format does."""
    return any(path.suffix.lower() in format_.endings for format_ in FORMATS.values())


def refuse_taken(path: Path, format_: Format, force: bool) -> None:
    """Raise `BadInput` when a film of that format cannot be written there; `force` allows to overwrite a film.

    A folder is overwritten only when it holds nothing but pictures of a film.
    """
    if not format_.folder:
        refuse_replacing(path, force)
        return
    if not path.exists():
        return
    if not path.is_dir():
        raise BadInput("file.not_folder", path=str(path))
    if any(not item.match(PATTERN) for item in path.iterdir()):
        raise BadInput("file.not_empty", path=str(path))
    if not force and any(path.iterdir()):
        raise BadInput("file.exists", path=str(path))


def write_film(
    path: Path,
    frames: Iterable[np.ndarray],
    count: int,
    fps: float,
    settings: ExportSettings,
    texts: Mapping[str, str],
    cancel: CancelToken,
    force: bool = False,
) -> Film:
    """Write `count` (H, W, 3 or 4) uint8 frames of one size; never more than a few in memory.

    They play at the nearest speed that the format can hold; transparent ones are on white where it cannot be
    transparent. `texts` are carried along. The same frames, settings and texts give the same bytes. Raises `BadInput`
    for a path that is taken, `RunFailure` when ffmpeg or the disk fails, `Cancelled`; nothing half-written is left.
    """
    format_ = FORMATS[settings.format]
    refuse_taken(path, format_, force)
    seen = map(on_white, frames) if format_.transparency == "none" else frames
    watched = _Watched(seen, settings.enlarge, cancel)
    with _full_disk_in_words(), _aside(path, format_, force) as aside:
        transparent, shown = _looked_at(iter(watched))
        reel = Reel(shown, count, format_.speed(fps), settings, texts, cancel, transparent)
        format_.write(aside, reel)
        size = sum(item.stat().st_size for item in ([aside] if aside.is_file() else aside.iterdir()))
    assert watched.first is not None
    return Film(watched.count, size, watched.first)


def film_texts(path: Path) -> dict[str, str]:
    """Return the texts that `write_film` put into a film; empty for any other file.

    Raises `BadInput` for one that is missing, no ordinary file, or cannot be read.
    """
    for format_ in FORMATS.values():
        if format_.folder and path.is_dir():
            return format_.texts(path)
        if not path.is_dir() and path.suffix.lower() in format_.endings:
            with ordinary_file(path):  # ffmpeg would wait for a pipe
                pass
            return format_.texts(path)
    return {}


class _Watched:
    """Enlarges and counts frames as they pass, and keeps the first one."""

    def __init__(self, frames: Iterable[np.ndarray], times: float, cancel: CancelToken) -> None:
        self._frames, self._times, self._cancel = frames, times, cancel
        self.count = 0
        self.first: np.ndarray | None = None

    def __iter__(self) -> Iterator[np.ndarray]:
        for frame in self._frames:
            self._cancel.check()
            larger = enlarged(frame, self._times)
            if self.first is None:
                self.first = larger
            self.count += 1
            yield larger


def enlarged(frame: np.ndarray, times: float) -> np.ndarray:
    """Enlarge (H, W, 3 or 4) uint8 by Lanczos, sides rounded to whole pixels."""
    if times == 1:
        return frame
    from PIL import Image

    size = round(frame.shape[1] * times), round(frame.shape[0] * times)
    planes = [
        frame[..., :3],
        *frame[..., 3:].transpose(2, 0, 1),
    ]  # together Pillow blackens what is transparent
    larger = [
        Image.fromarray(np.ascontiguousarray(plane)).resize(size, Image.Resampling.LANCZOS)
        for plane in planes
    ]
    return np.dstack([np.asarray(image) for image in larger])


def _looked_at(frames: Iterator[np.ndarray]) -> tuple[bool, Iterator[np.ndarray]]:
    """Return whether the first of the frames, if there is one, is transparent, and all of them."""
    first = list(itertools.islice(frames, 1))
    return any(frame.shape[2] == 4 for frame in first), itertools.chain(first, frames)


def _aside(path: Path, format_: Format, force: bool) -> AbstractContextManager[Path]:
    return folder_written_aside(path, force) if format_.folder else written_aside(path, force)


@contextlib.contextmanager
def _full_disk_in_words() -> Iterator[None]:
    """Raise a full disk in the body as its own failure."""
    try:
        yield
    except (OSError, RunFailure) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        if isinstance(cause, OSError) and cause.errno == errno.ENOSPC:
            raise RunFailure("export.full") from error
        raise
