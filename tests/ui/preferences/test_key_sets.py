"""Which keys commands have in the end: no two the same, whatever was chosen and is stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from singan_studio.ui.preferences.command_search import Searched, best
from singan_studio.ui.preferences.key_sets import KEY_SETS, Keyed, effective, owner_of
from singan_studio.ui.preferences.shortcuts import ShortcutChoice

COMMANDS = {
    "brush": Keyed("window", ("B",)),
    "eraser": Keyed("window", ("E",)),
    "redo": Keyed("window", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "begin": Keyed("timeline", ("B",)),
}


def test_commands_have_the_keys_they_were_made_with() -> None:
    assert effective(COMMANDS, {}, {}) == {name: list(command.keys) for name, command in COMMANDS.items()}


def test_own_keys_come_before_those_of_a_set_and_are_taken_from_it() -> None:
    keys = effective(COMMANDS, {"brush": ["P"]}, {"eraser": "P"})
    assert keys["eraser"] == ["P"]
    assert keys["brush"] == []
    assert effective(COMMANDS, {}, {"brush": "Ctrl+Y"})["redo"] == ["Ctrl+Shift+Z"]


def test_a_command_can_have_no_key() -> None:
    assert effective(COMMANDS, {}, {"brush": ""})["brush"] == []


def test_the_timeline_has_keys_of_its_own() -> None:
    keys = effective(COMMANDS, {}, {})
    assert owner_of("B", "eraser", COMMANDS, keys) == "brush"
    assert owner_of("B", "brush", COMMANDS, keys) is None
    assert owner_of("Ctrl+Y", "begin", COMMANDS, keys) is None


@given(
    st.dictionaries(st.sampled_from(list(COMMANDS)), st.lists(st.sampled_from("BEPX"), max_size=2)),
    st.dictionaries(st.sampled_from([*COMMANDS, "gone"]), st.sampled_from(["", "B", "E", "P", "Ctrl+Y"])),
)
def test_no_key_is_given_twice_in_an_area(chosen: dict[str, list[str]], own: dict[str, str]) -> None:
    keys = effective(COMMANDS, chosen, own)
    given_keys = [(COMMANDS[name].area, key) for name, each in keys.items() for key in set(each)]
    assert len(given_keys) == len(set(given_keys))


def test_choices_are_kept(settings: QSettings) -> None:
    choice = ShortcutChoice(settings)
    choice.choose_set("krita")
    choice.assign("brush", "Ctrl+B")
    choice.assign("eraser", "")
    choice.assign("fill", "Ctrl+,")
    assert choice.own == {"brush": "Ctrl+B", "eraser": "", "fill": "Ctrl+,"}
    settings.sync()
    again = ShortcutChoice(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert (again.set_name, again.own) == ("krita", choice.own)
    again.reset("brush")
    again.reset_all()
    assert ShortcutChoice(QSettings(settings.fileName(), QSettings.Format.IniFormat)).own == {}


@pytest.mark.parametrize("key", ["nonsense", "Ctrl+A, Ctrl+B", ["B", "C"], 7.5])
def test_a_stored_key_that_is_none_counts_as_none(settings: QSettings, key: object) -> None:
    settings.setValue("shortcuts/own/brush", key)
    settings.setValue("shortcuts/set", "vim")
    choice = ShortcutChoice(settings)
    assert choice.set_name == "studio"
    assert choice.own in ({"brush": ""}, {"brush": "7"})


def test_sets_name_the_same_key_once() -> None:
    for name, chosen in KEY_SETS.items():
        keys = [key for each in chosen.values() for key in each]
        assert len(keys) == len(set(keys)), name


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("exp", "Export animation"),
        ("th dark", "Theme › Dark"),
        ("暗い", "Theme › Dark"),
        ("anim", "Export animation"),
        ("exan", "Export animation"),
        ("ctrl+b", "Brush"),
        ("b", "Brush"),
        ("zebra", None),
    ],
)
def test_commands_are_found_by_a_few_letters(query: str, first: str | None) -> None:
    entries = [
        Searched(["Open", "Open"], ["File", "Open the brush", "Ctrl+O"]),
        Searched(["Theme › Dark", "暗い"], ["View", "Light text", "Ctrl+Alt+D"]),
        Searched(["Export animation", ""], ["File", "Write it", "Ctrl+E"]),
        Searched(["Brush", ""], ["Edit", "Paint", "Ctrl+B"]),
    ]
    found = best(query, entries)
    assert (entries[found[0]].names[0] if found else None) == first


def test_without_words_all_commands_stay_in_order() -> None:
    assert best(" ", [Searched(["b"], []), Searched(["a"], [])]) == [0, 1]
