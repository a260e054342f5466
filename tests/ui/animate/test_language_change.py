"""Another language builds another window: nothing of the old one listens to the models any more."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject, QSettings
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tool_driving import FILM_FRAMES, START_MS

from singan_studio.export.settings import PRESETS
from singan_studio.tools.keyframes import Key
from singan_studio.ui.animate.export_dialog import ExportDialog
from singan_studio.ui.app import app as app_module
from singan_studio.ui.app import i18n
from singan_studio.ui.app.app import Shell
from singan_studio.ui.app.studio import Studio


@pytest.fixture
def shell(
    qtbot: QtBot,
    qapp: QApplication,
    studio: Studio,
    settings: QSettings,
    learned_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Shell]:
    """A program in Animate mode, its film drawn."""
    monkeypatch.setattr(app_module, "catch_everything", lambda tell: None)
    shell = Shell(qapp, settings, studio)
    shell.show()
    path = Path(shutil.copy(learned_file, tmp_path / "hills.singan"))
    studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=START_MS):
        shell.window.opening.open_path(path)
    next(a for a in shell.window.tools.actions() if a.data() == "animate").trigger()
    studio.animation.set_param("frames", FILM_FRAMES, "Length")
    wait_for_film(qtbot, studio)
    yield shell
    i18n.install(qapp, "en")
    studio.setParent(None)
    shell.window.deleteLater()
    del shell.window  # pytest keeps the shell, and would keep the window with it


def wait_for_film(qtbot: QtBot, studio: Studio) -> None:
    animation = studio.animation

    def drawn() -> bool:
        films = animation.films
        return not animation._soon.isActive() and films.complete and not films.drawing

    qtbot.waitUntil(drawn, timeout=START_MS)


def change_language(shell: Shell, language: str) -> None:
    """Choose a language, and let the old window be deleted."""
    shell.window.commands.language_chosen.emit(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def listeners(studio: Studio) -> dict[tuple[str, int, str], int]:
    """How many connections each signal of each model has."""
    found = {}
    for model in [studio, *studio.findChildren(QObject)]:
        meta = model.metaObject()
        for number in range(meta.methodCount()):
            method = meta.method(number)
            signature = bytes(method.methodSignature().data()).decode()
            if method.methodType() == QMetaMethod.MethodType.Signal and not signature.startswith("destroyed"):
                found[type(model).__name__, id(model), signature] = model.receivers(f"2{signature}")
    return found


def test_an_old_window_leaves_no_connection_to_the_models(shell: Shell, studio: Studio) -> None:
    before = listeners(studio)
    change_language(shell, "de")
    after = listeners(studio)
    more = {key: (count, after[key]) for key, count in before.items() if after.get(key, 0) > count}
    assert more == {}


def test_animate_goes_on_in_another_language_without_an_error(
    qtbot: QtBot, shell: Shell, studio: Studio, caplog: pytest.LogCaptureFixture
) -> None:
    animation = studio.animation
    change_language(shell, "de")
    with caplog.at_level(logging.WARNING), qtbot.captureExceptions() as exceptions:
        animation.set_param("layout", 2.0, "Layout motion")
        animation.set_track("detail", (Key(0, 0.5), Key(6, 2.0)), "Add key")
        wait_for_film(qtbot, studio)
        animation.player.step(1)
        animation.player.play()
        seen: list[int] = []
        animation.player.frame_changed.connect(seen.append)
        qtbot.waitUntil(lambda: len(seen) > 2, timeout=START_MS)
        shell.window.commands.close.trigger()
        qtbot.waitUntil(lambda: studio.project.current is None, timeout=START_MS)
    assert exceptions == []
    assert caplog.records == []


def test_changes_can_still_be_undone_in_another_language(shell: Shell, studio: Studio) -> None:
    animation = studio.animation
    animation.set_param("layout", 2.0, "Layout motion")
    change_language(shell, "de")
    shell.window.canvas.actions.undo.trigger()
    assert animation.params["layout"] == 1.0


def test_an_export_goes_on_and_is_shown_in_another_language(
    qtbot: QtBot, shell: Shell, studio: Studio, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "waves.gif"
    studio.animation.set_param("frames", 300, "Length")  # still being written when the next window is there
    shell.window.commands.export_film.trigger()
    dialog = shell.window.findChild(ExportDialog)
    dialog._set(PRESETS["phone"].but(format="gif", enlarge=2))
    dialog._begin(path)
    change_language(shell, "de")
    with caplog.at_level(logging.WARNING), qtbot.captureExceptions() as exceptions:
        qtbot.waitUntil(lambda: shell.window.findChild(ExportDialog) is not None, timeout=START_MS)
        again = shell.window.findChild(ExportDialog)
        assert again.settings.enlarge == 2
        assert studio.animation.exporting.running
        qtbot.waitUntil(path.exists, timeout=START_MS)
        qtbot.waitUntil(lambda: again.findChild(QPushButton, "showInFolder").isVisible(), timeout=START_MS)
    assert exceptions == []
    assert caplog.records == []
    again.close()
