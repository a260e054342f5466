"""Learning a picture in this process; shared by `train` and the start without a display."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from singan_studio.cli.guard import Interrupted
from singan_studio.cli.report import Report
from singan_studio.cli.streams import ReaderGone
from singan_studio.core.cancel import CancelSource
from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import RunFailure
from singan_studio.core.events import Event, RunCancelled, RunFailed, RunStarted
from singan_studio.core.images import encode_png, load_picture, training_picture, with_alpha
from singan_studio.project.new_files import documents_folder, rescue
from singan_studio.project.store import ProjectStore


def picture_to_learn(image: Path, report: Report | None) -> bytes:
    """Return the picture as the project keeps it: a PNG of its flattened sRGB pixels. Raises `BadInput`."""
    picture = training_picture(load_picture(image))
    if report is not None:
        for notice in picture.notices:
            report.notice(notice.code, **notice.params)
    return encode_png(with_alpha(picture), exif=picture.exif)


def new_project(path: Path, image: Path, source: bytes, config: TrainConfig, force: bool) -> str:
    """Create the project file with an untrained base model and return the model's id."""
    name = os.fsencode(image.name).decode(errors="replace")  # old disks have names that are not valid Unicode
    with ProjectStore.create(path, source, name, model=config, force=force) as store:
        return store.models()[-1].id


def learn(
    project: Path, model_id: str, again: str, report: Report, source: CancelSource, device: str, threads: int
) -> None:
    """Train the model until it is finished. Finished scales are kept in the project, whatever happens.

    `again` says how to go on after an interruption. Raises `Interrupted` when cancelled and `RunFailure` when the
    training failed, or when the project's file is gone, which is then saved under another name.
    """
    with ProjectStore.open(project) as kept:  # holds on to the file, wherever it is moved
        seen = _train(project, model_id, report, source, device, threads)
        if not kept.in_place:
            copy = rescue(kept, documents_folder())
            raise RunFailure("project.rescued", path=str(project), copy=str(copy))
    failed, cancelled = seen.get(RunFailed), seen.get(RunCancelled)
    if isinstance(failed, RunFailed):
        raise RunFailure(failed.code, **failed.params)
    if isinstance(cancelled, RunCancelled):
        started = seen.get(RunStarted)
        scales = len(started.sizes) if isinstance(started, RunStarted) else 0
        raise Interrupted(_kept(cancelled.finished_scales, scales, project, again))


def _train(
    project: Path, model_id: str, report: Report, source: CancelSource, device: str, threads: int
) -> dict[type, Event]:
    """Run the training with its report, and return the last event of each kind."""
    from singan_studio.engine_process.jobs import run_training
    from singan_studio.engine_process.machines import before_training

    try:
        report.estimated(before_training(project, model_id, device, threads, source.token.check))
    except ReaderGone:
        source.cancel()
    lost: list[RunFailure] = []
    seen: dict[type, Event] = {}

    def emit(event: Event) -> None:
        seen[type(event)] = event
        try:
            report.event(event)
        except ReaderGone:
            source.cancel()
        except RunFailure as failure:  # stdout cannot be written to
            lost.append(failure)
            source.cancel()

    run_training(project, model_id, emit, source.token, device, threads)
    if lost:
        raise lost[0]
    return seen


def resume_command(project: Path) -> str:
    """Return the command line that continues an interrupted training."""
    return shlex.join(["singan-studio", "train", "--resume", "-o", str(project)])


def drawing_command(project: Path) -> str:
    """Return a command line that draws from what was learned."""
    return shlex.join(["singan-studio", "sample", str(project), "-n", "4", "-o", f"{project.stem}-pictures"])


def _kept(finished: int, scales: int, project: Path, again: str) -> str:
    what = f"{finished} of {scales} scales are" if scales else "What was finished is"
    return f"Interrupted. {what} learned and kept in {project}. Go on with: {again}"
