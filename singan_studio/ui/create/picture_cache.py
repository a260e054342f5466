"""Full pictures of results in memory: those that were shown last, as many as fit."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np


class PictureCache:
    """Pictures by the number of their result, together never over `budget` bytes."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._pictures: OrderedDict[int, np.ndarray] = OrderedDict()  # the one used last is last

    @property
    def size(self) -> int:
        """Bytes of all pictures."""
        return sum(picture.nbytes for picture in self._pictures.values())

    def get(self, number: int) -> np.ndarray | None:
        if number in self._pictures:
            self._pictures.move_to_end(number)
        return self._pictures.get(number)

    def put(self, number: int, picture: np.ndarray) -> None:
        """Keep a picture; those that were not used for longest make room. One above the budget is not kept."""
        self._pictures[number] = picture
        self._pictures.move_to_end(number)
        while self.size > self._budget:
            self._pictures.popitem(last=False)

    def drop(self, number: int) -> None:
        self._pictures.pop(number, None)

    def clear(self) -> None:
        self._pictures.clear()
