"""The recipe of a result: enough to make the same picture again, bit for bit, on the same device."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from singan_studio.core.errors import BadInput
from singan_studio.core.json_reader import known_fields

PNG_KEY = "singan-recipe"
"""Text chunk of a PNG that holds the recipe as JSON."""

PROJECT_KEY = "singan-project"
"""Text chunk of a PNG that holds the relative path from the PNG to its project, a hint for `replay`."""

PATCHES = "patches"
"""`Recipe.model_id` of the model that every picture has without learning: its own patches."""

MAX_SEED = 2**31 - 1
MAX_SCALES = 64
MAX_THREADS = 1024


@dataclass(frozen=True)
class Recipe:
    """The recipe of one picture or film of one tool. The project file and the PNG's metadata keep it as JSON."""

    tool: str  # name of the ToolSpec, for instance "sample"
    model_id: str  # a learned model of the project, or PATCHES
    seed: int  # 0..2**31-1; the picture's noise comes from one generator seeded with it
    scales: (
        int  # start stops that were used (of a learned model: scales); the picture is as large as the last
    )
    params: dict[str, Any] = field(default_factory=dict)  # the tool's parameters, JSON values only
    inputs: dict[str, str] = field(default_factory=dict)  # parameter name -> SHA-256 of a blob in the project
    photo: str = ""  # of a result of patches: SHA-256 of the photo (`images.picture_hash`)
    finish: int = -1  # percent of the photo's own detail at the canvas's full size; -1: as the model draws it
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
        values = known_fields(Recipe, text, "recipe.unreadable")
        missing = sorted(_NEEDED - set(values))
        if missing:
            raise BadInput("recipe.unreadable", reason=f"{missing[0]} is missing")
        recipe = Recipe(**values)
        recipe._check()
        return recipe

    def _check(self) -> None:
        """Raise `BadInput` for values that no recipe of this program has: pictures come from strangers too."""
        for f in fields(self):
            value = getattr(self, f.name)
            if type(value) is not type(_EXAMPLE[f.name]):
                raise BadInput("recipe.unreadable", reason=f"{f.name} is a {type(value).__name__}")
        for name, texts in (("inputs", self.inputs), ("versions", self.versions)):
            if not all(isinstance(text, str) for text in texts.values()):
                raise BadInput("recipe.unreadable", reason=f"a value of {name} is not a text")
        for name, value, high in (
            ("seed", self.seed, MAX_SEED),
            ("scales", self.scales, MAX_SCALES),
            ("threads", self.threads, MAX_THREADS),
            ("finish", self.finish, 100),
        ):
            low = -1 if name == "finish" else 0
            if not low <= value <= high:
                raise BadInput("recipe.unreadable", reason=f"{name} is {value}; allowed is {low}..{high}")


_NEEDED = {"tool", "model_id", "seed", "scales"}
_EXAMPLE: dict[str, Any] = asdict(Recipe("", "", 0, 0))
