"""Flow in the window, with real events and the real renderer: arrows are drawn, pins painted, the film plays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tool_driving import START_MS

from singan_studio.core.resources import resource
from singan_studio.export.settings import ExportSettings
from singan_studio.tools.flow.panel import FlowPanel
from singan_studio.ui.animate.export_dialog import ExportDialog
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.brush import Brush
from singan_studio.ui.widgets.pixels import as_array

LEFT = Qt.MouseButton.LeftButton
FRAMES = 8


@pytest.fixture
def flow(qtbot: QtBot, studio: Studio, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window in Flow, on a photo of which nothing is learned."""
    photo = tmp_path / "waves.png"
    with Image.open(resource("samples/ocean-waves.jpg")) as image:
        image.resize((320, 180)).save(photo)
    studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=START_MS):
        window.opening.open_path(photo)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert studio.tool_model.spec.name == "flow"
    studio.animation.set_param("frames", FRAMES, "Length")
    return window


def at(window: MainWindow, x: float, y: float) -> QPoint:
    """Return the point of the film's view that shows a place of the picture."""
    return window.workspace.animate.stage.view.picture_transform().map(QPointF(x, y)).toPoint()


def drag(window: MainWindow, begin: tuple[float, float], end: tuple[float, float]) -> None:
    view = window.workspace.animate.stage.view
    QTest.mousePress(view, LEFT, pos=at(window, *begin))
    for share in (0.3, 0.7, 1.0):
        place = (begin[0] + share * (end[0] - begin[0]), begin[1] + share * (end[1] - begin[1]))
        QTest.mouseMove(view, at(window, *place))
    QTest.mouseRelease(view, LEFT, pos=at(window, *end))


def wait_for_film(qtbot: QtBot, studio: Studio) -> list[np.ndarray]:
    """Wait until what was just changed is drawn; return its frames."""
    qtbot.wait(60)
    films = studio.animation.films
    qtbot.waitUntil(lambda: films.complete and not films.drawing, timeout=START_MS)
    frames = [films.frame(number) for number in range(films.length)]
    return [as_array(frame) for frame in frames if frame is not None]


def test_without_an_arrow_the_photo_is_shown_and_a_hint_says_what_to_do(
    flow: MainWindow, studio: Studio
) -> None:
    assert flow.workspace.animate.stage.isVisible()
    assert not studio.tool_model.available
    assert not studio.animation.films.length
    assert not flow.commands.export_film.isEnabled()
    hint = flow.workspace.side_panel.findChild(FlowPanel).findChild(QLabel, "hint")
    assert "draw an arrow" in hint.text()


def test_a_drawn_arrow_makes_the_picture_flow_and_is_undone(
    qtbot: QtBot, flow: MainWindow, studio: Studio
) -> None:
    drag(flow, (60, 120), (160, 120))
    [arrow] = studio.animation.arrows
    assert np.allclose(arrow, [60, 120, 100, 0], atol=2)
    frames = wait_for_film(qtbot, studio)
    assert len(frames) == FRAMES
    assert not np.array_equal(frames[0], frames[3])
    assert studio.animation.player.playing
    view = flow.workspace.animate.stage.view
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.animation.arrows == []
    qtbot.waitUntil(lambda: studio.animation.films.length == 0, timeout=START_MS)
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Z, redo)
    assert studio.animation.arrows == [arrow]


def test_arrows_are_changed_by_their_ends_and_removed_by_a_key(flow: MainWindow, studio: Studio) -> None:
    drag(flow, (60, 120), (160, 120))
    drag(flow, (160, 120), (160, 60))
    assert np.allclose(studio.animation.arrows, [[60, 120, 100, -60]], atol=3)
    drag(flow, (110, 90), (140, 100))
    assert np.allclose(studio.animation.arrows, [[90, 130, 100, -60]], atol=4)
    QTest.keyClick(flow.workspace.animate.stage.view, Qt.Key.Key_Delete)
    assert studio.animation.arrows == []


def test_arrows_can_be_made_and_changed_without_a_mouse(
    qtbot: QtBot, flow: MainWindow, studio: Studio
) -> None:
    add, direction = flow.findChild(QPushButton, "addArrow"), flow.findChild(QDoubleSpinBox, "arrowDirection")
    QTest.keyClick(add, Qt.Key.Key_Space)
    assert studio.animation.arrows == [[128, 90, 64, 0]]
    direction.setFocus()
    direction.selectAll()
    QTest.keyClicks(direction, "90")
    QTest.keyClick(direction, Qt.Key.Key_Return)
    assert np.allclose(studio.animation.arrows, [[128, 90, 0, -64]])
    QTest.keyClick(add, Qt.Key.Key_Space)
    assert flow.findChild(QComboBox, "arrowList").count() == 2
    QTest.keyClick(flow.findChild(QPushButton, "removeArrow"), Qt.Key.Key_Space)
    assert len(studio.animation.arrows) == 1


def test_what_is_painted_holds_still_in_the_film_and_in_the_file(
    qtbot: QtBot, flow: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    drag(flow, (40, 150), (280, 150))
    studio.animation.set_param("reach", 100.0, "Reach")
    flow.canvas.actions.brush.trigger()
    studio.canvas_documents.tool_state.set_brush(Brush(size=60, hardness=1.0))
    drag(flow, (40, 60), (280, 60))
    assert studio.animation.marked
    photo = studio.project.current.picture  # type: ignore[union-attr]
    frames = wait_for_film(qtbot, studio)
    for frame in frames:
        assert np.array_equal(frame[40:80, 40:280], photo[40:80, 40:280])
        assert not np.array_equal(frame[130:], photo[130:])
    out = tmp_path / "frames"
    with qtbot.waitSignal(studio.animation.exporting.finished, timeout=START_MS):
        studio.animation.exporting.start(out, ExportSettings(format="png"))
    files = sorted(out.glob("*.png"))
    assert len(files) == FRAMES
    for file in files:
        with Image.open(file) as image:
            written = np.array(image.convert("RGB"))
        assert np.array_equal(written[40:80, 40:280], photo[40:80, 40:280])
    QTest.mouseClick(flow.findChild(QPushButton, "forgetPins"), LEFT)
    assert not studio.animation.marked


def test_a_kept_film_plays_again_from_another_tool(qtbot: QtBot, flow: MainWindow, studio: Studio) -> None:
    drag(flow, (60, 120), (160, 120))
    before = wait_for_film(qtbot, studio)
    flow.commands.keep.trigger()

    def films() -> list[int]:  # variations of the opened picture are kept meanwhile, too
        return [number for number, kept in studio.project.results.items() if kept.recipe.tool == "flow"]

    qtbot.waitUntil(lambda: bool(films()), timeout=START_MS)
    flow.tools.actions()[0].trigger()
    assert not flow.workspace.animate.stage.isVisible()
    studio.results.select(films()[0])
    qtbot.waitUntil(lambda: studio.tool_model.spec.name == "flow", timeout=START_MS)
    again = wait_for_film(qtbot, studio)
    assert np.array_equal(before, again)


def test_exporting_is_offered_as_for_animations(qtbot: QtBot, flow: MainWindow, studio: Studio) -> None:
    drag(flow, (60, 120), (160, 120))
    wait_for_film(qtbot, studio)
    assert flow.commands.export_film.isEnabled()
    flow.commands.export_film.trigger()
    dialog = flow.findChild(ExportDialog)
    assert dialog is not None
    dialog.close()


def test_the_timeline_has_no_tracks(flow: MainWindow) -> None:
    timeline = flow.workspace.animate.timeline
    assert timeline.isVisible()
    assert not any(track.isVisible() for track in timeline.tracks.values())
