"""A computer's speed: measured once, cached for the user, corrected by real trainings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from engine_projects import TINY, make_project

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.config import preset
from singan_studio.core.cost_model import Machine, Speed, estimate
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.core.events import Event, RunFinished, RunStarted, ScaleFinished, ScaleStarted
from singan_studio.core.geometry import geometry_for
from singan_studio.engine import calibration
from singan_studio.engine import device as devices
from singan_studio.engine_process import machines
from singan_studio.engine_process.jobs import run_training

SIZES = geometry_for(40, 48, TINY).sizes
SLOW = Machine(Speed(100.0, 100.0, 100.0))


def own_key() -> str:
    return machines.key_of("cpu", 1)


def story(first: int = 0, begun: int = 0, each: float = 50.0) -> list[Event]:
    """Return a training's events from scale `first` on; the scale was resumed at iteration `begun`."""
    events: list[Event] = [RunStarted("m", "draft", "cpu", 1, list(SIZES), first)]
    for scale, (height, width) in list(enumerate(SIZES))[first:]:
        events.append(ScaleStarted(scale, height, width, 8, 0.1, 32, begun if scale == first else 0))
        events.append(ScaleFinished(scale, height, width, 8, 0.1, each, 0.1))
    return [*events, RunFinished(1.0, len(SIZES))]


def observed(events: list[Event]) -> Machine | None:
    heard: list[Event] = []
    observer = machines.Observer(TINY, SIZES, heard.append)
    for event in events:
        observer(event)
    assert heard == events
    return machines.load(own_key())


def test_machine_is_measured_once(monkeypatch: pytest.MonkeyPatch):
    first = machines.measured("cpu", 1, lambda: None)
    assert min(first.speed.per_gflop, first.speed.per_mvalue, first.speed.per_pass) >= 0
    assert first.speed.per_gflop + first.speed.per_mvalue > 0
    monkeypatch.setattr(calibration, "measure_speed", lambda *_: pytest.fail("measured again"))
    assert machines.measured("cpu", 1, lambda: None) == first
    assert list(json.loads(machines.machine_file().read_text())) == [own_key()]


@pytest.mark.parametrize("mixes", [True, False])
def test_trainings_of_mixed_precision_are_estimated_by_a_speed_of_their_own_where_they_have_one(
    mixes: bool, monkeypatch: pytest.MonkeyPatch
):
    speeds = {"full": Speed(3.0, 3.0, 3.0), "mixed": Speed(1.0, 1.0, 1.0)}
    monkeypatch.setattr(devices, "mixes_precision", lambda _device: mixes)
    monkeypatch.setattr(calibration, "measure_speed", lambda _device, precision, _pause: speeds[precision])
    machine = machines.measured("cpu", 1, lambda: None)
    assert machine.speed_of(preset("faithful")) == speeds["full"]
    assert machine.speed_of(preset("draft")) == speeds["mixed" if mixes else "full"]
    assert machine.speed_of(preset("draft", precision="full")) == speeds["full"]
    assert machines.load(own_key()) == machine


def test_cancelled_measurement_leaves_nothing():
    source = CancelSource()
    calls = []

    def pause() -> None:
        calls.append(1)
        if len(calls) == 3:
            source.cancel()
        source.token.check()

    with pytest.raises(Cancelled):
        machines.measured("cpu", 1, pause)
    assert not machines.machine_file().exists()


def test_missing_device_is_refused():
    with pytest.raises(BadInput, match="mps"):
        machines.measured("mps", 1, lambda: None)


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"a": 1}', '{"KEY": {"speed": 3}}', '{"KEY": {}}'])
def test_damaged_cache_counts_as_empty(text: str):
    path = machines.machine_file()
    path.parent.mkdir(parents=True)
    path.write_text(text.replace("KEY", own_key()))
    assert machines.load(own_key()) in (None, Machine())
    machines.save(own_key(), SLOW)
    assert machines.load(own_key()) == SLOW


def test_unwritable_cache_is_not_an_error():
    machines.machine_file().parent.parent.mkdir(parents=True, exist_ok=True)
    machines.machine_file().parent.write_text("a file where the folder should be")
    machines.save(own_key(), SLOW)
    assert machines.load(own_key()) is None


def test_short_training_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (model,) = make_project(tmp_path / "a.singan", TINY)
    monkeypatch.setattr(calibration, "measure_speed", lambda *_: pytest.fail("measured"))
    expected = machines.before_training(tmp_path / "a.singan", model, "cpu", 1, lambda: None)
    assert expected == estimate(TINY, SIZES, Machine())


def test_long_training_is_estimated_with_measured_machine(tmp_path: Path):
    machines.save(own_key(), SLOW)
    long = TINY.but(iterations=100_000)
    (model,) = make_project(tmp_path / "a.singan", long)
    expected = machines.before_training(tmp_path / "a.singan", model, "cpu", 1, lambda: None)
    assert expected == estimate(long, SIZES, SLOW)


def test_real_training_corrects_next_estimate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(machines, "WORTH_MEASURING", 0.0)
    machines.save(own_key(), SLOW)
    (model,) = make_project(tmp_path / "a.singan", TINY)
    run_training(tmp_path / "a.singan", model, lambda _: None, NEVER, "cpu", 1)
    now = machines.load(own_key())
    assert now is not None
    assert now.speed == SLOW.speed
    assert now.seconds_ratio["draft"] == pytest.approx(3.0**-0.7)  # one training corrects no further
    assert 0.4 < now.memory_ratio["draft"] < 2.2


def test_only_completely_trained_scales_count():
    machines.save(own_key(), SLOW)
    per_scale = [estimate(TINY, SIZES, SLOW, [k]).seconds for k in range(len(SIZES))]
    counted = range(2, len(SIZES))
    each = 1.5 * sum(per_scale[k] for k in counted) / len(counted)
    now = observed(story(first=1, begun=5, each=each))
    assert now is not None
    assert now.seconds_ratio["draft"] == pytest.approx(1.5**0.7)


def test_short_training_or_unknown_machine_corrects_nothing():
    assert observed(story()) is None
    machines.save(own_key(), SLOW)
    assert observed(story(each=0.1)) == SLOW
