"""Checks and completes a tool's parameters, so that window, command line and renderer accept the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from singan_studio.core.errors import BadInput
from singan_studio.tools.arrows import checked_arrows
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.keyframes import checked_keyframes
from singan_studio.tools.region import checked_region

MOST_NUMBERS = 64
"""Longest list of numbers: no model has more scales."""


def checked_params(spec: ToolSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return all parameters of the tool except its pictures, as JSON values; those not given have their defaults.

    Raises `BadInput` naming the parameter, its value and what is allowed.
    """
    params = {param.name: param for param in spec.params if param.kind != "picture"}
    for name in values:
        if name not in params:
            raise BadInput("tool.parameter", tool=spec.command, name=name, allowed=", ".join(params))
    return {name: checked_value(param, values.get(name, param.default)) for name, param in params.items()}


def settled_params(
    spec: ToolSpec,
    values: Mapping[str, Any],
    sizes: Sequence[tuple[int, int]],
    changes: Sequence[float] = (),
) -> dict[str, Any]:
    """Return `checked_params` with every start scale settled for a model with these (height, width) per stop.

    `changes` says how much changes at each stop, 0..1; none are given for a model whose stops are sizes alone.
    Raises `BadInput` "start_scale.range" for a scale that the model lacks, "start_scale.early" when it has no scale yet
    that the tool can start from.
    """
    params = checked_params(spec, values)
    for param in spec.params:
        if param.kind == "scale":
            params[param.name] = settled_scale(param, params[param.name], sizes, changes)
    return params


def absent_params(spec: ToolSpec) -> dict[str, Any]:
    """Return what parameters stand for in complete recipes that were made before the parameters existed."""
    return {param.name: param.absent for param in spec.params if param.absent is not None}


def reduced_params(spec: ToolSpec, params: Mapping[str, Any], ratio: float) -> dict[str, Any]:
    """Return settled parameters for a picture `ratio` times as large.

    Sizes and lengths in pixels of the learned picture change.
    """
    reduced = dict(params)
    for param in spec.params:
        value = params.get(param.name)
        if param.kind == "size" and param.unit == "px" and value is not None:
            reduced[param.name] = [max(int(param.low or 1), round(side * ratio)) for side in value]
        elif param.unit == "px" and param.kind in ("int", "float"):
            assert value is not None
            reduced[param.name] = round(value * ratio) if param.kind == "int" else value * ratio
    return reduced


def settled_scale(
    param: Param, value: int | None, sizes: Sequence[tuple[int, int]], changes: Sequence[float] = ()
) -> int:
    """Return a start scale for a model with these (height, width) and `changes` per stop; None is the default.

    Takes and raises what `settled_params` does.
    """
    low, last = int(param.low or 0), len(sizes) - 1
    if low > last:
        raise BadInput("start_scale.early", needed=low + 1, finished=len(sizes))
    if value is None:
        return max(_usual_stop(param, sizes, changes), low)
    if not low <= value <= last:
        raise BadInput("start_scale.range", value=value, allowed=f"{low}..{last}")
    return value


def _usual_stop(param: Param, sizes: Sequence[tuple[int, int]], changes: Sequence[float]) -> int:
    """Return the stop that `Param` describes; the last one where there is none."""
    assert param.fraction is not None
    wanted, last = param.fraction * max(sizes[-1]), len(sizes) - 1
    for stop, size in enumerate(sizes):
        change = changes[stop] if changes else 0.0
        if change <= param.change and (change > 0 or max(size) >= wanted):
            return stop
    return last


def checked_value(param: Param, value: Any) -> Any:
    """Return the value in its JSON form (a size is [width, height] or None). Raises `BadInput` "config.range"."""
    if value is None and param.default is None:
        return None
    if param.kind == "size":
        return _checked_size(param, value)
    if param.kind == "keyframes":
        return checked_keyframes(value)
    if param.kind == "arrows":
        return checked_arrows(value)
    if param.kind == "region":
        return checked_region(value)
    if not _allowed(param, value):
        raise BadInput(
            "config.range",
            field=param.name,
            value=shown(value),
            allowed=allowed_text(param),
            unit=unit(param),
        )
    return list(value) if isinstance(value, tuple) else value


def allowed_text(param: Param) -> str:
    """Return what the parameter allows, as readable text: "0..9", "true | false"."""
    match param.kind:
        case "choice":
            return " | ".join(param.choices)
        case "flag":
            return "true | false"
        case _:
            low = "" if param.low is None else f"{param.low:.10g}"
            high = "" if param.high is None else f"{param.high:.10g}"
            return f"{low}..{high}"


def shown(value: Any) -> str:
    """Return a value as the command line takes it: "0.5,1,2" for a list."""
    return (
        ",".join(f"{number:.10g}" if _is_number(number) else str(number) for number in value)
        if isinstance(value, list | tuple)
        else str(value)
    )


def unit(param: Param) -> str:
    if param.unit:
        return param.unit
    if param.kind == "numbers":
        return "numbers with commas between"
    return {"int": "whole number", "scale": "whole number", "float": "number", "size": "px"}.get(
        param.kind, "word"
    )


def _allowed(param: Param, value: Any) -> bool:
    match param.kind:
        case "flag":
            return isinstance(value, bool)
        case "choice":
            return value in param.choices
        case "int" | "scale":
            return isinstance(value, int) and not isinstance(value, bool) and _within(param, value)
        case "numbers":
            return (
                isinstance(value, list | tuple)
                and 1 <= len(value) <= MOST_NUMBERS
                and all(_is_number(number) and _within(param, number) for number in value)
            )
        case _:
            return _is_number(value) and _within(param, value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(param: Param, value: float) -> bool:
    return (param.low is None or value >= param.low) and (param.high is None or value <= param.high)


def _checked_size(param: Param, value: Any) -> list[int]:
    sides = list(value) if isinstance(value, list | tuple) else []
    if len(sides) != 2 or not all(isinstance(side, int) and _within(param, side) for side in sides):
        text = "x".join(str(side) for side in sides) or str(value)
        raise BadInput(
            "config.range", field=param.name, value=text, allowed=allowed_text(param), unit=unit(param)
        )
    return sides
