"""The verdict of the quality gate: every rule can fail, and a missing figure fails."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bench.gate import main, small_jpeg
from bench.gate_verdict import RULES, passes, table, verdict
from bench.sheet_paper import Cell, Row, wrapped

GOOD = {
    "detail": 0.06,
    "swd": 0.02,
    "band": 1.0,
    "coherence_rel": 0.8,
    "completeness_rel": 0.9,
    "nnf_div": 0.2,
    "novelty": 0.45,
    "diversity": 0.5,
    "seconds": 600.0,
    "cpu_seconds": 700.0,
    "peak_mb": 900.0,
    "threads": 2,
}


def pictures(**changes: list[float | None]) -> list[dict]:
    """Return the rows of four good pictures, with some figures replaced."""
    rows = [{"picture": f"picture {i}", **GOOD} for i in range(4)]
    for figure, values in changes.items():
        for row, value in zip(rows, values, strict=True):
            row[figure] = value
    return rows


@pytest.mark.parametrize("preset", ["standard", "draft"])
def test_good_figures_pass(preset):
    assert passes(preset, pictures())
    assert f"`{preset}` passes." in verdict(preset, pictures())


@pytest.mark.parametrize("preset", RULES)
def test_a_gate_without_pictures_does_not_pass(preset):
    assert not passes(preset, [])


def test_a_diversity_that_is_null_fails():
    rows = pictures(diversity=[0.5, None, 0.5, 0.5])
    assert not passes("standard", rows)
    assert "none" in verdict("standard", rows)


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        ("detail", [0.061, 0.061, 0.061, 0.061]),  # the mean
        ("detail", [0.01, 0.01, 0.01, 0.101]),  # one of them, though the mean is fine
        ("detail", [0.05, float("nan"), 0.05, 0.05]),
        ("band", [0.84, 1, 1, 1]),
        ("band", [1, 1, 1, 1.11]),
        ("swd", [0.029, 0.029, 0.029, 0.029]),
        ("coherence_rel", [0.87, 0.87, 0.87, 0.87]),
        ("coherence_rel", [1.01, 0.5, 0.5, 0.5]),
        ("completeness_rel", [0.93, 0.93, 0.93, 0.93]),
        ("nnf_div", [0.17, 0.17, 0.17, 0.17]),
        ("nnf_div", [0.07, 0.9, 0.9, 0.9]),
        ("novelty", [0.41, 0.41, 0.41, 0.41]),
        ("diversity", [0.44, 0.9, 0.9, 0.9]),
    ],
)
def test_each_figure_alone_can_fail_standard(figure, values):
    assert not passes("standard", pictures(**{figure: values}))


def test_a_rule_on_the_mean_allows_one_bad_picture():
    rows = pictures(
        coherence_rel=[0.99, 0.8, 0.8, 0.8], swd=[0.07, 0.02, 0.02, 0.02], detail=[0.09, 0.05, 0.05, 0.05]
    )
    assert passes("standard", rows)


def test_draft_has_weaker_rules():
    rows = pictures(detail=[0.07] * 4, swd=[0.034] * 4, coherence_rel=[0.9] * 4, band=[0.8] * 4)
    assert passes("draft", rows)
    assert not passes("standard", rows)
    assert not passes("draft", pictures(coherence_rel=[0.93] * 4))


def test_the_table_has_a_line_per_picture_and_both_means():
    lines = table(pictures(swd=[0.01, 0.01, 0.04, 0.04])).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [
        *(f"picture {i}" for i in range(4)),
        "mean",
        "geometric mean",
    ]
    header = [cell.strip() for cell in lines[0].split("|")]
    assert lines[-2].split("|")[header.index("swd")].strip() == "0.025"
    assert lines[-1].split("|")[header.index("swd")].strip() == "0.020"


def test_a_sheet_of_noise_stays_small():
    noise = np.random.default_rng(0).integers(0, 256, (16, 188, 250, 3), dtype=np.uint8)
    rows = wrapped(Row("", [Cell(str(i), picture) for i, picture in enumerate(noise)]), 4)
    assert 10_000 < len(small_jpeg("noise", rows)) < 150_000


def test_the_gate_trains_once_and_judges(sample_picture: Path, tmp_path: Path, capfd):
    words = [str(sample_picture), "--presets", "draft", "--max-size", "32", "--iterations", "1"]
    words += ["--device", "cpu", "--threads", "1", "--work", str(tmp_path / "w")]
    words += ["--results", str(tmp_path / "r")]
    assert main(words) == 1  # nothing is learned in one iteration
    first = capfd.readouterr().out
    assert "scale 0" in first
    assert "fails" in first
    assert main(words) == 1
    second = capfd.readouterr().out
    assert "scale 0" not in second
    assert second[second.index("#") :] == first[first.index("#") :]
    kept = sorted(path.suffix for path in (tmp_path / "r").iterdir())
    assert kept == [".jpg", ".json", ".md"]


def running() -> dict[int, int]:
    """Return the processes of this machine with their parents, by the kernel's own list."""
    found = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            state, parent = place.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                found[int(place.parent.name)] = int(parent)
    return found


def wait_until(done: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="lists processes as Linux does")
def test_a_killed_gate_leaves_no_training_behind(sample_picture: Path, tmp_path: Path):
    work = tmp_path / "w"
    words = [str(sample_picture), "--presets", "draft", "--max-size", "48", "--iterations", "100000"]
    words += ["--device", "cpu", "--threads", "1", "--work", str(work), "--results", str(tmp_path / "r")]
    gate = subprocess.Popen([sys.executable, "-m", "bench.gate", *words], stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: list(work.glob("*.singan")))
        begun = {child for child, parent in running().items() if parent == gate.pid}
        assert begun
    finally:
        gate.kill()
        gate.wait()
    wait_until(lambda: not begun & running().keys())
