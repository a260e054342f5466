"""The operations behind the commands on a result."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage

from singan_studio.core.recipe import Recipe
from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.create.result_menu import ResultMenu
from singan_studio.ui.project.open import Opening


class ResultOperations(QObject):
    """Connects the commands to the models; what only the window can do is emitted as a signal."""

    settings_wanted = Signal(object)  # Recipe: its tool, parameters and seed should be gone on with
    sent = Signal(str, object, int)  # name of a tool that should go on with this (H, W, 3) uint8 result

    def __init__(self, studio: Studio, actions: ResultMenu, opening: Opening) -> None:
        super().__init__(actions)
        self._studio, self._project, self._actions, self._opening = studio, studio.project, actions, opening
        routes: dict[QAction, Callable[[int], None]] = {
            actions.use: self.use,
            actions.star: self.toggle_star,
            actions.copy: self.copy,
            actions.copy_command: self.copy_command,
            actions.learn: self.learn,
            actions.delete: self.delete,
        }
        for action, go in routes.items():
            action.triggered.connect(lambda _=False, go=go: self._with_selected(go))
        for tool, action in actions.send.items():
            action.triggered.connect(
                lambda _=False, tool=tool: self._with_selected(lambda number: self.send(number, tool))
            )
        actions.undelete.triggered.connect(self._project.restore_result)
        for signal in (
            self._project.opened,
            self._project.closed,
            studio.results.selection_changed,
            self._project.result_deleted,
            self._project.result_restored,
        ):
            signal.connect(self._enable)
        self._enable()

    def use(self, number: int) -> None:
        """Continue with the settings that made a result."""
        self.settings_wanted.emit(self._recipe(number))

    def toggle_kept(self) -> None:
        """Keep the live picture, or let the shown result go, which can be undone."""
        number = self._studio.results.selected
        if number is None:
            self._studio.results.keep()
        else:
            self.delete(number)

    def toggle_star(self, number: int) -> None:
        self._project.set_starred(number, not self._project.results[number].starred)

    def copy(self, number: int) -> None:
        """Copy the picture: as PNG with its recipe, and as plain pixels for programs without PNG."""

        def put(png: bytes, image: QImage) -> None:
            mime = QMimeData()
            mime.setData("image/png", png)
            mime.setImageData(image)
            QGuiApplication.clipboard().setMimeData(mime)
            self._tell("window.picture_copied", result=number)

        self._project.read_result_image(number, put)

    def copy_command(self, number: int) -> None:
        def put(words: list[str]) -> None:
            text = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
            QGuiApplication.clipboard().setText(text)
            self._tell("window.command_copied", command=text)

        self._project.read_command(number, put)

    def send(self, number: int, tool: str) -> None:
        """Continue with a result in another tool."""
        self._project.read_result(number, lambda picture: self.sent.emit(tool, picture, number))

    def learn(self, number: int) -> None:
        """Start a project with a result as its picture."""
        path = self._project.path
        if path:
            name = f"{path.stem}-{number}.png"
            self._project.read_result_png(
                number, lambda png: self._opening.learn_result(png, name, path.parent)
            )

    def delete(self, number: int) -> None:
        """Delete a result and offer to restore it."""
        self._project.delete_result(number)
        self._studio.problem.emit(Problem("info", "window.deleted", {"result": number}, WayOn.RESTORE_RESULT))

    def _with_selected(self, go: Callable[[int], None]) -> None:
        number = self._studio.results.selected
        if number is not None:
            go(number)

    def _recipe(self, number: int) -> Recipe:
        return self._project.results[number].recipe

    def _tell(self, code: str, **params: object) -> None:
        self._studio.problem.emit(Problem("info", code, params))

    def _enable(self) -> None:
        self._actions.enable(self._studio.results.selected is not None, self._project.restorable)
