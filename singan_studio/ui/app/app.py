"""The window's process: set up, first paint, then everything that takes time."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from singan_studio import __version__
from singan_studio.project.new_files import documents_folder
from singan_studio.ui.app import folders, i18n
from singan_studio.ui.app.first_paint import FirstPaint, milliseconds_since_start
from singan_studio.ui.app.logs import catch_everything, write_crashes, write_log
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Problem, Studio
from singan_studio.ui.app.theme import apply_theme, icon
from singan_studio.ui.app.tour import Tour
from singan_studio.ui.canvas import clipboard

DESKTOP_FILE = "org.singan_studio.SinGANStudio"
"""The program's name on Linux desktops; packages install files of this name (packaging/linux)."""


class Options(Protocol):
    """The options of the command line besides the path."""

    device: str  # auto | cpu | cuda | mps
    threads: int  # of the engines; 0: the device's default
    smoke: bool
    report_first_paint: bool


def run_window(path: Path | None, options: Options) -> int:
    """Open the window, with a picture or project if given, and return the exit code when it is closed."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt would keep Python from seeing Ctrl-C in a terminal
    app = make_application()
    write_log(folders.logs())
    write_crashes(folders.logs())
    if options.smoke:
        from singan_studio.ui.app.smoke import run_smoke

        return run_smoke(app, options.device, options.threads)
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "singan-studio", "window")
    shell = Shell(app, settings, Studio(settings, documents_folder(), options.device, options.threads))
    shell.painted.connect(_report_first_paint if options.report_first_paint else lambda: shell.begin(path))
    shell.show()
    code = app.exec()
    shell.close()
    return code


def make_application() -> QApplication:
    """Return the process's QApplication, with the names that the desktop shows."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("singan-studio")
    app.setApplicationDisplayName("SinGAN Studio")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(icon("app"))
    return app


class Shell(QObject):
    """Holds the models and their present window, which is rebuilt when the language changes."""

    painted = Signal()  # the first window, completely
    crashed = Signal(str)  # one line of an unexpected error, from any thread

    def __init__(self, app: QApplication, settings: QSettings, studio: Studio) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self.studio = studio
        self.studio.setParent(self)
        self.crashed.connect(self._tell_crash)
        catch_everything(self.crashed.emit)
        preferences = studio.preferences
        apply_theme(app, preferences.theme)
        i18n.install(app, preferences.language)
        preferences.theme_changed.connect(self._change_theme)
        preferences.language_changed.connect(self._change_language)
        self.window = self._make_window()
        FirstPaint(self.window).painted.connect(self.painted)

    def show(self) -> None:
        self.window.show()

    def begin(self, path: Path | None = None) -> None:
        """Do what had to wait for the first paint, and open a picture or project if given."""
        self.studio.rendering.start()
        if path:
            self.window.opening.open_path(path)
        self.studio.project.warm_up.begin()
        self.studio.queue.begin()

    def close(self) -> None:
        """End engines and threads, after the window is gone."""
        clipboard.let_go()
        self.studio.close()

    def _make_window(self) -> MainWindow:
        preferences = self.studio.preferences
        window = MainWindow(self.studio, preferences.theme, preferences.language, i18n.languages())
        Tour(window, self.studio, self._settings)
        return window

    def _change_theme(self, theme: str) -> None:
        apply_theme(self._app, theme)

    def _change_language(self, language: str) -> None:
        i18n.install(self._app, language)
        old = self.window
        page = old.frame.leave_preferences()
        queue_open = old.queue.leave()
        old.keep_place()
        old.canvas.settle()  # a change that goes on would end in widgets that are gone
        self.window = self._make_window()
        self.window.show()
        old.hide()
        old.deleteLater()
        if queue_open:
            self.window.queue.show()
        if page is not None:
            self.window.frame.show_preferences(page)

    def _tell_crash(self, reason: str) -> None:
        self.studio.problem.emit(Problem("error", "window.unexpected", {"reason": reason}))


def _report_first_paint() -> None:
    """Print how long the start took and end at once; nothing is open yet."""
    print(f"first-paint-ms: {milliseconds_since_start():.0f}", flush=True)  # noqa: T201 - it was asked for
    QApplication.quit()
