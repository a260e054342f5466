"""Pictures that are drawn of a tool's present work: the live one, small and then sharp, and results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from singan_studio.core.recipe import Recipe
from singan_studio.gui.viewmodels.made_from import MadeFrom
from singan_studio.gui.viewmodels.opened import KeptResult
from singan_studio.gui.viewmodels.project import ProjectModel
from singan_studio.gui.viewmodels.rendering import Drawn, Rendering
from singan_studio.gui.viewmodels.session import Live, Session

SHARPENING_MS = 150
"""Rest of the hand after which the live picture is drawn at its full size."""


class Drawing(QObject):
    """Hands a session's work to the renderer. Results are kept in the project as soon as they are there, and shown
    while their session awaits them.
    """

    drawn = Signal(object, object)  # Session and its new Live

    def __init__(self, project: ProjectModel, rendering: Rendering, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._rendering = project, rendering
        self._session: Session | None = None  # whose live picture is drawn
        self._sharpening = QTimer(self, singleShot=True, interval=SHARPENING_MS)
        self._sharpening.timeout.connect(self._sharpen)

    # --- live --------------------------------------------------------------------------------------------------

    def preview(self, session: Session, recipe: Recipe) -> None:
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

    def _previewed(self, session: Session, small: dict[str, np.ndarray], drawn: Drawn) -> None:
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

        def gathered(pictures: dict[str, np.ndarray], _: MadeFrom | None) -> None:
            if session is self._session and session.live is live:
                self._rendering.sharpen(live.recipe, partial(self._sharpened, session), pictures)

        session.gather(gathered)

    def _sharpened(self, session: Session, drawn: Drawn) -> None:
        if session.live and session.live.result is None:
            live = replace(session.live, picture=drawn.picture, recipe=drawn.recipe, whole=True)
            self.drawn.emit(session, live)

    # --- results -----------------------------------------------------------------------------------------------

    def make(self, session: Session, recipes: Sequence[Recipe]) -> None:
        """Results of the present work; its pictures go into the project first."""
        session.awaits = True

        def render(inputs: dict[str, str]) -> None:
            for recipe in recipes:
                complete = replace(recipe, inputs={**recipe.inputs, **inputs})
                self._rendering.render(complete, partial(self._made, session))

        def gathered(pictures: dict[str, np.ndarray], made_from: MadeFrom | None) -> None:
            if pictures:
                self._project.keep_inputs(pictures, render, made_from)
            else:
                render({})

        session.gather(gathered)

    def make_again(self, session: Session, recipe: Recipe) -> None:
        """A result of what another one was made of."""
        session.awaits = True
        self._rendering.render(recipe, partial(self._made, session))

    def _made(self, session: Session, drawn: Drawn) -> None:
        def kept(result: KeptResult) -> None:
            if session.awaits:
                self.end_previews()
                self.drawn.emit(session, Live(drawn.picture, drawn.recipe, result.id))

        self._project.add_result(drawn.recipe, drawn.picture, kept)
