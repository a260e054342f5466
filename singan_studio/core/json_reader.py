"""Read JSON from files that strangers may have written: one way to read, and one kind of error."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from singan_studio.core.errors import BadInput

LONGEST = 16 * 1024 * 1024
"""Characters; a recipe with all its keyframes has less than one million."""

DEEPEST = 32
"""Levels of lists and objects in one another."""

LONGEST_NUMBER = 20
"""Digits of a whole number."""


class JsonFault(ValueError):
    """A text that is not the JSON that was expected; its words are one line that says why."""


def json_value(text: str | bytes) -> Any:
    """Return the value of a JSON text. Raises `JsonFault` for any other, for NaN, and for what is too long or deep."""
    if len(text) > LONGEST:
        raise JsonFault(f"it has more than {LONGEST // 1_000_000} million characters")
    try:
        value = json.loads(text, parse_constant=_refused_number, parse_int=_whole_number)
    except RecursionError as error:
        raise JsonFault(_TOO_DEEP) from error
    except UnicodeDecodeError as error:
        raise JsonFault("it is not UTF-8") from error
    except ValueError as error:
        raise JsonFault(" ".join(str(error).split())) from error
    _check_depth(value)
    return value


def json_object(text: str | bytes) -> dict[str, Any]:
    """Return the object that a JSON text is. Raises `JsonFault` as `json_value`, and for any other value."""
    value = json_value(text)
    if not isinstance(value, dict):
        raise JsonFault(f"it is {_KINDS.get(type(value), 'nothing')}, not an object")
    return value


def json_texts(text: str | bytes) -> dict[str, str]:
    """Return the object that a JSON text is. Raises `JsonFault` as `json_object`, and when a value is not a text."""
    value = json_object(text)
    if not all(isinstance(item, str) for item in value.values()):
        raise JsonFault("a value in it is not a text")
    return value


def known_fields(cls: Any, text: str, code: str) -> dict[str, Any]:
    """Return what a JSON object says about the fields of a dataclass.

    Raises `BadInput` of that code for other texts.
    """
    try:
        values = json_object(text)
    except JsonFault as error:
        raise BadInput(code, reason=str(error)) from error
    known = {f.name for f in fields(cls)}
    return {name: value for name, value in values.items() if name in known}


_TOO_DEEP = f"it has more than {DEEPEST} levels"
_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "a truth value"}


def _refused_number(word: str) -> float:
    raise JsonFault(f"{word} is not a number")


def _whole_number(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise JsonFault("a number has too many digits")
    return int(digits)


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, list | dict)
            for inner in (outer if isinstance(outer, list) else outer.values())
        ]
        if not level:
            return
    raise JsonFault(_TOO_DEEP)
