"""The preview frames at hand: found again, counted, and never more than the budget."""

from __future__ import annotations

import numpy as np

from singan_studio.ui.animate.frame_cache import FrameCache


def frame(value: int, height: int = 10, width: int = 20) -> np.ndarray:
    return np.full((height, width, 3), value, np.uint8)


def test_frames_are_found_by_film_and_number() -> None:
    cache = FrameCache()
    cache.put("a", 0, frame(1))
    cache.put("a", 1, frame(2))
    cache.put("b", 0, frame(3))
    found = cache.get("a", 1)
    assert found is not None
    assert found.pixelColor(0, 0).red() == 2
    assert (cache.count("a"), cache.count("b"), cache.count("c")) == (2, 1, 0)
    assert not cache.has("b", 1)
    assert cache.get("b", 1) is None


def test_what_was_not_used_longest_goes_first() -> None:
    cache = FrameCache(budget=3 * 800)
    for number in range(3):
        cache.put("a", number, frame(number))
    cache.get("a", 0)
    cache.put("a", 3, frame(3))
    assert [cache.has("a", number) for number in range(4)] == [True, False, True, True]
    assert cache.count("a") == 3
    assert cache.bytes == 3 * 800


def test_the_same_frame_again_takes_no_more_room() -> None:
    cache = FrameCache()
    for _ in range(5):
        cache.put("a", 0, frame(0))
    assert (cache.bytes, cache.count("a")) == (800, 1)


def test_it_knows_how_many_frames_fit() -> None:
    assert FrameCache(budget=8000).room_for(20, 10) == 10
    assert FrameCache(budget=10).room_for(20, 10) == 1


def test_clearing_leaves_nothing() -> None:
    cache = FrameCache()
    cache.put("a", 0, frame(0))
    cache.clear()
    assert (cache.bytes, cache.count("a"), cache.has("a", 0)) == (0, 0, False)
