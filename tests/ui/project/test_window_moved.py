"""The window goes on in a copy when the file of its project is gone."""

from __future__ import annotations

import shutil
import sys

import pytest
from PySide6.QtWidgets import QFileDialog

from singan_studio.core.config import preset
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.studio import WayOn

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")


def offered(qtbot, window) -> str:
    """Return the message, which must offer to save a copy."""
    qtbot.waitUntil(window.message_bar.isVisible, timeout=30_000)
    assert window._way_on is WayOn.SAVE_COPY
    return window.message_bar.text()


@pytest.mark.parametrize("fate", ["renamed", "deleted", "folder deleted"])
def test_a_project_whose_file_is_gone_is_saved_and_goes_on(qtbot, opened, studio, tmp_path, fate):
    path = studio.project.path
    if fate == "renamed":
        path.rename(path.with_name("other.singan"))
    elif fate == "deleted":
        path.unlink()
    else:
        shutil.rmtree(path.parent)
    studio.project.add_model(preset("draft"), lambda model: None)
    assert str(path) in offered(qtbot, opened)
    opened.message_bar.action_triggered.emit()
    dialog = opened.findChild(QFileDialog, "saveDialog")
    copy = tmp_path / "copy.singan" if fate == "folder deleted" else path
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        dialog.fileSelected.emit(str(copy))
    dialog.reject()
    assert studio.project.path == copy
    assert studio.project.model is not None
    studio.project.set_meta("key", "goes on")
    qtbot.waitUntil(lambda: not studio.project.busy, timeout=30_000)
    with ProjectStore.open(copy, read_only=True) as store:
        assert store.get_meta("key") == "goes on"
    assert not (tmp_path / "documents").exists()


def test_a_renderer_that_misses_the_file_offers_a_copy(qtbot, opened, studio):
    studio.rendering.failed.emit("project.missing", {"path": str(studio.project.path)})
    offered(qtbot, opened)


def test_another_file_that_is_missing_offers_none(qtbot, opened, studio, tmp_path):
    opened.opening.open_path(tmp_path / "missing.singan")
    qtbot.waitUntil(opened.message_bar.isVisible, timeout=30_000)
    assert opened._way_on is WayOn.NONE
