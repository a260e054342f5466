"""Checkpoints keep a pace of their own: seconds of work may be lost, and little time is spent on saving."""

import pytest

from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.events import RunFinished
from singan_studio.engine.gan import reporter
from singan_studio.engine.gan.reporter import CheckpointPace
from tests.engine.gan.test_trainer import PRESETS, Memory, tiny


def test_a_checkpoint_is_due_every_eight_seconds():
    pace = CheckpointPace(preset("standard").checkpoint_seconds, now=100.0)
    assert not pace.due(107.9)
    assert pace.due(108.0)
    pace.saved(108.0, 108.1)
    assert not pace.due(116.0)
    assert pace.due(116.2)


def test_configurations_of_earlier_versions_open_and_lose_as_little():
    earlier = TrainConfig.from_json('{"checkpoint_seconds": 60}')
    assert earlier.checkpoint_seconds == 60
    assert earlier == TrainConfig()  # so that models of earlier versions are found again
    assert CheckpointPace(earlier.checkpoint_seconds, now=0.0).due(8.0)


def test_costly_checkpoints_take_two_percent_of_the_time():
    pace, now = CheckpointPace(8.0, now=0.0), 8.0
    for interval in (10.0, 12.5, 15.625, 19.53125, 24.4140625, 25.0, 25.0):
        pace.saved(now, now + 0.5)
        assert not pace.due(now + 0.5 + interval - 0.1)
        assert pace.due(now + 0.5 + interval)
        now += 0.5 + interval


def test_one_checkpoint_on_a_busy_disk_puts_off_the_next_by_two_seconds():
    pace = CheckpointPace(8.0, now=0.0)
    pace.saved(8.0, 18.0)
    assert pace.due(28.0)
    pace.saved(28.0, 28.1)
    assert pace.due(36.2)


class Killed(BaseException):
    """The end of the process, which nothing catches."""


class KilledAtCheckpoint(Memory):
    def __init__(self, count: int):
        super().__init__()
        self.left = count

    def save_checkpoint(self, scale, iteration, blob):
        super().save_checkpoint(scale, iteration, blob)
        self.left -= 1
        if self.left == 0:
            raise Killed


@pytest.mark.parametrize("name", PRESETS)
def test_a_training_killed_between_any_two_steps_goes_on_with_the_same_bits(name, monkeypatch):
    monkeypatch.setattr(reporter, "LONGEST_LOSS", 0.0)  # so one is saved after every sub-step
    config, straight = tiny(name, iterations=2), Memory()
    straight.run(config)
    steps = config.iterations * (config.d_steps + config.g_steps)
    for count in (1, steps - 1, steps, steps + config.prev_bank + 1):
        memory = KilledAtCheckpoint(count)
        with pytest.raises(Killed):
            memory.run(config)
        assert isinstance(memory.run(config), RunFinished)
        assert memory.scales == straight.scales, f"killed at checkpoint {count}"
