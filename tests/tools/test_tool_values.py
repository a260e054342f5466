import pytest

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.patch_stops import stops_of
from singan_studio.tools.paint.model import needed_model as paint_model
from singan_studio.tools.registry import discover, tool
from singan_studio.tools.upscale.model import needed_model as enlarge_model
from singan_studio.tools.upscale.model import steps_for
from singan_studio.tools.values import settled_params

SIZES = [(25, 38), (34, 51), (47, 71), (65, 98), (90, 136), (125, 189), (164, 244)]


def test_every_folder_under_tools_is_usable_tool():
    found = discover()
    assert found.broken == {}
    assert [spec.command for spec in found.tools] == [
        "sample",
        "paint",
        "edit",
        "harmonize",
        "upscale",
        "animate",
        "flow",
        "fill",
        "extend",
        "retarget",
        "material",
        "tile",
    ]


@pytest.mark.parametrize(
    ("name", "expected"), [("sample", 0), ("paint", 1), ("edit", 3), ("harmonize", 5), ("animate", 0)]
)
def test_default_start_scale_is_fraction_of_learned_size(name, expected):
    assert settled_params(tool(name), {}, SIZES)["start_scale"] == expected


@pytest.mark.parametrize("photo", [(250, 250), (167, 250), (100, 250), (90, 90), (250, 60)])
@pytest.mark.parametrize(
    ("name", "kind", "amount"),
    [("sample", "layout", 1.0), ("paint", "size", 0.05), ("edit", "size", 0.0), ("harmonize", "size", 0.0)],
)
def test_default_stop_of_patches_is_chosen_by_what_it_does(name, photo, kind, amount):
    stops = stops_of(photo)
    sizes, changes = [stop.size for stop in stops], [stop.amount for stop in stops]
    usual = stops[settled_params(tool(name), {}, sizes, changes)["start_scale"]]
    assert (usual.kind, usual.amount) == (kind, amount)


def test_default_stop_of_smallest_photos_changes_least():
    stops = stops_of((40, 40))
    sizes, changes = [stop.size for stop in stops], [stop.amount for stop in stops]
    assert settled_params(tool("edit"), {}, sizes, changes)["start_scale"] == len(stops) - 1


def test_given_start_scale_is_kept():
    assert settled_params(tool("edit"), {"start_scale": 5}, SIZES)["start_scale"] == 5


@pytest.mark.parametrize(("name", "value", "allowed"), [("sample", 7, "0..6"), ("paint", 0, "1..6")])
def test_start_scale_out_of_range_names_range(name, value, allowed):
    with pytest.raises(BadInput, match=rf"start_scale is {value}|start scale is {value}") as error:
        settled_params(tool(name), {"start_scale": value}, SIZES)
    assert allowed in str(error.value) or "1.." in str(error.value)


def test_one_learned_scale_is_too_few_to_inject():
    with pytest.raises(BadInput, match="needs 2 learned scales, and 1"):
        settled_params(tool("paint"), {}, SIZES[:1])


@pytest.mark.parametrize(("factor", "steps"), [(1.5, 2), (2, 3), (4, 6), (8, 9)])
def test_enlarging_steps_are_about_a_quarter(factor, steps):
    assert steps_for(factor) == steps


def test_enlarging_has_own_model_shared_by_later_factors():
    base = preset("draft", seed=4, max_size=100)
    kind, config = enlarge_model(base, {"factor": 4.0, "preset": None}, (80, 120))
    assert kind == "enlarge"
    assert config.scale_factor == pytest.approx(4 ** (-1 / 6), abs=1e-6)
    assert (config.reconstruction_weight, config.reconstruction_fall) == (100, 0)
    assert (config.min_size, config.seed) == (18, 4)
    assert enlarge_model(base, {"factor": 2.0, "preset": None}, (80, 120)) == (kind, config)
    assert enlarge_model(base, {"factor": 2.0, "preset": "standard"}, (80, 120))[1].preset == "standard"


@pytest.mark.parametrize(
    ("side", "allowed"), [(4000, "2.04"), (2990, "2.73"), (1366, "5.99"), (4096, "2.00")]
)
def test_too_large_result_names_allowed_factor(side, allowed):
    with pytest.raises(BadInput, match=f"a factor of {allowed}"):
        enlarge_model(preset("draft"), {"factor": 8.0, "preset": None}, (1000, side))
    assert enlarge_model(preset("draft"), {"factor": float(allowed), "preset": None}, (1000, side))


def test_few_colours_need_model_of_start_scale():
    base = preset("draft")
    assert paint_model(base, {"quantize": False, "start_scale": 2}, (80, 120)) is None
    kind, config = paint_model(base, {"quantize": True, "start_scale": 2}, (80, 120))
    assert (kind, config.quantise_scale) == ("paint-quantised", 2)
