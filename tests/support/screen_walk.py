"""Walks through every screen of the real window, changing language and theme on each.

Run as `python screen_walk.py PROJECT PICTURE`; prints the name of each screen. What is wrong shows on stderr and in the
logs. PROJECT is learned and PICTURE is not, which has screens of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog

from singan_studio.project.new_files import documents_folder
from singan_studio.ui.app import folders
from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.logs import write_crashes, write_log
from singan_studio.ui.app.studio import Problem, Studio

SECONDS = 120
PAGES = ("learn", "details", "results")
DIALOGS = (
    "preferences",
    "palette",
    "shortcuts",
    "guide",
    "about",
    "logs",
    "contact_sheet",
    "save_result",
    "save_copy",
    "save_film",
    "open",
    "new",
    "paste_as",
    "queue",
)


class Walk:
    """A real window, and a way through it."""

    def __init__(self, app: QApplication) -> None:
        kind, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        settings = QSettings(kind, scope, "singan-studio", "window")
        self.studio = Studio(settings, documents_folder(), "cpu", threads=1)
        self.shell = Shell(app, settings, self.studio)
        self._languages, self._themes = cycle(["de", "ja", "en"]), cycle(["dark", "light"])
        self.shell.show()

    def through_project(self, project: Path) -> Iterator[str]:
        """Show what there is with a learned picture, one screen after the other, and yield its name."""
        yield "start page"
        self.shell.begin(project)
        self.until(lambda: self.studio.tool_model.live is not None)
        for name in [action.data() for action in self.shell.window.tools.actions()]:
            self._tool(name).trigger()
            yield name
            if self.shell.window.commands.export_film.isEnabled():
                self.shell.window.commands.export_film.trigger()
                yield self._dialog(f"export of {name}")
        self._tool("sample").trigger()
        self.until(lambda: self.studio.results.savable)
        for name in DIALOGS:
            if name == "paste_as":
                self._tool("paint").trigger()  # where there is something to ask
                QGuiApplication.clipboard().setImage(QImage(64, 48, QImage.Format.Format_RGB32))
            self.command(name)
            yield self._dialog(name)

    def through_picture(self, picture: Path) -> Iterator[str]:
        """Show what there is with a picture that is not learned."""
        self.shell.begin(picture)
        self.until(lambda: self.studio.project.results)  # the first variations, which come by themselves
        self.command("compare_results")
        yield self._dialog("compare results")
        for name in PAGES:
            self.command(name)
            yield name
        self.command("crop")
        yield "crop"
        self.studio.problem.emit(Problem("error", "render.failed", {"reason": "x"}))
        yield "message"

    def change(self) -> None:
        """Change theme and language, and close the dialogs that are open."""
        self.turn()
        self.studio.preferences.theme = next(self._themes)
        self.turn()
        self.studio.preferences.language = next(self._languages)
        self.turn()
        for dialog in self.shell.window.findChildren(QDialog):
            dialog.close()

    def command(self, name: str) -> None:
        action: QAction = getattr(self.shell.window.commands, name)
        if not action.isEnabled():
            sys.exit(f"{name} cannot be done")
        action.trigger()

    def turn(self) -> None:
        """Let the window lay out and paint."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as an event loop does

    def until(self, happened: Callable[[], object]) -> None:
        end = time.monotonic() + SECONDS
        while not happened():
            if time.monotonic() > end:
                sys.exit("this did not happen in time")
            QApplication.processEvents()
            time.sleep(0.01)

    def close(self) -> None:
        self.shell.window.close()
        self.turn()
        self.shell.close()

    def _tool(self, name: str) -> QAction:
        return next(action for action in self.shell.window.tools.actions() if action.data() == name)

    def _dialog(self, name: str) -> str:
        """Return the name of a dialog that has to be seen."""
        self.until(lambda: any(dialog.isVisible() for dialog in self.shell.window.findChildren(QDialog)))
        return name


def main(project: Path, picture: Path) -> None:
    app = make_application()
    write_log(folders.logs())
    write_crashes(folders.logs())
    for way, path in ((Walk.through_project, project), (Walk.through_picture, picture)):
        walk = Walk(app)
        for name in way(walk, path):
            print(name, flush=True)  # noqa: T201 - the test reads it
            walk.change()
        walk.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
