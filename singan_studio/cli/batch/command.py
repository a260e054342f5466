"""`singan-studio batch`: does to every picture of a folder what one of the other commands does to one."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from singan_studio.cli.batch.cluster import connected, on_cluster
from singan_studio.cli.batch.folder import LOG, BatchFolder
from singan_studio.cli.batch.plan import Plan, plan_of
from singan_studio.cli.batch.processes import in_processes
from singan_studio.cli.batch.task import PictureOutcome, PictureTask
from singan_studio.cli.guard import INTERRUPTED, OK, SOME_FAILED, Interrupted, interruptible
from singan_studio.cli.options import Device, Force, Json, Threads, whole_number
from singan_studio.cli.report import Report, write_json, write_line
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.files import made_folder
from singan_studio.project.lock import ProjectLock
from singan_studio.project.unfinished import content_of

MOST_JOBS = 256
Work = Callable[[Sequence[PictureTask], CancelToken], Generator[PictureOutcome]]
"""Carries out tasks and yields what comes of each when it is done."""

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
    plan = plan_of(folder, do, output, context.args)
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


class _Run:
    """Carries out a plan, and reports and counts what comes of each picture."""

    def __init__(self, plan: Plan, results: BatchFolder, report: Report, as_json: bool) -> None:
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
