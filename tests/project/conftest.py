from __future__ import annotations

from pathlib import Path

import pytest
from project_files import PICTURE

from singan_studio.project.store import ProjectStore


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a closed project of PICTURE, alone in its folder."""
    folder = tmp_path / "projects"
    folder.mkdir()
    path = folder / "picture.singan"
    ProjectStore.create(path, PICTURE, "picture.jpg").close()
    return path
