"""SIGKILL at any moment of a training loses no finished scale, few seconds of work, and damages no file."""

import os
import signal

import pytest
from engine_projects import ENDLESS, TINY, make_project, of, output_of, train, until

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.events import CheckpointSaved, Progress, RunFinished, RunStarted, ScaleStarted
from singan_studio.engine_process.client import EngineClient
from singan_studio.engine_process.jobs import run_training
from singan_studio.project.store import ProjectStore

pytestmark = pytest.mark.usefixtures("forked_engines")


def test_killed_trainings_keep_finished_scales(tmp_path):
    paths = [tmp_path / f"{number:02}.singan" for number in range(21)]
    for path in paths:
        make_project(path, TINY.but(iterations=3))
    killed = int(output_of("engine_killed_trainings.py", tmp_path, 1))
    assert killed >= 5, "most had finished before they were killed"

    halfway = []
    for path in paths[1:]:
        log = path.with_suffix(".log")
        reported = log.read_text().splitlines() if log.exists() else []
        with ProjectStore.open(path) as store:
            model = store.models()[0].id
            scales = store.scales(model)
            assert len(store.scale_blobs(model)) == len(scales)
        assert [scale.scale for scale in scales] == list(range(len(scales)))
        assert (
            len(reported) <= len(scales) <= len(reported) + 1
        )  # killed between saving a scale and reporting it
        assert not path.with_name(f"{path.name}-wal").exists()
        if 0 < len(scales) < 4:
            halfway.append((path, model, len(scales)))

    assert halfway
    path, model, finished = halfway[0]
    events = []
    run_training(path, model, events.append, NEVER, "cpu", 1)
    assert of(RunStarted, events)[0].first_scale == finished
    assert events[-1] == RunFinished(events[-1].seconds, 4)


def test_killed_training_goes_on_from_its_last_checkpoint(tmp_path):
    (model,) = make_project(tmp_path / "a.singan", ENDLESS.but(checkpoint_seconds=1))
    with EngineClient("trainer") as client:
        client.send(train(tmp_path / "a.singan", model))
        saved = until(client, CheckpointSaved)[-1]
        until(client, Progress)
        assert client.pid
        os.kill(client.pid, signal.SIGKILL)
    assert isinstance(saved, CheckpointSaved)
    events: list = []

    def cancel_when_begun(event):
        events.append(event)
        if isinstance(event, ScaleStarted):
            source.cancel()

    source = CancelSource()
    run_training(tmp_path / "a.singan", model, cancel_when_begun, source.token, "cpu", 1)
    assert of(ScaleStarted, events)[0].first_iteration >= saved.iteration > 0
