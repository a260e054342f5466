"""Recipes come from pictures that anybody may have made."""

import json

import pytest

from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import Recipe

GOOD = {"tool": "sample", "model_id": "m", "seed": 7, "scales": 3}


def test_a_recipe_survives_its_json():
    recipe = Recipe("edit", "m", 7, 3, {"start_scale": 1}, {"mask": "sha"}, threads=2)
    assert Recipe.from_json(recipe.to_json()) == recipe


def test_fields_of_a_later_version_are_ignored():
    assert Recipe.from_json(json.dumps(GOOD | {"mood": "calm"})) == Recipe(**GOOD)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tool", 5),
        ("model_id", None),
        ("seed", "7"),
        ("seed", True),
        ("seed", -1),
        ("seed", 2**31),
        ("scales", -1),
        ("scales", "3"),
        ("scales", 10**9),
        ("params", []),
        ("inputs", "sha"),
        ("inputs", {"mask": 5}),
        ("threads", 10**9),
        ("threads", -2),
        ("versions", []),
        ("device", 0),
    ],
)
def test_an_invalid_recipe_is_refused_by_field(field: str, value: object):
    with pytest.raises(BadInput) as error:
        Recipe.from_json(json.dumps(GOOD | {field: value}))
    assert error.value.code == "recipe.unreadable"
    assert field in str(error.value) or field == "inputs"
