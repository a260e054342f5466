"""Widgets that a person chooses with: start strip, seed, cards, results, samples."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from gestures import drag, tool_tip, turn_wheel
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from singan_studio.ui.create.results_strip import ResultsStrip
from singan_studio.ui.create.start_strip import StartStrip
from singan_studio.ui.project.sample_gallery import SampleGallery
from singan_studio.ui.widgets.choice_cards import ChoiceCards
from singan_studio.ui.widgets.seed_edit import SEED_LIMIT, SeedEdit
from singan_studio.ui.widgets.tiles import TileList

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
PICTURE = np.full((40, 60, 3), 128, np.uint8)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = widget.findChild(QAbstractButton, name)
    assert found, name
    return found


# --- start strip ---------------------------------------------------------------------------------------------


@pytest.fixture
def strip(qtbot: QtBot) -> StartStrip:
    """Six scales, of which 0, 1, 2 and 4 are learned."""
    widget = StartStrip()
    widget.set_stops([(30, 20), (45, 30), (68, 45), (90, 60), (120, 80), (150, 100)])
    for scale in (0, 1, 2, 4):
        widget.set_available(scale, True)
        widget.set_thumbnail(scale, PICTURE)
    widget.set_available(3, False, "6 min")
    shown(qtbot, widget, 900, 90)
    return widget


def test_a_click_chooses_a_learned_stop_only(strip: StartStrip, qtbot: QtBot) -> None:
    chosen: list[int] = []
    strip.changed.connect(chosen.append)
    for scale in (2, 3, 5, 2, 4):
        qtbot.mouseClick(strip, LEFT, pos=strip.stop_rect(scale).center())
    assert chosen == [2, 2, 4]
    assert strip.value() == 4


def test_dragging_along_the_strip_chooses_as_it_goes(strip: StartStrip) -> None:
    drag(strip, LEFT, strip.stop_rect(0).center(), strip.stop_rect(2).center())
    assert strip.value() == 2


def test_arrows_skip_what_is_not_learned(strip: StartStrip, qtbot: QtBot) -> None:
    strip.set_value(2)
    qtbot.keyClick(strip, Key.Key_Right)
    assert strip.value() == 4
    qtbot.keyClick(strip, Key.Key_Right)
    assert strip.value() == 4
    qtbot.keyClick(strip, Key.Key_Left)
    assert strip.value() == 2
    qtbot.keyClick(strip, Key.Key_Home)
    assert strip.value() == 0
    qtbot.keyClick(strip, Key.Key_End)
    assert strip.value() == 4


def test_a_passing_wheel_changes_nothing(strip: StartStrip) -> None:
    turn_wheel(strip, QPointF(strip.stop_rect(2).center()), -1)
    assert strip.value() == 0


def test_tips_say_when_a_scale_will_be_learned(strip: StartStrip) -> None:
    assert tool_tip(strip, strip.stop_rect(3).center()) == "Start scale 3: 90×60 px, learned in 6 min"
    assert tool_tip(strip, strip.stop_rect(5).center()).endswith("not learned yet")
    assert "start scale" in tool_tip(strip, QPoint(2, 2))


def test_a_scale_that_the_tool_cannot_start_from_is_faint_and_says_so(
    strip: StartStrip, qtbot: QtBot
) -> None:
    before = strip.grab(strip.stop_rect(1)).toImage()
    strip.set_value(2)
    strip.set_lowest(1)
    assert tool_tip(strip, strip.stop_rect(0).center()).endswith("with this tool start further right")
    qtbot.mouseClick(strip, LEFT, pos=strip.stop_rect(0).center())
    qtbot.keyClick(strip, Key.Key_Home)
    assert strip.value() == 1
    strip.set_lowest(2)
    assert strip.grab(strip.stop_rect(1)).toImage() != before


def test_every_stop_fits_into_a_narrow_strip(strip: StartStrip) -> None:
    strip.resize(strip.minimumSizeHint())
    rects = [strip.stop_rect(scale) for scale in range(6)]
    assert all(not a.intersects(b) for a, b in pairwise(rects))
    assert strip.rect().contains(rects[-1])


def test_an_empty_strip_and_one_with_a_value_beyond_its_stops_can_be_shown(
    strip: StartStrip, qtbot: QtBot
) -> None:
    strip.set_stops([])
    strip.set_value(7)
    strip.set_stops([(30, 20)])
    strip.set_value(3)
    qtbot.keyClick(strip, Key.Key_End)
    strip.grab()


# --- seed ----------------------------------------------------------------------------------------------------


@pytest.fixture
def seed(qtbot: QtBot) -> SeedEdit:
    widget = SeedEdit()
    shown(qtbot, widget, 240, 40)
    return widget


def test_a_typed_seed_is_told_once_when_it_is_complete(seed: SeedEdit, qtbot: QtBot) -> None:
    told: list[int] = []
    seed.changed.connect(told.append)
    number = seed.findChild(QSpinBox)
    assert number
    number.selectAll()
    qtbot.keyClicks(number, "1234")
    assert told == []
    qtbot.keyClick(number, Key.Key_Return)
    assert told == [1234]
    assert seed.value() == 1234


def test_shown_seeds_are_not_told(seed: SeedEdit) -> None:
    told: list[int] = []
    seed.changed.connect(told.append)
    seed.set_value(SEED_LIMIT)
    assert (seed.value(), told) == (SEED_LIMIT, [])


def test_the_dice_roll_another_seed_until_it_is_locked(seed: SeedEdit, qtbot: QtBot) -> None:
    told: list[int] = []
    seed.changed.connect(told.append)
    for _ in range(3):
        qtbot.mouseClick(button(seed, "dice"), LEFT)
    assert len(set(told)) == 3
    assert all(0 <= value <= SEED_LIMIT for value in told)
    with qtbot.waitSignal(seed.lock_toggled) as locked:
        qtbot.mouseClick(button(seed, "lock"), LEFT)
    assert (locked.args, seed.locked()) == ([True], True)
    assert not button(seed, "dice").isEnabled()
    seed.roll()
    assert seed.value() == told[-1]


# --- cards ---------------------------------------------------------------------------------------------------


@pytest.fixture
def cards(qtbot: QtBot) -> ChoiceCards:
    widget = ChoiceCards()
    widget.set_choices(
        [
            ("draft", "Draft", "Minutes."),
            ("standard", "Standard", "Longer."),
            ("faithful", "Faithful", "Hours."),
        ]
    )
    shown(qtbot, widget, 300, 220)
    return widget


def test_the_first_card_is_chosen_until_a_person_chooses_another(cards: ChoiceCards, qtbot: QtBot) -> None:
    assert cards.value() == "draft"
    with qtbot.waitSignal(cards.changed) as changed:
        qtbot.mouseClick(button(cards, "card-faithful"), LEFT)
    assert changed.args == ["faithful"]
    assert cards.value() == "faithful"


def test_arrow_keys_go_from_card_to_card(cards: ChoiceCards, qtbot: QtBot) -> None:
    told: list[str] = []
    cards.changed.connect(told.append)
    first = button(cards, "card-draft")
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    assert (cards.value(), told) == ("standard", ["standard"])


def test_a_card_set_by_the_program_is_not_told(cards: ChoiceCards) -> None:
    told: list[str] = []
    cards.changed.connect(told.append)
    cards.set_value("standard")
    assert (cards.value(), told) == ("standard", [])


def test_a_narrow_card_is_high_enough_for_its_words(qtbot: QtBot) -> None:
    cards = ChoiceCards()
    cards.set_choices([("a", "Title", "An explanation that is quite long. " * 5)])
    qtbot.addWidget(cards)
    assert cards.heightForWidth(200) > cards.heightForWidth(600)


# --- results -------------------------------------------------------------------------------------------------


@pytest.fixture
def results(qtbot: QtBot) -> ResultsStrip:
    """Results 1, 2 and 3; 2 is starred."""
    widget = ResultsStrip()
    for number in (1, 2, 3):
        widget.add(number, PICTURE, f"#{number}", starred=number == 2)
    shown(qtbot, widget, 700, 150)
    return widget


def tiles(widget: QWidget) -> TileList:
    found = widget.findChild(TileList)
    assert found
    return found


def tile_rect(widget: QWidget, row: int) -> QRect:
    view = tiles(widget)
    return view.visualRect(view.model().index(row, 0))


def captions(widget: QWidget) -> list[str]:
    model = tiles(widget).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_newest_result_is_first(results: ResultsStrip) -> None:
    assert captions(results) == ["#3", "#2", "#1"]
    assert tile_rect(results, 0).left() < tile_rect(results, 1).left()
    assert button(results, "heading").text() == "Results (3)"


def test_a_click_selects_and_shows_a_result(results: ResultsStrip, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []
    results.selected.connect(lambda result: told.append(("selected", result)))
    results.activated.connect(lambda result: told.append(("activated", result)))
    qtbot.mouseClick(tiles(results).viewport(), LEFT, pos=tile_rect(results, 1).center())
    assert told == [("selected", 2), ("activated", 2)]
    assert results.selected_result() == 2


def test_the_keyboard_selects_shows_and_deletes(results: ResultsStrip, qtbot: QtBot) -> None:
    results.select(3)
    view = tiles(results)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Right)
    assert results.selected_result() == 2
    with qtbot.waitSignal(results.activated) as shown_one:
        qtbot.keyClick(view, Key.Key_Return)
    with qtbot.waitSignal(results.delete_requested) as deleted:
        qtbot.keyClick(view, Key.Key_Delete)
    assert (shown_one.args, deleted.args) == ([2], [2])
    assert captions(results) == ["#3", "#2", "#1"]  # only asked


def test_buttons_act_on_the_selected_result(results: ResultsStrip, qtbot: QtBot) -> None:
    assert not button(ResultsStrip(results), "save").isEnabled()
    results.select(1)
    with qtbot.waitSignal(results.save_requested) as saved:
        qtbot.mouseClick(button(results, "save"), LEFT)
    assert saved.args == [1]
    for wanted in (True, False):
        with qtbot.waitSignal(results.star_toggled) as starred:
            qtbot.mouseClick(button(results, "star"), LEFT)
        assert starred.args == [1, wanted]


def test_a_star_is_seen(results: ResultsStrip) -> None:
    before = tiles(results).viewport().grab(tile_rect(results, 2)).toImage()
    results.set_starred(1, True)
    assert tiles(results).viewport().grab(tile_rect(results, 2)).toImage() != before


def test_a_right_click_and_the_last_button_open_the_menu_that_was_given(
    results: ResultsStrip, qtbot: QtBot
) -> None:
    assert not button(results, "more").isVisible()
    menu = QMenu(results)
    menu.addAction("Copy")
    results.set_menu(menu)
    results.select(2)
    at = tile_rect(results, 1).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, results.mapToGlobal(at))
    QApplication.sendEvent(results, event)
    assert menu.isVisible()
    menu.close()
    qtbot.mouseClick(button(results, "more"), LEFT)
    assert menu.isVisible()
    menu.close()


def test_a_double_click_is_told_and_delete_is_taken_back_by_its_key(
    results: ResultsStrip, qtbot: QtBot
) -> None:
    at = tile_rect(results, 1).center()
    qtbot.mouseClick(tiles(results).viewport(), LEFT, pos=at)
    with qtbot.waitSignal(results.double_clicked) as twice:
        qtbot.mouseDClick(tiles(results).viewport(), LEFT, pos=at)
    assert twice.args == [2]
    with qtbot.waitSignal(results.undo_requested):
        qtbot.keyClick(tiles(results), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_result_that_comes_back_takes_its_old_place(results: ResultsStrip) -> None:
    results.remove(2)
    results.add(2, PICTURE, "#2")
    assert captions(results) == ["#3", "#2", "#1"]


def test_results_are_removed_and_cleared(results: ResultsStrip) -> None:
    results.remove(2)
    assert captions(results) == ["#3", "#1"]
    with pytest.raises(KeyError):
        results.remove(2)
    results.clear()
    assert button(results, "heading").text() == "Results (0)"
    assert results.selected_result() is None


def test_an_empty_strip_says_what_will_be_there(results: ResultsStrip) -> None:
    full = tiles(results).viewport().grab().toImage()
    results.clear()
    empty = tiles(results).viewport().grab().toImage()
    tiles(results).set_placeholder("")
    assert tiles(results).viewport().grab().toImage() not in (full, empty)


def test_the_strip_collapses_to_its_heading(results: ResultsStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.collapsed_changed) as collapsed:
        qtbot.mouseClick(button(results, "heading"), LEFT)
    assert collapsed.args == [True]
    assert not tiles(results).isVisible()
    assert results.sizeHint().height() < 50
    results.set_collapsed(False)
    assert tiles(results).isVisible()


# --- samples -------------------------------------------------------------------------------------------------


@pytest.fixture
def gallery(qtbot: QtBot) -> SampleGallery:
    widget = SampleGallery()
    shown(qtbot, widget, widget.sizeHint().width(), widget.sizeHint().height())
    return widget


def test_every_bundled_picture_is_offered_by_title(gallery: SampleGallery) -> None:
    titles = captions(gallery)
    assert len(titles) == 12
    assert titles[0] == "Autumn mountain"
    assert not any("-" in title for title in titles)


def test_pictures_are_read_after_the_gallery_is_shown(qtbot: QtBot) -> None:
    gallery = SampleGallery()
    qtbot.addWidget(gallery)
    model = tiles(gallery).model()

    def read() -> int:
        rows = range(model.rowCount())
        return sum(bool(model.index(row, 0).data(Qt.ItemDataRole.DecorationRole)) for row in rows)

    assert read() == 0
    gallery.show()
    assert read() == 0
    qtbot.waitUntil(lambda: read() == 12)


def test_a_click_or_enter_chooses_a_picture(gallery: SampleGallery, qtbot: QtBot) -> None:
    told: list[Path] = []
    gallery.activated.connect(told.append)
    qtbot.mouseClick(tiles(gallery).viewport(), LEFT, pos=tile_rect(gallery, 2).center())
    qtbot.keyClick(tiles(gallery), Key.Key_Right)
    qtbot.keyClick(tiles(gallery), Key.Key_Return)
    assert [path.name for path in told] == ["citrus.jpg", "city-skyline.jpg"]
    assert all(path.is_file() for path in told)


def test_a_layout_gives_the_gallery_the_height_of_its_rows(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    gallery = SampleGallery(page)
    column.addWidget(gallery)
    column.addStretch(1)
    shown(qtbot, page, 400, 900)
    assert gallery.height() == gallery.heightForWidth(gallery.width())
    assert gallery.rect().contains(tile_rect(gallery, 11))


def test_the_gallery_is_as_high_as_its_rows(gallery: SampleGallery) -> None:
    assert gallery.heightForWidth(gallery.sizeHint().width()) == gallery.sizeHint().height()
    assert gallery.heightForWidth(320) > gallery.sizeHint().height()
    assert tiles(gallery).verticalScrollBar().maximum() == 0
