"""An observable value: announced and followed up when it changes, and bound to a widget."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSpinBox

from singan_studio.ui.app.property import Property, bind


class Part:
    seed = 3


class Model(QObject):
    seed_changed = Signal(int)
    seed = Property[int]("part", lambda model: model.followed.append(model.seed))

    def __init__(self) -> None:
        super().__init__()
        self.part = Part()
        self.followed: list[int] = []


def test_another_value_is_announced_then_followed_up(qtbot):
    model, announced = Model(), []
    model.seed_changed.connect(lambda seed: announced.append((seed, list(model.followed))))
    model.seed = 5
    assert (model.seed, model.part.seed) == (5, 5)
    assert announced == [(5, [])]
    assert model.followed == [5]


def test_the_same_value_changes_nothing(qtbot):
    model = Model()
    with qtbot.assertNotEmitted(model.seed_changed):
        model.seed = 3
    assert model.followed == []


def test_a_bound_widget_sets_the_property_and_follows_it(qtbot):
    model, box = Model(), QSpinBox()
    qtbot.addWidget(box)
    bind(model, "seed", box.valueChanged, box.setValue)
    box.setValue(8)
    assert model.seed == 8
    model.seed = 9
    assert box.value() == 9
    assert model.followed == [8, 9]
