"""The trainer process with a real project, for every command its owner may send."""

import multiprocessing
import os
import resource
import signal
import time
from pathlib import Path

import pytest
from engine_projects import ENDLESS, TINY, becomes, make_project, of, train, until, until_over

from singan_studio.core.events import (
    CheckpointSaved,
    Preview,
    Progress,
    RunCancelled,
    RunFailed,
    RunFinished,
    RunStarted,
    ScaleFinished,
    ScaleStarted,
)
from singan_studio.engine_process import protocol
from singan_studio.engine_process import train as train_process
from singan_studio.engine_process.client import ENTRIES, EngineClient, EngineDied
from singan_studio.engine_process.messages import (
    CancelTraining,
    Heartbeat,
    Hold,
    Ready,
    Release,
    Shutdown,
    Train,
)
from singan_studio.project.scale_pictures import kept_pictures
from singan_studio.project.store import ProjectStore


@pytest.fixture(scope="module")
def trainer(tmp_path_factory):
    """Yield one process for all tests that leave it alive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        with EngineClient("trainer") as client:
            until(client, Ready)
            yield client


def test_training_reports_events_and_saves_scales(trainer, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY)
    trainer.send(train(tmp_path / "a.singan", model))
    story = [m for m in until_over(trainer) if not isinstance(m, Progress | Preview | CheckpointSaved)]
    scales = len(story[0].sizes)
    assert scales > 2
    assert [type(m) for m in story] == [RunStarted, *[ScaleStarted, ScaleFinished] * scales, RunFinished]
    assert isinstance(story[0], RunStarted)
    assert story[0].model_id == model
    with ProjectStore.open(tmp_path / "a.singan") as store:
        assert store.scales(model) == of(ScaleFinished, story)
        assert store.checkpoint(model) is None
        for scale, size in enumerate(story[0].sizes):  # what was last seen of it
            pictures = kept_pictures(store, model, scale)
            assert pictures is not None
            assert pictures.reconstruction.shape == pictures.sample.shape == (*size, 3)


def test_finished_training_started_again_does_nothing(trainer, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY)
    for _ in range(2):
        trainer.send(train(tmp_path / "a.singan", model))
        seen = until_over(trainer)
    assert of(RunStarted, seen)[0].first_scale == seen[-1].scales
    assert not of(ScaleStarted, seen)


def test_cancel_takes_under_a_second_and_training_resumes_mid_scale(trainer, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", ENDLESS)
    trainer.send(train(tmp_path / "a.singan", model))
    until(trainer, Progress)
    began = time.monotonic()
    trainer.send(CancelTraining())
    seen = until_over(trainer)
    assert time.monotonic() - began < 1
    assert seen[-1] == RunCancelled(finished_scales=0)
    (saved,) = of(CheckpointSaved, seen)
    assert saved.iteration > 0

    trainer.send(train(tmp_path / "a.singan", model))
    assert of(ScaleStarted, until(trainer, ScaleStarted))[0].first_iteration == saved.iteration
    trainer.cancel_training()
    until_over(trainer)


def test_cancel_without_training_does_nothing(trainer, tmp_path):
    trainer.cancel_training(timeout=0)
    assert trainer.receive(0.2) is None
    (model,) = make_project(tmp_path / "a.singan", TINY)
    trainer.send(train(tmp_path / "a.singan", model))
    assert isinstance(until_over(trainer)[-1], RunFinished)


def test_training_cancelled_before_start_ends_as_cancelled(trainer, tmp_path):
    first, second = make_project(tmp_path / "a.singan", ENDLESS, ENDLESS)
    trainer.send(train(tmp_path / "a.singan", first))
    trainer.send(train(tmp_path / "a.singan", second))
    until(trainer, Progress)
    trainer.send(CancelTraining())
    assert isinstance(until_over(trainer)[-1], RunCancelled)
    assert isinstance(until_over(trainer)[-1], RunCancelled)


def iteration_after(trainer: EngineClient, seconds: float) -> int:
    """Return the newest reported iteration after waiting for `seconds`."""
    deadline = time.monotonic() + seconds
    newest = 0
    while (left := deadline - time.monotonic()) > 0:
        message = trainer.receive(left)
        newest = message.iteration if isinstance(message, Progress) else newest
    return newest


def test_hold_pauses_until_release_for_two_seconds_at_most(trainer, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", ENDLESS)
    trainer.send(train(tmp_path / "a.singan", model))
    until(trainer, Progress)
    trainer.send(Hold())
    iteration_after(trainer, 0.4)  # a step may still be running
    assert iteration_after(trainer, 0.8) == 0, "it went on"
    trainer.send(Release())
    assert iteration_after(trainer, 0.5) > 0, "it did not go on"

    trainer.send(Hold())
    iteration_after(trainer, 0.4)
    began = time.monotonic()
    until(trainer, Progress)
    assert 1 < time.monotonic() - began < 2.5
    trainer.send(Hold())
    trainer.send(CancelTraining())
    began = time.monotonic()
    until_over(trainer)
    assert time.monotonic() - began < 1
    trainer.send(Release())


@pytest.mark.parametrize(
    ("name", "model", "device", "code"),
    [
        ("missing.singan", "any", "cpu", "project.missing"),
        ("text.singan", "any", "cpu", "project.not_ours"),
        ("a.singan", "unknown", "cpu", "project.no_model"),
        ("a.singan", "", "mps", "device.missing"),
    ],
)
def test_invalid_training_fails_with_reason(trainer, tmp_path, name, model, device, code):
    (real,) = make_project(tmp_path / "a.singan", TINY)
    (tmp_path / "text.singan").write_text("not a project, but longer than a header would be " * 40)
    trainer.send(Train(str(tmp_path / name), model or real, device, 1))
    (failed,) = until_over(trainer)
    assert isinstance(failed, RunFailed)
    assert failed.code == code


def test_slow_owner_gets_every_state_change_and_newest_progress(trainer, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY.but(iterations=60))
    trainer.send(train(tmp_path / "a.singan", model))
    until(trainer, RunStarted)
    time.sleep(2)
    assert becomes(lambda: len(scales_in(tmp_path / "a.singan", model)) > 1, seconds=100)
    seen = until_over(trainer)
    assert_in_order(seen)
    asleep = seen[: seen.index(of(ScaleFinished, seen)[0])]
    told = 1 + len(of(CheckpointSaved, asleep))  # nothing newer replaces what was told before a state change
    assert 1 <= len(of(Progress, asleep)) <= told
    assert 1 <= len(of(Preview, asleep)) <= told


def test_unread_pipe_does_not_stop_training(private_home, tmp_path):
    path = tmp_path / "a.singan"
    # previews of together about 700 kB, more than a pipe holds
    (model,) = make_project(path, TINY.but(max_size=150, iterations=3))
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=train_process.main, args=(theirs,))
    process.start()
    theirs.close()
    protocol.send(ours, train(path, model))
    seen = []
    while not of(RunStarted, seen):
        seen.append(protocol.receive(ours))
    scales = len(of(RunStarted, seen)[0].sizes)

    time.sleep(2)
    assert becomes(lambda: len(scales_in(path, model)) == scales, seconds=100), "it waits for its reader"
    while not of(RunFinished, seen):
        seen.append(protocol.receive(ours))
    assert_in_order([m for m in seen if not isinstance(m, Heartbeat)])
    assert of(ScaleFinished, seen) == scales_in(path, model)
    protocol.send(ours, Shutdown())
    process.join()
    ours.close()


def scales_in(path: Path, model: str) -> list[ScaleFinished]:
    with ProjectStore.open(path, read_only=True) as store:
        return store.scales(model)


def assert_in_order(seen: list[object]) -> None:
    """Check that every scale starts and finishes once, and that nothing is reported about a scale outside of that."""
    scale, inside = of(ScaleStarted, seen)[0].scale - 1, False
    iteration = 0
    for message in seen:
        match message:
            case ScaleStarted():
                assert not inside
                assert message.scale == scale + 1
                scale, inside, iteration = message.scale, True, 0
            case ScaleFinished():
                assert inside
                assert message.scale == scale
                inside = False
            case Progress():
                assert inside
                assert message.scale == scale
                assert message.iteration >= iteration
                iteration = message.iteration
    assert not inside


@pytest.mark.usefixtures("forked_engines")
def test_trainer_that_does_not_cancel_in_time_is_killed(private_home, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY.but(iterations=40))
    with EngineClient("trainer") as trainer:
        trainer.send(train(tmp_path / "a.singan", model))
        finished = of(ScaleFinished, until(trainer, ScaleFinished))
        assert trainer.pid
        os.kill(trainer.pid, signal.SIGSTOP)
        finished += of(ScaleFinished, silence(trainer))
        began = time.monotonic()
        trainer.cancel_training()
        assert until_over(trainer)[-1] == RunCancelled(len(finished))
        assert 0.9 < time.monotonic() - began < 1.5
        with pytest.raises(EngineDied) as death:
            trainer.receive(1)
    assert death.value.code == "worker.killed"
    with ProjectStore.open(tmp_path / "a.singan") as store:
        assert store.scales(model)[: len(finished)] == finished


def silence(trainer: EngineClient) -> list[object]:
    """Drop what a stopped process had sent before."""
    seen = []
    while (message := trainer.receive(0.1)) is not None:
        seen.append(message)
    return seen


@pytest.mark.usefixtures("forked_engines")
def test_killed_trainer_is_reported_and_replacement_resumes(private_home, tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY.but(iterations=100))
    with EngineClient("trainer") as trainer:
        trainer.send(train(tmp_path / "a.singan", model))
        seen = until(trainer, ScaleFinished)
        assert trainer.pid
        os.kill(trainer.pid, signal.SIGKILL)
        with pytest.raises(EngineDied) as death:  # noqa: PT012 - any of them may be the one that raises
            while True:
                seen.append(trainer.receive(5))
    assert (death.value.code, death.value.exitcode) == ("worker.died", -signal.SIGKILL)
    assert "SIGKILL" in str(death.value)
    finished = of(ScaleFinished, seen)
    assert scales_in(tmp_path / "a.singan", model) == finished

    with EngineClient("trainer") as trainer:
        trainer.send(train(tmp_path / "a.singan", model))
        assert of(RunStarted, until(trainer, Progress))[0].first_scale == len(finished)
        trainer.stop(grace=5)
        (saved,) = of(CheckpointSaved, until(trainer, RunCancelled))
    with ProjectStore.open(tmp_path / "a.singan") as store:
        checkpoint = store.checkpoint(model)
    assert checkpoint
    assert (checkpoint.scale, checkpoint.iteration) == (saved.scale, saved.iteration)


def trainer_on_a_full_disk(connection) -> None:
    """Yield a trainer whose files cannot grow beyond 300 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    train_process.main(connection)


def test_full_disk_ends_training_and_keeps_finished_scales(private_home, tmp_path, monkeypatch):
    (model,) = make_project(tmp_path / "a.singan", TINY.but(channels=32))
    monkeypatch.setitem(ENTRIES, "trainer", trainer_on_a_full_disk)
    with EngineClient("trainer") as trainer:
        trainer.send(train(tmp_path / "a.singan", model))
        seen = until_over(trainer)
    finished = of(ScaleFinished, seen)
    assert isinstance(seen[-1], RunFailed)
    assert seen[-1].code.startswith("project.")
    assert 0 < len(finished) < len(of(RunStarted, seen)[0].sizes)
    with ProjectStore.open(tmp_path / "a.singan") as store:
        assert store.scales(model) == finished
