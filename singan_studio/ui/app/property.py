"""Observable values of the models, and widgets bound to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import SignalInstance

T = TypeVar("T")


class Property(Generic[T]):
    """An attribute of a model whose changes are announced and followed up, such as by keeping it in the project.

    The value is stored in the model's attribute `part`. Setting another one emits the model's signal
    `<name>_changed` with it and then calls `follow_up(model)`.
    """

    def __init__(self, part: str, follow_up: Callable[[Any], None]) -> None:
        self._part, self._follow_up = part, follow_up

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, model: None, owner: type) -> Property[T]: ...
    @overload
    def __get__(self, model: object, owner: type) -> T: ...
    def __get__(self, model: object | None, owner: type) -> Property[T] | T:
        return self if model is None else getattr(getattr(model, self._part), self._name)

    def __set__(self, model: object, value: T) -> None:
        holder = getattr(model, self._part)
        if getattr(holder, self._name) != value:
            setattr(holder, self._name, value)
            getattr(model, f"{self._name}_changed").emit(value)
            self._follow_up(model)


def bind(model: object, name: str, edited: SignalInstance, show: Callable[[Any], object]) -> None:
    """Let a widget's `edited(value)` set a property, and `show(value)` follow the property's changes."""
    edited.connect(lambda value: setattr(model, name, value))
    getattr(model, f"{name}_changed").connect(show)
