"""Pictures that are drawn of a tool's present work: the live one, small and then sharp, and results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from singan_studio.core.recipe import Recipe
from singan_studio.project.records import KeptResult
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.canvas.derived import MOMENT
from singan_studio.ui.create.rendering import Drawn, Rendering
from singan_studio.ui.create.tool_session import Live, ToolSession
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.project.result_sources import ResultSources
from singan_studio.ui.widgets.pixels import with_halves

SHARPENING_MS = 150
"""Rest of the hand after which the live picture is drawn at its full size."""


class Drawing(QObject):
    """Hands a session's work to the renderer. Results are kept in the project as soon as they are there, and shown
    while their session awaits them.
    """

    drawn = Signal(object, object)  # Session and its new Live

    def __init__(
        self,
        project: ProjectModel,
        rendering: Rendering,
        pixels: BackgroundWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._rendering, self._pixels = project, rendering, pixels
        self._session: ToolSession | None = None  # whose live picture is drawn
        self._sharpening = QTimer(self, singleShot=True, interval=SHARPENING_MS)
        self._sharpening.timeout.connect(self._sharpen)

    # --- live --------------------------------------------------------------------------------------------------

    def preview(self, session: ToolSession, recipe: Recipe) -> None:
        """Draw the live picture of a work that is composed."""
        small = session.small_inputs(self._rendering.live_side)
        self._session = session
        self._sharpening.stop()
        self._rendering.preview(recipe, partial(self._previewed, session, small), small)

    def end_previews(self) -> None:
        """Let the live picture be as it is."""
        self._session = None
        self._sharpening.stop()
        self._rendering.end_previews()

    def _previewed(self, session: ToolSession, small: dict[str, np.ndarray], drawn: Drawn) -> None:
        opened = self._project.current
        unchanged = session.looks_unchanged(small, drawn.picture, opened.picture if opened else None)
        self.drawn.emit(session, Live(drawn.picture, drawn.recipe, whole=drawn.whole, unchanged=unchanged))
        if session is self._session and not drawn.whole:
            self._sharpening.start()

    def _sharpen(self) -> None:
        """Ask for the live picture at its full size, once the hand rests."""
        session = self._session
        if session is None or session.live is None or session.live.result is not None or session.live.whole:
            return
        live = session.live

        def gathered(pictures: dict[str, np.ndarray], _: ResultSources | None) -> None:
            if session is self._session and session.live is live:
                self._rendering.sharpen(live.recipe, partial(self._sharpened, session), pictures)

        session.gather(gathered)

    def _sharpened(self, session: ToolSession, drawn: Drawn) -> None:
        live = session.live
        if live is None or live.result is not None:
            return
        sharp = replace(live, picture=drawn.picture, recipe=drawn.recipe, whole=True)
        self._show(session, sharp, lambda: session.live is live)

    # --- results -----------------------------------------------------------------------------------------------

    def make(
        self,
        session: ToolSession,
        recipes: Sequence[Recipe],
        then: Callable[[KeptResult], None] | None = None,
    ) -> None:
        """Results of the present work; its pictures go into the project first. `then` is called with each result."""
        session.awaits = True

        def render(inputs: dict[str, str]) -> None:
            for recipe in recipes:
                complete = replace(recipe, inputs={**recipe.inputs, **inputs})
                self._rendering.render(complete, partial(self._made, session, then))

        def gathered(pictures: dict[str, np.ndarray], sources: ResultSources | None) -> None:
            if pictures:
                self._project.keep_inputs(pictures, render, sources)
            else:
                render({})

        session.gather(gathered)

    def make_again(self, session: ToolSession, recipe: Recipe) -> None:
        """A result of what another one was made of."""
        session.awaits = True
        self._rendering.render(recipe, partial(self._made, session, None))

    def _made(self, session: ToolSession, then: Callable[[KeptResult], None] | None, drawn: Drawn) -> None:
        def kept(result: KeptResult) -> None:
            if then:
                then(result)
            if session.awaits:
                self.end_previews()
                self._show(session, Live(drawn.picture, drawn.recipe, result.id), lambda: session.awaits)

        self._project.add_result(drawn.recipe, drawn.picture, kept)

    def _show(self, session: ToolSession, live: Live, wanted: Callable[[], bool]) -> None:
        """A large picture is made ready on another thread, and shown if it is `wanted` then."""
        if live.picture.shape[0] * live.picture.shape[1] <= MOMENT:
            self.drawn.emit(session, live)
            return

        def ready(images: list[QImage]) -> None:
            if wanted():
                self.drawn.emit(session, replace(live, images=images))

        self._pixels.submit(lambda: with_halves(live.picture), ready)
