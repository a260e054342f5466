"""A project that is opened again: its upgrade, its film, its view and its canvases."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from gestures import drag
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget
from tool_driving import choose, stroke, whole_live

from singan_studio.core import events
from singan_studio.core.config import PRESETS
from singan_studio.project.active_model import active_model, model_to_draw_from
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.contact_sheet import ACROSS, ContactSheet
from singan_studio.ui.create.pair_view import Mode
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.training.training_model import Phase
from singan_studio.ui.widgets.tiles import TileList
from singan_studio.ui.widgets.view import View

START_MS = 90_000  # a process that imports torch on a busy machine


@pytest.fixture(autouse=True)
def quick_standard(monkeypatch: pytest.MonkeyPatch):
    config = PRESETS["standard"].but(
        iterations=2, min_size=12, channels=8, window=0, coarse_factor=1.0, windows=1
    )
    monkeypatch.setitem(PRESETS, "standard", config)


def models_of(studio: Studio) -> tuple[list[str], str, str]:
    """Return the presets of all models, of the active one and of the one that commands draw from."""
    with ProjectStore.open(studio.project.path, read_only=True) as store:
        presets = [model.config.preset for model in store.models()]
        return presets, active_model(store).config.preset, model_to_draw_from(store).config.preset


def test_a_draft_stays_active_while_it_is_upgraded(qtbot, learned: MainWindow, studio: Studio):
    draft = studio.project.model.id
    improve = learned.commands.improve
    assert improve.isEnabled()
    improve.trigger()
    qtbot.waitUntil(lambda: studio.upgrade_model.running, timeout=START_MS)
    assert studio.learning.model_id == draft
    assert studio.learning.phase is Phase.FINISHED
    assert models_of(studio) == (["draft", "standard"], "draft", "draft")
    assert learned.commands.pause.isEnabled()
    assert not improve.isEnabled()
    with qtbot.waitSignal(studio.upgrade_model.done, timeout=START_MS):
        pass
    qtbot.waitUntil(lambda: studio.project.model.config.preset == "standard")
    assert studio.learning.phase is Phase.FINISHED
    assert models_of(studio) == (["draft", "standard"], "standard", "standard")
    assert "in use now" in learned.message_bar.text()
    assert not improve.isEnabled()


@pytest.mark.parametrize("kind", ["base", "enlarge"])
def test_closing_while_an_extra_model_is_trained_asks_and_keeps_its_checkpoint(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch, kind: str
):
    monkeypatch.setitem(PRESETS, "standard", PRESETS["standard"].but(iterations=100_000))
    if kind == "base":
        learned.commands.improve.trigger()
    else:
        next(action for action in learned.tools.actions() if action.data() == "upscale").trigger()
        studio.tool_model.use_maker(Kind.LEARNED)
        studio.tool_model.set_param("preset", "standard")
        button = learned.findChild(QAbstractButton, "learnModel")
        qtbot.waitUntil(button.isVisible)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.extra.learning.phase is Phase.LEARNING, timeout=START_MS)
    path = studio.project.path
    learned.close()
    box = learned.findChild(QMessageBox, "stopDialog")
    box.findChild(QAbstractButton, "stop").click()
    qtbot.waitUntil(lambda: not learned.isVisible(), timeout=10_000)
    studio.close()
    with ProjectStore.open(path, read_only=True) as store:
        assert [model.kind for model in store.models()] == ["base", kind]
        assert store.checkpoint(store.models()[1].id) is not None
        assert active_model(store).config.preset == "draft"


def test_a_paused_extra_model_says_how_far_it_is_and_goes_on(
    qtbot, learned: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(PRESETS, "standard", PRESETS["standard"].but(iterations=100_000))
    panel = choose(learned, "upscale")
    studio.tool_model.use_maker(Kind.LEARNED)
    studio.tool_model.set_param("preset", "standard")
    button, words = (panel.findChild(QWidget, name) for name in ("learnModel", "modelWords"))
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "Learn it"
    qtbot.waitUntil(lambda: "of learning, once" in panel.findChild(QWidget, "plan").text())
    assert "Learning it takes about" in words.text()
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: studio.extra.learning.phase is Phase.LEARNING, timeout=START_MS)
        qtbot.waitUntil(lambda: studio.extra.learning.fraction > 0, timeout=START_MS)
        assert button.text() == "Pause"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: button.text() == "Go on learning, 1% done", timeout=START_MS)
        assert panel.findChild(QWidget, "modelProgress").value() == 1
        assert "to go." in words.text()


def previews(studio: Studio, scale: int, fractions: list[float]) -> None:
    """Report previews of a scale as a trainer does."""
    learning = studio.learning
    height, width = learning.scales[scale].height, learning.scales[scale].width
    for fraction in fractions:
        learning.scales[scale].fraction = fraction
        picture = np.full((height, width, 3), round(200 * fraction) + 20 * scale, np.uint8)
        learning.consume(events.Preview(scale, 0, picture, picture, picture))


def test_the_training_is_saved_as_a_film_of_few_frames_per_scale(
    qtbot, learned: MainWindow, studio: Studio, tmp_path: Path
):
    studio.learning.phase = Phase.LEARNING
    previews(studio, 0, [0.0, 0.05, 0.12, 0.13, 0.3, 0.6, 0.7, 0.95, 1.0])
    previews(studio, 1, [0.4, 0.41, 0.95])  # one that was resumed
    studio.learning.phase = Phase.FINISHED
    learned.commands.save_film.trigger()
    path = tmp_path / "film.gif"
    with qtbot.waitSignal(studio.film.saved, timeout=60_000):
        learned.findChild(QFileDialog, "saveDialog").fileSelected.emit(str(path))
    learned.findChild(QFileDialog, "saveDialog").reject()
    with Image.open(path) as film:
        assert film.size == (48, 32)
        assert film.n_frames >= 7  # repeated pictures at the end may be joined
        shades = []
        for frame in range(7):
            film.seek(frame)
            shades.append(film.convert("RGB").getpixel((20, 20))[0])
    assert np.allclose(shades, [0, 24, 60, 120, 190, 100, 210], atol=8)
    qtbot.waitUntil(lambda: learned.findChild(QAbstractButton, "filmProgress") is None)


def test_a_model_without_film_frames_gives_a_message(
    qtbot, learned: MainWindow, studio: Studio, tmp_path: Path
):
    with qtbot.waitSignal(studio.film.ended, timeout=10_000):
        studio.film.save(tmp_path / "film.gif")
    assert "no film" in learned.message_bar.text()
    assert not (tmp_path / "film.gif").exists()


def test_the_view_is_restored_when_a_project_is_opened_again(qtbot, opened: MainWindow, studio: Studio):
    panes = opened.workspace.panes
    opened.commands.hundred.trigger()
    view = panes.pair.left.view()
    assert view != View()
    qtbot.mouseClick(opened.findChild(QAbstractButton, "pane-right"), Qt.MouseButton.LeftButton)
    opened.workspace.view_state._keep()
    path = studio.project.path
    opened.commands.close.trigger()
    panes.set_mode(Mode.BOTH)
    panes.pair.left.set_view(View())
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        opened.opening.open_path(path)
    assert panes.pair.left.view() == panes.pair.right.view() == view
    assert panes.pair.mode is Mode.RIGHT


@pytest.mark.parametrize("in_use", ["sample", "animate"])
def test_a_canvas_of_another_tool_gives_its_picture_when_the_project_is_opened_again(
    qtbot, learned: MainWindow, studio: Studio, in_use: str
):
    choose(learned, "edit")
    studio.canvas_documents.tool_state.set_tool("brush")
    stroke(learned, (20, 20), (30, 20))
    whole_live(qtbot, studio)
    choose(learned, in_use)
    path = studio.project.path
    learned.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        learned.opening.open_path(path)
    choose(learned, "edit")
    whole_live(qtbot, studio)
    assert studio.tool_model.readiness.ready


def test_a_view_of_an_older_version_is_restored(qtbot, opened: MainWindow, studio: Studio):
    kept = {"span": 500.0, "x": 0.25, "y": 0.5, "mirrored": True}
    studio.project.set_meta("view", json.dumps(kept))
    path = studio.project.path
    opened.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        opened.opening.open_path(path)
    left = opened.workspace.panes.pair.left
    assert left.view() == View(**kept)
    assert left.picture_rect().width() == pytest.approx(500, abs=1)


@pytest.mark.parametrize(
    "text", ["[]", "no json", '{"span": -5, "x": 0.5, "y": 0.5, "mirrored": false}', "{}"]
)
def test_a_damaged_view_is_ignored(qtbot, opened: MainWindow, studio: Studio, text: str):
    studio.project.set_meta("view", text)
    path = studio.project.path
    opened.commands.close.trigger()
    with qtbot.waitSignal(studio.project.opened, timeout=10_000):
        opened.opening.open_path(path)
    assert opened.workspace.panes.pair.left.view() == View()


def test_a_click_on_the_contact_sheet_chooses_the_start_scale(qtbot, learned: MainWindow, studio: Studio):
    learned.commands.contact_sheet.trigger()
    sheet = learned.findChild(ContactSheet)
    tiles = sheet.findChild(TileList)
    model = tiles.model()
    assert model.rowCount() == len(studio.learning.scales)
    drawn = Qt.ItemDataRole.DecorationRole
    qtbot.waitUntil(
        lambda: all(model.index(row, 0).data(drawn) for row in range(model.rowCount())), timeout=60_000
    )
    tops = [tiles.visualRect(model.index(row, 0)).top() for row in range(model.rowCount())]
    assert tops.count(tops[0]) == min(ACROSS, model.rowCount()), "there is room for so many beside each other"
    last = model.index(model.rowCount() - 1, 0)
    tiles.scrollTo(last)
    qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=tiles.visualRect(last).center())
    assert studio.tool_model.start_scale == model.rowCount() - 1
    assert not sheet.isVisible()
    assert not studio.project.results


def test_pictures_that_come_after_the_contact_sheet_is_gone_are_dropped(
    qtbot, learned: MainWindow, studio: Studio
):
    learned.commands.contact_sheet.trigger()
    sheet = learned.findChild(ContactSheet)
    assert studio.rendering.busy
    shiboken6.delete(sheet)  # as its window does
    qtbot.waitUntil(lambda: not studio.rendering.busy, timeout=60_000)  # an error in an answer fails the test


def test_dragging_the_size_handle_of_the_result_changes_its_size(qtbot, learned: MainWindow, studio: Studio):
    qtbot.waitUntil(lambda: studio.tool_model.live is not None)
    corner = learned.findChild(QWidget, "sizeCorner")
    qtbot.waitUntil(corner.isVisible)
    view = learned.workspace.panes.pair.right
    scale = view.picture_rect().width() / 48
    drag(corner, Qt.MouseButton.LeftButton, QPoint(6, 6), QPoint(6 + round(16 * scale), 6 - round(8 * scale)))
    width, height = studio.tool_model.params["size"]
    assert abs(width - 64) <= 1
    assert abs(height - 24) <= 1
    qtbot.waitUntil(lambda: studio.tool_model.live.picture.shape[:2] == (height, width), timeout=60_000)
