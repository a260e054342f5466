"""What a batch is to do: which pictures, with which command and settings, and where the results go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from singan_studio.cli.batch.folder import result_names
from singan_studio.cli.batch.task import PictureTask
from singan_studio.cli.options import number, word
from singan_studio.core.abilities import PATCHES_CAN
from singan_studio.core.errors import BadInput
from singan_studio.core.images import PICTURE_ENDINGS
from singan_studio.export.formats import FORMATS
from singan_studio.export.stills import PROPOSED
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.tools.registry import discover

LEARN, TRAIN = "learn", "train"
FILM = "mp4"
"""Format of films where --format does not say another."""

OF_THE_BATCH = {"project", "image", "output", "device", "threads", "force", "as_json", "resume"}
"""Parameters of a command that a batch sets by itself, or that do not change what is made."""


@dataclass(frozen=True)
class Plan:
    """What a batch is to do: the files, the command and its words, and where each result goes."""

    sources: list[Path]
    output: Path
    command: str
    words: tuple[str, ...]
    settings: dict[str, Any]
    results: dict[str, str]  # by the name of the source

    def with_words(self, *words: str) -> Plan:
        return replace(self, words=(*self.words, *words))

    def task(self, source: Path) -> PictureTask:
        result = self.output.resolve() / self.results[source.name]
        return PictureTask(source.name, str(source.resolve()), str(result), self.command, self.words)


def plan_of(folder: Path, do: str, output: Path, words: Sequence[str]) -> Plan:
    """Return the plan. Raises `BadInput` for a wrong command or option, and where there is nothing to do."""
    if not folder.is_dir():
        raise BadInput("batch.no_folder", path=str(folder))
    if output.exists() and not output.is_dir():
        raise BadInput("file.not_folder", path=str(output))
    if output.resolve() == folder.resolve():
        raise BadInput("batch.same_folder", path=str(output))
    tools = {spec.command: spec for spec in discover().tools}
    command = word("--do", [LEARN, *tools])(LEARN if do == TRAIN else do)
    spec = tools.get(command)
    given = _parsed(TRAIN if spec is None else command, words)
    if spec is None:
        endings, ending = PICTURE_ENDINGS, PROJECT_SUFFIX
    else:
        endings = (PROJECT_SUFFIX,) if spec.needs - PATCHES_CAN else (*PICTURE_ENDINGS, PROJECT_SUFFIX)
        film = FORMATS[given.get("format") or FILM].endings[:1]
        ending = {"pictures": "", "picture": PROPOSED.endings[0], "film": "".join(film)}[spec.output]
    files = (path for path in folder.iterdir() if path.suffix.lower() in endings and path.is_file())
    sources = sorted(files, key=lambda path: path.name)
    if not sources:
        raise BadInput("batch.nothing", folder=str(folder), allowed=" ".join(endings))
    settings = {
        "do": command,
        **{name: _content(given[name]) for name in sorted(given.keys() - OF_THE_BATCH)},
    }
    plain = json.loads(json.dumps(settings, default=repr))
    absolute = tuple(map(_absolute, words))
    results = result_names(sources, ending)
    return Plan(sources, output, TRAIN if spec is None else command, absolute, plain, results)


def _parsed(command: str, words: Sequence[str]) -> dict[str, Any]:
    """Return the values of the command's parameters, so that a wrong word is said once and not for every picture."""
    from singan_studio.cli.app import build_app

    if "--resume" in words:
        raise BadInput("batch.resume")
    group = typer.main.get_command(build_app())
    sub = group.commands[command]  # pyright: ignore[reportAttributeAccessIssue]
    example = ["picture.png", *words, "-o", "result"]
    return sub.make_context(command, example).params


def _content(value: Any) -> Any:
    """Return a setting as it is compared with that of an earlier run: a file by what is in it."""
    if isinstance(value, Path) and value.is_file():
        return f"{value.name} {hashlib.sha256(value.read_bytes()).hexdigest()[:16]}"
    return value


def _absolute(text: str) -> str:
    """Return a word of the command line that names a file with its whole path, as workers elsewhere need it."""
    path = Path(text)
    names_file = isinstance(number(text), str) and path.suffix and path.is_file()
    return str(path.resolve()) if names_file else text
