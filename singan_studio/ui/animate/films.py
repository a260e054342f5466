"""The preview frames of the current film, from the cache or from the renderer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from singan_studio.core.recipe import Recipe
from singan_studio.ui.animate.frame_cache import FrameCache

OnFrame = Callable[[int, np.ndarray], None]
Pictures = Mapping[str, np.ndarray]
NONE: Pictures = MappingProxyType({})


class FilmRenderer(Protocol):
    """Renders films; `ui.create.rendering.Rendering` does."""

    def film(
        self, recipe: Recipe, on_frame: OnFrame, on_end: Callable[[], None], pictures: Pictures = NONE
    ) -> None:
        """Render a film with these input pictures and drop the one being rendered.

        `on_frame(number, picture)` is called for each frame, (H, W, 3) uint8, in order, then `on_end()`, also after a
        failure.
        """
        ...

    def cancel_film(self) -> None:
        """Stop rendering and call nothing any more."""
        ...


class Films(QObject):
    """Provides one film at a time; frames of others stay in the cache while there is room."""

    film_changed = Signal()  # another film is requested
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
        """How many of its frames are cached."""
        return self._cache.count(self._key)

    @property
    def complete(self) -> bool:
        return self.length > 0 and self.count >= self.length

    def want(self, recipe: Recipe | None, pictures: Pictures = NONE) -> None:
        """Request a film, or none. Its missing frames are rendered instead of those of the film before.

        `pictures` are inputs by parameter name that are not in the project.
        """
        key = recipe.to_json() + _named(pictures) if recipe else ""
        if key == self._key and (self.drawing or self.complete or not key):
            return
        self.stop()
        self._key = key
        self.length = int(recipe.params["frames"]) if recipe else 0
        self.film_changed.emit()
        if recipe and not self.complete:
            self._set_drawing(True)
            self._renderer.film(
                recipe, lambda number, picture: self._take(key, number, picture), self._ended, pictures
            )

    def stop(self) -> None:
        """Stop rendering; cached frames stay."""
        if self.drawing:
            self._renderer.cancel_film()
            self._set_drawing(False)

    def forget(self) -> None:
        """Request no film and clear the cache, for another project."""
        self.want(None)
        self._cache.clear()

    def frame(self, number: int) -> QImage | None:
        return self._cache.get(self._key, number)

    def has(self, number: int) -> bool:
        return self._cache.has(self._key, number)

    def cached(self) -> tuple[bool, ...]:
        """Return for every frame of the film whether it is cached."""
        return tuple(self.has(number) for number in range(self.length))

    def room_for(self, width: int, height: int) -> int:
        """Return how many frames of this size in px the cache can hold."""
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


def _named(pictures: Pictures) -> str:
    """Return a text that differs for other pictures."""
    return "".join(f"{name}:{sha256(picture.tobytes()).hexdigest()}" for name, picture in pictures.items())
