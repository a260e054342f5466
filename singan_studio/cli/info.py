"""`singan-studio info`: shows what a project file holds."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from singan_studio.cli.learning import drawing_command, resume_command
from singan_studio.cli.options import Device, Force, Json, Project, Threads
from singan_studio.cli.progress import duration
from singan_studio.cli.projects import base_model
from singan_studio.cli.report import write_json, write_line
from singan_studio.core.geometry import pyramid_geometry
from singan_studio.core.images import decode_png
from singan_studio.project.store import ModelInfo, ProjectStore, ResultInfo


def info(
    project: Project,
    device: Device = "auto",
    threads: Threads = 0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Show what a project holds: picture, models, learned scales, results."""
    with ProjectStore.open(project, read_only=True) as store:
        facts = project_facts(project, store)
    if as_json:
        write_json(facts)
    else:
        for line in described(facts):
            write_line(line)


def project_facts(project: Path, store: ProjectStore) -> dict[str, Any]:
    """Return everything `info` shows, as JSON values; `scales` are those of the base model, coarsest first."""
    source = store.source()
    height, width = decode_png(source.png).shape[:2]
    model = base_model(store)
    scales = store.scales(model.id) if model else []
    config = model.config if model else None
    planned = (
        len(pyramid_geometry(height, width, config.min_size, config.max_size, config.scale_factor).sizes)
        if config
        else 0
    )
    return {
        "project": str(project),
        "picture": {"name": source.name, "width": width, "height": height},
        "models": [_model_facts(model) for model in store.models()],
        "scales": [dataclasses.asdict(scale) for scale in scales],
        "scales_planned": planned,
        "results": [_result_facts(result) for result in store.results()],
    }


def described(facts: dict[str, Any]) -> list[str]:
    """Return the facts as human-readable lines."""
    picture = facts["picture"]
    lines = [f"Picture   {picture['name']}, {picture['width']}x{picture['height']} px"]
    for model in facts["models"]:
        config = model["config"]
        size = f"up to {config['max_size']} px, {config['iterations']} iterations per scale, seed {config['seed']}"
        lines.append(f"Model     {model['id']}: {model['kind']}, preset {model['preset']}, {size}")
    lines.append(f"Scales    {len(facts['scales'])} of {facts['scales_planned']} learned")
    if facts["scales"]:
        lines.append("  scale  width x height  channels  noise amplitude  error       time")
    for scale in facts["scales"]:
        size = f"{scale['width']:5} x {scale['height']:<6}"
        numbers = (
            f"{scale['channels']:8}  {scale['noise_amplitude']:15.4f}  {scale['reconstruction_error']:.4f}"
        )
        lines.append(f"  {scale['scale']:5}  {size}  {numbers}  {duration(scale['seconds']):>9}")
    lines.append(f"Results   {len(facts['results'])}")
    for result in facts["results"]:
        star = " *" if result["starred"] else ""
        size = f"{result['width']}x{result['height']} px"
        made = f"{result['tool']}, seed {result['seed']}"
        if result["problem"]:
            made = f"damaged ({result['problem']})"
        lines.append(f"  {result['id']:5}  {made}, {size}{star}")
    lines.append(f"Next      {_next_command(facts)}")
    return lines


def _next_command(facts: dict[str, Any]) -> str:
    """Return the command to go on with: learning that is not finished, else drawing."""
    project = Path(facts["project"])
    if facts["models"] and len(facts["scales"]) < facts["scales_planned"]:
        return resume_command(project)
    return drawing_command(project)


def _model_facts(model: ModelInfo) -> dict[str, Any]:
    return {
        "id": model.id,
        "kind": model.kind,
        "preset": model.config.preset,
        "config": dataclasses.asdict(model.config),
        "parent": model.parent,
        "created": model.created,
    }


def _result_facts(result: ResultInfo) -> dict[str, Any]:
    return {
        "id": result.id,
        "tool": result.recipe.tool,
        "seed": result.recipe.seed,
        "width": result.width,
        "height": result.height,
        "starred": result.starred,
        "created": result.created,
        "recipe": json.loads(result.recipe.to_json()),
        "problem": result.problem,
    }
