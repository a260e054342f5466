"""Takes pictures of every screen into build/screens, with bundled photos and a real, short training.

Run with `python -m bench.screens`; no display is needed. A second process draws the last screens at 200%.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from singan_studio.core.config import preset
from singan_studio.core.resources import resource
from singan_studio.ui.app.app import Shell, make_application
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.training.training_model import Phase

FOLDER = Path(__file__).parents[1] / "build" / "screens"
SIZE, SMALL = (1360, 860), (1280, 720)
PICTURE = "tea-hills"
CONFIG = preset("draft", max_size=128, iterations=150, preview_seconds=0.3)
SECONDS = 600  # for a training on a busy machine
POLL = 20  # ms


class Camera:
    """A real window with its own folder, and a camera for it."""

    def __init__(self, home: Path, language: str = "en", theme: str = "light", threads: int = 1) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else make_application()
        settings = self.settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/theme", theme)
        settings.setValue("window/language", language)
        self.studio = Studio(settings, home / "projects", "auto", threads)
        self.shell = Shell(self.app, settings, self.studio)
        self.resize(SIZE)
        self.shell.show()

    def resize(self, size: tuple[int, int]) -> None:
        self.shell.window.resize(*size)

    def shoot(self, name: str) -> None:
        """Wait until everything is laid out and painted, then save it as `name`.png."""
        self.wait(0.5)
        self.shell.window.grab().save(str(FOLDER / f"{name}.png"))
        print(name, flush=True)

    def wait(self, seconds: float) -> None:
        self._loop_until(lambda: False, seconds)

    def until(self, happened: Callable[[], bool], seconds: float) -> None:
        """Run the event loop until `happened` is true, at most for `seconds`; exit if it never is."""
        if not self._loop_until(happened, seconds):
            sys.exit(f"this did not happen in {seconds} s; learning is {self.studio.learning.phase}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.studio.close()
        self.shell.window.close()

    def _loop_until(self, happened: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        loop, poll = QEventLoop(), QTimer()  # a loop over `processEvents` would keep a core busy
        poll.timeout.connect(lambda: loop.quit() if happened() or time.monotonic() > end else None)
        poll.start(POLL)
        if not happened():
            loop.exec()
        return happened()


def shoot_all(home: Path) -> None:
    """Take every screen in the order in which the user meets them, and leave a learned project in `home`."""
    with Camera(home) as camera:
        studio = camera.studio
        camera.shoot("start-page")
        camera.shell.begin(resource(f"samples/{PICTURE}.jpg"))
        camera.until(lambda: studio.project.current is not None and studio.engine is not None, SECONDS)
        camera.shoot("opened")
        studio.learning.learn(CONFIG, studio.device, studio.threads)
        shoot_learning(camera)
        shoot_learned(camera)
        shoot_problems(camera, home)


def shoot_learning(camera: Camera) -> None:
    learning, window = camera.studio.learning, camera.shell.window
    camera.until(lambda: bool(learning.scales) and learning.scales[0].fraction > 0.5, SECONDS)
    camera.shoot("learning-first-scale")
    camera.until(lambda: learning.finished_scales >= 2, SECONDS)
    camera.shoot("learning-with-a-result")
    window.commands.details.setChecked(True)
    camera.until(lambda: learning.scales[2].sample is not None, SECONDS)
    camera.shoot("learning-details")
    kill("singan-trainer")
    camera.until(window.message_bar.isVisible, SECONDS)
    camera.shoot("engine-died")
    window.message_bar.action_triggered.emit()
    camera.until(lambda: learning.phase is Phase.FINISHED, SECONDS)
    camera.shoot("learned-details")
    window.commands.details.setChecked(False)


def shoot_learned(camera: Camera) -> None:
    studio = camera.studio
    studio.tool_model.count = 6
    studio.results.generate()
    camera.until(lambda: len(studio.project.results) == 6, SECONDS)
    studio.project.show_result(3)
    camera.shoot("learned-with-results")
    commands = camera.shell.window.commands
    commands.theme_chosen.emit("dark")
    camera.shoot("learned-dark")
    commands.theme_chosen.emit("light")
    camera.shell.window.commands.language_chosen.emit("ja")
    camera.shoot("learned-japanese")
    camera.shell.window.commands.language_chosen.emit("en")
    camera.resize(SMALL)
    camera.shoot("learned-1280x720")
    camera.resize(SIZE)


def shoot_problems(camera: Camera, home: Path) -> None:
    broken = home / "holiday.png"
    broken.write_bytes(b"this is no picture")
    camera.shell.window.opening.open_path(broken)
    camera.until(camera.shell.window.message_bar.isVisible, SECONDS)
    camera.shoot("error")


def shoot_fine(home: Path) -> None:
    """Take the screens of a 200% display, with the project that was learned before."""
    with Camera(home) as camera:
        camera.shoot("start-page-200")
        camera.shell.begin(next((home / "projects").glob("*.singan")))
        camera.until(lambda: camera.studio.tool_model.live is not None, SECONDS)
        camera.shoot("learned-200")


def kill(name: str) -> None:
    next(child for child in multiprocessing.active_children() if child.name == name).kill()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fine", type=Path, help=argparse.SUPPRESS)
    fine: Path | None = parser.parse_args().fine
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if fine:
        shoot_fine(fine)
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        shoot_all(Path(home))
        command = [sys.executable, "-m", "bench.screens", "--fine", home]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    print(f"in {FOLDER}")


if __name__ == "__main__":
    main()
