"""Two jobs of a training step at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

import torch

A = TypeVar("A")
B = TypeVar("B")


class Hands:
    """Does two jobs at once, each with half of the CPU's threads; with one thread one after the other.

    Threads within an operation meet after each of hundreds of operations in a step, and on a busy machine they wait for
    each other each time. Two jobs meet when both are done. The results do not depend on whether they run at once.
    """

    def __init__(self, threads: int) -> None:
        self._pool = _pool(threads // 2) if threads > 1 else None

    def both(self, first: Callable[[], A], second: Callable[[], B]) -> tuple[A, B]:
        """Return what both jobs return. Raises what one of them raises, once both have ended."""
        if self._pool is None:
            return first(), second()
        one, two = self._pool.submit(first), self._pool.submit(second)
        wait((one, two))  # pyright: ignore[reportArgumentType] - of two types
        return one.result(), two.result()

    def each(self, job: Callable[[A], B], of: tuple[A, A]) -> tuple[B, B]:
        """Return what the same job returns for two things."""
        return self.both(lambda: job(of[0]), lambda: job(of[1]))

    def close(self) -> None:
        """End the threads."""
        if self._pool is not None:
            self._pool.shutdown()


def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2, "hand", initializer=torch.set_num_threads, initargs=(threads,))
