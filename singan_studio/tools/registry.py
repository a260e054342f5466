"""Finds the tools: every folder under `singan_studio/tools` whose `spec` module holds a `SPEC`."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from typing import Any

from singan_studio import tools as package
from singan_studio.core.errors import BadInput
from singan_studio.tools.base import ToolSpec


@dataclass(frozen=True)
class Found:
    """The usable tools sorted by `order`, and the reason for each folder that is not usable."""

    tools: list[ToolSpec] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)


def discover() -> Found:
    """Import every tool's spec. A tool that fails does not affect the others; its reason goes into `broken`."""
    found = Found()
    for module in pkgutil.iter_modules(package.__path__):
        if not module.ispkg:
            continue
        try:
            spec = importlib.import_module(f"{package.__name__}.{module.name}.spec").SPEC
            _refuse_nonsense(spec, found.tools)
        except Exception as error:  # a broken tool may fail in any way
            found.broken[module.name] = f"{type(error).__name__}: {error}"
        else:
            found.tools.append(spec)
    found.tools.sort(key=lambda spec: (spec.order, spec.name))
    return found


def tools() -> list[ToolSpec]:
    """Return the usable tools, sorted by their `order`."""
    return discover().tools


def tool(name: str) -> ToolSpec:
    """Return the tool of that name. Raises `BadInput` "tool.unknown", such as for a recipe of a later version."""
    known = {spec.name: spec for spec in tools()}
    if name not in known:
        raise BadInput("tool.unknown", name=name, allowed=" | ".join(known))
    return known[name]


def load(dotted: str) -> Any:
    """Import and return what a spec's "module:name" string stands for."""
    module, _, name = dotted.partition(":")
    return getattr(importlib.import_module(module), name)


def _refuse_nonsense(spec: object, others: list[ToolSpec]) -> None:
    if not isinstance(spec, ToolSpec):
        raise TypeError(f"SPEC is a {type(spec).__name__}, not a ToolSpec")
    for other in others:
        if spec.name == other.name or spec.command == other.command:
            raise ValueError(f"{spec.name} has the name or command of {other.name}")
