"""What packages tell Linux desktops of the program: it is valid, and true of the program and its files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from project_files import PICTURE

from singan_studio import __version__
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.app import DESKTOP_FILE

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
MIME_TYPE = "application/x-singan-studio"

KIND = """
import sys
from PySide6.QtCore import QMimeDatabase
for path in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchContent).name())
print(QMimeDatabase().mimeTypeForFile("new.singan", QMimeDatabase.MatchMode.MatchExtension).name())
"""


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("desktop-file-validate",), f"{DESKTOP_FILE}.desktop"),
        (("appstreamcli", "validate", "--no-net"), f"{DESKTOP_FILE}.metainfo.xml"),
    ],
)
def test_validators_of_desktops_find_no_fault(command: tuple[str, ...], name: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([*command, LINUX / name], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_store_entry_is_of_this_version_and_desktop_file() -> None:
    root = ElementTree.parse(LINUX / f"{DESKTOP_FILE}.metainfo.xml").getroot()
    assert root.findtext("id") == DESKTOP_FILE
    assert next(release.get("version") for release in root.iter("release")) == __version__
    assert root.findtext("provides/mediatype") == MIME_TYPE
    desktop = (LINUX / f"{DESKTOP_FILE}.desktop").read_text(encoding="utf-8")
    assert f"MimeType={MIME_TYPE};" in desktop
    assert f"Icon={DESKTOP_FILE}\n" in desktop


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux desktops' own database of types")
def test_project_is_known_by_its_content_and_by_its_name(tmp_path: Path) -> None:
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(LINUX / f"{DESKTOP_FILE}.xml", packages)
    project = tmp_path / "picture.singan"
    ProjectStore.create(project, PICTURE, "picture.jpg").close()
    nameless = project.rename(tmp_path / "nameless")
    command = [sys.executable, "-c", KIND, nameless, __file__]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    kinds = done.stdout.split()
    assert [kinds[0], kinds[2]] == [MIME_TYPE, MIME_TYPE]
    assert kinds[1] != MIME_TYPE
