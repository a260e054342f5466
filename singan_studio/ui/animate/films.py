"""The preview frames of the film that is wanted now: from the cache, else drawn by the renderer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from singan_studio.core.recipe import Recipe
from singan_studio.ui.animate.frame_cache import FrameCache

OnFrame = Callable[[int, np.ndarray], None]


class FilmRenderer(Protocol):
    """Who draws films; `viewmodels.rendering.Rendering` is one."""

    def film(self, recipe: Recipe, on_frame: OnFrame, on_end: Callable[[], None]) -> None:
        """Draw a film; one that is being drawn is dropped. `on_frame(number, picture)` brings each frame, (H, W, 3)
        uint8, in order; then `on_end()`, also when it failed.
        """
        ...

    def cancel_film(self) -> None:
        """Stop drawing; nothing is called any more."""
        ...


class Films(QObject):
    """One film is wanted at a time; frames of others stay in the cache while there is room."""

    film_changed = Signal()  # another one is wanted
    arrived = Signal(int)  # a frame of it
    drawing_changed = Signal(bool)

    def __init__(
        self, renderer: FilmRenderer, cache: FrameCache | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._cache = cache or FrameCache()
        self._key = ""
        self.length = 0
        self.drawing = False

    @property
    def count(self) -> int:
        """How many of its frames are at hand."""
        return self._cache.count(self._key)

    @property
    def complete(self) -> bool:
        return self.length > 0 and self.count >= self.length

    def want(self, recipe: Recipe | None) -> None:
        """This film from now on, or none. What is missing of it is drawn, instead of what was being drawn."""
        key = recipe.to_json() if recipe else ""
        if key == self._key and (self.drawing or self.complete or not key):
            return
        self.stop()
        self._key = key
        self.length = int(recipe.params["frames"]) if recipe else 0
        self.film_changed.emit()
        if recipe and not self.complete:
            self._set_drawing(True)
            self._renderer.film(recipe, lambda number, picture: self._take(key, number, picture), self._ended)

    def stop(self) -> None:
        """Draw no more; what is there stays."""
        if self.drawing:
            self._renderer.cancel_film()
            self._set_drawing(False)

    def forget(self) -> None:
        """Another project: no film, and nothing of the old ones."""
        self.want(None)
        self._cache.clear()

    def frame(self, number: int) -> QImage | None:
        return self._cache.get(self._key, number)

    def has(self, number: int) -> bool:
        return self._cache.has(self._key, number)

    def at_hand(self) -> tuple[bool, ...]:
        """For every frame of the film whether it is there."""
        return tuple(self.has(number) for number in range(self.length))

    def room_for(self, width: int, height: int) -> int:
        """How long a film with frames of this size in px may be to be kept whole."""
        return self._cache.room_for(width, height)

    def _take(self, key: str, number: int, picture: np.ndarray) -> None:
        self._cache.put(key, number, picture)
        if key == self._key:
            self.arrived.emit(number)

    def _ended(self) -> None:
        self._set_drawing(False)

    def _set_drawing(self, drawing: bool) -> None:
        if drawing != self.drawing:
            self.drawing = drawing
            self.drawing_changed.emit(drawing)
