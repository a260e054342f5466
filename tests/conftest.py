"""Every test: no display needed, nothing of the user's files touched, nothing left running."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from leaks import Leaks

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, so that the user's settings, data and caches stay untouched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    if "PySide6.QtCore" in sys.modules:  # Qt reads the variables only once
        from PySide6.QtCore import QSettings

        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def nothing_left_behind(private_home: Path) -> Iterator[None]:
    """Fails a test that leaves a thread, a child process or a top-level widget behind."""
    leaks = Leaks()
    yield
    left = leaks.after(seconds=3.0)
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


@pytest.fixture
def forked_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork engines from a process that has imported torch; for tests that are not about how engines start."""
    import forked_engines

    from singan_studio.engine_process import client

    monkeypatch.setattr(client, "new_process", forked_engines.new_process)


@pytest.fixture(scope="session")
def sample_picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a real photo, 64x43 px, as PNG, small enough to be learned in a test."""
    from PIL import Image

    path = tmp_path_factory.mktemp("sample") / "tea-hills.png"
    photo = Path(__file__).parents[1] / "resources" / "samples" / "tea-hills.jpg"
    with Image.open(photo) as image:
        image.resize((64, 43)).save(path)
    return path
