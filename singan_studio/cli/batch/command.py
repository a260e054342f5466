"""`singan-studio batch`: does to every picture of a folder what one of the other commands does to one."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from singan_studio.cli.batch.cluster import connected, on_cluster
from singan_studio.cli.batch.folder import LOG, BatchFolder, content_of, result_names
from singan_studio.cli.batch.processes import in_processes
from singan_studio.cli.batch.task import PictureOutcome, PictureTask
from singan_studio.cli.guard import INTERRUPTED, OK, SOME_FAILED, Interrupted, interruptible
from singan_studio.cli.options import Device, Force, Json, Threads, number, whole_number, word
from singan_studio.cli.report import Report, write_json, write_line
from singan_studio.core.abilities import PATCHES_CAN
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.files import made_folder
from singan_studio.core.images import PICTURE_ENDINGS
from singan_studio.export.formats import FORMATS
from singan_studio.export.stills import PROPOSED
from singan_studio.project.lock import ProjectLock
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.tools.registry import discover

LEARN, TRAIN = "learn", "train"
FILM = "mp4"
"""Format of films where --format does not say another."""

MOST_JOBS = 256
Work = Callable[[Sequence[PictureTask], CancelToken], Generator[PictureOutcome]]
"""Carries out tasks and yields what comes of each when it is done."""

OF_THE_BATCH = {"project", "image", "output", "device", "threads", "force", "as_json", "resume"}
"""Parameters of a command that a batch sets by itself, or that do not change what is made."""

Done = Annotated[
    str,
    typer.Option(
        "--do",
        help="What is done to each: learn, or the command of a tool, such as sample, animate or fill.",
        metavar="COMMAND",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        help="Pictures at a time, each in a process of its own; they share the threads.",
        metavar="N",
        parser=whole_number("--jobs", 1, MOST_JOBS, "pictures at a time"),
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        help="Work on Dask distributed: --jobs workers of this computer, or those of a scheduler's address.",
        metavar="local|ADDRESS",
    ),
]
SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Of typer: words that are not the batch's own are those of the command that is done."""


@dataclass(frozen=True)
class PictureDone:
    """A picture of the batch is "made", was "skipped" because it was made before, or has "failed" for a reason."""

    picture: str
    became: str
    path: str
    reason: str
    seconds: float


def batch(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(help="The folder with the pictures, or with learned projects.", metavar="DIR")
    ],
    do: Done,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the results.", metavar="OUT")],
    jobs: Jobs = 1,
    cluster: Cluster = None,
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Do the same to every picture of a folder; options of the command that is done come last.

    Started again, it goes on where it stopped. Exit code 1: some pictures failed; they are listed at the end.
    """
    plan = _plan(folder, do, output, context.args)
    plan = plan.with_words("--device", device, "--threads", str(_share(threads, jobs)))
    again = _again(context, folder, do, output, jobs, cluster, device, threads)

    with (
        interruptible() as cancel,
        Report(as_json) as report,
        _workers(cluster, jobs, device == "cpu") as work,
        made_folder(output),
        ProjectLock(output / LOG),
    ):
        run = _Run(plan, BatchFolder(output, plan.settings, force), report, as_json)
        try:
            run.work_off(work, force, cancel.token)
        except Cancelled:
            counted = f"{run.done} of {len(plan.sources)} pictures are done."
            raise Interrupted(f"Interrupted. {counted} Go on with: {again}") from None
        run.list_failed()
    if run.failed:
        raise typer.Exit(SOME_FAILED)


@contextmanager
def _workers(cluster: str | None, jobs: int, cpu: bool) -> Iterator[Work]:
    """Yield the function that carries out tasks, here or on a cluster."""
    if cluster is None:
        yield lambda tasks, cancel: in_processes(tasks, jobs, cancel)
        return
    with connected(cluster, jobs) as client:
        yield lambda tasks, cancel: on_cluster(client, tasks, cpu, cancel)


@dataclass(frozen=True)
class _Plan:
    """What a batch is to do: the files, the command and its words, and where each result goes."""

    sources: list[Path]
    output: Path
    command: str
    words: tuple[str, ...]
    settings: dict[str, Any]
    results: dict[str, str]  # by the name of the source

    def with_words(self, *words: str) -> _Plan:
        return replace(self, words=(*self.words, *words))

    def task(self, source: Path) -> PictureTask:
        result = self.output.resolve() / self.results[source.name]
        return PictureTask(source.name, str(source.resolve()), str(result), self.command, self.words)


class _Run:
    """Carries out a plan, and reports and counts what comes of each picture."""

    def __init__(self, plan: _Plan, results: BatchFolder, report: Report, as_json: bool) -> None:
        self.done = 0
        self.failed: dict[str, str] = {}  # reasons by picture
        self._plan, self._results, self._report, self._as_json = plan, results, report, as_json

    def work_off(self, work: Work, force: bool, cancel: CancelToken) -> None:
        tasks = self._tasks(force, cancel)
        unfinished = [self._plan.results[task.picture] for task in tasks]
        self._results.clear(unfinished)
        try:
            with closing(work(tasks, cancel)) as outcomes:
                for outcome in outcomes:
                    self._take(outcome, cancel)
        finally:
            self._results.clear(unfinished)

    def _take(self, outcome: PictureOutcome, cancel: CancelToken) -> None:
        if outcome.code == INTERRUPTED:
            cancel.check()
        for notice in outcome.notices:
            self._report.say(f"{outcome.picture}: {notice}")
        if outcome.code == OK:
            self._results.finish(outcome.picture)
        became = "failed" if outcome.code else "made"
        self._tell(outcome.picture, became, outcome.reason, outcome.seconds)

    def list_failed(self) -> None:
        """Write which pictures failed, and why, if any did."""
        if self.failed:
            self._report.say(f"{len(self.failed)} of {len(self._plan.sources)} pictures failed:")
        for picture, reason in self.failed.items():
            self._report.say(f"  {picture}: {reason}")

    def _tasks(self, force: bool, cancel: CancelToken) -> list[PictureTask]:
        """Return what is to be done, after reporting what is done already or cannot be begun."""
        tasks = []
        for source in self._plan.sources:
            cancel.check()
            content = content_of(source)
            if self._results.is_done(source.name, content):
                self._tell(source.name, "skipped", "", 0.0)
                continue
            try:
                self._results.begin(source.name, self._plan.results[source.name], content, force)
            except BadInput as error:
                self._tell(source.name, "failed", str(error), 0.0)
            else:
                tasks.append(self._plan.task(source))
        return tasks

    def _tell(self, picture: str, became: str, reason: str, seconds: float) -> None:
        """Report one picture on one line."""
        path = self._plan.output / self._plan.results[picture]
        if became == "failed":
            self.failed[picture] = reason
        else:
            self.done += 1
        if self._as_json:
            write_json(PictureDone(picture, became, str(path), reason, round(seconds, 2)))
            return
        what = {"made": str(path), "skipped": f"{path}, made before", "failed": "failed"}[became]
        write_line(f"{picture}: {what}" + (f", {seconds:.1f} s" if became != "skipped" else ""))


def _plan(folder: Path, do: str, output: Path, words: Sequence[str]) -> _Plan:
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
    return _Plan(sources, output, TRAIN if spec is None else command, absolute, plain, results)


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


def _share(threads: int, jobs: int) -> int:
    """Return the threads of each job; 0 is the device's default."""
    if jobs == 1:
        return threads
    return max(1, (threads or os.cpu_count() or 1) // jobs)


def _again(
    context: typer.Context,
    folder: Path,
    do: str,
    output: Path,
    jobs: int,
    cluster: str | None,
    device: str,
    threads: int,
) -> str:
    """Return the command line that goes on where this one stopped."""
    words = ["singan-studio", "batch", str(folder), "--do", do, "-o", str(output), "--jobs", str(jobs)]
    if cluster is not None:
        words += ["--cluster", cluster]
    return shlex.join([*words, "--device", device, "--threads", str(threads), *context.args])
