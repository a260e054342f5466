from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from singan_studio import tools as package
from singan_studio.core.errors import BadInput
from singan_studio.tools import registry
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.values import checked_params, checked_value

SPEC_TEXT = """
from singan_studio.tools.base import ToolSpec
SPEC = ToolSpec("{name}", "{name}", "Title", "Help.", {order}, "icon", "", (), "picture", "a:b", "a:c")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a second folder whose tools are discovered beside the real ones."""
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("singan_studio.tools.extra_")]:
        del sys.modules[name]


def add_tool(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text("")
    (folder / name / "spec.py").write_text(text)


def test_every_tool_is_found_and_valid() -> None:
    found = registry.discover()
    assert found.broken == {}
    assert "sample" in [spec.name for spec in found.tools]
    for spec in found.tools:
        assert registry.tool(spec.name) is spec
        assert checked_params(spec, {}) is not None  # every default is allowed


def test_folder_with_spec_is_tool_sorted_by_order(folder: Path) -> None:
    add_tool(folder, "extra_last", SPEC_TEXT.format(name="last", order=999))
    add_tool(folder, "extra_first", SPEC_TEXT.format(name="first", order=-1))
    names = [spec.name for spec in registry.tools()]
    assert (names[0], names[-1]) == ("first", "last")


def test_broken_tool_is_named_with_reason_and_others_work(folder: Path) -> None:
    add_tool(folder, "extra_broken", "import no_such_module")
    add_tool(folder, "extra_double", SPEC_TEXT.format(name="sample", order=999))
    add_tool(folder, "extra_wrong", "SPEC = 3")
    found = registry.discover()
    assert "sample" in [spec.name for spec in found.tools]
    assert "no_such_module" in found.broken["extra_broken"]
    assert "has the name or command of" in found.broken["extra_double"]
    assert "not a ToolSpec" in found.broken["extra_wrong"]


def test_discovering_tools_imports_neither_torch_nor_qt() -> None:
    script = (
        "import sys; from singan_studio.tools.registry import tools; tools(); "
        "print([m for m in ('torch', 'PySide6', 'numpy') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_unknown_tool_is_reported_with_known_tools() -> None:
    with pytest.raises(BadInput, match=r"nonsense.*sample"):
        registry.tool("nonsense")


def test_spec_function_is_loaded_by_dotted_name() -> None:
    assert registry.load("singan_studio.tools.registry:tools") is registry.tools


SPEC = ToolSpec(
    name="any",
    command="any",
    title="Any",
    help="Any.",
    order=0,
    icon="",
    shortcut="",
    params=(
        Param("strength", "float", "", "", default=0.5, low=0, high=1),
        Param("steps", "int", "", "", default=3, low=1, high=9, unit="steps"),
        Param("mode", "choice", "", "", default="soft", choices=("soft", "hard")),
        Param("loop", "flag", "", "", default=True),
        Param("size", "size", "", "", low=16, high=64),
        Param("painting", "picture", "", "", required=True),
    ),
    output="picture",
    run="a:b",
    panel="a:c",
)


def test_missing_parameters_get_defaults_and_pictures_are_excluded() -> None:
    expected = {"strength": 0.25, "steps": 3, "mode": "soft", "loop": True, "size": None}
    assert checked_params(SPEC, {"strength": 0.25}) == expected


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("strength", 1.5, "strength is 1.5; allowed is 0..1 (number)."),
        ("strength", float("nan"), "strength is nan; allowed is 0..1 (number)."),
        ("steps", 0, "steps is 0; allowed is 1..9 (steps)."),
        ("steps", 2.5, "steps is 2.5; allowed is 1..9 (steps)."),
        ("steps", True, "steps is True; allowed is 1..9 (steps)."),
        ("mode", "loud", "mode is loud; allowed is soft | hard (word)."),
        ("loop", 1, "loop is 1; allowed is true | false (word)."),
        ("size", [16, 65], "size is 16x65; allowed is 16..64 (px)."),
        ("size", "big", "size is big; allowed is 16..64 (px)."),
        ("colour", "red", "any has no parameter “colour”; it has strength, steps, mode, loop, size."),
    ],
)
def test_invalid_value_is_named_with_allowed_values(name: str, value: object, message: str) -> None:
    with pytest.raises(BadInput) as error:
        checked_params(SPEC, {name: value})
    assert str(error.value) == message


def test_size_is_returned_as_list() -> None:
    size = next(param for param in SPEC.params if param.name == "size")
    assert checked_value(size, (20, 30)) == [20, 30]
    assert checked_value(size, None) is None
