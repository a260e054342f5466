"""THIRD_PARTY.md names every library that the program needs, each with a licence and an address."""

from __future__ import annotations

import re
import runpy
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GPU = re.compile("nvidia|cuda|triton")
"""Libraries of PyTorch for CUDA, which no package has."""


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "third_party.py"))


@pytest.fixture(scope="module")
def shipped(script: dict[str, Any]) -> list[Distribution]:
    return [dist for dist in script["shipped"]() if not GPU.match(dist.metadata["Name"].lower())]


def test_everything_that_the_program_needs_is_listed(shipped: list[Distribution]) -> None:
    listed = set(re.findall(r"^\| ([\w.-]+) \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE))
    assert {"torch", "numpy", "pi_heif", "shiboken6"} <= {dist.metadata["Name"] for dist in shipped}
    assert {dist.metadata["Name"] for dist in shipped} <= listed


def test_every_library_has_a_licence_and_an_address(
    script: dict[str, Any], shipped: list[Distribution]
) -> None:
    for dist in shipped:
        row = script["row"](dist)
        assert row.home.startswith("http"), row
        assert len(row.licence) >= 3, row
