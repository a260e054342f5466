"""Trains the model that a tool needs beside the base model, when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from singan_studio.cli.learning import learn
from singan_studio.cli.report import Report
from singan_studio.core.cancel import CancelSource
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.models import learned_model_for, model_for
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ModelInfo, ProjectStore
from singan_studio.tools.base import ToolSpec


def learned_model(
    project: Path,
    spec: ToolSpec,
    recipe: Recipe,
    base: ModelInfo,
    report: Report,
    source: CancelSource,
    given: Mapping[str, Any],
) -> str:
    """Return the id of the model that makes this result, after training it into the project if necessary.

    The recipe's parameters must be settled; `given` holds the command's `device` and `threads`. Raises `Interrupted`
    and `RunFailure` as `learn` does.
    """
    with ProjectStore.open(project, read_only=True) as store:
        learned = learned_model_for(store, spec, recipe, base)
    if learned is not None:
        return learned.id
    with ProjectLock(project):
        with ProjectStore.open(project) as store:
            model = model_for(store, spec, recipe, base)
        report.notice("model.needed", tool=spec.title, kind=model.kind)
        again = "the same command; it goes on where it stopped"
        learn(project, model.id, again, report, source, given["device"], given["threads"])
    return model.id
