"""A form for a tool's parameters, made from its spec."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from singan_studio.core.abilities import Ability
from singan_studio.tools.base import Param
from singan_studio.ui.create.param_fields import MAKERS, Field, FlagField, NumberField, SizeField


class ParamForm(QWidget):
    """Shows one row per parameter that has a field; texts come from the spec (translation context "tools")."""

    changed = Signal(str, object)  # name and value, by the user

    def __init__(
        self, params: Iterable[Param], parent: QWidget | None = None, name: str = "paramForm"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._fields: dict[str, Field] = {}
        self._needs: dict[str, Ability] = {}
        layout = self._layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for param in params:
            if param.kind in MAKERS:
                self._add(layout, param)

    def show_able(self, abilities: Set[Ability]) -> None:
        """Show only the parameters for which the model's abilities suffice."""
        for name, needed in self._needs.items():
            self._layout.setRowVisible(self._fields[name], needed in abilities)

    def is_empty(self, abilities: Set[Ability]) -> bool:
        """Return whether there is nothing to show for a model with these abilities."""
        return all(self._needs.get(name, None) not in {None, *abilities} for name in self._fields)

    def field(self, name: str) -> Field:
        return self._fields[name]

    def set_value(self, name: str, value: Any) -> None:
        """Show a value without emitting anything, if this form has the parameter."""
        if name in self._fields:
            self._fields[name].show_value(value)

    def set_learned_size(self, width: int, height: int) -> None:
        """Set the size in px that is meant when none is chosen."""
        for field in self._fields.values():
            if isinstance(field, SizeField):
                field.set_learned_size(width, height)

    def set_learned_px(self, learned_px: float) -> None:
        """Show lengths in canvas px, one px of the learned picture being `learned_px` of them wide."""
        for field in self._fields.values():
            if isinstance(field, NumberField):
                field.set_learned_px(learned_px)

    def _add(self, layout: QFormLayout, param: Param) -> None:
        field = MAKERS[param.kind](param)
        field.setObjectName(f"param-{param.name}")
        field.setAccessibleName(field.label())
        field.setToolTip(QCoreApplication.translate("tools", param.help))
        field.setStatusTip(field.toolTip())
        field.changed.connect(lambda value, name=param.name: self.changed.emit(name, value))
        if isinstance(field, FlagField):
            layout.addRow(field)
        else:
            label = QLabel(field.label(), self)
            label.setBuddy(field)
            label.setToolTip(field.toolTip())
            layout.addRow(label, field)
        self._fields[param.name] = field
        if param.needs:
            self._needs[param.name] = param.needs
