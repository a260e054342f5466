"""The models with a learned project open, without a window and without a renderer's process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from renderer_link import Link

from singan_studio.ui.app.studio import Studio


@pytest.fixture
def link(qtbot, studio: Studio, learned_file: Path, tmp_path: Path) -> Link:
    """The renderer of models with a learned project open, played by the test."""
    links: list[Link] = []

    def make(role: str, parent) -> Link:
        links.append(Link(role, parent))
        return links[0]

    studio.rendering._make_link = make
    studio.rendering.start()
    with qtbot.waitSignal(studio.project.opened, timeout=30_000):
        studio.project.open_path(Path(shutil.copy(learned_file, tmp_path / "hills.singan")))
    return links[0]
