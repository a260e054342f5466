"""What the commands of the canvas do, and when they can be given."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal, SignalInstance
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QInputDialog

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.gui.canvas import clipboard, pieces, selection
from singan_studio.gui.canvas.actions import CanvasActions
from singan_studio.gui.canvas.canvas_view import CanvasView
from singan_studio.gui.canvas.composing import MASK
from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.canvas.hand import Hand, SelectBy
from singan_studio.gui.canvas.moments import Elsewhere, Steps
from singan_studio.gui.canvas.objects import CanvasObject
from singan_studio.gui.canvas.pixels import pixels_of
from singan_studio.gui.canvas.shaping import flipped
from singan_studio.gui.canvas.tools.select import SELECT
from singan_studio.gui.canvas.works import PATCH, TRANSFORM
from singan_studio.gui.canvas.works import SELECT as SELECT_TOOL

PASTE = QT_TRANSLATE_NOOP("canvas", "Paste")
CUT = QT_TRANSLATE_NOOP("canvas", "Cut")
FLIP = QT_TRANSLATE_NOOP("canvas", "Flip")
DUPLICATE = QT_TRANSLATE_NOOP("canvas", "Duplicate")
LIFT = QT_TRANSLATE_NOOP("canvas", "Lift")
GROW = QT_TRANSLATE_NOOP("canvas", "Grow the selection")
SHRINK = QT_TRANSLATE_NOOP("canvas", "Shrink the selection")
FEATHER = QT_TRANSLATE_NOOP("canvas", "Feather the selection")
_USUAL_PX = 8  # canvas px, offered for growing, shrinking and feathering


class CanvasCommands(QObject):
    """Gives the commands to the view's document; keeps them enabled as its state allows."""

    pasted = Signal(object)  # CanvasObject, of a picture that was pasted or dropped

    def __init__(self, actions: CanvasActions, view: CanvasView, hand: Hand, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._view, self._hand = actions, view, hand
        self._document: CanvasDocument | None = None
        self._history: QUndoStack | None = None  # in which the document's steps are some among others
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
        }
        self._ways = {
            actions.rectangle: SelectBy.RECTANGLE,
            actions.lasso: SelectBy.LASSO,
            actions.wand: SelectBy.WAND,
        }
        view.addAction(actions.delete)
        self._connect()
        view.document_changed.connect(self._follow)
        hand.changed.connect(self._refresh)
        self._follow()

    @property
    def takes_pictures(self) -> bool:
        """Whether a picture can be pasted now."""
        return self._document is not None and self._hand.work.takes_objects

    def set_history(self, history: QUndoStack | None) -> None:
        """Undo in this order from now on, in which the document's steps are some among others; None: they are all."""
        if self._history is not None:
            self._history.indexChanged.disconnect(self._refresh)
        self._history = history
        if history is not None:
            history.indexChanged.connect(self._refresh)
        self._refresh()

    def paste(self, picture: np.ndarray, at: QPointF | None = None, as_it_is: bool = False) -> None:
        """Lay a picture, (h, w, 3 or 4) uint8 sRGB, on the canvas: round a point in canvas px, else at the pointer;
        of at most a third of the canvas's short side unless it stays as it is.
        """
        if self._document is not None and self.takes_pictures:
            point = at or self._view.pointer_point()
            self._when_free(
                lambda document: self._paste(document, pieces.paste(document, picture, point, as_it_is))
            )

    def _paste(self, document: CanvasDocument, pasting: Steps) -> None:
        def pasted(item: CanvasObject) -> None:
            self._hand.set_tool(TRANSFORM)
            self.pasted.emit(item)

        self._view.apply()
        document.carry_out(pasting, PASTE, pasted)

    def _connect(self) -> None:
        actions, hand = self._actions, self._hand
        routes: dict[QAction, Callable[[], object]] = {
            actions.larger: lambda: hand.step_size(1),
            actions.smaller: lambda: hand.step_size(-1),
            actions.harder: lambda: hand.step_hardness(1),
            actions.softer: lambda: hand.step_hardness(-1),
            actions.swap: hand.swap_colours,
            actions.reset: hand.reset_colours,
            actions.grow: lambda: self._ask(actions.grow, GROW, selection.grown),
            actions.shrink: lambda: self._ask(
                actions.shrink, SHRINK, lambda document, px: selection.grown(document, -px)
            ),
            actions.feather: lambda: self._ask(actions.feather, FEATHER, selection.feathered),
        }
        edits: dict[QAction, Callable[[CanvasDocument], object]] = {
            actions.undo: self._undo,
            actions.redo: self._redo,
            actions.cut: self._cut,
            actions.copy: self._copy,
            actions.delete: lambda document: self._change(document, pieces.remove(document), pieces.DELETE),
            actions.duplicate: self._duplicate,
            actions.transform_now: self._transform,
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
            action.triggered.connect(lambda _=False, action=action, tool=tool: self._take_up(action, tool))
        actions.mirror.toggled.connect(self._view.set_mirrored)
        actions.mask.toggled.connect(self._show_mask)
        self._view.view_changed.connect(lambda view: actions.mirror.setChecked(view.mirrored))

    # --- what they do ------------------------------------------------------------------------------------------

    def _when_free(self, edit: Callable[[CanvasDocument], object]) -> None:
        """Edit the document that is shown, after what was asked for before."""
        document = self._document
        if document is not None:
            document.moments.when_free(lambda: edit(document) if document is self._document else None)

    def _show_mask(self, shown: bool) -> None:
        if self._document is not None:
            self._document.show_layer(MASK, shown)

    def _take_up(self, action: QAction, tool: str) -> None:
        if action in self._ways:
            self._hand.set_select_by(self._ways[action])
        self._hand.set_tool(tool)

    def _change(self, document: CanvasDocument, steps: Steps, name: str) -> None:
        self._view.apply()
        document.carry_out(steps, name)

    def _duplicate(self, document: CanvasDocument) -> None:
        """Lay a copy beside what is selected, else beside the piece in hand."""
        self._view.apply()
        document.carry_out(
            pieces.duplicate_beside(document), DUPLICATE, lambda _: self._hand.set_tool(TRANSFORM)
        )

    def _copy(self, document: CanvasDocument) -> None:
        document.carry_out(self._copying(document))

    def _cut(self, document: CanvasDocument) -> None:
        def cutting() -> Steps:
            if (yield from self._copying(document)):
                yield from pieces.remove(document)

        self._change(document, cutting(), CUT)

    def _copying(self, document: CanvasDocument) -> Steps:
        """Part of a change: what is selected, else what is in hand as it lies, is copied; returns whether it was."""
        found = yield from pieces.selected_piece(document)
        item = document.object(document.active)
        if found is not None:
            piece, rect = found
            image = yield Elsewhere(pixels_of(rect), lambda: clipboard.image_of(piece))
        elif item is not None:
            image = yield Elsewhere(pixels_of(item.rect), lambda: clipboard.image_of(item.flattened()))
        else:
            return False
        clipboard.put(image)
        return True

    def _transform(self, document: CanvasDocument) -> None:
        """Lift what is selected, and take up the handles."""
        self._view.apply()
        if document.has_selection:
            document.carry_out(
                pieces.lift(document, leaves_hole=True), LIFT, lambda _: self._hand.set_tool(TRANSFORM)
            )
            return
        if document.active is None and document.objects:
            document.set_active(document.objects[-1].id)
        self._hand.set_tool(TRANSFORM)

    def _order(self, document: CanvasDocument, by: int) -> None:
        """Lay the piece in hand one higher, or lower if negative."""
        if document.active is not None:
            self._view.apply()
            pieces.reorder(document, document.active, by)
            document.commit(pieces.ORDER)

    def _flip(self, document: CanvasDocument, across: bool) -> None:
        item = document.object(document.active)
        if item is not None:
            self._view.apply()
            document.place(item.placed(flipped(item.placement, across)))
            document.commit(FLIP)

    def _ask(self, action: QAction, name: str, change: Callable[[CanvasDocument, int], Steps]) -> None:
        """By how many px, without blocking the window."""
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

    def _reshape(self, name: str, change: Callable[[CanvasDocument, int], Steps], px: int) -> None:
        self._when_free(lambda document: document.carry_out(change(document, px), name))

    # --- when they can be given --------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Another document is shown."""
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
            document.hidden_changed,
        )

    def _refresh(self) -> None:
        document, hand, actions = self._document, self._hand, self._actions
        there = document is not None
        for action, tool in self._tools.items():
            action.setEnabled(there and tool in hand.work.tools)
            chosen = tool == hand.tool and self._ways.get(action, hand.select_by) == hand.select_by
            action.setChecked(there and chosen)
        for action in (actions.larger, actions.smaller, actions.harder, actions.softer, actions.swap):
            action.setEnabled(there)
        for action in (actions.reset, actions.select_all):
            action.setEnabled(there)
        actions.mask.setEnabled(there and hand.work.shows_mask)
        if document is not None:
            actions.mask.setChecked(document.is_shown(MASK))
        selected = document is not None and document.has_selection
        held = document is not None and document.active is not None
        for action in (actions.deselect, actions.invert, actions.grow, actions.shrink, actions.feather):
            action.setEnabled(selected)
        for action in (actions.copy, actions.cut, actions.delete):
            action.setEnabled(selected or held)
        for action in (actions.flip_across, actions.flip_down):
            action.setEnabled(held)
        for action in (actions.forward, actions.backward):
            action.setEnabled(document is not None and held and len(document.objects) > 1)
        actions.duplicate.setEnabled(TRANSFORM in hand.work.tools and (selected or held))
        objects = document is not None and bool(document.objects)
        actions.transform_now.setEnabled(TRANSFORM in hand.work.tools and (selected or objects))
        self._name_steps(document)

    def _undo(self, document: CanvasDocument) -> None:
        if self._history is None or document.pending:
            document.undo()
        else:
            self._history.undo()

    def _redo(self, document: CanvasDocument) -> None:
        if self._history is None:
            document.redo()
        else:
            self._history.redo()

    def _name_steps(self, document: CanvasDocument | None) -> None:
        steps = document.history if document else None
        undo, redo = (steps.undo_name, steps.redo_name) if steps else ("", "")
        if self._history is not None:
            undo, redo = self._history.undoText(), self._history.redoText()
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
