"""The command line that makes a result again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from singan_studio.tools import registry
from singan_studio.tools.command_words import command_words

if TYPE_CHECKING:
    from singan_studio.project.repository import ProjectRepository


def result_command(repository: ProjectRepository, number: int) -> list[str]:
    """Return the words of the command that makes a result again."""
    recipe = next(info.recipe for info in repository.store.results() if info.id == number)
    spec = registry.tool(recipe.tool)
    return command_words(spec, recipe, repository.path, number, repository.drawing_model_id())
