"""The window while the user creates: waiting, Esc, sizes, and what runs meanwhile."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from gestures import NONE, tool_tip
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QMessageBox, QPushButton, QWidget
from tool_driving import RENDER_MS, choose, on_canvas, stroke, whole_live

from singan_studio.core import events
from singan_studio.core.images import decode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.app.workspace import Workspace
from singan_studio.ui.canvas.object_edits import paste
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.rendering import Drawn
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.training.training_model import Phase, ScaleState
from singan_studio.ui.widgets.pixels import as_array

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def words(window: MainWindow, title: str) -> str:
    return getattr(window.workspace.panes.pair, title).findChild(QLabel, "words").text()


def unlearn(studio: Studio, first: int) -> list[events.ScaleFinished]:
    """Let the scales from `first` on be learned right now; returns what tells that each is finished."""
    learning = studio.learning
    told = [scale.finished for scale in learning.scales[first:]]
    for scale in learning.scales[first:]:
        scale.state, scale.fraction, scale.finished = ScaleState.WAITING, 0.0, None
    learning.phase = Phase.STARTING
    sizes = [(scale.height, scale.width) for scale in learning.scales]
    learning.consume(events.RunStarted(learning.model_id, "draft", "cpu", 1, sizes, first))
    learning.consume(events.ScaleStarted(first, *sizes[first], 8, 0.1, 100, 0))
    return told


def progress(studio: Studio, scale: int, seconds_left: float) -> None:
    """Half of a scale is done, at one iteration per second."""
    studio.learning.consume(events.Progress(scale, 50, 100, {"d_loss": 0.0}, 1.0, seconds_left))


def test_both_sizes_are_said(learned: MainWindow):
    assert words(learned, "left_title") == "hills.png, 192×128 px, learned at 48×32 px"


@pytest.mark.parametrize("tool", ["edit", "harmonize"])
def test_grow_is_in_px_of_the_canvas_and_its_tip_in_those_that_are_drawn(
    qtbot, learned: MainWindow, studio: Studio, tool: str
):
    panel = choose(learned, tool)
    box = panel.findChild(QWidget, "param-grow").findChild(QDoubleSpinBox)
    learned_px = studio.canvas_documents.learned_px
    assert learned_px == 4
    box.setValue(12)
    assert studio.tool_model.params["grow"] == 3
    assert box.toolTip() == "3 px at the size that is drawn"


def test_generate_says_when_it_will_be_ready_and_enables_itself(qtbot, learned: MainWindow, studio: Studio):
    panel = choose(learned, "paint")
    whole_live(qtbot, studio)
    told = unlearn(studio, 1)
    progress(studio, 1, 80)
    generate = panel.findChild(QPushButton, "generateButton")
    assert generate.text() == "Ready in 50 s"
    assert not generate.isEnabled()
    strip = learned.workspace.start_from.strip
    assert "50 s" in tool_tip(strip, strip.stop_rect(1).center())
    studio.learning.consume(told[0])
    assert generate.text() == "Generate 4"
    assert generate.isEnabled()


def test_enlarging_says_from_the_first_scale_on_that_it_waits_for_a_model(
    qtbot, learned: MainWindow, studio: Studio
):
    whole_live(qtbot, studio)
    unlearn(studio, 0)
    panel = choose(learned, "upscale")
    studio.tool_model.use_maker(Kind.LEARNED)
    learn, said = panel.findChild(QPushButton, "learnModel"), panel.findChild(QLabel, "modelWords")
    assert learn.isVisibleTo(panel)
    assert not learn.isEnabled()
    assert said.text().endswith("It can be learned when the picture itself is.")
    generate = panel.findChild(QPushButton, "generateButton")
    assert (generate.text(), generate.isEnabled()) == ("Generate", False)
    assert not panel.findChild(QWidget, "learnOffer").isVisible()
    assert "one more model" in panel.findChild(QLabel, "hint").text()
    studio.learning.consume(events.RunCancelled(0))
    assert not learn.isVisibleTo(panel)
    assert panel.findChild(QWidget, "learnOffer").isVisible()
    assert panel.findChild(QLabel, "offerWords").text().startswith("This takes more than patches")


def test_patches_paint_before_anything_is_learned(qtbot, learned: MainWindow, studio: Studio):
    unlearn(studio, 0)
    choose(learned, "sample")
    assert learned.workspace.panes.isVisible()
    assert studio.tool_model.maker.kind is Kind.PATCHES
    choose(learned, "paint")
    assert learned.workspace.panes.isVisible()
    stroke(learned, (20, 30), (90, 60))
    assert studio.canvas_documents.document.history.undo_name == "Brush"
    assert studio.tool_model.readiness.ready


def test_a_result_of_few_scales_says_so_far_and_is_made_once_more(qtbot, learned: MainWindow, studio: Studio):
    studio.finishing.on = False
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.tool_model.live.result == 1, timeout=RENDER_MS)
    assert "so far" not in words(learned, "right_title")
    assert not learned.commands.again.isEnabled()
    live = studio.tool_model.live
    early = replace(live.recipe, scales=1)  # as it was while only one scale was learned
    studio.tool_model.session.live = replace(live, recipe=early)
    studio.tool_model.live_changed.emit(studio.tool_model.live)
    assert words(learned, "right_title") == "#1 New layout, 48×32 so far"
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.again.trigger()
    assert studio.project.results[2].recipe.scales == len(studio.learning.scales)
    qtbot.waitUntil(lambda: studio.tool_model.live.result == 2, timeout=RENDER_MS)
    assert not learned.commands.again.isEnabled()


def test_what_looks_like_the_picture_says_where_to_start(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch
):
    panel, original = choose(learned, "sample"), studio.project.current.picture
    hint = panel.findChild(QLabel, "hint")
    drawn = [cv2.resize(original, (48, 32), interpolation=cv2.INTER_AREA), np.full((32, 48, 3), 90, np.uint8)]
    monkeypatch.setattr(
        studio.rendering, "draw", lambda kind, recipe, done, *_: done(Drawn(recipe, drawn.pop(0)))
    )
    studio.tool_model.roll()
    assert hint.text() == "Near the photo: start further left for more change."
    assert hint.isVisible()
    studio.tool_model.roll()
    assert not hint.isVisible()


def test_escape_ends_a_job_after_what_is_going_on_at_the_canvas(qtbot, learned: MainWindow, studio: Studio):
    choose(learned, "paint")
    whole_live(qtbot, studio)
    view = learned.workspace.panes.pair.left
    studio.tool_model.count = 64
    with qtbot.waitSignal(studio.rendering.pending_changed, timeout=RENDER_MS):
        learned.commands.generate.trigger()
    learned.canvas.actions.rectangle.trigger()
    view.setFocus()
    QTest.mousePress(view, LEFT, NONE, on_canvas(learned, 20, 20))
    QTest.mouseMove(view, on_canvas(learned, 60, 60))
    learned.commands.cancel.trigger()
    QTest.mouseRelease(view, LEFT, NONE, on_canvas(learned, 60, 60))
    assert not studio.canvas_documents.document.has_selection
    assert studio.rendering.pending > 0, "the drag came first"
    learned.commands.cancel.trigger()
    assert studio.rendering.pending == 0
    qtbot.wait(300)
    assert len(studio.project.results) < 64


def test_another_tool_lets_what_is_generated_go_on(qtbot, learned: MainWindow, studio: Studio):
    whole_live(qtbot, studio)
    studio.tool_model.count = 6
    with qtbot.waitSignals([studio.project.result_added] * 6, timeout=RENDER_MS):
        learned.commands.generate.trigger()
        choose(learned, "paint")
    assert {result.recipe.tool for result in studio.project.results.values()} == {"sample"}
    live = studio.tool_model.live
    assert live is None or live.result is None, "they are not pushed into the other tool's pane"


def test_one_paints_on_the_commonest_colour_too(qtbot, learned: MainWindow, studio: Studio):
    panel = choose(learned, "paint")
    qtbot.waitUntil(lambda: studio.base_layer.palette is not None, timeout=RENDER_MS)
    base, document = panel.findChild(QComboBox, "base"), studio.canvas_documents.document
    base.setCurrentIndex(base.findData("one"))
    base.activated.emit(base.currentIndex())
    colour = studio.base_layer.palette.swatches[0]
    qtbot.waitUntil(lambda: bool((document.composite() == colour).all()), timeout=RENDER_MS)


def test_unpainted_areas_are_kept_bit_for_bit_where_that_is_wished(
    qtbot, learned: MainWindow, studio: Studio
):
    panel = choose(learned, "paint")
    whole_live(qtbot, studio)
    studio.tool_model.count = 1
    stroke(learned, (20, 30), (60, 30))
    qtbot.mouseClick(panel.findChild(QCheckBox, "wish-keep_unpainted"), LEFT, pos=QPoint(8, 8))
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.generate.trigger()
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        picture = decode_png(store.result_png(max(studio.project.results)))
    original = studio.project.current.picture
    assert picture.shape == original.shape
    assert np.array_equal(picture[90:], original[90:])
    assert not np.array_equal(picture[25:35, 25:55], original[25:35, 25:55])


def test_an_object_is_moved_and_turned_after_it_was_harmonized(qtbot, learned: MainWindow, studio: Studio):
    choose(learned, "harmonize")
    document, view = studio.canvas_documents.document, learned.workspace.panes.pair.left
    ball = np.zeros((60, 60, 4), np.uint8)
    cv2.circle(ball, (30, 30), 28, (220, 30, 30, 255), -1)
    document.run_job(paste(document, ball, QPointF(60, 64)))
    document.commit("Paste")
    studio.tool_model.count = 1
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.generate.trigger()
    stroke(learned, (60, 64), (120, 60), (130, 60))
    item = document.objects[0]
    assert (item.placement.x, item.placement.y) == (130, 60)
    corner = item.outline.at(1)
    beside = view.picture_transform().map(corner) + QPointF(10, -10)  # px of the view
    way = view.picture_transform().inverted()[0].map(beside)
    stroke(learned, (way.x(), way.y()), (way.x() + 6, way.y() + 14), (way.x() + 6, way.y() + 24))
    assert document.objects[0].placement.angle > 5
    assert view.apply()
    assert document.history.undo_name == "Transform"


@pytest.mark.parametrize("keeps", [True, False])
def test_a_dropped_picture_never_stops_the_learning_by_itself(
    qtbot, learned: MainWindow, studio: Studio, tmp_path, keeps: bool
):
    from singan_studio.core.images import encode_png
    from singan_studio.ui.project.dropped_content import DroppedFile

    path, project = tmp_path / "other.png", studio.project.path
    path.write_bytes(encode_png(np.full((40, 50, 3), 90, np.uint8)))
    unlearn(studio, 1)
    learned.opening.take(DroppedFile(path))
    box = learned.findChild(QMessageBox, "stopDialog")
    assert box is not None
    assert studio.project.path == project
    if keeps:
        qtbot.mouseClick(box.findChild(QPushButton, "keep"), LEFT)
        assert studio.project.path == project
        assert studio.learning.phase.running
    else:
        with qtbot.waitSignal(studio.project.opened, timeout=10_000):
            qtbot.mouseClick(box.findChild(QPushButton, "stop"), LEFT)
        assert studio.project.path == path.with_suffix(".singan")


def test_the_trainer_gives_way_while_a_picture_is_drawn_and_goes_on_after_it(
    qtbot, learned: MainWindow, studio: Studio
):
    told: list[str] = []
    studio.rendering.hold.connect(lambda: told.append("hold"))
    studio.rendering.release.connect(lambda: told.append("release"))
    whole_live(qtbot, studio)
    qtbot.waitUntil(lambda: not studio.rendering.busy, timeout=RENDER_MS)
    told.clear()
    with qtbot.waitSignal(studio.rendering.release, timeout=RENDER_MS):
        studio.tool_model.roll()
    assert told[0] == "hold"
    assert told[-1] == "release"


def test_a_large_picture_is_made_ready_beside_the_window_and_shown_like_any_other(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch
):
    monkeypatch.setattr("singan_studio.ui.create.live_preview.MOMENT", 100)
    choose(learned, "edit")
    learned.canvas.actions.brush.trigger()
    stroke(learned, (40, 40), (120, 60))
    whole_live(qtbot, studio)
    with qtbot.waitSignal(studio.project.result_added, timeout=RENDER_MS):
        learned.commands.keep.trigger()
    qtbot.waitUntil(lambda: studio.tool_model.live.result is not None, timeout=RENDER_MS)
    live, view = studio.tool_model.live, learned.workspace.panes.pair.right
    image = live.images[0]
    assert np.array_equal(as_array(image), live.picture)
    assert [half.width() for half in live.images] == [192, 96, 48]
    shown = view.grab().toImage()
    view.set_picture(live.picture)
    assert view.grab().toImage() == shown


def test_choosing_a_tool_refreshes_its_panel_and_the_workspace_once(
    qtbot, monkeypatch, request: pytest.FixtureRequest
):
    refreshed: list[str] = []
    arranged: list[str] = []
    refresh, show_middle = ToolPanel.refresh, Workspace.show_middle
    monkeypatch.setattr(ToolPanel, "refresh", lambda self: (refreshed.append(self.spec.name), refresh(self)))
    monkeypatch.setattr(
        Workspace, "show_middle", lambda self, *_: (arranged.append("middle"), show_middle(self))
    )
    window: MainWindow = request.getfixturevalue("learned")
    choose(window, "paint")
    choose(window, "sample")
    refreshed.clear()
    arranged.clear()
    choose(window, "paint")
    assert refreshed.count("paint") == 1
    assert arranged == ["middle"]
