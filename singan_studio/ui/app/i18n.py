"""The window's language: the studio's own texts and those of Qt's dialogs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from singan_studio.core.resources import resource

SYSTEM = ""
_OWN = "studioTranslator"


def languages() -> dict[str, str]:
    """Return the code and own name of every language; `SYSTEM` has no name."""
    return {SYSTEM: "", "en": "English", "de": "Deutsch", "ja": "日本語"}


def install(app: QCoreApplication, language: str) -> str:
    """Use a language of `languages`, or the system's for any other word, and return the code that is used.

    Widgets made from then on use it.
    """
    chosen = language != SYSTEM and language in languages()
    code = language if chosen else best_of(QLocale.system().uiLanguages())
    for old in app.findChildren(QTranslator, _OWN):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(code) if chosen else QLocale.system())
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt_folder / f"qtbase_{code}.qm", resource(f"translations/singan_studio_{code}.qm")):
        if path.is_file():  # English needs none of its own
            _add(app, path)
    return code


def _add(app: QCoreApplication, path: Path) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_OWN)
    translator.load(str(path))
    app.installTranslator(translator)


def best_of(tags: Iterable[str]) -> str:
    """Return the first of these languages, such as "de-AT", that the studio has; English when there is none."""
    known = [code for code in languages() if code != SYSTEM]
    wanted = [tag.replace("_", "-").split("-")[0] for tag in tags]
    return next((code for code in wanted if code in known), "en")
