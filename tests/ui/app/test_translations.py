"""The languages are complete, hold the same placeholders, and match the sources and the compiled files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from singan_studio.core.messages import TEXTS
from singan_studio.core.resources import resource
from singan_studio.tools import registry
from singan_studio.ui.app import i18n

ROOT = Path(__file__).resolve().parents[3]
FOLDER = resource("translations")
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%L?\d")
every_language = pytest.mark.parametrize("language", ["ja", "de"])


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    translations: tuple[str, ...]  # several for a plural
    finished: bool

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def messages(path: Path) -> Iterator[Message]:
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield Message(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                tuple(forms),
                "type" not in translation.attrib,
            )


def of(language: str) -> list[Message]:
    return list(messages(FOLDER / f"singan_studio_{language}.ts"))


@every_language
def test_every_text_is_translated(language: str) -> None:
    missing = [
        message.key for message in of(language) if not message.finished or not all(message.translations)
    ]
    assert missing == []


@every_language
def test_placeholders_are_those_of_the_source(language: str) -> None:
    for message in of(language):
        wanted = Counter(PLACEHOLDER.findall(message.source))
        for translation in message.translations:
            assert Counter(PLACEHOLDER.findall(translation)) == wanted, message.key


@every_language
def test_menu_letters_and_line_breaks_are_kept(language: str) -> None:
    for message in of(language):
        for translation in message.translations:
            assert translation.count("&") == message.source.count("&"), message.key
            assert translation.count("\n") == message.source.count("\n"), message.key
            assert translation.endswith("…") == message.source.endswith("…"), message.key


def test_japanese_texts_are_japanese() -> None:
    same = {message.source for message in of("ja") if message.translations == (message.source,)}
    assert all(
        re.fullmatch(r"[{}\w×%.\s]*", source) and source.count("{")
        for source in same - {" px", "PNG", "&100%"}
    ), same


@every_language
def test_menu_letters_are_unique_in_a_menu(language: str) -> None:
    letters = {
        message.source: re.findall("&(.)", message.translations[0])[0].lower()
        for message in of(language)
        if message.context == "Menus" and "&" in message.source and message.source[0] == "&"
    }
    bar = [letters[name] for name in ("&File", "&Edit", "&Learn", "&Tool", "&View", "&Help")]
    assert len(set(bar)) == len(bar), letters


def test_texts_of_core_and_of_the_tools_are_among_them() -> None:
    known = {(message.context, message.source) for message in of("ja")}
    assert {("messages", text) for text in TEXTS.values()} <= known
    for spec in registry.tools():
        texts = [
            spec.title,
            spec.help,
            *(text for param in spec.params for text in (param.label, param.help)),
        ]
        assert {("tools", text) for text in texts} <= known


def test_the_files_are_up_to_date_with_the_sources(tmp_path: Path) -> None:
    sources = tmp_path / "sources.txt"
    sources.write_text("\n".join(map(str, sorted((ROOT / "singan_studio").rglob("*.py")))), encoding="utf-8")
    for language, options in (("ja", []), ("de", []), ("en", ["-pluralonly"])):
        name = f"singan_studio_{language}.ts"
        fresh = tmp_path / name
        shutil.copy(FOLDER / name, fresh)
        lupdate = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
        command = [
            sys.executable,
            "-c",
            lupdate,
            "-silent",
            "-no-obsolete",
            *options,
            f"@{sources}",
            "-ts",
            str(fresh),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        now, then = {message.key for message in messages(fresh)}, {message.key for message in of(language)}
        assert now == then, "run packaging/update_translations.sh and translate what is new"


@pytest.mark.parametrize("language", ["ja", "de", "en"])
def test_the_compiled_files_hold_the_same(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"singan_studio_{language}.qm"))
    for message in of(language):
        found = translator.translate(message.context, message.source, message.comment or None, 1)
        assert found == message.translations[0], message.key


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again in the end."""
    locale = QLocale()
    yield qapp
    i18n.install(qapp, "en")
    QLocale.setDefault(locale)


def test_a_language_is_installed_and_replaced(app: QApplication) -> None:
    def learn() -> str:
        return QCoreApplication.translate("Menus", "&Learn")

    assert i18n.install(app, "ja") == "ja"
    assert learn() == "学習(&L)"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    i18n.install(app, "de")
    assert learn() == "&Lernen"
    assert QLocale().language() == QLocale.Language.German
    i18n.install(app, "en")
    assert learn() == "&Learn"


def test_english_has_singular_and_plural(app: QApplication) -> None:
    i18n.install(app, "en")
    texts = [QCoreApplication.translate("Status", "%n picture(s) to come", "", n) for n in (1, 3)]
    assert texts == ["1 picture to come", "3 pictures to come"]


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["ja-JP"], "ja"),
        (["de-AT", "de"], "de"),
        (["fr-FR", "de_DE"], "de"),
        (["fr-FR"], "en"),
        (["C"], "en"),
    ],
)
def test_the_best_language_of_the_systems_list_is_found(tags: list[str], language: str) -> None:
    assert i18n.best_of(tags) == language


def test_the_systems_language_is_used_when_none_is_chosen() -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from singan_studio.ui.app import i18n; print(i18n.install(app, i18n.SYSTEM), i18n.install(app, 'system'))"
    )
    languages = {**os.environ, "LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"}
    result = subprocess.run(
        [sys.executable, "-c", code], env=languages, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["ja", "ja"]


def test_every_offered_language_can_be_installed(app: QApplication) -> None:
    assert [i18n.install(app, code) for code in i18n.languages() if code] == ["en", "de", "ja"]
