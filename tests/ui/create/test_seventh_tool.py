"""One new folder under tools/, and nothing else touched: the tool has its menu entry, its command and its panel."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QPushButton, QToolButton, QWidget
from typer.testing import CliRunner

from singan_studio import tools as package
from singan_studio.cli.app import build_app
from singan_studio.core.images import decode_png
from singan_studio.project.store import ProjectStore
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio

SPEC = """
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="posterize", command="posterize", title="Posterize", help="Fewer levels.", order=70, icon="sample",
    shortcut="Alt+9", output="picture", run="singan_studio.tools.extra_seventh.run:run",
    params=(
        Param("levels", "int", "Levels", "How many.", default=4, low=2, high=16, unit="levels"),
        Param("mode", "choice", "Mode", "How.", default="soft", choices=("soft", "hard")),
        Param("invert", "flag", "Invert", "Negative.", default=False),
        Param("strength", "float", "Strength", "How much.", default=1.0, low=0, high=1, advanced=True),
    ),
)
"""
RUN = """
import numpy as np

def run(job):
    step = 256 // job.recipe.params["levels"]
    picture = job.source // step * step
    yield 255 - picture if job.recipe.params["invert"] else picture
"""


@pytest.fixture(autouse=True)
def seventh_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder of a tool, found by this process and by the engines it starts."""
    folder = tmp_path / "tools"
    (folder / "extra_seventh").mkdir(parents=True)
    for name, text in (("__init__.py", ""), ("spec.py", SPEC), ("run.py", RUN)):
        (folder / "extra_seventh" / name).write_text(text)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    yield
    for name in [name for name in sys.modules if name.startswith("singan_studio.tools.extra_")]:
        del sys.modules[name]


def test_it_has_a_menu_entry_a_place_in_the_column_and_a_panel_from_its_spec(
    qtbot, learned: MainWindow, studio: Studio
):
    menu = learned.menuBar().findChild(QMenu, "toolMenu")
    entry = next(action for action in menu.actions() if action.data() == "posterize")
    assert (entry.text(), entry.statusTip(), entry.shortcut().toString()) == (
        "Posterize",
        "Fewer levels.",
        "Alt+9",
    )
    button = learned.findChild(QToolButton, "tool-posterize-button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = learned.findChild(QWidget, "posterizePanel")
    assert panel.isVisible()
    panel.findChild(QWidget, "param-levels").findChild(QWidget, "value").setValue(2)
    panel.findChild(QWidget, "param-invert").findChild(QCheckBox).click()
    assert panel.findChild(QWidget, "param-mode").findChild(QComboBox).count() == 2
    assert not panel.findChild(QWidget, "param-strength").isVisible()
    panel.findChild(QToolButton, "advancedButton").click()
    assert panel.findChild(QWidget, "param-strength").isVisible()
    assert studio.tool_model.params == {"levels": 2, "mode": "soft", "invert": True, "strength": 1.0}
    assert not learned.workspace.start_from.strip.isVisible()  # it starts at no scale
    assert panel.findChild(QPushButton, "generateButton").isEnabled()


def test_it_has_a_command_that_makes_its_picture(learned_file: Path, tmp_path: Path):
    project = shutil.copy(learned_file, tmp_path / "hills.singan")
    target = tmp_path / "poster.png"
    done = CliRunner().invoke(
        build_app(), ["posterize", str(project), "-o", str(target), "--levels", "2", "--invert"]
    )
    assert done.exit_code == 0, done.output
    with ProjectStore.open(learned_file, read_only=True) as store:
        original = decode_png(store.source().png)
    assert np.array_equal(decode_png(target.read_bytes()), 255 - original // 128 * 128)
