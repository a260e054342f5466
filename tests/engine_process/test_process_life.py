"""Start, life and end of engine processes, and what their owner learns about it."""

import json
import multiprocessing
import os
import signal
import threading
import time

import engine_fakes
import numpy as np
import pytest
from engine_projects import (
    ENDLESS,
    TINY,
    alive,
    becomes,
    make_project,
    output_of,
    start_script,
    train,
    until,
)

from singan_studio.core.events import Preview
from singan_studio.engine_process import protocol
from singan_studio.engine_process.client import ENTRIES, EngineClient, EngineDied
from singan_studio.engine_process.messages import Hello, OpenProject, Ready, Render, Rendered, RenderFailed
from singan_studio.engine_process.server import log_file
from singan_studio.project.store import ProjectStore


def death_of(client: EngineClient, seconds: float = 20) -> EngineDied:
    """Return how the engine ends; all messages before that are dropped."""
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            client.receive(0.1)
    except EngineDied as death:
        return death
    raise AssertionError(f"still alive after {seconds} s")


def test_owner_never_imports_torch():
    modules = set(output_of("engine_owner_modules.py").split())
    assert {"singan_studio", "numpy"} <= modules
    assert not modules & {"torch", "PySide6", "cv2"}


def test_engines_import_neither_qt_nor_torchs_compiler(tmp_path):
    (model,) = make_project(tmp_path / "a.singan", TINY.but(iterations=1))
    output_of("engine_scripted_child.py", tmp_path / "a.singan", model, tmp_path / "modules")
    modules = set((tmp_path / "modules").read_text().split())
    assert {"singan_studio", "torch"} <= modules
    assert not modules & {"PySide6", "shiboken6", "pyqtgraph", "cv2"}
    assert "sympy" not in modules, "torch's compiler is imported, which takes two seconds"


def test_engine_says_hello_and_ready_ignores_ctrl_c_and_stops():
    client = EngineClient("renderer")
    client.start()
    assert client.pid
    os.kill(client.pid, signal.SIGINT)
    hello, *_, ready = until(client, Ready)
    assert isinstance(hello, Hello)
    assert (hello.role, hello.pid) == ("renderer", client.pid)
    assert isinstance(ready, Ready)
    assert ready.device in ready.devices
    os.kill(client.pid, signal.SIGINT)
    client.send(Render(1, "{}", "result"))
    until(client, RenderFailed)
    began = time.monotonic()
    client.stop()
    client.stop()
    assert time.monotonic() - began < 0.9
    assert not alive(client.pid)
    assert death_of(client).exitcode == 0


def test_stopping_before_start_does_nothing():
    EngineClient("trainer").stop()


def test_unencodable_command_is_refused_by_sender(tmp_path):
    with pytest.raises(protocol.ProtocolError, match=r"OpenProject\.project"):
        EngineClient("renderer").send(OpenProject(tmp_path, "cpu", 1))  # type: ignore[arg-type]


def test_engine_that_does_not_stop_is_killed_after_grace_period():
    client = EngineClient("renderer")
    client.start()
    until(client, Hello)
    assert client.pid
    os.kill(client.pid, signal.SIGSTOP)
    began = time.monotonic()
    client.stop(grace=0.3)
    assert 0.3 <= time.monotonic() - began < 1.5
    assert not alive(client.pid)


def test_busy_engine_sends_heartbeats_and_stopped_one_is_killed(tmp_path):
    quiet = TINY.but(
        min_size=150, max_size=250, channels=64, iterations=1000, report_seconds=60, preview_seconds=600
    )
    (model,) = make_project(tmp_path / "a.singan", quiet)
    with EngineClient("trainer", silent_seconds=1.5) as client:
        client.send(train(tmp_path / "a.singan", model))
        until(client, Preview)
        assert client.receive(3) is None
        assert client.pid
        os.kill(client.pid, signal.SIGSTOP)
        began = time.monotonic()
        death = death_of(client)
        assert 0.9 < time.monotonic() - began < 3
    assert death.code == "worker.silent"
    assert str(log_file("trainer")) in str(death)


@pytest.mark.parametrize(
    ("fake", "code", "reason"),
    [
        (engine_fakes.of_another_version, "worker.version", "0.0.0"),
        (engine_fakes.talking_nonsense, "worker.version", "not JSON"),
        (engine_fakes.leaving, "worker.died", "exit code 7"),
    ],
)
def test_incompatible_engine_is_refused_with_reason(monkeypatch, fake, code, reason):
    monkeypatch.setitem(ENTRIES, "trainer", fake)
    with EngineClient("trainer") as client:
        death = death_of(client)
    assert death.code == code
    assert reason in str(death)


def test_crash_gives_one_line_and_traceback_in_log(tmp_path, monkeypatch, capfd):
    (tmp_path / "torch.py").write_text("raise ImportError('this torch is broken')")
    monkeypatch.syspath_prepend(tmp_path)
    with EngineClient("trainer") as client:
        death = death_of(client)
    assert (death.code, death.exitcode) == ("worker.died", 1)
    assert len(str(death).splitlines()) == 1
    log = log_file("trainer").read_text()
    assert "Traceback" in log
    assert "this torch is broken" in log
    assert capfd.readouterr() == ("", "")


def test_command_for_other_engine_ends_engine_with_log_line():
    with EngineClient("trainer") as client:
        client.send(OpenProject("a.singan", "cpu", 1))
        assert death_of(client).code == "worker.died"
    assert "OpenProject is no command for the trainer" in log_file("trainer").read_text()


@pytest.mark.parametrize("moment", ["birth", "loading", "training"])
def test_engines_end_within_two_seconds_of_killed_owner(tmp_path, moment):
    (model,) = make_project(tmp_path / "a.singan", ENDLESS)
    with start_script("engine_owner.py", tmp_path / "a.singan", model, moment) as owner:
        assert owner.stdout
        pids = [int(pid) for pid in owner.stdout.readline().split()]
        assert all(alive(pid) for pid in pids)
        owner.kill()
        gone = becomes(lambda: not any(alive(pid) for pid in pids), seconds=2)
    assert len(pids) == 2
    assert gone
    with ProjectStore.open(tmp_path / "a.singan") as store:
        assert (store.checkpoint(model) is not None) == (moment == "training")


def test_12_megapixel_picture_round_trip():
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=engine_fakes.echo, args=(theirs,))
    child.start()
    theirs.close()
    picture = np.random.default_rng(0).integers(0, 256, (3000, 4000, 3), np.uint8)
    message = Rendered(1, json.dumps({"seed": 1}), 2.5, picture)
    sender = threading.Thread(target=protocol.send, args=(ours, message))
    sender.start()
    back = protocol.receive(ours)
    sender.join()
    ours.close()
    child.join()
    assert back.recipe == message.recipe
    assert np.array_equal(back.picture, picture)
