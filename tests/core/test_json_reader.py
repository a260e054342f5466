"""Whatever JSON a stranger wrote gives a value or one clear line, never anything unexpected."""

from __future__ import annotations

import json

import pytest

from singan_studio.core.config import TrainConfig
from singan_studio.core.errors import BadInput
from singan_studio.core.json_reader import JsonFault, json_object, json_value
from singan_studio.core.recipe import Recipe
from singan_studio.export.formats.base import MARK, texts_in
from singan_studio.export.settings import ExportSettings
from singan_studio.project.canvas_codec import unpack_canvas, unpack_sources

SOUND = json.loads(Recipe("sample", "patches", 1, 1).to_json())
DEEP = ["[" * 500 + "]" * 500, "[" * 200_000, '{"a":' * 100_000]
WRONG = [
    "",
    "{",
    "[]",
    "null",
    "3",
    '"text"',
    "NaN",
    '{"seed": NaN}',
    '{"seed": 1' + "0" * 5000 + "}",
    "\ud800",
]


@pytest.mark.parametrize("text", DEEP + WRONG)
@pytest.mark.parametrize("read", [Recipe.from_json, TrainConfig.from_json, ExportSettings.from_json])
def test_no_text_but_an_object_is_read(read, text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "change",
    [
        {"params": json.loads("[" * 20 + "]" * 20)},
        {"params": {"size": json.loads('{"a":' * 100 + "1" + "}" * 100)}},
        {"inputs": {"picture": 3}},
        {"versions": {"torch": [2]}},
        {"seed": True},
        {"scales": 10**30},
    ],
)
def test_a_recipe_with_wrong_types_is_refused(change: dict) -> None:
    with pytest.raises(BadInput) as caught:
        Recipe.from_json(json.dumps(SOUND | change))
    assert caught.value.code == "recipe.unreadable"


def test_what_is_missing_in_a_recipe_is_named() -> None:
    with pytest.raises(BadInput, match="model_id is missing"):
        Recipe.from_json('{"tool": "sample", "seed": 1, "scales": 1}')


@pytest.mark.parametrize("text", ["[]", "3", '{"a": 1}', DEEP[0], DEEP[1]])
def test_texts_of_a_film_are_texts(text: str) -> None:
    import base64

    assert texts_in(MARK + base64.b64encode(text.encode()).decode()) == {}


@pytest.mark.parametrize("text", DEEP + WRONG)
def test_a_damaged_canvas_is_one_kind_of_error(text: str) -> None:
    data = text.encode(errors="surrogatepass")
    with pytest.raises(ValueError, match=r"read|object|levels|number|UTF-8|Expecting|char"):
        unpack_canvas({"state": data}, 10, 10)
    with pytest.raises(ValueError, match=r"read|object|levels|number|UTF-8|Expecting|char"):
        unpack_sources(text, lambda _: b"")


def test_sound_values_are_kept() -> None:
    assert json_value('[1, 2.5, "x", null, true]') == [1, 2.5, "x", None, True]
    assert json_object(b'{"a": {"b": []}}') == {"a": {"b": []}}
    with pytest.raises(JsonFault, match="a list, not an object"):
        json_object("[]")
