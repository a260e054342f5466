"""The base layer of Paint: the palette of the picture, and the base that lies under the paint."""

from __future__ import annotations

import numpy as np
import pytest
from renderer_link import Link

from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.base_layer import FEW, ONE, PICTURE


@pytest.fixture
def painting(qtbot, studio: Studio, link: Link) -> Studio:
    with qtbot.waitSignal(studio.base_layer.palette_changed, check_params_cb=bool, timeout=30_000):
        studio.tool_model.choose("paint")
    return studio


def composite(studio: Studio) -> np.ndarray:
    return studio.canvas_documents.document.composite()


def test_the_palette_gives_the_brush_its_colours(painting: Studio):
    palette = painting.base_layer.palette
    colour = painting.canvas_documents.tool_state.colours[0]
    assert (colour.red(), colour.green(), colour.blue()) == tuple(palette.swatches[0])


def test_each_base_lies_under_the_paint(qtbot, painting: Studio):
    original = painting.project.current.picture
    assert painting.base_layer.base == FEW
    swatches = {tuple(colour) for colour in painting.base_layer.palette.swatches}
    qtbot.waitUntil(lambda: {tuple(pixel) for pixel in composite(painting).reshape(-1, 3)} <= swatches)
    painting.base_layer.set_base(PICTURE)
    qtbot.waitUntil(lambda: np.array_equal(composite(painting), original))
    painting.base_layer.set_base(ONE)
    qtbot.waitUntil(lambda: bool((composite(painting) == painting.base_layer.palette.swatches[0]).all()))


def test_another_tool_finds_no_palette(studio: Studio, link: Link):
    studio.tool_model.choose("edit")
    assert studio.base_layer.palette is None
