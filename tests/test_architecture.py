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
    """What a fresh interpreter prints at the end of the script."""
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
