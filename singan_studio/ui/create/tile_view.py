"""How tiles are looked at: repeated, or moved by half so that their border lies in the middle."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from singan_studio.core.recipe import Recipe

TILE = "tile"
"""The tool whose results are tiles."""

TIMES = 3
"""How often a tile is repeated on each axis."""


class TileView(QObject):
    """Holds what the user wants to see of tiles; every tile that is shown follows."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.repeated = False
        self.shifted = False

    def set_repeated(self, on: bool) -> None:
        self.repeated = on
        self.changed.emit()

    def set_shifted(self, on: bool) -> None:
        self.shifted = on
        self.changed.emit()

    def ways(self, recipe: Recipe | None) -> tuple[int, bool]:
        """Return how often the picture of a recipe is shown on each axis, and whether it is moved by half."""
        if recipe is None or recipe.tool != TILE:
            return 1, False
        return TIMES if self.repeated else 1, self.shifted
