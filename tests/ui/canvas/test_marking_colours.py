"""One colour says "changes here" and another "stays", whatever the tool."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES
from singan_studio.ui.widgets.theme_colours import DARK, LIGHT, Colours


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_marks_that_change_have_one_colour_and_marks_that_stay_another(colours: Colours):
    veils = {name: mode.veil(colours) for name, mode in CANVAS_MODES.items() if mode.shows_mask}
    assert {veils[name] for name in ("edit", "objects", "hole", "moves")} == {colours.changes_here}
    assert {veils[name] for name in ("protected", "pins")} == {colours.stays}


def test_changing_and_staying_differ_also_to_the_colour_blind():
    changes, stays = QColor(LIGHT.changes_here), QColor(LIGHT.stays)
    assert abs(changes.blueF() - stays.blueF()) > 0.5, "red and green may look alike, blue does not"
