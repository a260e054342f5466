"""The canvases of all tools in a project; one that cannot be read stays in the file as it is."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from singan_studio.project.budget import Budget
from singan_studio.project.canvas_codec import unpack_canvas
from singan_studio.project.records import KeptCanvas
from singan_studio.project.store import ProjectStore

ASIDE = "damaged/"
"""Start of what stands in place of a tool's name at rows of a canvas that could not be read."""


class Canvases:
    """Reads and saves the canvases of an open store."""

    def __init__(self, store: ProjectStore) -> None:
        self._store = store
        self._damaged: set[str] = set()  # tools

    def read(self, width: int, height: int) -> dict[str, KeptCanvas]:
        """Return the canvases by tool, for a picture of that size in px."""
        canvases = {}
        budget = Budget()
        for tool in self._store.canvas_tools():
            if tool.startswith(ASIDE):
                continue
            rows = self._store.canvas(tool)
            try:
                canvases[tool] = KeptCanvas(unpack_canvas(rows, width, height, budget), frozenset(rows))
            except ValueError as error:
                self._damaged.add(tool)
                canvases[tool] = KeptCanvas(None, frozenset(), str(error))
        return canvases

    def save(self, tool: str, changes: Mapping[str, bytes | None]) -> None:
        """Store rows of a tool's canvas by name; None deletes a row. The rows of a damaged one are put aside first."""
        aside = f"{ASIDE}{tool}/{uuid.uuid4().hex}" if tool in self._damaged else None
        self._store.save_canvas(tool, changes, aside)
        self._damaged.discard(tool)
