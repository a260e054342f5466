"""What made a result: enough to make the same picture again, bit for bit, on the same device."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from singan_studio.core.errors import BadInput

PNG_KEY = "singan-recipe"
"""Text chunk of a PNG that holds the recipe as JSON."""

PROJECT_KEY = "singan-project"
"""Text chunk of a PNG that holds the relative path from the PNG to its project, a hint for `replay`."""


@dataclass(frozen=True)
class Recipe:
    """One picture (or one film) of one tool. The project file and the PNG's metadata keep it as JSON."""

    tool: str  # name of the ToolSpec, for instance "sample"
    model_id: str
    seed: int  # 0..2**31-1; the picture's noise comes from one generator seeded with it
    scales: int  # finished scales that were used; the picture is as large as the last of them
    params: dict[str, Any] = field(default_factory=dict)  # the tool's parameters, JSON values only
    inputs: dict[str, str] = field(default_factory=dict)  # parameter name -> SHA-256 of a blob in the project
    device: str = "cpu"  # where the bits were made: "cpu", "cuda", "mps"
    threads: int = 0
    memory_format: str = "contiguous"
    dtype: str = "float32"
    versions: dict[str, str] = field(default_factory=dict)  # "singan_studio", "torch"

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Recipe:
        """Raise `BadInput` when the text is not a recipe of this version."""
        try:
            values = json.loads(text)
            known = {f.name for f in fields(Recipe)}
            recipe = Recipe(**{k: v for k, v in values.items() if k in known})
        except (ValueError, TypeError, AttributeError) as error:
            raise BadInput("recipe.unreadable", reason=str(error)) from error
        if not isinstance(recipe.seed, int) or not isinstance(recipe.params, dict):
            raise BadInput("recipe.unreadable", reason="seed or params have the wrong type")
        return recipe
