"""`singan-studio finish`: bring a result to the photo's full size with the photo's own detail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from singan_studio.cli.drawing import Target, refuse_taken
from singan_studio.cli.guard import Interrupted, interruptible
from singan_studio.cli.options import Device, Force, Json, Threads, whole_number
from singan_studio.cli.report import Report, ResultWritten
from singan_studio.cli.still_options import (
    PICTURE_FILE,
    KeepExif,
    Quality,
    still_settings,
    tell_missing_exif,
)
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.files import made_folder, write_bytes
from singan_studio.core.images import (
    Picture,
    encode_png,
    flattened,
    load_picture,
    training_picture,
    unmixed,
    with_alpha,
)
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.export.stills import still_file, still_format_for, still_texts


def finish(
    result: Annotated[
        Path, typer.Argument(help="The picture to finish, such as a result.", metavar="RESULT")
    ],
    photo: Annotated[Path, typer.Option(help="The picture that gives its detail.", metavar="PHOTO")],
    output: Annotated[Path, PICTURE_FILE],
    photo_detail: Annotated[
        int,
        typer.Option(
            "--photo-detail",
            help="Percent of the photo's own detail.",
            metavar="N",
            parser=whole_number("--photo-detail", 0, 100, "%"),
        ),
    ] = 100,
    quality: Quality = None,
    keep_exif: KeepExif = None,
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Bring a picture to the photo's full size, with the photo's own detail."""
    still = still_format_for(output)
    settings = still_settings(quality, keep_exif)
    refuse_taken([Target(0, output)], settings, force, [result, photo])
    with interruptible() as source, Report(as_json) as report:
        drawn, original = load_picture(result), training_picture(load_picture(photo))
        tell_missing_exif(original.exif, settings, report)
        try:
            finished = _finished(*_both(drawn, original), photo_detail, device, threads, source.token)
        except Cancelled:
            raise Interrupted("Interrupted. Nothing was written.") from None
        recipe = _recipe_of(result, photo_detail)
        texts = {PNG_KEY: recipe.to_json()} if recipe else {}
        with made_folder(output.parent):
            data = still_file(still, encode_png(finished, texts), settings, original.exif)
            write_bytes(output, data, force)
        height, width = finished.shape[:2]
        report.written(ResultWritten(str(output), recipe.seed if recipe else 0, width, height))


def _both(result: Picture, photo: Picture) -> tuple[np.ndarray, np.ndarray]:
    """Return a result and its photo, which is on white already, on white; with their alpha where both have one."""
    drawn = flattened(result)
    if result.alpha is None or photo.alpha is None:
        return drawn, photo.pixels
    return np.dstack([drawn, result.alpha]), with_alpha(photo)


def _finished(
    drawn: np.ndarray, photo: np.ndarray, percent: int, device: str, threads: int, cancel: CancelToken
) -> np.ndarray:
    from singan_studio.engine import device as devices
    from singan_studio.engine.patches.finished_model import finished_picture

    chosen = devices.choose(device)
    devices.set_threads(threads)
    finished = finished_picture(drawn, photo, percent, chosen, cancel)
    return unmixed(finished) if finished.shape[2] == 4 else finished


def _recipe_of(result: Path, percent: int) -> Recipe | None:
    """Return the recipe of the finished picture, if the result carries one that is not of full size already."""
    try:
        recipe = Recipe.from_json(still_texts(result)[PNG_KEY])
    except (KeyError, BadInput):
        return None
    return replace(recipe, finish=percent) if recipe.finish < 0 else None
