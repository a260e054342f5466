"""`bench` with tiny settings: every figure is reported, and comparisons alternate."""

import pytest

SMALL = ["--max-size", "40", "--timed", "2", "--threads", "1", "--device", "cpu"]


def test_bench_measures_every_scale_of_bundled_photo(run):
    outcome = run("bench", "--preset", "draft", *SMALL, "--json")
    assert outcome.code == 0, outcome.err
    (cost,) = outcome.events
    assert cost["preset"] == "draft"
    assert cost["extrapolated"] is True
    assert len(cost["start_ms"]) == len(cost["scales"]) >= 2
    assert cost["seconds"] == pytest.approx(sum(scale["seconds"] for scale in cost["scales"]))
    for scale in cost["scales"]:
        assert scale["seconds"] >= scale["iterations"] / scale["iterations_per_second"] * 0.999
    assert cost["peak_mb"] is None or cost["peak_mb"] > 10


def test_comparison_alternates_presets_and_ends_with_ratios(run, sample_picture):
    outcome = run(
        "bench", sample_picture, "--compare", "draft", "standard", "--rounds", "2", *SMALL, "--json"
    )
    assert outcome.code == 0, outcome.err
    *costs, last = outcome.events
    assert [cost["preset"] for cost in costs] == ["draft", "standard"] * 2
    assert last["seconds"] == [costs[i + 1]["seconds"] / costs[i]["seconds"] for i in (0, 2)]


def test_preset_is_compared_with_itself_at_other_settings(run, sample_picture):
    other = "draft:window=24,channels=8"
    outcome = run("bench", sample_picture, "--compare", "draft", other, "--rounds", "2", *SMALL, "--json")
    assert outcome.code == 0, outcome.err
    assert [event.get("preset") for event in outcome.events] == [*["draft", other] * 2, None]


@pytest.mark.parametrize("wrong", ["draft:speed=3", "draft:windows=99", "draft:windows", "fast:windows=1"])
def test_unknown_settings_are_refused(run, wrong):
    outcome = run("bench", "--compare", "draft", wrong, *SMALL)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err


def test_table_says_that_it_is_extrapolated(run, sample_picture):
    outcome = run("bench", sample_picture, "--preset", "draft", *SMALL)
    assert outcome.code == 0, outcome.err
    assert "extrapolated" in outcome.out
    assert "one sample" in outcome.out


def test_unknown_preset_is_refused(run):
    outcome = run("bench", "--compare", "draft", "fast", *SMALL)
    assert outcome.code == 2
    assert "fast" in outcome.err
