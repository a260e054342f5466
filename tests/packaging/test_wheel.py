"""The wheel, installed where nothing of the checkout helps: all of it is there, is found, and draws."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FIND = """
import singan_studio
from singan_studio.core.resources import guide, resource
print(singan_studio.__file__, guide(), resource("samples/tulips.jpg"), sep="\\n")
"""

WINDOW = """
from singan_studio.ui.app.app import make_application
from singan_studio.ui.app.i18n import install
app = make_application()
install(app, "de")
drawn = app.windowIcon().pixmap(32).toImage()
print(app.translate("wording", "Generate"), drawn.pixelColor(16, 16).alpha())
"""


@dataclass
class Installed:
    """A folder with the wheel's contents, and the file it came from."""

    wheel: Path
    folder: Path

    def run(self, *command: str | Path, cwd: Path) -> str:
        """Return what a command prints that sees this folder first, started in another one."""
        return _output(*command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(self.folder)})


def _output(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    built = tmp_path_factory.mktemp("wheel")
    _output(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", built, cwd=ROOT)
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index")
    _output(*pip, "--no-deps", "--no-compile", "--target", folder, wheel, cwd=built)
    return Installed(wheel, folder)


def shipped(folder: str, ending: str = "") -> set[str]:
    """Return the files of a folder of the checkout that git knows, or would."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", folder)
    return {name for name in _output(*command, cwd=ROOT).splitlines() if name.endswith(ending)}


def test_wheel_holds_code_resources_and_guide_and_nothing_else(installed: Installed) -> None:
    expected = shipped("singan_studio", ".py")
    expected |= {f"singan_studio/{name}" for name in shipped("resources") | shipped("docs/guide")}
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == expected


def test_installed_program_finds_its_own_files(installed: Installed, tmp_path: Path) -> None:
    found = installed.run(sys.executable, "-c", FIND, cwd=tmp_path).splitlines()
    assert len(found) == 3
    for name in found:
        assert Path(name).is_relative_to(installed.folder)
        assert Path(name).is_file()


def test_window_of_the_installed_program_has_icons_and_german(installed: Installed, tmp_path: Path) -> None:
    assert installed.run(sys.executable, "-c", WINDOW, cwd=tmp_path) == "Erzeugen 255\n"


def test_installed_command_draws_a_bundled_photo(installed: Installed, tmp_path: Path) -> None:
    program = installed.folder / "bin" / "singan-studio"
    photo = installed.folder / "singan_studio" / "resources" / "samples" / "tulips.jpg"
    words = ("sample", photo, "-o", tmp_path / "drawn", "-n", "1", "--size", "64x64", "--threads", "1")
    installed.run(program, *words, cwd=tmp_path)
    (picture,) = (tmp_path / "drawn").glob("*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
