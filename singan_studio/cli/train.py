"""`singan-studio train`: learns a picture into a project file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from singan_studio.cli.guard import interruptible
from singan_studio.cli.learning import drawing_command, learn, new_project, picture_to_learn, resume_command
from singan_studio.cli.options import Device, Force, Json, Threads, option_name, setting, word
from singan_studio.cli.projects import base_model
from singan_studio.cli.report import Report
from singan_studio.core.config import PRESETS, TrainConfig, preset
from singan_studio.core.errors import BadInput
from singan_studio.core.files import refuse_inputs
from singan_studio.core.images import decode_png
from singan_studio.project.lock import ProjectLock
from singan_studio.project.new_files import refuse_as_project
from singan_studio.project.store import ProjectStore

DEFAULT_PRESET = "standard"


def train(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The project file to write.", metavar="PROJECT.singan")
    ],
    image: Annotated[
        Path | None,
        typer.Argument(help="The picture to learn; not needed with --resume.", metavar="IMAGE"),
    ] = None,
    preset_name: Annotated[
        str | None,
        typer.Option(
            "--preset",
            help=f"{' | '.join(PRESETS)}; {DEFAULT_PRESET} if not given.",
            metavar="NAME",
            parser=word("--preset", PRESETS),
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Seed of the training.", metavar="N", parser=setting("seed"))
    ] = None,
    max_size: Annotated[
        int | None,
        typer.Option(help="Longer side of the finest scale in px.", metavar="PX", parser=setting("max_size")),
    ] = None,
    min_size: Annotated[
        int | None,
        typer.Option(
            help="Shorter side of the coarsest scale in px.", metavar="PX", parser=setting("min_size")
        ),
    ] = None,
    iterations: Annotated[
        int | None, typer.Option(help="Iterations per scale.", metavar="N", parser=setting("iterations"))
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a training that was stopped.")] = False,
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a picture: train its model scale by scale into a project file. Ctrl-C keeps what is finished."""
    given = {"seed": seed, "max_size": max_size, "min_size": min_size, "iterations": iterations}
    asked: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    config = preset(preset_name or DEFAULT_PRESET, **asked)
    if preset_name is not None:
        asked["preset"] = preset_name
    if resume and force:
        raise BadInput("option.clash", first="--resume", second="--force")
    if resume and not output.exists():
        raise BadInput("resume.missing", path=str(output))
    if not resume:
        if image is None:
            raise BadInput("cli.usage", reason="Missing argument IMAGE, the picture to learn")
        refuse_inputs(output, [image])
        refuse_as_project(output, force)
    with interruptible() as source, Report(as_json) as report:
        png = _picture(image, output, resume, report)
        from singan_studio.engine.device import choose

        choose(device)  # refuses a missing device before anything is written
        source.token.check()
        with ProjectLock(output):
            if resume or image is None:
                model_id = _begun_model(output, image, png, config, asked)
            else:
                model_id = new_project(output, image, png, config, force)
            learn(output, model_id, resume_command(output), report, source, device, threads)
        report.say(f"Draw from it with: {drawing_command(output)}")


def _picture(image: Path | None, output: Path, resume: bool, report: Report) -> bytes:
    """Return the picture to learn as PNG; empty where a training is resumed without it, which is said."""
    if resume and (image is None or not image.exists()):
        if image is not None:
            report.notice("resume.no_picture", image=str(image), path=str(output))
        return b""
    assert image is not None
    return picture_to_learn(image, report)


def _begun_model(
    path: Path, image: Path | None, png: bytes, config: TrainConfig, asked: dict[str, Any]
) -> str:
    """Return the id of the model to resume.

    Raises `BadInput` when the picture, unless `png` is empty, or a given option differs from the project's.
    """
    with ProjectStore.open(path, read_only=True) as store:
        if png and not np.array_equal(decode_png(store.source().png), decode_png(png)):
            raise BadInput("resume.picture", image=str(image), path=str(path))
        model = base_model(store)
    if model is None:  # interrupted before the training was written down
        with ProjectStore.open(path) as store:
            return store.add_model("base", config)
    for name, value in asked.items():
        begun = getattr(model.config, name)
        if value != begun:
            raise BadInput("resume.option", field=option_name(name), value=value, begun=begun, path=str(path))
    return model.id
