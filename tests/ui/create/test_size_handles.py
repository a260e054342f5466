"""The handles on the result choose the size of the chosen tool, whatever its parameter is called."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from singan_studio import tools as package
from singan_studio.ui.app.main_window import MainWindow
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.size_handles import SizeHandles

SPEC = """
from singan_studio.tools.base import Param, ToolSpec

SPEC = ToolSpec(
    name="stretch", command="stretch", title="Stretch", help="Another shape.", order=1, icon="sample",
    shortcut="Alt+9", output="picture", run="singan_studio.tools.extra_first.run:run",
    params=(Param("extent", "size", "Extent", "How large.", default=None, low=16, high=500),),
)
"""


@pytest.fixture(autouse=True)
def first_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A tool that comes first and calls its size "extent"."""
    folder = tmp_path / "tools" / "extra_first"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "spec.py").write_text(SPEC)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder.parent)])
    yield
    for name in [name for name in sys.modules if name.startswith("singan_studio.tools.extra_")]:
        del sys.modules[name]


def test_dragging_sets_the_size_of_the_chosen_tool(window: MainWindow, studio: Studio):
    handles = window.workspace.panes.findChild(SizeHandles)
    studio.tool_model.choose("sample")
    handles.chosen.emit(60, 40)
    assert studio.tool_model.params["size"] == [60, 40]
    studio.tool_model.choose("stretch")
    handles.chosen.emit(90, 30)
    assert studio.tool_model.params == {"extent": [90, 30]}
    studio.tool_model.choose("upscale")
    handles.chosen.emit(50, 50)  # a tool without a size
    assert studio.tool_model.params == studio.tool_model.session.params
