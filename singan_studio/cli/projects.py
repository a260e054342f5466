"""Questions that several commands ask of a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from singan_studio.cli.options import Piece, Pixels
from singan_studio.cli.report import Report
from singan_studio.core.errors import BadInput
from singan_studio.core.images import (
    Notice,
    Picture,
    decode_png,
    encode_png,
    flattened,
    load_picture,
    with_alpha,
)
from singan_studio.core.recipe import Recipe
from singan_studio.project import active_model
from singan_studio.project.model_progress import source_size
from singan_studio.project.store import ModelInfo, ProjectStore
from singan_studio.tools import registry
from singan_studio.tools.base import ToolSpec


def base_model(store: ProjectStore) -> ModelInfo | None:
    """Return the newest model that learns the picture itself, or None when no training was begun yet."""
    return next((model for model in reversed(store.models()) if model.kind == "base"), None)


def model_to_draw_from(project: Path) -> ModelInfo:
    """Return the base model that is in use. Raises `BadInput` for a file that is not a project or has no such model."""
    with ProjectStore.open(project, read_only=True) as store:
        model = active_model.model_to_draw_from(store)
    if model is None:
        raise BadInput("sample.no_scales")
    return model


def in_percent(spec: ToolSpec, values: Mapping[str, Any], project: Path) -> dict[str, Any]:
    """Return a tool's values with lengths in px as percent of the side of the picture that they are shares of."""
    if not any(isinstance(value, Pixels) for value in values.values()):
        return dict(values)
    with ProjectStore.open(project, read_only=True) as store:
        height, width = source_size(store)
    sides = {param.name: height if param.share_of == "height" else width for param in spec.params}
    return {
        name: 100 * value.count / sides[name] if isinstance(value, Pixels) else value
        for name, value in values.items()
    }


def keep_inputs(
    project: Path,
    spec: ToolSpec,
    pictures: Mapping[str, Path],
    composed: Mapping[str, np.ndarray],
    params: Mapping[str, Any],
    base: ModelInfo | None,
    report: Report,
) -> dict[str, str]:
    """Store a tool's input pictures in the project and return their hashes by parameter, as the recipe names them.

    `pictures` are files, `composed` are made of the original's own pieces, (H, W, 4) uint8. Transparency is kept,
    except in a picture that is used in place of the original. Where the tool fits pictures of another size than the
    original, the user is notified. Raises `BadInput` for a file that is not a picture, a mask that marks nothing, a
    picture that no model could serve, or when the project cannot be written.
    """
    given, fit = spec.given.name if spec.given else "", params.get("fit")
    loaded = {name: _loaded(path, name == given, report) for name, path in pictures.items()}
    if not loaded and not composed:
        return {}
    if given in loaded and spec.model and base is not None:
        registry.load(spec.model)(base.config, params, loaded[given].shape[:2])
    if fit is not None:
        with ProjectStore.open(project, read_only=True) as store:
            size = source_size(store)
        _check_areas(spec, loaded, size, fit)
        _tell_fitting(pictures, loaded, size, fit, report)
    with ProjectStore.open(project) as store:
        return {name: store.put_blob(encode_png(pixels)) for name, pixels in {**loaded, **composed}.items()}


def composed_pieces(project: Path, pieces: Sequence[Piece]) -> np.ndarray:
    """Return pieces of a project's picture at their places, (H, W, 4) uint8, transparent elsewhere.

    Raises `BadInput` for one that is not a part of the picture, or lies beside it.
    """
    with ProjectStore.open(project, read_only=True) as store:
        picture = decode_png(store.source().png)
    height, width = picture.shape[:2]
    whole = np.zeros((height, width, 4), np.uint8)
    for each in pieces:
        (x, y, across, down), (left, top) = each.rect, each.to
        x0, y0, x1, y1 = max(-left, 0), max(-top, 0), min(across, width - left), min(down, height - top)
        if min(x, y) < 0 or x + across > width or y + down > height or x1 <= x0 or y1 <= y0:
            raise BadInput("pins.outside", value=str(each), width=width, height=height)
        there = whole[top + y0 : top + y1, left + x0 : left + x1]
        there[:, :, :3] = picture[y + y0 : y + y1, x + x0 : x + x1]
        there[:, :, 3] = 255
    return whole


def kept_inputs(project: Path, inputs: Mapping[str, str]) -> dict[str, bytes]:
    """Return the stored input pictures of a recipe, PNGs by SHA-256."""
    with ProjectStore.open(project, read_only=True) as store:
        return {sha: store.blob(sha) for sha in inputs.values()}


def named_inputs(recipe: Recipe, files: Sequence[Path], report: Report) -> dict[str, bytes]:
    """Return input pictures of a recipe that the user names again, PNGs by SHA-256.

    Raises `BadInput` for a file that is not one of them.
    """
    given, found = registry.tool(recipe.tool).given, {}
    for path in files:
        opaque = given is not None and given.name in recipe.inputs
        pngs = [encode_png(_loaded(path, flat, report)) for flat in {False, opaque}]
        known = {sha: png for png in pngs if (sha := sha256(png).hexdigest()) in recipe.inputs.values()}
        if not known:
            raise BadInput("replay.other_input", path=str(path))
        found.update(known)
    return found


def _loaded(path: Path, opaque: bool, report: Report) -> np.ndarray:
    """Return the picture as (H, W, 3 or 4) uint8, 3 if `opaque`, and report what was done to it."""
    picture = load_picture(path)
    if opaque and picture.alpha is not None:
        picture = Picture(flattened(picture), None, (*picture.notices, Notice("picture.flattened")))
    for notice in picture.notices:
        report.notice(notice.code, **notice.params)
    return with_alpha(picture)


def _check_areas(spec: ToolSpec, loaded: Mapping[str, np.ndarray], size: tuple[int, int], fit: str) -> None:
    """Raise `BadInput` for a mask that marks nothing, before anything is stored or learned."""
    from singan_studio.engine import masks

    for param in spec.params:
        if param.area and param.name in loaded:
            masks.area(loaded[param.name], size, fit)


def _tell_fitting(
    pictures: Mapping[str, Path],
    loaded: Mapping[str, np.ndarray],
    wanted: tuple[int, int],
    fit: str,
    report: Report,
) -> None:
    for name, pixels in loaded.items():
        height, width = pixels.shape[:2]
        if (height, width) != wanted:
            sizes = {"height": height, "width": width, "wanted_height": wanted[0], "wanted_width": wanted[1]}
            report.notice("input.fitted", name=pictures[name].name, how=fit, **sizes)
