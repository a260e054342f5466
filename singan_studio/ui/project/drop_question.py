"""Ask the user what to do with a dropped or pasted picture while a project is open."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from singan_studio.core.recipe import Recipe
from singan_studio.project.new_files import PROJECT_SUFFIX
from singan_studio.ui.app.studio import Problem, Studio
from singan_studio.ui.project.drop_zones import DropZones, Zone
from singan_studio.ui.project.dropped_content import Dropped, DroppedFile, DropTarget, recipe_in, taken
from singan_studio.ui.project.open import Opening
from singan_studio.ui.widgets import choice_question

PASTE, LEARN, RESTORE = "paste", "learn", "restore"


class DropQuestion(QObject):
    """Shows zones while something is dragged, and a dialog with the same choices for the keyboard.

    Only the chosen action is taken. Without a project everything dropped is opened at once.
    """

    paste_wanted = Signal(
        object, object
    )  # Dropped; QPoint on the screen, or None for the middle of the visible part
    restore_wanted = Signal(object)  # Recipe

    def __init__(self, studio: Studio, window: QWidget, opening: Opening) -> None:
        super().__init__(window)
        self._studio, self._window, self._opening = studio, window, opening
        self.pasting = False  # whether the chosen tool takes pictures
        self._recipe: Recipe | None = None  # in the dragged file
        self._dragged: Dropped | None = None
        self.zones = DropZones(window)
        target = DropTarget(window)
        target.entered.connect(self._entered)
        target.left.connect(self.zones.leave_soon)
        target.dropped.connect(self.take)
        self.zones.dropped.connect(self._dropped)
        self.zones.left.connect(self._forget)

    def set_pasting(self, pasting: bool) -> None:
        self.pasting = pasting

    def take(self, dropped: Dropped) -> None:
        """Open what was dropped or pasted, or ask what to do with it."""
        self.zones.leave_soon()
        if self._studio.project.current is None or _is_project(dropped):
            self._opening.take(dropped)
        else:
            self._studio.project.in_background(
                lambda: recipe_in(dropped), lambda recipe: self._ask(dropped, recipe)
            )

    def paste(self) -> None:
        """Paste the picture in the clipboard on the canvas where the tool takes pictures, as every image program does;
        else ask what to do with it. Without a project it is opened.
        """
        dropped = self._copied()
        if dropped and self.pasting and not _is_project(dropped):
            self.paste_wanted.emit(dropped, None)
        elif dropped:
            self.take(dropped)

    def paste_as(self) -> None:
        """Ask what to do with the picture in the clipboard; without a project it is opened."""
        dropped = self._copied()
        if dropped:
            self.take(dropped)

    def _copied(self) -> Dropped | None:
        dropped = taken(QGuiApplication.clipboard().mimeData())
        if dropped is None:
            self._studio.problem.emit(Problem("info", "window.nothing_to_paste"))
        return dropped

    # --- by mouse ----------------------------------------------------------------------------------------------

    def _entered(self, mime: QMimeData) -> None:
        dragged = taken(mime)
        if self._studio.project.current is None or dragged is None or _is_project(dragged):
            return
        self._dragged, self._recipe = dragged, None
        self.zones.offer(self._zones(None))
        self._studio.project.in_background(
            lambda: recipe_in(dragged), lambda recipe: self._found(dragged, recipe)
        )

    def _found(self, dragged: Dropped, recipe: Recipe | None) -> None:
        if recipe and dragged is self._dragged and self.zones.isVisible():
            self._recipe = recipe
            self.zones.offer(self._zones(recipe))

    def _dropped(self, key: str, mime: QMimeData, at: QPoint) -> None:
        dropped = taken(mime)
        if dropped:
            self._do(key, dropped, self._recipe, at)

    def _forget(self) -> None:
        self._dragged = self._recipe = None

    # --- the choices -------------------------------------------------------------------------------------------

    def _zones(self, recipe: Recipe | None) -> list[Zone]:
        """Return the zones that make sense for the chosen tool, and for a picture with or without a recipe."""
        zones = [
            Zone(
                PASTE,
                self.tr("Paste here"),
                self.tr("It lands where you let it go, and can be moved and scaled."),
            ),
            Zone(
                LEARN,
                self.tr("Open as new project"),
                self.tr("This project stays as it is; it is in the list of recent ones."),
            ),
            Zone(
                RESTORE,
                self.tr("Restore settings"),
                self.tr("Go on with the tool, the parameters and the seed that made this picture."),
            ),
        ]
        wanted = {PASTE: self.pasting, LEARN: True, RESTORE: recipe is not None}
        return [zone for zone in zones if wanted[zone.key]]

    def _ask(self, dropped: Dropped, recipe: Recipe | None) -> None:
        """Ask what the picture is for; where it can only be opened, open it."""
        zones = self._zones(recipe)
        if [zone.key for zone in zones] == [LEARN]:
            self._opening.take(dropped)
            return
        answers = [
            choice_question.Choice(
                zone.key, zone.title, zone.hint, lambda key=zone.key: self._do(key, dropped, recipe, None)
            )
            for zone in zones
        ]
        choice_question.ask(self._window, "pasteDialog", self.tr("What is this picture for?"), answers)

    def _do(self, key: str, dropped: Dropped, recipe: Recipe | None, at: QPoint | None) -> None:
        if key == PASTE:
            self.paste_wanted.emit(dropped, at)
        elif key == LEARN:
            self._opening.take(dropped)
        elif recipe:
            self.restore_wanted.emit(recipe)


def _is_project(dropped: Dropped) -> bool:
    return isinstance(dropped, DroppedFile) and dropped.path.suffix.lower() == PROJECT_SUFFIX
