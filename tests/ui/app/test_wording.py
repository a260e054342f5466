"""Errors name things as the window calls them."""

from __future__ import annotations

import pytest

from singan_studio.core.errors import BadInput
from singan_studio.export.settings import ExportSettings
from singan_studio.tools import registry
from singan_studio.tools.keyframes import checked_keyframes
from singan_studio.tools.values import checked_value
from singan_studio.ui.app.wording import message_text

PARAMS = [
    pytest.param(param, id=f"{spec.name}-{param.name}")
    for spec in registry.tools()
    for param in spec.params
    if param.kind not in ("picture", "keyframes")
]


def told(error: BadInput) -> str:
    return message_text(error.code, error.params)


@pytest.mark.parametrize("param", PARAMS)
def test_a_parameter_out_of_range_is_called_by_its_label(param) -> None:
    with pytest.raises(BadInput) as caught:
        checked_value(param, -99_999)
    assert told(caught.value).startswith(f"{param.label} is -99999")


def test_a_key_out_of_range_is_called_by_its_track_and_what_it_is() -> None:
    with pytest.raises(BadInput) as caught:
        checked_keyframes({"layout": [{"frame": 1, "value": 50.0}]})
    assert told(caught.value) == "Layout motion: Value is 50.0; allowed is 0..4 (number)."
    with pytest.raises(BadInput) as caught:
        checked_keyframes({"detail": [{"frame": 1, "value": 1.0}, {"frame": 1, "value": 2.0}]})
    assert "Detail motion" in told(caught.value)


def test_a_setting_of_a_film_is_called_as_in_its_dialog() -> None:
    with pytest.raises(BadInput) as caught:
        ExportSettings(at_least=-1)
    assert told(caught.value).startswith("Shortest length of the film is -1")


def test_the_tools_that_there_are_are_called_by_their_titles() -> None:
    text = message_text("tool.unknown", {"name": "video", "allowed": "sample | upscale"})
    assert text.endswith("it has Variations | Enlarge.")
