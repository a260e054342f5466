"""A document for every tool, and the model of its layers, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from canvas_samples import cover, thing
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from singan_studio.ui.app.studio import Studio
from singan_studio.ui.canvas.canvas_documents import HIDDEN, CanvasDocuments
from singan_studio.ui.canvas.canvas_modes import CANVAS_MODES, TRANSFORM
from singan_studio.ui.canvas.composing import MASK, PAINT, PICTURE, object_layer
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.layers_model import LayersModel


@pytest.fixture
def documents(qtbot: QtBot, studio: Studio, picture: Path) -> CanvasDocuments:
    """A photo of 64x43 px is open, and Edit is chosen."""
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(picture)
    studio.tool_model.choose("edit")
    return studio.canvas_documents


@pytest.fixture
def layers(studio: Studio, documents: CanvasDocuments) -> LayersModel:
    """Two objects lie on the picture."""
    assert documents.document is not None
    documents.document.set_objects([thing(1, x=20, y=20, side=8), thing(2, x=40, y=20, side=8)])
    documents.document.commit("Paste")
    return studio.layers


def the_document(documents: CanvasDocuments) -> CanvasDocument:
    assert documents.document is not None
    return documents.document


def test_each_tool_has_a_document_of_its_own(studio: Studio, documents: CanvasDocuments) -> None:
    edit = the_document(documents)
    studio.tool_model.choose("paint")
    assert the_document(documents) is not edit
    assert documents.mode is CANVAS_MODES["painting"]
    studio.tool_model.choose("edit")
    assert documents.document is edit


def test_a_tool_without_a_canvas_has_no_document(
    qtbot: QtBot, studio: Studio, documents: CanvasDocuments
) -> None:
    with qtbot.waitSignal(documents.document_changed) as changed:
        studio.tool_model.choose("upscale")
    assert changed.args == [None]
    assert documents.mode is None


def test_closing_the_project_drops_the_documents(
    qtbot: QtBot, studio: Studio, documents: CanvasDocuments
) -> None:
    studio.close_project()
    qtbot.waitUntil(lambda: not documents.documents, timeout=30_000)
    assert documents.document is None


def test_an_edit_tells_the_tool(qtbot: QtBot, studio: Studio, documents: CanvasDocuments) -> None:
    document, session = the_document(documents), studio.tool_model.session
    revision = session.revision
    cover(document, QRect(0, 0, 9, 9))
    document.commit("Brush")
    qtbot.waitUntil(lambda: session.revision > revision)
    assert session.marked


def test_hidden_layers_are_kept_with_the_tool(studio: Studio, documents: CanvasDocuments) -> None:
    the_document(documents).show_layer(PAINT, False)
    assert studio.tool_model.session.extras[HIDDEN] == [PAINT]


def test_layers_are_listed_from_the_topmost_on(layers: LayersModel) -> None:
    names = [layer.name for layer in layers.layers]
    assert names == [MASK, object_layer(2), object_layer(1), PAINT, PICTURE]
    assert [layer.id for layer in layers.layers] == [None, 2, 1, None, None]


def test_objects_get_thumbnails(qtbot: QtBot, layers: LayersModel) -> None:
    qtbot.waitUntil(lambda: all(layer.thumbnail for layer in layers.layers if layer.id is not None))


def test_hiding_a_layer_tells_that_something_is_left_out(qtbot: QtBot, layers: LayersModel) -> None:
    for name in (MASK, PICTURE):
        layers.show(name, False)
    assert not layers.leaves_out
    with qtbot.waitSignal(layers.changed):
        layers.show(object_layer(1), False)
    assert layers.leaves_out
    assert [layer.props.visible for layer in layers.layers] == [False, True, False, True, False]


def test_choosing_an_object_takes_up_its_handles(documents: CanvasDocuments, layers: LayersModel) -> None:
    layers.choose(1)
    assert layers.active == 1
    assert documents.tool_state.tool == TRANSFORM
    layers.choose(None)
    assert layers.active is None


def test_removing_and_reordering_objects_are_steps(documents: CanvasDocuments, layers: LayersModel) -> None:
    document = the_document(documents)
    layers.reorder(1, 1)
    assert [item.id for item in document.objects] == [2, 1]
    layers.remove(2)
    assert [item.id for item in document.objects] == [1]
    assert [step.name for step in document.history.steps] == ["Paste", "Order", "Delete"]


def test_a_transform_that_is_going_on_becomes_a_step_before_a_layer_is_changed(
    documents: CanvasDocuments, layers: LayersModel
) -> None:
    document = the_document(documents)
    document.place(thing(1, x=30, y=20, side=8))
    layers.remove(2)
    assert [step.name for step in document.history.steps] == ["Paste", "Transform", "Delete"]
