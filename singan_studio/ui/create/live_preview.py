"""The picture that follows the user's work: small at once, and at its full size when the pointer rests."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from singan_studio.core.images import on_white
from singan_studio.core.recipe import Recipe
from singan_studio.tools.base import Param
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.create.rendering import LIVE, SHARP, Drawn, Rendering
from singan_studio.ui.create.tool_session import CanvasInput, Live, ToolSession, part
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources
from singan_studio.ui.widgets.pixels import with_halves

SHARPENING_MS = 150
"""Rest of the pointer after which the live picture is drawn at its full size."""
SIDES = (250, 192, 128)
"""Longer side in px that a picture may have while the pointer moves."""
LONGEST_MS = 150.0
"""From a change to its picture: what a user does not feel as waiting."""
SAME_LEVELS = 3.0
"""Mean difference of two pictures, in levels of 0..255, up to which they look the same."""
_LOOKED_AT = 3  # pictures that decide about the size

Pictures = dict[str, np.ndarray]
"""Inputs by parameter name, (H, W, 3) or (H, W, 4) uint8, or (H, W) of an area."""


class LivePreview(QObject):
    """Owns the live picture from the snapshot of the work to the answer: request, size, debounce.

    A request replaces the one before it. `drawn` follows twice: with a small picture, and with the whole one after
    the choices and the work have not changed for `SHARPENING_MS`.
    """

    drawn = Signal(object, object)  # ToolSession and its new Live

    def __init__(
        self,
        project: ProjectModel,
        rendering: Rendering,
        image_worker: BackgroundWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._rendering, self._image_worker = project, rendering, image_worker
        self._session: ToolSession | None = None  # whose live picture is drawn
        self._pace = LivePace()
        self._sharpening = QTimer(self, singleShot=True, interval=SHARPENING_MS)
        self._sharpening.timeout.connect(self._sharpen)

    def request(self, session: ToolSession, recipe: Recipe) -> None:
        """Draw the live picture of a session whose work is composed, in place of what was being drawn."""
        self.stop()
        self._session = session
        pictures = small_inputs(session, self._pace.side)
        answer = partial(self._answered, session, pictures, time.monotonic())
        self._rendering.draw(LIVE, recipe, answer, pictures, self._pace.side)

    def stop(self) -> None:
        """Leave the live picture as it is."""
        self._session = None
        self._sharpening.stop()
        self._rendering.end_previews()

    def show(self, session: ToolSession, live: Live, wanted: Callable[[], bool]) -> None:
        """Emit `drawn` with a picture; a large one is first prepared on another thread, and must be `wanted` then."""
        if live.picture.shape[0] * live.picture.shape[1] <= MOMENT:
            self.drawn.emit(session, live)
            return

        def ready(images: list[QImage]) -> None:
            if wanted():
                self.drawn.emit(session, replace(live, images=images))

        self._image_worker.submit(lambda: with_halves(live.picture), ready)

    def _answered(self, session: ToolSession, pictures: Pictures, since: float, drawn: Drawn) -> None:
        self._pace.note(1000 * (time.monotonic() - since))
        opened = self._project.current
        unchanged = looks_unchanged(session, pictures, drawn.picture, opened.picture if opened else None)
        self.drawn.emit(session, Live(drawn.picture, drawn.recipe, whole=drawn.whole, unchanged=unchanged))
        if session is self._session and not drawn.whole:
            self._sharpening.start()

    def _sharpen(self) -> None:
        """Draw the live picture at its full size."""
        session = self._session
        if session is None or session.live is None or session.live.result is not None or session.live.whole:
            return
        live = session.live

        def gathered(pictures: Pictures, _: ResultSources | None) -> None:
            if session is self._session and session.live is live:
                self._rendering.draw(SHARP, live.recipe, partial(self._sharpened, session), pictures)

        session.gather(gathered)

    def _sharpened(self, session: ToolSession, drawn: Drawn) -> None:
        live = session.live
        if live is not None and live.result is None:
            sharp = replace(live, picture=drawn.picture, recipe=drawn.recipe, whole=True)
            self.show(session, sharp, lambda: session.live is live)


class LivePace:
    """Chooses how large the small picture is: as large as this machine draws it without being waited for.

    The size falls where the last pictures came late, and rises again when larger ones would be in time.
    """

    def __init__(self) -> None:
        self._index = 0
        self._times: deque[float] = deque(maxlen=_LOOKED_AT)

    @property
    def side(self) -> int:
        """Longer side in px."""
        return SIDES[self._index]

    def note(self, milliseconds: float) -> None:
        """Take into account how long a picture of this side took from its request to its answer."""
        self._times.append(milliseconds)
        if len(self._times) < _LOOKED_AT:
            return
        usual = median(self._times)
        if usual > LONGEST_MS:
            self._go(min(self._index + 1, len(SIDES) - 1))
        elif self._index and usual * self._growth < LONGEST_MS / 2:
            self._go(self._index - 1)

    @property
    def _growth(self) -> float:
        """About how much longer the next larger side takes."""
        return (SIDES[self._index - 1] / self.side) ** 2

    def _go(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._times.clear()


def small_inputs(session: ToolSession, longest: int) -> Pictures:
    """Return the inputs of a session's present work by parameter name, their longer side at most `longest` px."""
    work = session.work
    if work is None:
        return {}
    pictures = {param.name: _reduced_part(work, param, longest) for param in session.wanted_pictures()}
    return session.without_empty_areas(pictures)


def looks_unchanged(
    session: ToolSession, small: Mapping[str, np.ndarray], result: np.ndarray, original: np.ndarray | None
) -> bool:
    """Return whether the result of these inputs looks like what went in: the work, or the original without one."""
    if any(param.takes == "pieces" for param in session.pictures if param.name in small):
        return False  # what is not pinned is another picture
    areas = [small[param.name] for param in session.pictures if param.area and param.name in small]
    works = [small[param.name] for param in session.pictures if not param.area and param.name in small]
    before = works[0] if works else original
    return before is not None and looks_the_same(before, result, areas[0] if areas else None)


def looks_the_same(before: np.ndarray, after: np.ndarray, area: np.ndarray | None = None) -> bool:
    """Return whether pictures (H, W, 3 or 4) differ too little to be seen, in the (H, W) `area` if given.

    Both may have any size; they are compared at that of `after`.
    """
    height, width = after.shape[:2]
    if before.shape != after.shape:
        before = _resized(before, height, width)
    difference = np.abs(before[:, :, :3].astype(np.int16) - on_white(after)).mean(axis=2)
    if area is not None:
        marked = area if area.shape == (height, width) else _resized(area, height, width)
        difference = difference[marked > 0]
    return bool(difference.mean() < SAME_LEVELS) if difference.size else True


def shrunk(picture: np.ndarray, longest: int) -> np.ndarray:
    """Return (H, W, ...) uint8 with its longer side at most `longest` px, or the picture itself if it is no larger.

    No marked pixel of an area (H, W) gets lost.
    """
    height, width = picture.shape[:2]
    ratio = longest / max(height, width)
    if ratio >= 1:
        return picture
    return _resized(picture, max(1, round(height * ratio)), max(1, round(width * ratio)))


def _reduced_part(work: CanvasInput, param: Param, longest: int) -> np.ndarray:
    height, width = work.picture.shape[:2]
    ratio = longest / max(height, width)
    if ratio >= 1 or param.takes in ("coverage", "pieces", "painted"):
        return shrunk(part(work.frozen_view(), param), longest)
    size = max(1, round(width * ratio)), max(1, round(height * ratio))
    if param.takes == "mask":
        return np.where(work.reduced_mask(*size) > 0, 255, 0).astype(np.uint8)
    return work.reduced(*size)


def _resized(picture: np.ndarray, height: int, width: int) -> np.ndarray:
    import cv2  # here: it would delay the start of the window

    resized = cv2.resize(np.ascontiguousarray(picture), (width, height), interpolation=cv2.INTER_AREA)
    if picture.ndim == 2:
        return np.where(resized > 0, 255, 0).astype(np.uint8)
    return resized
