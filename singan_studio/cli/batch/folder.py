"""The folder of a batch's results, and its log: what was made there, from which pictures, with which settings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.json_reader import JsonFault, json_object
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.project.unfinished import ASIDE, aside_of, remove

LOG = "batch.jsonl"
"""Its first line holds the settings, every other one what is known of a picture from then on."""


@dataclass(frozen=True)
class Logged:
    """A picture in the log: the name of its result, the content it was begun with, and whether the result is whole."""

    picture: str
    output: str
    content: str
    done: bool


class BatchFolder:
    """The results of a batch. Whoever opens it holds its lock."""

    def __init__(self, folder: Path, settings: dict[str, Any], force: bool) -> None:
        """Read the log, or begin it. Raises `BadInput` when the results there have other settings.

        With `force` they may have, and nothing of them counts as done.
        """
        self._folder = folder
        self._log = folder / LOG
        before, logged = _read(self._log)
        changes = _changes(before, settings) if before is not None else ""
        if changes and not force:
            raise BadInput("batch.settings", folder=str(folder), changes=changes)
        if force:
            logged = [Logged(known.picture, known.output, "", False) for known in logged]
        self._logged = {known.picture: known for known in logged}
        if force or before is None:
            lines = [{"settings": settings}, *map(vars, logged)]
            self._write("w", lines)

    def is_done(self, picture: str, content: str) -> bool:
        """Return whether the result of a picture is there, made from this content."""
        known = self._logged.get(picture)
        return (
            known is not None
            and known.done
            and known.content == content
            and (self._folder / known.output).exists()
        )

    def begin(self, picture: str, output: str, content: str, force: bool) -> None:
        """Prepare for making a result: note that it is the batch's, and remove what was begun from another content.

        Raises `BadInput` when something is there that no batch has made, unless `force` is set.
        """
        known = self._logged.get(picture)
        ours = known is not None and known.output == output
        path = self._folder / output
        if path.exists() and not ours and not force:
            raise BadInput("file.exists", path=str(path))
        if known is None or known.content != content or not content:
            remove(aside_of(path))
        self._note(Logged(picture, output, content, False))

    def finish(self, picture: str) -> None:
        """Note that a picture's result is whole."""
        known = self._logged[picture]
        self._note(Logged(picture, known.output, known.content, True))

    def clear(self, kept: Sequence[str]) -> None:
        """Remove what earlier runs left unfinished, but for the half learned projects of the results `kept`."""
        names = {aside_of(Path(name)).name for name in kept if name.endswith(PROJECT_SUFFIX)}
        for path in self._folder.glob(f"{ASIDE}*"):
            if not any(
                path.name.startswith(name) for name in names
            ):  # SQLite may have left more than one file
                remove(path)

    def _note(self, known: Logged) -> None:
        self._logged[known.picture] = known
        self._write("a", [vars(known)])

    def _write(self, mode: str, lines: Sequence[dict[str, Any]]) -> None:
        try:
            with self._log.open(mode, encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)
        except OSError as error:
            raise RunFailure(
                "file.write", path=str(self._log), reason=error.strerror or str(error)
            ) from error


def result_names(sources: Sequence[Path], ending: str) -> dict[str, str]:
    """Return the name of each picture's result: the picture's without its ending where that is no other's."""
    stems = Counter(source.stem.casefold() for source in sources)
    whole = {source.name.casefold() for source in sources}
    names = {}
    for source in sources:
        stem = source.stem.casefold()
        alone = stems[stem] == 1 and (stem not in whole or stem == source.name.casefold())
        names[source.name] = (source.stem if alone else source.name) + ending
    return names


def _read(log: Path) -> tuple[dict[str, Any] | None, list[Logged]]:
    """Return the settings and what is known of the pictures; a line that was cut off says nothing."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        raise BadInput("file.unreadable", path=str(log), reason=error.strerror or str(error)) from error
    objects = [found for line in lines if (found := _object(line)) is not None]
    settings = objects[0].get("settings") if objects else None
    logged = [Logged(**found) for found in objects[1:] if _is_logged(found)]
    return settings if isinstance(settings, dict) else None, logged


def _object(line: str) -> dict[str, Any] | None:
    try:
        return json_object(line)
    except JsonFault:
        return None


def _is_logged(found: dict[str, Any]) -> bool:
    kinds = {name: type(value) for name, value in found.items()}
    if kinds != {"picture": str, "output": str, "content": str, "done": bool}:
        return False
    return Path(found["output"]).name == found["output"]


def _changes(before: dict[str, Any], now: dict[str, Any]) -> str:
    """Return in words what differs: "seed 1 instead of 0". A setting that an earlier version lacked was not given."""
    names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return ", ".join(
        f"{name} {_shown(now.get(name))} instead of {_shown(before.get(name))}" for name in names
    )


def _shown(value: Any) -> str:
    return "not given" if value is None else str(value)
