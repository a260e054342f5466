"""Shared by the tests of the creative commands: a project, input pictures for it, and access to the results."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from cli_program import Outcome, Run

from singan_studio.core.images import decode_png, encode_png
from singan_studio.core.recipe import PNG_KEY, Recipe
from singan_studio.export.film import film_texts

WIDTH, HEIGHT = 120, 80
"""Size of the original; 64x43 px are learned."""

PATCH = np.s_[20:50, 30:70]
"""Region of the edit, the paste and the mask, in pixels of the original."""

CREATE = ["--threads", "1"]


@dataclass
class Studio:
    """A folder with the project and the inputs; each test has its own."""

    folder: Path
    original: np.ndarray
    files: dict[str, Path] = field(default_factory=dict)

    @property
    def project(self) -> Path:
        return self.folder / "hills.singan"

    def write(self, name: str, pixels: np.ndarray) -> Path:
        path = self.folder / f"{name}.png"
        path.write_bytes(encode_png(pixels))
        self.files[name] = path
        return path

    def words(self, tool: str) -> list[object]:
        """Return the command line of a tool without its output."""
        command, arguments, *options = TOOLS[tool]
        named = [self.files.get(word, word) for word in options]
        return [command, self.project, *(self.files[name] for name in arguments.split()), *named, *CREATE]

    def facts(self, run: Run) -> dict[str, Any]:
        return run("info", self.project, "--json").events[0]


TOOLS: dict[str, list[str]] = {
    "paint": ["paint", "painting"],
    "paint in few colours": ["paint", "painting", "--quantize"],
    "paint over": ["paint", "painting", "--keep-unpainted", "mask"],
    "edit": ["edit", "edited", "--mask", "mask", "--grow", "2", "--feather", "1"],
    "harmonize": ["harmonize", "composite", "--mask", "mask", "--grow", "2", "--feather", "1"],
    "upscale": ["upscale", "", "--factor", "2", "--model", "learned"],
    "upscale a picture": ["upscale", "", "--factor", "2", "--picture", "painting", "--model", "learned"],
    "animate": ["animate", "", "--frames", "4"],
}
"""Command, names of the files it takes as arguments, and options, by name."""


def marked(at: Any = PATCH) -> np.ndarray:
    """Return a mask (HEIGHT, WIDTH, 3), white inside the patch and black elsewhere."""
    mask = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    mask[at] = 255
    return mask


def give_inputs(studio: Studio) -> None:
    """Write the inputs: a flat painting, a moved patch, a pasted block, and the area of the latter two."""
    painting = np.full((HEIGHT, WIDTH, 3), (90, 140, 60), np.uint8)
    painting[:30] = (230, 240, 220)
    edited, composite = studio.original.copy(), studio.original.copy()
    edited[PATCH] = studio.original[50:80, 80:120]
    composite[PATCH] = (200, 60, 40)
    for name, pixels in (("painting", painting), ("edited", edited), ("composite", composite)):
        studio.write(name, pixels)
    studio.write("mask", marked())


def pixels_of(path: Path) -> np.ndarray:
    return decode_png(path.read_bytes())


def recipe_of(path: Path) -> Recipe:
    from singan_studio.core.images import png_texts

    texts = png_texts(path.read_bytes()) if path.suffix == ".png" else film_texts(path)
    return Recipe.from_json(texts[PNG_KEY])


def made(outcome: Outcome, path: Path) -> np.ndarray:
    """Check that a command succeeded and return the picture it made."""
    assert (outcome.code, outcome.out) == (0, f"{path}\n"), outcome
    return pixels_of(path)


def refused(outcome: Outcome, *parts: str) -> bool:
    """Check that the command ended as bad input, with one plain line on stderr that has every part."""
    lines = outcome.err.splitlines()
    assert (outcome.code, outcome.out, len(lines)) == (2, "", 1), outcome
    assert lines[0].startswith("singan-studio: ")
    assert "{'" not in lines[0]  # an error code without a text would show its parameters
    for part in parts:
        assert part in lines[0]
    return True
