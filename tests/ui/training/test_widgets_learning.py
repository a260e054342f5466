"""Filmstrip, loss plot and status line: what is seen of a training."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from gestures import tool_tip, turn_wheel
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.status_line import StatusLine
from singan_studio.ui.app.theme import apply_theme
from singan_studio.ui.training.filmstrip import Filmstrip
from singan_studio.ui.training.loss_curves import LossCurves
from singan_studio.ui.training.loss_history import LIMIT, LossHistory
from singan_studio.ui.training.loss_plot import LossPlot
from singan_studio.ui.training.training_model import ScaleState
from singan_studio.ui.widgets.theme_colours import LIGHT
from singan_studio.ui.widgets.words import duration, time_left

SIZES = [(20, 30), (30, 45), (45, 68), (60, 90), (80, 120), (100, 150)]
RED, GREEN, BLUE = (200, 30, 30), (30, 200, 30), (30, 30, 200)
LEFT = Qt.MouseButton.LeftButton


def plain(size: tuple[int, int], colour: tuple[int, int, int]) -> np.ndarray:
    return np.full((*size, 3), colour, np.uint8)


@pytest.fixture
def strip(qtbot: QtBot) -> Filmstrip:
    widget = Filmstrip()
    qtbot.addWidget(widget)
    widget.resize(500, 360)
    widget.set_sizes(SIZES)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def column_image(strip: Filmstrip, scale: int) -> QImage:
    return strip.viewport().grab(strip.column_rect(scale)).toImage()


def colours_down(strip: Filmstrip, scale: int) -> list[str]:
    """The colours met on the way down the middle of a column, each once."""
    image = column_image(strip, scale)
    met: list[str] = []
    for y in range(image.height()):
        name = image.pixelColor(image.width() // 2, y).name()
        if name not in met:
            met.append(name)
    return met


def test_a_column_shows_picture_copy_and_sample_from_top_to_bottom(strip: Filmstrip, qtbot: QtBot) -> None:
    strip.set_pictures(0, plain(SIZES[0], RED), plain(SIZES[0], GREEN), plain(SIZES[0], BLUE))
    qtbot.wait(50)
    wanted = [QColor(*colour).name() for colour in (RED, GREEN, BLUE)]
    assert [name for name in colours_down(strip, 0) if name in wanted] == wanted


def test_pictures_that_are_not_there_yet_leave_their_place_hatched(strip: Filmstrip, qtbot: QtBot) -> None:
    strip.set_pictures(0, plain(SIZES[0], RED), None, None)
    qtbot.wait(50)
    met = colours_down(strip, 0)
    assert QColor(*RED).name() in met
    assert QColor(*GREEN).name() not in met


def test_waiting_learning_and_learned_scales_look_different(strip: Filmstrip) -> None:
    waiting = column_image(strip, 1)
    strip.set_state(1, ScaleState.LEARNING)
    learning = column_image(strip, 1)
    strip.set_progress(1, 0.5)
    half = column_image(strip, 1)
    strip.set_state(1, ScaleState.DONE)
    done = column_image(strip, 1)
    looks = [waiting, learning, half, done]
    assert all(a != b for i, a in enumerate(looks) for b in looks[i + 1 :])


def test_a_click_selects_a_scale(strip: Filmstrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.selected) as chosen:
        qtbot.mouseClick(strip.viewport(), LEFT, pos=strip.column_rect(1).center())
    assert chosen.args == [1]
    assert strip.selected_scale() == 1


def test_keys_go_from_scale_to_scale_and_scroll_it_into_view(strip: Filmstrip, qtbot: QtBot) -> None:
    chosen: list[int] = []
    strip.selected.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(strip, key)
    assert chosen == [1, 5, 4, 0]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.viewport().rect().contains(strip.column_rect(5).adjusted(0, 0, -1, 0))


def test_a_scale_that_begins_to_learn_is_scrolled_into_view_but_progress_does_not_scroll(
    strip: Filmstrip,
) -> None:
    bar = strip.horizontalScrollBar()
    strip.set_state(5, ScaleState.LEARNING)
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    strip.set_state(5, ScaleState.LEARNING)
    strip.set_progress(5, 0.3)
    assert bar.value() == 0


@pytest.mark.parametrize("missing", [1, 4, 30])
def test_no_column_is_cut_where_all_nearly_fit(strip: Filmstrip, missing: int) -> None:
    strip.resize(3000, 360)
    needed = strip.column_rect(len(SIZES) - 1).right() + 1
    strip.resize(needed - missing, 360)
    strip.set_state(len(SIZES) - 1, ScaleState.LEARNING)  # is scrolled to
    assert strip.horizontalScrollBar().maximum() == 0
    assert strip.column_rect(len(SIZES) - 1).right() < strip.viewport().width()


def test_the_wheel_scrolls_sideways(strip: Filmstrip) -> None:
    turn_wheel(strip.viewport(), QPointF(200, 100), -1)
    assert strip.horizontalScrollBar().value() == 120


def test_tool_tips_name_the_terms_and_the_state(strip: Filmstrip) -> None:
    strip.set_state(1, ScaleState.DONE)
    rect = strip.column_rect(1)
    tips = [tool_tip(strip.viewport(), QPoint(rect.center().x(), y)) for y in (80, 190, 300)]
    assert all("Scale 2 of 6, 45×30 px: learned" in tip for tip in tips)
    for tip, term in zip(tips, ("real image", "reconstruction", "random sample"), strict=True):
        assert term in tip


def test_the_accessible_description_names_the_selected_scale(strip: Filmstrip) -> None:
    strip.set_state(1, ScaleState.DONE)
    assert strip.accessibleDescription() == "Scale 1 of 6, 30×20 px: waiting"
    strip.select(1)
    assert strip.accessibleDescription() == "Scale 2 of 6, 45×30 px: learned"


def test_other_sizes_begin_anew(strip: Filmstrip, qtbot: QtBot) -> None:
    strip.select(4)
    strip.set_sizes([])
    assert strip.selected_scale() == 0
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    strip.set_sizes(SIZES[:2])
    assert strip.horizontalScrollBar().maximum() == 0


def test_pyqtgraph_is_imported_only_when_the_plot_is_shown() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from singan_studio.ui.training.loss_plot import LossPlot; plot = LossPlot();"
        "plot.append(0, 1, {'d_loss': 0.}); before = 'pyqtgraph' in sys.modules; plot.show();"
        "print(before, 'pyqtgraph' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "True"]


def shows_colour(plot: LossPlot, colour: str) -> bool:
    """Tell whether a graph has about this colour: thin lines are blended with their ground."""
    for graph in plot.findChildren(QWidget, "lossCurves"):
        image = graph.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        pixels = rows[:, : 3 * image.width()].reshape(-1, 3).astype(int)
        if np.abs(pixels - QColor(colour).getRgb()[:3]).max(axis=1).min() < 40:
            return True
    return False


def test_curves_come_and_go(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show()
    qtbot.waitExposed(plot)
    for iteration in range(100):
        plot.append(0, iteration, {"d_loss": -1.0, "g_loss": 0.5, "reconstruction": float(iteration > 50)})
    curves = (LIGHT.critic, LIGHT.generator, LIGHT.copy_error)
    qtbot.waitUntil(lambda: all(shows_colour(plot, colour) for colour in curves), timeout=20_000)
    plot.clear()
    qtbot.waitUntil(lambda: not any(shows_colour(plot, colour) for colour in curves), timeout=20_000)


def test_the_plot_follows_the_theme(qtbot: QtBot, qapp) -> None:
    apply_theme(qapp, "light")
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.show()
    qtbot.waitExposed(plot)
    light = plot.grab().toImage().pixelColor(plot.width() // 2, plot.height() // 2).lightness()
    apply_theme(qapp, "dark")
    dark = plot.grab().toImage().pixelColor(plot.width() // 2, plot.height() // 2).lightness()
    apply_theme(qapp, "light")
    assert dark < 100 < light


def test_every_graph_of_the_plot_keeps_room_for_its_curves(qtbot: QtBot) -> None:
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.prepare()
    qtbot.waitUntil(lambda: len(plot.findChildren(QWidget, "lossCurves")) == 2, timeout=20_000)
    plot.resize(500, plot.minimumSizeHint().height())
    plot.show()
    qtbot.waitExposed(plot)
    for graph in plot.findChildren(LossCurves):
        assert graph.getViewBox().height() > 30, "curves cannot be told apart"


def test_a_long_history_stays_bounded_and_keeps_its_shape() -> None:
    history = LossHistory()
    total = 5 * LIMIT + 3
    for iteration in range(total):
        history.append(0, iteration, {"rising": float(iteration), "level": 1.0})
    positions, values = history.curve("rising")
    assert LIMIT // 2 <= len(positions) <= LIMIT
    assert np.all(np.diff(positions) > 0)
    np.testing.assert_allclose(values, positions)
    assert positions[-1] > total - 20
    assert set(history.curve("level")[1]) == {1.0}


def test_a_term_that_comes_later_has_points_from_there_on() -> None:
    history = LossHistory()
    total = 3 * LIMIT
    for iteration in range(total):
        late = {"late": 3.0} if iteration >= LIMIT + 1 else {}
        history.append(0, iteration, {"early": 1.0, **late})
    positions, values = history.curve("late")
    assert positions[0] == pytest.approx(LIMIT + 1, abs=8)
    assert set(values) == {3.0}
    assert history.curve("early")[0][0] < 8


def test_a_term_without_words_of_its_own_gets_a_key_and_a_curve(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show()
    qtbot.waitExposed(plot)
    for iteration in range(100):
        plot.append(0, iteration, {"d_loss": -1.0, "new_term": float(iteration > 50)})
    key = plot.findChild(QLabel, "new_term")
    assert key
    assert key.text().endswith("new_term")
    qtbot.waitUntil(lambda: shows_colour(plot, LIGHT.text), timeout=20_000)


def test_a_scale_begins_where_the_one_before_ended() -> None:
    history = LossHistory()
    for scale in range(3):
        for iteration in (10, 20):
            history.append(scale, iteration, {"d_loss": 0.0})
    assert history.starts == {0: 0, 1: 20, 2: 40}
    assert list(history.curve("d_loss")[0]) == [10, 20, 30, 40, 50, 60]


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    widget = StatusLine()
    qtbot.addWidget(widget)
    widget.resize(900, 40)
    widget.show()
    return widget


def pause_button(line: StatusLine) -> QToolButton:
    button = line.findChild(QToolButton, "pause")
    assert button
    return button


def test_pause_is_offered_while_learning_and_resume_after_it(line: StatusLine, qtbot: QtBot) -> None:
    assert not pause_button(line).isVisible()
    line.set_running(True, can_resume=True)
    assert pause_button(line).text() == "Pause"
    with qtbot.waitSignal(line.pause_requested):
        qtbot.mouseClick(pause_button(line), LEFT)
    line.set_running(False, can_resume=True)
    assert pause_button(line).text() == "Resume"
    with qtbot.waitSignal(line.resume_requested):
        qtbot.mouseClick(pause_button(line), LEFT)


def test_details_says_when_a_person_presses_it_only(line: StatusLine, qtbot: QtBot) -> None:
    button = line.findChild(QToolButton, "details")
    assert button
    told: list[bool] = []
    line.details_toggled.connect(told.append)
    line.set_details(True)
    assert button.isChecked()
    qtbot.mouseClick(button, LEFT)
    assert told == [False]


def test_the_line_shows_what_it_is_told(line: StatusLine) -> None:
    line.set_phase("Learning 6/10")
    line.set_progress(0.25)
    line.set_remaining(245)
    line.set_device("CPU")
    shown = {label.text() for label in line.findChildren(QLabel) if label.isVisible()}
    assert shown - {""} == {"Learning 6/10", "about 4 min left", "CPU"}  # nothing is explained
    bar = line.findChild(QProgressBar)
    assert bar
    assert bar.value() / bar.maximum() == 0.25
    line.set_progress(None)
    line.set_remaining(None)
    assert not bar.isVisible()
    assert "about 4 min left" not in {
        label.text() for label in line.findChildren(QLabel) if label.isVisible()
    }


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "5 s"),
        (12, "10 s"),
        (54, "55 s"),
        (57, "1 min"),
        (245, "4 min"),
        (3540, "59 min"),
        (3599, "1 h"),
        (4850, "1 h 20 min"),
        (36000, "10 h"),
    ],
)
def test_durations_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_what_is_left_is_about_right_and_ends_with_almost_done() -> None:
    assert time_left(245) == "about 4 min left"
    assert time_left(3) == "almost done"
