"""The user guide has a page for every tool, with its command, a picture that exists, and links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from singan_studio.cli.app import build_app
from singan_studio.core.resources import guide
from singan_studio.tools.base import ToolSpec
from singan_studio.tools.registry import tools

GUIDE = Path(__file__).parents[1] / "docs" / "guide"
LARGEST = 120_000  # bytes of a picture
PAGES = sorted(GUIDE.glob("*.md"))


def page_of(spec: ToolSpec) -> Path:
    return GUIDE / f"{spec.title.lower()}.md"


@pytest.mark.parametrize("spec", tools(), ids=lambda spec: spec.name)
def test_every_tool_has_a_page_with_picture_command_and_what_fails(spec: ToolSpec) -> None:
    text = page_of(spec).read_text(encoding="utf-8")
    assert text.startswith(f"# {spec.title}\n")
    assert re.findall(r"!\[[^\]]+\]\(images/[\w-]+\.jpg\)", text)
    assert f"singan-studio {spec.command} " in text
    assert "## What fails" in text
    assert f"({page_of(spec).name})" in (GUIDE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pictures_and_pages_that_are_named_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https:)([^)#]+)\)", page.read_text(encoding="utf-8")):
        there = page.parent / target
        assert there.is_file(), target
        assert there.stat().st_size < LARGEST, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_options_of_commands_exist(page: Path) -> None:
    commands = typer.main.get_command(build_app()).commands
    for line in re.findall(r"^    singan-studio (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
        name, *words = line.split()
        known = {option for param in commands[name].params for option in (*param.opts, *param.secondary_opts)}
        assert {word for word in words if word.startswith("-")} <= known, line


def test_readme_leads_to_the_guide() -> None:
    assert "(docs/guide/README.md)" in (GUIDE.parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_program_finds_its_guide():
    page = guide()
    assert page is not None
    assert page.read_text(encoding="utf-8").startswith("# ")
