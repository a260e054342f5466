"""The two panes: the user's picture and the result."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from singan_studio.tools.base import Param
from singan_studio.ui.app.wording import hint_text, size_text
from singan_studio.ui.canvas.canvas_documents import CanvasDocuments
from singan_studio.ui.create.compare import Compare
from singan_studio.ui.create.margin_handles import NAMES, MarginHandles
from singan_studio.ui.create.pair_view import Mode, PairView
from singan_studio.ui.create.picture_maker import Kind, PictureMaker
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.create.results_model import ResultsModel
from singan_studio.ui.create.size_handles import SizeHandles
from singan_studio.ui.create.stop_words import result_name
from singan_studio.ui.create.tile_view import TileView
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.create.tool_session import Live
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import TrainingModel
from singan_studio.ui.widgets.keys import KeyTip
from singan_studio.ui.widgets.view import View

SQUINTED = 1024
"""Longer side in px of what a squinting eye sees."""


class Panes(QWidget):
    """Shows Yours | Result with linked pan and zoom, and the switch between Both, Yours, Result and Wipe."""

    mode_chosen = Signal()  # by the user

    def __init__(
        self,
        project: ProjectModel,
        learning: TrainingModel,
        tool_model: ToolModel,
        results: ResultsModel,
        picture_maker: PictureMaker,
        compare: Compare,
        canvas_documents: CanvasDocuments,
        tile_view: TileView,
        again: QAction,
        keep: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._project, self._learning, self._tool_model = project, learning, tool_model
        self._picture_maker = picture_maker
        self._results, self._compare, self._canvas_documents = results, compare, canvas_documents
        self._tile_view = tile_view
        self._yours: np.ndarray | QImage | None = None  # the picture on the left
        self.pair = PairView(self.tr("Yours"), self.tr("Result"), self)
        self._handles = SizeHandles(self.pair.right)
        self._handles.chosen.connect(self._choose_size)
        self._margins = MarginHandles(self.pair.left, self.pair)
        self._margins.chosen.connect(self._choose_margins)
        self._modes = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pair, 1)
        self._again = QToolButton(self)
        self._again.setObjectName("againButton")
        self._again.setDefaultAction(again)
        self._again.setProperty("compact", True)
        self.pair.right_title.add(self._again)
        self.pair.right_title.add_command(keep, "keepButton")
        layout.addLayout(self._mode_row())
        tool_model.params_changed.connect(self._show_yours)
        tool_model.tool_changed.connect(self._show_yours)
        project.opened.connect(self._begin)
        project.closed.connect(self._begin)
        canvas_documents.document_changed.connect(self._show_document)
        tool_model.live_changed.connect(self._show_result)
        tool_model.readiness_changed.connect(self._show_words)
        learning.phase_changed.connect(self._show_words)
        picture_maker.changed.connect(self._show_left_words)
        picture_maker.grown.connect(self._show_words)
        tile_view.changed.connect(self._show_tiled)
        self.pair.left.set_tool_state(canvas_documents.tool_state)
        self._show_yours()
        self._show_document()
        self._show_result(tool_model.live)

    def fit(self) -> None:
        self.pair.shown().fit()

    def show_hundred(self) -> None:
        self.pair.shown().show_hundred()

    def show_original(self, shown: bool) -> None:
        """Show the original in place of the result while `shown`."""
        opened, live = self._project.current, self._tool_model.live
        if not shown:
            self.pair.right.show_instead(None)
            self._show_words()
        elif opened and live:
            self.pair.right.show_instead(opened.image)
            self.pair.right_title.set_words(self.tr("Original"))

    def show_compared(self, shown: bool) -> None:
        """Show what the other maker would draw in place of the result while `shown`."""
        self._compare.stop()
        if shown:
            self._compare.draw(self._show_other)
        else:
            self.pair.right.show_instead(None)
            self._show_words()

    def _show_other(self, kind: Kind, picture: np.ndarray) -> None:
        names = {Kind.PATCHES: self.tr("Patches"), Kind.LEARNED: self.tr("Learned")}
        self.pair.right.show_instead(picture)
        self.pair.right_title.set_words(names[kind])

    def show_squint(self, shown: bool) -> None:
        """Show the user's picture as coarse as the start scale receives it while `shown`."""
        opened, start, stops = (
            self._project.current,
            self._tool_model.start_scale,
            self._tool_model.maker.stops,
        )
        view, title = (self.pair.left, self.pair.left_title)
        if self.pair.mode is Mode.RIGHT:  # it is seen where one looks
            view, title = self.pair.right, self.pair.right_title
        if not shown:
            for covered in (self.pair.left, self.pair.right):
                covered.show_instead(None)
            self._show_left_words()
            self._show_words()
        elif opened and start and start < len(stops):
            below = stops[start - 1]
            document = self._canvas_documents.document
            work = document.reduced(below.width, below.height) if document else opened.picture
            view.show_instead(squinted(work, below.height, below.width, opened.picture.shape[:2]))
            title.set_words(self.tr("as {size}").format(size=size_text(below.width, below.height)))

    def _choose_mode(self, mode: Mode) -> None:
        self.set_mode(mode)
        self.mode_chosen.emit()

    def set_mode(self, mode: Mode) -> None:
        self.pair.set_mode(mode)
        self._button(mode).setChecked(True)

    def _mode_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        row.addStretch(1)
        texts = {
            Mode.BOTH: self.tr("Both"),
            Mode.LEFT: self.tr("Yours"),
            Mode.RIGHT: self.tr("Result"),
            Mode.WIPE: self.tr("Wipe"),
        }
        for mode, text in texts.items():
            button = QToolButton(self)
            button.setObjectName(f"pane-{mode.value}")
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(mode is self.pair.mode)
            button.clicked.connect(lambda _=False, mode=mode: self._choose_mode(mode))
            self._modes.addButton(button)
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(self._hold_button())
        row.addStretch(1)
        return row

    def _hold_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("holdOriginal")
        button.setText(self.tr("Original"))
        button.pressed.connect(lambda: self.show_original(True))
        button.released.connect(lambda: self.show_original(False))
        return button

    def set_original_key(self, original: QAction) -> None:
        """Say in a tip which key shows the original too."""
        button = self.findChild(QToolButton, "holdOriginal")
        assert button is not None  # it was made with the switches
        KeyTip(button, original, self._original_tip)

    def _original_tip(self, key: str) -> str:
        if not key:
            return self.tr("Hold it to see the original in place of the result")
        return self.tr("Hold it, or the key {key}, to see the original in place of the result").format(
            key=key
        )

    def _button(self, mode: Mode) -> QToolButton:
        button = self.findChild(QToolButton, f"pane-{mode.value}")
        assert button is not None  # one was made for each mode
        return button

    def _begin(self) -> None:
        """Start over with another picture, or none."""
        self._show_yours()
        for view in (self.pair.left, self.pair.right):
            view.set_view(View())

    def _show_yours(self) -> None:
        """Show the picture, or the one that the chosen tool works on in its place."""
        opened, given = self._project.current, self._tool_model.session.given
        shown = given.picture if given else opened.image if opened else None
        if shown is not self._yours or shown is None:
            self._yours = shown
            self.pair.left.set_picture(shown)
        self._show_margins()
        self._show_left_words()

    def _show_left_words(self) -> None:
        """Show the picture's name and size, and the size that is worked at."""
        opened, maker, given = self._project.current, self._tool_model.maker, self._tool_model.session.given
        if opened is None:
            self.pair.left_title.set_words("")
            return
        if given is not None:
            height, width = given.picture.shape[:2]
            kept = self._project.results.get(given.result) if given.result else None
            name = f"{result_name(kept.id, kept.recipe, self._picture_maker)}, " if kept else ""
            self.pair.left_title.set_words(name + size_text(width, height))
            return
        words = f"{opened.name}, {size_text(opened.width, opened.height)}"
        if maker.size and maker.size[0] != opened.width:
            patches, learned = self.tr("{picture}, drawn at {size}"), self.tr("{picture}, learned at {size}")
            text = patches if maker.kind is Kind.PATCHES else learned
            words = text.format(picture=words, size=size_text(*maker.size))
        self.pair.left_title.set_words(words)

    def _show_document(self) -> None:
        """Show the chosen tool's canvas; the picture itself for tools without one."""
        self.pair.left.set_document(self._canvas_documents.document, self._canvas_documents.mode)

    def _show_margins(self) -> None:
        """Show the handles that pull the picture's edges out, for a tool that has margins, and room for them."""
        opened, known = self._project.current, self._tool_model.spec.params
        margins = [param for param in known if param.share_of and param.name in NAMES.values()]
        if opened is None or not margins:
            self._margins.hide()
        else:
            values = {param.name: self._tool_model.params[param.name] for param in margins}
            most = min(param.high or 0.0 for param in margins)
            self._margins.set_margins(values, (opened.width, opened.height), most)
        for view in (self.pair.left, self.pair.right):
            view.set_view(replace(view.view(), margin=self._margins.room()))

    def _choose_margins(self, margins: dict[str, float]) -> None:
        for name, percent in margins.items():
            self._tool_model.set_param(name, percent)

    def _sized(self) -> Param | None:
        """Return the parameter by which the chosen tool makes its result of any size, if it has one."""
        return next((param for param in self._tool_model.spec.params if param.kind == "size"), None)

    def _shares(self) -> list[tuple[Param, int]]:
        """Return the parameters for the result's width and height as shares of the picture's, in px; often none."""
        opened, params = self._project.current, self._tool_model.spec.params
        sides = {"width": opened.width, "height": opened.height} if opened else {}
        return [(param, sides[param.name]) for param in params if param.share_of and param.name in sides]

    def _choose_size(self, width: int, height: int) -> None:
        sized = self._sized()
        if sized is not None:
            self._tool_model.set_param(sized.name, [width, height])
        for (param, side), wanted in zip(self._shares(), (width, height), strict=False):
            share = round(100 * wanted / side, 1)
            self._tool_model.set_param(param.name, min(max(share, param.low or 0.0), param.high or share))

    def _show_handles(self, live: Live | None) -> None:
        """Show the handles while a live picture is shown whose size can be chosen."""
        sized, usual, shares = self._sized(), self._tool_model.maker.size, self._shares()
        if live and live.result is None and shares:
            width, height = (
                round(side * self._tool_model.params[param.name] / 100) for param, side in shares
            )
            low = min(round(side * (param.low or 0) / 100) for param, side in shares)
            high = max(round(side * (param.high or 100) / 100) for param, side in shares)
            self._handles.set_size(width, height, low, high)
            return
        if live is None or live.result is not None or sized is None or usual is None:
            self._handles.hide()
            return
        width, height = self._tool_model.params[sized.name] or usual
        self._handles.set_size(width, height, int(sized.low or 1), int(sized.high or 1))

    def _show_result(self, live: Live | None) -> None:
        self.pair.show_right((live.images or live.picture) if live else None)
        self._show_tiled()
        self._show_handles(live)
        self._show_words()

    def _show_tiled(self) -> None:
        """Show tiles as the user wants to look at them."""
        live = self._tool_model.live
        self.pair.right.set_tiled(*self._tile_view.ways(live.recipe if live else None))

    def _show_words(self) -> None:
        result = self.pair.right
        self._again.setVisible(self._results.outdated)
        self.pair.right_title.set_words(self._result_words())
        result.set_placeholder(self._waiting_words() or hint_text(self._tool_model))

    def _waiting_words(self) -> str:
        """Return what the first picture is waiting for; empty when it does not appear by itself."""
        if self._tool_model.available:
            live = self._tool_model.spec.live
            return self.tr("Drawing…") if live else self.tr("The result appears when you press Generate.")
        if self._tool_model.readiness.missing is not Missing.SCALES:
            return ""
        if self._learning.finished_scales:
            return self.tr("The first picture appears when one more scale is learned.")
        return self.tr("The first picture appears when the coarsest scale is learned.")

    def _result_words(self) -> str:
        live = self._tool_model.live
        if live is None:
            return ""
        height, width = live.picture.shape[:2]
        if live.result is not None:
            name = result_name(live.result, live.recipe, self._picture_maker)
            if self._results.outdated:
                return self.tr("{name}, {width}×{height} so far").format(
                    name=name, width=width, height=height
                )
            return f"{name}, {size_text(width, height)}"
        if live.recipe.scales < len(self._tool_model.maker.stops):
            return self.tr("{width}×{height} so far").format(width=width, height=height)
        return size_text(width, height)


def squinted(picture: np.ndarray, height: int, width: int, size: tuple[int, int]) -> np.ndarray:
    """Return a (H, W, 3) picture with the detail of `height` x `width` px alone, as smooth as a scale receives it.

    `size` is the (height, width) to show it at; the longer side is at most `SQUINTED` px.
    """
    import cv2  # here: it would delay the start of the window

    coarse = picture
    if picture.shape[:2] != (height, width):
        coarse = cv2.resize(np.ascontiguousarray(picture), (width, height), interpolation=cv2.INTER_AREA)
    ratio = min(1.0, SQUINTED / max(size))
    shown = max(1, round(size[1] * ratio)), max(1, round(size[0] * ratio))
    return np.asarray(cv2.resize(coarse, shown, interpolation=cv2.INTER_CUBIC), np.uint8)
