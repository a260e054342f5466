"""Carries out the actions of the canvas, and keeps them enabled as the document allows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.ui.canvas import clipboard, object_edits, selection
from singan_studio.ui.canvas.actions import CanvasActions
from singan_studio.ui.canvas.canvas_modes import ARROW, PATCH, SOURCE, TRANSFORM
from singan_studio.ui.canvas.canvas_modes import SELECT as SELECT_TOOL
from singan_studio.ui.canvas.canvas_view import CanvasView
from singan_studio.ui.canvas.composing import MASK
from singan_studio.ui.canvas.document import CanvasDocument
from singan_studio.ui.canvas.incremental_jobs import JobSteps, Offload
from singan_studio.ui.canvas.objects import CanvasObject
from singan_studio.ui.canvas.pixels import pixels_of
from singan_studio.ui.canvas.shaping import flipped
from singan_studio.ui.canvas.tool_state import SelectBy, ToolState
from singan_studio.ui.canvas.tools.select import SELECT

PASTE = QT_TRANSLATE_NOOP("canvas", "Paste")
CUT = QT_TRANSLATE_NOOP("canvas", "Cut")
FLIP = QT_TRANSLATE_NOOP("canvas", "Flip")
DUPLICATE = QT_TRANSLATE_NOOP("canvas", "Duplicate")
PIN = QT_TRANSLATE_NOOP("canvas", "Pin")
LIFT = QT_TRANSLATE_NOOP("canvas", "Lift")
GROW = QT_TRANSLATE_NOOP("canvas", "Grow the selection")
SHRINK = QT_TRANSLATE_NOOP("canvas", "Shrink the selection")
FEATHER = QT_TRANSLATE_NOOP("canvas", "Feather the selection")
_USUAL_PX = 8  # canvas px, proposed for growing, shrinking and feathering


class CanvasOperations(QObject):
    """Connects `CanvasActions` to the document of a view."""

    pasted = Signal(object)  # the CanvasObject of a pasted or dropped picture
    removed = Signal(
        object, object
    )  # QRect and cover, (h, w) uint8, of a selection whose content was deleted

    def __init__(
        self, actions: CanvasActions, view: CanvasView, tool_state: ToolState, pin: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._view, self._tool_state, self._pin_here = actions, view, tool_state, pin
        self._document: CanvasDocument | None = None
        self._tools = {
            actions.brush: "brush",
            actions.eraser: "eraser",
            actions.fill: "fill",
            actions.picker: "picker",
            actions.rectangle: SELECT_TOOL,
            actions.lasso: SELECT_TOOL,
            actions.wand: SELECT_TOOL,
            actions.patch: PATCH,
            actions.transform: TRANSFORM,
            actions.arrow: ARROW,
            actions.source: SOURCE,
        }
        self._ways = {
            actions.rectangle: SelectBy.RECTANGLE,
            actions.lasso: SelectBy.LASSO,
            actions.wand: SelectBy.WAND,
        }
        view.addAction(actions.delete)
        self._connect()
        view.document_changed.connect(self._follow)
        tool_state.changed.connect(self._refresh)
        tool_state.arrows.changed.connect(self._refresh)
        self._follow()

    @property
    def takes_pictures(self) -> bool:
        """Whether a picture can be pasted now."""
        return self._document is not None and self._tool_state.mode.takes_objects

    def paste(self, picture: np.ndarray, at: QPointF | None = None, as_it_is: bool = False) -> None:
        """Paste a picture, (h, w, 3 or 4) uint8 sRGB, around a point in canvas px, by default at the pointer.

        It becomes at most a third of the canvas's shorter side, unless `as_it_is`.
        """
        if self._document is not None and self.takes_pictures:
            point = at or self._view.pointer_point()
            self._when_free(
                lambda document: self._paste(document, object_edits.paste(document, picture, point, as_it_is))
            )

    def _paste(self, document: CanvasDocument, pasting: JobSteps) -> None:
        def pasted(item: CanvasObject) -> None:
            self._tool_state.set_tool(TRANSFORM)
            self.pasted.emit(item)

        self._view.apply()
        document.run_job(pasting, PASTE, pasted)

    def _connect(self) -> None:
        actions, tool_state = self._actions, self._tool_state
        routes: dict[QAction, Callable[[], object]] = {
            actions.larger: lambda: tool_state.step_size(1),
            actions.smaller: lambda: tool_state.step_size(-1),
            actions.harder: lambda: tool_state.step_hardness(1),
            actions.softer: lambda: tool_state.step_hardness(-1),
            actions.swap: tool_state.swap_colours,
            actions.reset: tool_state.reset_colours,
            actions.grow: lambda: self._ask(actions.grow, GROW, selection.grown),
            actions.shrink: lambda: self._ask(
                actions.shrink, SHRINK, lambda document, px: selection.grown(document, -px)
            ),
            actions.feather: lambda: self._ask(actions.feather, FEATHER, selection.feathered),
        }
        edits: dict[QAction, Callable[[CanvasDocument], object]] = {
            actions.undo: CanvasDocument.undo,
            actions.redo: CanvasDocument.redo,
            actions.cut: self._cut,
            actions.copy: self._copy,
            actions.delete: self._delete,
            actions.duplicate: self._duplicate,
            actions.transform_now: self._transform,
            self._pin_here: self._pin,
            actions.forward: lambda document: self._order(document, 1),
            actions.backward: lambda document: self._order(document, -1),
            actions.flip_across: lambda document: self._flip(document, True),
            actions.flip_down: lambda document: self._flip(document, False),
            actions.select_all: lambda document: self._change(
                document, selection.select_all(document), SELECT
            ),
            actions.deselect: lambda document: self._change(document, selection.deselect(document), SELECT),
            actions.invert: lambda document: self._change(document, selection.invert(document), SELECT),
        }
        for action, edit in edits.items():
            action.triggered.connect(lambda _=False, edit=edit: self._when_free(edit))
        for action, go in routes.items():
            action.triggered.connect(lambda _=False, go=go: go())
        for action, tool in self._tools.items():
            action.triggered.connect(
                lambda _=False, action=action, tool=tool: self._choose_tool(action, tool)
            )
        actions.mirror.toggled.connect(self._view.set_mirrored)
        actions.mask.toggled.connect(self._show_mask)
        self._view.view_changed.connect(lambda view: actions.mirror.setChecked(view.mirrored))

    # --- operations --------------------------------------------------------------------------------------------

    def _when_free(self, edit: Callable[[CanvasDocument], object]) -> None:
        """Edit the shown document after running edits."""
        document = self._document
        if document is not None:
            document.runner.when_free(lambda: edit(document) if document is self._document else None)

    def _show_mask(self, shown: bool) -> None:
        if self._document is not None:
            self._document.show_layer(MASK, shown)

    def _choose_tool(self, action: QAction, tool: str) -> None:
        if action in self._ways:
            self._tool_state.set_select_by(self._ways[action])
        self._tool_state.set_tool(tool)

    def _change(self, document: CanvasDocument, steps: JobSteps, name: str) -> None:
        self._view.apply()
        document.run_job(steps, name)

    def _delete(self, document: CanvasDocument) -> None:
        """Remove the selected arrow, or else what is selected, or the object."""
        if self._has_arrow:
            self._tool_state.arrows.remove_selected()
            return

        def deleting() -> JobSteps:
            hole = yield from object_edits.selected_cover(document)
            yield from object_edits.remove(document, not self._tool_state.mode.pins)
            return hole

        self._view.apply()
        document.run_job(
            deleting(), object_edits.DELETE, lambda hole: self.removed.emit(*hole) if hole else None
        )

    @property
    def _has_arrow(self) -> bool:
        """Whether an arrow is selected on this canvas."""
        return ARROW in self._tool_state.mode.tools and self._tool_state.arrows.selected is not None

    def _duplicate(self, document: CanvasDocument) -> None:
        """Duplicate the selection, or else the active object."""
        self._view.apply()
        document.run_job(
            object_edits.duplicate_beside(document), DUPLICATE, lambda _: self._tool_state.set_tool(TRANSFORM)
        )

    def _pin(self, document: CanvasDocument) -> None:
        """Pin what is selected where it is, from where it can be dragged."""
        self._view.apply()
        lifting = object_edits.lift(document, leaves_hole=False)
        document.run_job(lifting, PIN, lambda _: self._tool_state.set_tool(TRANSFORM))

    def _copy(self, document: CanvasDocument) -> None:
        document.run_job(self._copying(document))

    def _cut(self, document: CanvasDocument) -> None:
        def cutting() -> JobSteps:
            if (yield from self._copying(document)):
                yield from object_edits.remove(document, not self._tool_state.mode.pins)

        self._change(document, cutting(), CUT)

    def _copying(self, document: CanvasDocument) -> JobSteps:
        """Return a part of a job that copies the selection, or else the active object, and returns whether it did."""
        found = yield from object_edits.selected_bitmap(document)
        item = document.object(document.active)
        if found is not None:
            bitmap, rect = found
            image = yield Offload(pixels_of(rect), lambda: clipboard.image_of(bitmap))
        elif item is not None:
            image = yield Offload(pixels_of(item.rect), lambda: clipboard.image_of(item.flattened()))
        else:
            return False
        clipboard.put(image)
        return True

    def _transform(self, document: CanvasDocument) -> None:
        """Lift the selection, or activate the topmost object, and choose the transform tool."""
        self._view.apply()
        if document.has_selection:
            document.run_job(
                object_edits.lift(document, leaves_hole=not self._tool_state.mode.pins),
                LIFT,
                lambda _: self._tool_state.set_tool(TRANSFORM),
            )
            return
        if document.active is None and document.objects:
            document.set_active(document.objects[-1].id)
        self._tool_state.set_tool(TRANSFORM)

    def _order(self, document: CanvasDocument, by: int) -> None:
        """Move the active object up in the order, down if `by` is negative."""
        if document.active is not None:
            self._view.apply()
            object_edits.reorder(document, document.active, by)
            document.commit(object_edits.ORDER)

    def _flip(self, document: CanvasDocument, across: bool) -> None:
        item = document.object(document.active)
        if item is not None:
            self._view.apply()
            document.place(item.placed(flipped(item.placement, across)))
            document.commit(FLIP)

    def _ask(self, action: QAction, name: str, change: Callable[[CanvasDocument, int], JobSteps]) -> None:
        """Ask for a number of px without blocking the window."""
        dialog = QInputDialog(self._view)
        dialog.setObjectName(f"{action.objectName()}Dialog")
        dialog.setWindowTitle(QCoreApplication.translate("canvas", name))
        dialog.setLabelText(self.tr("Pixels of the picture"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, selection.MOST_PX)
        dialog.setIntValue(_USUAL_PX)
        dialog.intValueSelected.connect(lambda px: self._reshape(name, change, px))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _reshape(self, name: str, change: Callable[[CanvasDocument, int], JobSteps], px: int) -> None:
        self._when_free(lambda document: document.run_job(change(document, px), name))

    # --- enabling ----------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Follow the signals of the document that is shown now."""
        for signal in self._signals():
            signal.disconnect(self._refresh)
        self._document = self._view.document()
        for signal in self._signals():
            signal.connect(self._refresh)
        self._refresh()

    def _signals(self) -> tuple[SignalInstance, ...]:
        document = self._document
        if document is None:
            return ()
        return (
            document.history_changed,
            document.selection_changed,
            document.objects_changed,
            document.layer_props_changed,
        )

    def _refresh(self) -> None:
        document, tool_state, actions = self._document, self._tool_state, self._actions
        there = document is not None
        for action, tool in self._tools.items():
            action.setEnabled(there and tool in tool_state.mode.tools)
            chosen = (
                tool == tool_state.tool
                and self._ways.get(action, tool_state.select_by) == tool_state.select_by
            )
            action.setChecked(there and chosen)
        for action in (actions.larger, actions.smaller, actions.harder, actions.softer, actions.swap):
            action.setEnabled(there)
        for action in (actions.reset, actions.select_all):
            action.setEnabled(there)
        actions.mask.setEnabled(there and tool_state.mode.shows_mask)
        if document is not None:
            actions.mask.setChecked(document.layer_props(MASK).visible)
        selected = document is not None and document.has_selection
        has_active = document is not None and document.active is not None
        for action in (actions.deselect, actions.invert, actions.grow, actions.shrink, actions.feather):
            action.setEnabled(selected)
        for action in (actions.copy, actions.cut):
            action.setEnabled(selected or has_active)
        self._pin_here.setEnabled(selected and tool_state.mode.pins)
        actions.delete.setEnabled(selected or has_active or self._has_arrow)
        for action in (actions.flip_across, actions.flip_down):
            action.setEnabled(has_active)
        for action in (actions.forward, actions.backward):
            action.setEnabled(document is not None and has_active and len(document.objects) > 1)
        actions.duplicate.setEnabled(TRANSFORM in tool_state.mode.tools and (selected or has_active))
        objects = document is not None and bool(document.objects)
        actions.transform_now.setEnabled(TRANSFORM in tool_state.mode.tools and (selected or objects))
        self._name_steps(document)

    def _name_steps(self, document: CanvasDocument | None) -> None:
        steps = document.history if document else None
        undo, redo = (steps.undo_name, steps.redo_name) if steps else ("", "")
        pending = document is not None and document.pending
        self._actions.undo.setEnabled(bool(undo) or pending)
        self._actions.redo.setEnabled(bool(redo) and not pending)
        names = (QCoreApplication.translate("canvas", name) if name else "" for name in (undo, redo))
        texts = self.tr("&Undo: {step}"), self.tr("&Redo: {step}")
        plain = self.tr("&Undo"), self.tr("&Redo")
        for action, name, text, none in zip(
            (self._actions.undo, self._actions.redo), names, texts, plain, strict=True
        ):
            action.setText(text.format(step=name) if name else none)
