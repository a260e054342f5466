"""The film that is wanted: drawn when it must be, from the cache when it can be, the latest wins."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from singan_studio.core.recipe import Recipe
from singan_studio.ui.animate.films import Films, OnFrame


class Renderer:
    """Draws a frame when the test says so."""

    def __init__(self) -> None:
        self.asked: list[Recipe] = []
        self.cancelled = 0
        self.on_frame: OnFrame | None = None
        self.on_end: Callable[[], None] | None = None

    def film(
        self, recipe: Recipe, on_frame: OnFrame, on_end: Callable[[], None], pictures: object = None
    ) -> None:
        self.asked.append(recipe)
        self.on_frame, self.on_end = on_frame, on_end

    def cancel_film(self) -> None:
        self.cancelled += 1
        self.on_frame = self.on_end = None

    def draw(self, *numbers: int) -> None:
        assert self.on_frame is not None
        for number in numbers:
            self.on_frame(number, np.full((6, 8, 3), number, np.uint8))

    def end(self) -> None:
        assert self.on_end is not None
        self.on_end()


def film(seed: int = 0, frames: int = 4) -> Recipe:
    return Recipe("animate", "m", seed, 3, {"frames": frames})


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def films(qtbot: QtBot, renderer: Renderer) -> Films:
    return Films(renderer)


def test_frames_are_cached_as_they_arrive(qtbot: QtBot, films: Films, renderer: Renderer) -> None:
    films.want(film())
    assert films.drawing
    with qtbot.waitSignals([films.arrived, films.arrived]):
        renderer.draw(0, 1)
    assert films.cached() == (True, True, False, False)
    image = films.frame(1)
    assert image is not None
    assert image.pixelColor(0, 0).red() == 1
    assert films.frame(2) is None
    renderer.draw(2, 3)
    renderer.end()
    assert films.complete
    assert not films.drawing


def test_the_same_film_is_not_asked_for_twice(films: Films, renderer: Renderer) -> None:
    films.want(film())
    films.want(film())
    renderer.draw(0, 1, 2, 3)
    renderer.end()
    films.want(film())
    assert len(renderer.asked) == 1


def test_another_film_takes_the_place_of_the_one_that_is_drawn(films: Films, renderer: Renderer) -> None:
    films.want(film(1))
    renderer.draw(0)
    films.want(film(2))
    assert (renderer.cancelled, len(renderer.asked)) == (1, 2)
    assert films.cached() == (False,) * 4


def test_a_film_that_was_drawn_before_needs_no_drawing(films: Films, renderer: Renderer) -> None:
    films.want(film(1))
    renderer.draw(0, 1, 2, 3)
    renderer.end()
    films.want(film(2))
    films.want(film(1))
    assert films.complete
    assert not films.drawing
    assert len(renderer.asked) == 2


def test_a_film_that_failed_is_asked_for_again_only_when_it_is_wanted_again(
    films: Films, renderer: Renderer
) -> None:
    films.want(film())
    renderer.draw(0)
    renderer.end()
    assert not films.drawing
    films.want(film())
    assert len(renderer.asked) == 2


def test_nothing_is_left_of_another_project(films: Films, renderer: Renderer) -> None:
    films.want(film())
    renderer.draw(0)
    films.forget()
    assert renderer.cancelled == 1
    assert (films.length, films.count, films.frame(0)) == (0, 0, None)
    films.want(film())
    assert films.cached() == (False,) * 4


def test_other_input_pictures_make_another_film(films: Films, renderer: Renderer) -> None:
    films.want(film(), {"pin": np.zeros((4, 4), np.uint8)})
    films.want(film(), {"pin": np.full((4, 4), 255, np.uint8)})
    assert len(renderer.asked) == 2
