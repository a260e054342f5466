"""The check that nothing is left behind finds what it is for."""

from __future__ import annotations

import subprocess
import sys
import threading

from leaks import Leaks
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from singan_studio.engine_process.client import EngineClient


def test_a_thread_is_found_and_one_that_ends_in_time_is_not():
    leaks, stop = Leaks(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="waits")
    thread.start()
    assert leaks.after(seconds=0) == ["thread waits"]
    threading.Timer(0.1, stop.set).start()
    assert leaks.after(seconds=3) == []


def test_a_child_process_is_found():
    leaks = Leaks()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        (found,) = leaks.after(seconds=0)
        assert found.startswith(f"process {child.pid}")
        child.communicate(b"\n")
    assert leaks.after(seconds=0) == []


def test_a_forked_engine_is_found(forked_engines):
    leaks = Leaks()
    with EngineClient("renderer") as engine:
        assert any(found.startswith(f"process {engine.pid} ") for found in leaks.after(seconds=0))
    assert leaks.after(seconds=1) == []


def test_a_top_level_widget_is_found_until_it_is_deleted(qapp):
    leaks = Leaks()
    widget = QWidget()
    child = QWidget(widget)
    assert child.parent() is widget
    assert leaks.after(seconds=0) == ["widget QWidget"]
    widget.deleteLater()
    assert leaks.after(seconds=0) == []


def test_a_running_thread_of_qt_is_found(qapp):
    class Waiting(QThread):
        def run(self) -> None:
            threading.current_thread()  # Python gets to know it
            seen.set()
            stop.wait()

    leaks, seen, stop, thread = Leaks(), threading.Event(), threading.Event(), Waiting()
    thread.start()
    assert seen.wait(5)
    assert len(leaks.after(seconds=0)) == 1
    stop.set()
    thread.wait()
    assert leaks.after(seconds=1) == []
