"""A cache of the full pictures of results that were shown last."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np


class PictureCache:
    """Holds pictures by the number of their result, together never over `budget` bytes."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._pictures: OrderedDict[int, np.ndarray] = OrderedDict()  # the one used last is last

    @property
    def size(self) -> int:
        """Return the bytes of all pictures."""
        return sum(picture.nbytes for picture in self._pictures.values())

    def get(self, number: int) -> np.ndarray | None:
        if number in self._pictures:
            self._pictures.move_to_end(number)
        return self._pictures.get(number)

    def put(self, number: int, picture: np.ndarray) -> None:
        """Keep a picture and drop the least recently used ones over the budget; a single larger one is not kept."""
        self._pictures[number] = picture
        self._pictures.move_to_end(number)
        while self.size > self._budget:
            self._pictures.popitem(last=False)

    def drop(self, number: int) -> None:
        self._pictures.pop(number, None)

    def clear(self) -> None:
        self._pictures.clear()
