"""The command that makes a result again: plain where the tool's options express everything, else from its recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from singan_studio.core.recipe import Recipe
from singan_studio.tools.base import Param, ToolSpec

PROGRAM = "singan-studio"
WRITABLE = ("int", "float", "flag", "choice", "size", "scale")
"""Kinds of parameters whose values an option can take."""


def command_words(spec: ToolSpec, recipe: Recipe, project: Path, result: int, drawn_from: str) -> list[str]:
    """Return the words of the command line, unquoted; its picture has the same bits on the same device.

    `result` is the recipe's number in the project, `drawn_from` the id of the model that commands draw from with all
    its scales ("" while it is still being learned).
    """
    name = f"{project.stem}-{result}"
    output = {"pictures": ".", "picture": f"{name}.png", "film": f"{name}.gif"}[spec.output]
    if not _says_it_all(spec, recipe, drawn_from):
        output = f"{name}.gif" if spec.output == "film" else f"{name}.png"
        return [PROGRAM, "replay", str(project), "--result", str(result), "-o", output]
    words = [PROGRAM, spec.command, str(project), "-o", output, "--seed", str(recipe.seed)]
    for param in spec.params:
        if param.kind != "picture":
            words += _option(param, recipe.params.get(param.name, param.default))
    return [*words, "--device", recipe.device, "--threads", str(recipe.threads)]


def _says_it_all(spec: ToolSpec, recipe: Recipe, drawn_from: str) -> bool:
    """Return whether the picture depends on nothing but project, seed and options."""
    kinds = {param.name: param.kind for param in spec.params}
    plain = all(kinds.get(name) in WRITABLE for name, value in recipe.params.items() if value is not None)
    return plain and not recipe.inputs and not spec.model and recipe.model_id == drawn_from


def _option(param: Param, value: Any) -> list[str]:
    """Return the words of one parameter; none where it has its default."""
    if value == param.default:
        return []
    name = f"--{param.name.replace('_', '-')}"
    if param.kind == "flag":
        return [name if value else f"--no-{name.removeprefix('--')}"]
    if param.kind == "size":
        return [name, "x".join(str(side) for side in value)]
    return [name, f"{value}%" if param.share_of else str(value)]
