"""What may know whom, as it shows at run time, and a map that tells the truth. Import contracts: pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "singan_studio"

IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[2].split():
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
print(*(name for name in sys.argv[1].split() if name in sys.modules))
"""


def loaded(script: str, *arguments: str) -> list[str]:
    """Return what a fresh interpreter prints at the end of the script."""
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("parts", "forbidden"),
    [
        ("core project export", "PySide6 torch PIL cv2"),
        ("cli", "PySide6 torch"),
        ("engine_process", "PySide6 torch"),
        ("engine", "PySide6"),
    ],
)
def test_importing_every_module_of_a_part_loads_nothing_it_may_not_know(parts, forbidden):
    packages = " ".join(f"singan_studio.{part}" for part in parts.split())
    assert loaded(IMPORT_ALL, forbidden, packages) == []


def test_the_window_starts_without_what_would_delay_it():
    script = (
        "import sys, singan_studio.ui.app.app\nprint(*(n for n in sys.argv[1].split() if n in sys.modules))"
    )
    assert loaded(script, "torch cv2 pyqtgraph PIL typer rich safetensors") == []


def test_importing_main_does_nothing():
    script = "import sys\nbefore = set(sys.modules)\nimport main\nprint(*(set(sys.modules) - before))"
    assert loaded(script) == ["main"]


def test_the_check_finds_what_is_forbidden():
    assert loaded(IMPORT_ALL, "singan_studio.core.errors json", "singan_studio.core") == [
        "singan_studio.core.errors",
        "json",
    ]


def test_the_map_names_every_part_and_nothing_else():
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    mapped = set(re.findall(r"^\| `(\w+)/` \|", text, flags=re.MULTILINE))
    assert mapped == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


@pytest.mark.parametrize("document", ["README.md", "docs/ARCHITECTURE.md", "CHANGELOG.md"])
def test_files_that_the_documents_name_exist(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    places = re.findall(r"`((?:resources|tests|docs|packaging|bench)/[\w./-]*)`", text)
    code = r"`((?:core|engine|engine_process|project|ui|tools)/[\w/]+\.py)`"
    modules = [f"singan_studio/{name}" for name in re.findall(code, text)]
    missing = [name for name in links if not (ROOT / document).parent.joinpath(name).exists()]
    missing += [name for name in places + modules if not (ROOT / name).exists()]
    assert missing == []


def routes() -> dict[str, list[tuple[str, list[str]]]]:
    """Return the map's routes: the files of each, with the names that its rows mention."""
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text.split("## Routes")[1].split("\n## ")[0]
    found = {}
    for part in section.split("\n**")[1:]:
        rows = re.findall(r"^\| `([\w/]+\.py)` \| (.*) \|$", part, flags=re.MULTILINE)
        found[part.split("**")[0]] = [(file, re.findall(r"`(\w+)`", step)) for file, step in rows]
    return found


@pytest.mark.parametrize(
    ("route", "most"),
    [
        ("A stroke becomes a live picture", 16),
        ("Learn fills the filmstrip", 12),
        ("Generate becomes a result and a PNG", 14),
    ],
)
def test_routes_are_short_and_every_stop_is_there(route: str, most: int) -> None:
    stops = routes()[route]
    assert 5 <= len({file for file, _ in stops}) <= most
    for file, names in stops:
        source = (PACKAGE / file).read_text(encoding="utf-8")
        missing = [name for name in names if not re.search(rf"\b{name}\b", source)]
        assert missing == [], file
        assert any(re.search(rf"(def|class) {name}\b", source) for name in names), file


OLD_WORDS = (
    "thrift|thriftier|piecewise|StoreThread|Handwork|carry_out|Revisiting|"
    "KeptWork|MadeFrom|CreationModel|HandworkKeeping|ChoicesKeeping|restraint"
)
"""Names that the glossary has replaced."""


def test_replaced_names_do_not_come_back() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for folder in ("singan_studio", "tests", "bench")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__)
        for match in re.finditer(rf"\b(?:{OLD_WORDS})\b", path.read_text(encoding="utf-8"))
    ]
    assert found == []
