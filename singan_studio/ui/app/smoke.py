"""Runs the real window for packaged builds: open a bundled picture, learn one scale, draw with it."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from singan_studio.core.config import preset
from singan_studio.core.resources import resource
from singan_studio.ui.app.app import Shell
from singan_studio.ui.app.studio import Problem, Studio
from singan_studio.ui.app.wording import message_text
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.tool_session import Live
from singan_studio.ui.training.training_model import Phase

log = logging.getLogger(__name__)

SECONDS = 180
PICTURE = "samples/tulips.jpg"
MAX_SIZE, ITERATIONS = 64, 10


def run_smoke(app: QApplication, device: str, threads: int) -> int:
    """Return 0 when the real engine processes learned a scale and drew a picture with it, else 1."""
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as name:
        folder = Path(name)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        shell = Shell(app, settings, Studio(settings, folder, device, threads))
        smoke = Smoke(shell)
        shell.show()
        code = app.exec()
        shell.close()
        smoke.deleteLater()
    return code


class Smoke(QObject):
    """Takes the next step whenever the models report that one is done."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        studio = self._studio = shell.studio
        shell.painted.connect(lambda: shell.begin(resource(PICTURE)))
        studio.project.opened.connect(self._learn)
        studio.picture_maker.grown.connect(lambda: studio.tool_model.use_maker(Kind.LEARNED))
        studio.tool_model.live_changed.connect(self._drawn)
        studio.learning.phase_changed.connect(self._phase_changed)
        studio.problem.connect(self._problem)
        self._drew = False
        QTimer.singleShot(SECONDS * 1000, self, self._too_late)

    def _learn(self) -> None:
        config = preset("draft", max_size=MAX_SIZE, iterations=ITERATIONS)
        self._studio.learning.learn(config, self._studio.device, self._studio.threads)

    def _drawn(self, live: Live | None) -> None:
        if live is not None and live.recipe.model_id == self._studio.learning.model_id:
            self._drew = True
            self._studio.learning.pause()
            self._phase_changed(self._studio.learning.phase)

    def _phase_changed(self, phase: Phase) -> None:
        if self._drew and not phase.running:
            QApplication.exit(0)

    def _problem(self, problem: Problem) -> None:
        log.log(
            logging.INFO if problem.kind == "info" else logging.ERROR,
            message_text(problem.code, problem.params),
        )
        if problem.kind != "info":
            QApplication.exit(1)

    def _too_late(self) -> None:
        log.error("not done after %d s, in phase %s", SECONDS, self._studio.learning.phase)
        QApplication.exit(1)
