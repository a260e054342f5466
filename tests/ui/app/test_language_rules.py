"""docs/TRANSLATION.md is kept: no forbidden word in a translation, and every number goes through the locale."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.resources import resource
from singan_studio.ui.app.wording import message_text
from singan_studio.ui.widgets.words import byte_count, numbers_in, percent

ROOT = Path(__file__).parents[3]
RULES = (ROOT / "docs" / "TRANSLATION.md").read_text(encoding="utf-8")
WINDOW = sorted((ROOT / "singan_studio" / "ui").rglob("*.py")) + sorted(
    (ROOT / "singan_studio" / "tools").glob("*/panel.py")
)
every_language = pytest.mark.parametrize("language", ["de", "ja"])


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


def forbidden(language: str) -> list[re.Pattern[str]]:
    """Return the regular expressions of a language under "Not these"."""
    part = RULES.split(f"### {language}\n")[1].split("\n#")[0]
    return [re.compile(line.strip()) for line in part.splitlines() if line.startswith("    ")]


def translations(language: str) -> Iterator[str]:
    """Yield every translation, without its placeholders and the letters of its menu keys."""
    for element in ET.parse(resource("translations") / f"singan_studio_{language}.ts").iter("translation"):
        yield re.sub(r"\{\w*\}", "{}", "".join(element.itertext()))


@every_language
def test_no_translation_has_a_forbidden_word(language: str) -> None:
    patterns = forbidden(language)
    assert len(patterns) > 5
    found = [
        (pattern.pattern, text)
        for text in translations(language)
        for pattern in patterns
        if pattern.search(text.replace("&", "") if language == "de" else text)
    ]
    assert found == []


def test_rules_find_what_they_are_for() -> None:
    for language, wrong in (("de", "Oder wähle Flicken. Wie dein Bild. 0.5 MB. 12 KB"), ("ja", "判別器(D)")):
        assert sum(bool(pattern.search(wrong)) for pattern in forbidden(language)) >= 2


@every_language
def test_glossary_has_the_words_that_were_confused(language: str) -> None:
    column = ["de", "ja"].index(language) + 2
    rows = {row[1].strip(): row[column].strip() for row in (line.split("|") for line in table())}
    assert rows["discriminator"] == {"de": "Diskriminator", "ja": "識別器"}[language]
    assert rows["seamless loop"] == {"de": "nahtlose Schleife", "ja": "シームレスループ"}[language]
    assert rows["quality"] in " ".join(translations(language))


def table() -> list[str]:
    return [line for line in RULES.splitlines() if line.startswith("| ") and "English" not in line]


def number_formats(file: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every format that writes a decimal sign of its own."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            text = ast.unparse(node.format_spec)
            if re.search(r"[eEfFgG%]['\"]*$", text):
                yield node.lineno, text
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if re.search(r"\{\w*:[^}]*[eEfFgG%]\}", text):
            yield node.lineno, text


def test_numbers_in_the_window_go_through_the_locale() -> None:
    printed = (
        ROOT / "singan_studio" / "ui" / "app" / "app.py"
    )  # the time of the first paint, for the terminal
    found = [(str(file), *number) for file in WINDOW if file != printed for number in number_formats(file)]
    assert found == [], "use decimal, significant or percent of ui/widgets/words.py"


def test_german_numbers_have_a_decimal_comma(german: None) -> None:
    assert byte_count(2_400_000) == "2,4 MB"
    assert percent(0.4).startswith("40")
    assert numbers_in("1.5..8.25") == "1,5..8,25"
    assert numbers_in("0..0.5") == "0..0,5"
    assert numbers_in("1.2.3 v1.5 photo1.5 a.5") == "1.2.3 v1.5 photo1.5 a.5"


def test_errors_write_numbers_as_the_language_does(german: None) -> None:
    with pytest.raises(BadInput) as caught:
        preset("draft", scale_factor=2.5)
    text = message_text(caught.value.code, caught.value.params)
    assert "2,5" in text
    assert not re.search(r"\d\.\d", text)
    assert "photo 1.5.png" in message_text("picture.missing", {"name": "photo 1.5.png"})
