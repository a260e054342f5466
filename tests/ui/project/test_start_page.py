"""The start page: examples that are ready, and recent projects with what is known of them."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from singan_studio.core import resources
from singan_studio.ui.app import i18n
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.widgets.tiles import TileList

SOON = 5.0  # seconds until an example shows its first result, on a machine with nothing else to do


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, learned_file: Path) -> Path:
    """A bundled example: resources in a folder of their own, which has a learned project."""
    root = tmp_path / "bundle" / "resources"
    (root / "examples").mkdir(parents=True)
    (root / "samples").symlink_to(resources.resource("samples"))
    for name in ("icons", "styles", "translations"):
        (root / name).symlink_to(resources.resource(name))
    path = Path(shutil.copy(learned_file, root / "examples" / "tea-hills-learned.singan"))
    monkeypatch.setattr(resources, "_PACKAGE", root.parent)
    return path


def test_an_example_opens_as_a_copy_and_shows_a_result_at_once(
    qtbot: QtBot, example: Path, studio: Studio, tmp_path: Path
):
    before = example.read_bytes()
    window = MainWindow(studio, "light", "en", i18n.languages())
    qtbot.addWidget(window)
    window.show()
    studio.rendering.start()
    qtbot.waitUntil(lambda: studio.engine is not None, timeout=110_000)
    began = time.process_time()
    with qtbot.waitSignal(studio.tool_model.live_changed, timeout=110_000, check_params_cb=bool):
        window.start_page.examples.activated.emit(example)
    assert time.process_time() - began < SOON
    assert studio.project.path == tmp_path / "documents" / example.name
    assert studio.learning.finished_scales > 0
    studio.project.close_project()
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=30_000)
    assert example.read_bytes() == before, "the bundled one is not written"
    assert [path.name for path in example.parent.iterdir()] == [example.name]
    vars(window.workspace.learning_view.loss_plot).clear()


def test_examples_and_photos_have_names_of_their_own(qtbot: QtBot, example: Path, studio: Studio):
    window = MainWindow(studio, "light", "en", i18n.languages())
    qtbot.addWidget(window)
    page = window.start_page
    for gallery, name in ((page.examples, "example"), (page.gallery, "sample")):
        assert gallery.objectName() == f"{name}Gallery"
        assert [tiles.objectName() for tiles in gallery.findChildren(TileList)] == [f"{name}Tiles"]


def test_recent_projects_show_their_picture_their_date_and_how_much_is_learned(
    qtbot: QtBot, learned: MainWindow, studio: Studio
):
    scales = len(studio.learning.scales)
    learned.commands.close.trigger()
    card = learned.start_page.findChild(QToolButton, "recent-hills")
    assert card is not None
    assert card.text().startswith("hills\n")
    assert card.text().endswith(f"{scales} of {scales} learned")
    assert studio.recent.facts(studio.recent.paths()[0]).when[:2] == "20"
    image = card.icon().pixmap(card.iconSize()).toImage()
    assert len({image.pixel(x, 10) for x in range(image.width())}) > 5, "a photo, and no sign"
