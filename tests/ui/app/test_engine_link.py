"""The link between the window and an engine process: real processes, real threads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from PySide6.QtCore import QThread

from singan_studio.core.events import Preview, Progress, ScaleStarted
from singan_studio.engine_process.mailbox import Mailbox
from singan_studio.engine_process.messages import Hello, Ready
from singan_studio.ui.app.engine_link import MODEST, EngineLink


@pytest.fixture
def forked_engines() -> None:
    """Start engines as the program does."""


@pytest.fixture
def link(qapp):
    link = EngineLink("renderer")
    yield link
    link.stop(grace=0.2)
    assert link.wait(5000)


def progress(scale: int, iteration: int) -> Progress:
    return Progress(scale, iteration, 100, {"d_loss": 0.0}, 1.0, 1.0)


def preview(scale: int) -> Preview:
    picture = np.zeros((2, 2, 3), np.uint8)
    return Preview(scale, 0, picture, picture, picture)


class Talker:
    """Stands for an engine that sends a burst, through the mailbox that a client has."""

    def __init__(self, role: str, arrived: Callable[[], None], messages: Sequence[object] = ()) -> None:
        self._messages, self._inbox = messages, Mailbox(arrived)
        self.sent: list[object] = []
        self.stopped = False

    def start(self) -> None:
        threading.Thread(target=lambda: [self._inbox.put(message) for message in self._messages]).start()

    def send(self, message: object) -> None:
        self.sent.append(message)

    def take(self) -> object | None:
        return self._inbox.take(0)

    def stop(self, grace: float = 1.0) -> None:
        self.stopped = True


def talkers_link(messages: Sequence[object]) -> tuple[EngineLink, Talker]:
    made: list[Talker] = []

    def make(role: str, arrived: Callable[[], None]) -> Talker:
        made.append(Talker(role, arrived, messages))
        return made[0]

    link = EngineLink("trainer", make_client=make)
    return link, made[0]


def test_engine_becomes_ready_and_its_process_ends_with_the_link(qtbot, link):
    received: list[object] = []
    link.received.connect(received.append)
    with qtbot.waitSignal(link.ready, timeout=60_000) as ready:
        link.start()
    assert "cpu" in ready.args[0].devices
    assert [type(message) for message in received[:2]] == [Hello, Ready]
    (hello, *_) = received
    assert os.getpriority(os.PRIO_PROCESS, hello.pid) == MODEST
    link.stop()
    qtbot.waitUntil(link.isFinished, timeout=30_000)
    with pytest.raises(ProcessLookupError):
        os.kill(hello.pid, 0)


def test_killed_engine_is_reported_once_with_a_reason(qtbot, link):
    deaths: list[tuple[str, dict]] = []
    link.died.connect(lambda code, params: deaths.append((code, params)))
    with qtbot.waitSignal(link.received, timeout=30_000) as hello:
        link.start()
    os.kill(hello.args[0].pid, signal.SIGKILL)
    qtbot.waitUntil(link.isFinished, timeout=30_000)
    qtbot.waitUntil(lambda: bool(deaths), timeout=10_000)
    ((code, params),) = deaths
    assert code == "worker.died"
    assert "SIGKILL" in params["reason"]


def test_burst_arrives_as_its_newest_progress_and_every_state_change(qtbot):
    messages: list[object] = [ScaleStarted(0, 8, 8, 8, 1.0, 100, 0)]
    messages += [m for i in range(100) for m in (progress(0, i), preview(0))]
    messages += [ScaleStarted(1, 9, 9, 8, 1.0, 100, 0), progress(1, 7)]
    link, talker = talkers_link(messages)
    received: list[object] = []
    link.received.connect(received.append)
    link.start()
    wait_without_events(lambda: talker._inbox._slots)  # the GUI thread is busy until the whole burst is there
    qtbot.waitUntil(lambda: any(m == progress(1, 7) for m in received))
    link.stop()
    assert link.wait(2000)
    assert [m.scale for m in received if isinstance(m, ScaleStarted)] == [0, 1]
    assert [m.iteration for m in received if isinstance(m, Progress)] == [99, 7]
    assert len([m for m in received if isinstance(m, Preview)]) == 1
    assert talker.stopped


def wait_without_events(condition: Callable[[], object], seconds: float = 10) -> None:
    """Wait for another thread while the event loop stands still."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)


def test_messages_sent_before_the_start_reach_the_engine_in_order(qtbot):
    link, talker = talkers_link([])
    link.send("first")
    link.start()
    link.send("second")
    qtbot.waitUntil(lambda: len(talker.sent) == 2)
    link.stop()
    assert link.wait(2000)
    assert talker.sent == ["first", "second"]


def test_messages_are_received_on_the_gui_thread(qtbot):
    link, _ = talkers_link([progress(0, 1)])
    threads: list[QThread] = []
    link.received.connect(lambda _: threads.append(QThread.currentThread()))
    link.start()
    qtbot.waitUntil(lambda: bool(threads))
    link.stop()
    assert link.wait(2000)
    assert threads[0] is link.thread()


def test_a_message_reaches_the_gui_thread_without_a_poll(qtbot):
    """The reader's thread wakes the event loop: nothing waits for the next turn of a poll."""
    link, talker = talkers_link([])
    received: list[object] = []
    link.received.connect(received.append)
    link.start()
    threading.Thread(target=lambda: talker._inbox.put("state")).start()
    qtbot.waitUntil(lambda: received == ["state"])
    link.stop()
    assert link.wait(2000)


def test_a_stopped_link_delivers_nothing(qtbot):
    link, talker = talkers_link([])
    received: list[object] = []
    link.received.connect(received.append)
    link.start()
    link.stop()
    assert link.wait(2000)
    talker._inbox.put("late")
    qtbot.wait(20)
    assert received == []


def test_a_client_that_cannot_start_is_reported_as_a_death(qtbot):
    class Broken(Talker):
        def start(self) -> None:
            raise OSError("no more processes")

    link = EngineLink("trainer", make_client=Broken)
    with qtbot.waitSignal(link.died) as died:
        link.start()
    assert link.wait(2000)
    assert died.args == ["window.unexpected", {"reason": "OSError: no more processes"}]


def test_window_process_never_imports_torch():
    code = (
        "import sys, singan_studio.ui.app.app, singan_studio.engine_process.client, singan_studio.tools.sample.panel\n"
        "print(sorted({'torch', 'cv2', 'pyqtgraph', 'PIL'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
