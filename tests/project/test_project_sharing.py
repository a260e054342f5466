"""Several processes at one file, killed processes, and full disks."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from project_files import CONFIG, PICTURE, answer, child, contents, finished, weights

from singan_studio.core.errors import RunFailure
from singan_studio.project import database
from singan_studio.project.database import Database
from singan_studio.project.store import ProjectStore


def finish(*processes: subprocess.Popen[str]) -> None:
    """Wait for all processes, even if one of them fails; leave none behind."""
    with contextlib.ExitStack() as stack:
        for process in processes:
            stack.enter_context(process)
            stack.callback(process.kill)
        ended = [(process.communicate(timeout=120)[0], process.returncode) for process in processes]
    for output, code in ended:
        assert code == 0, output


def test_two_processes_that_write_at_once_lose_nothing(project: Path):
    finish(*[child("add_results", project, 40) for _ in range(2)])
    with ProjectStore.open(project) as store:
        assert sorted(result.recipe.seed for result in store.results()) == sorted([*range(40), *range(40)])
    assert list(contents(project.parent)) == [project.name]


def test_processes_can_open_and_close_the_file_at_the_same_time(project: Path):
    finish(*[child("write_and_close_often", project, name, 40) for name in ("a", "b")])
    with ProjectStore.open(project) as store:
        assert all(store.get_meta(f"{name} {i}") == "there" for name in ("a", "b") for i in range(40))
    assert list(contents(project.parent)) == [project.name]


def test_a_reader_sees_whole_scales_while_another_process_learns(project: Path):
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        learner = child("learn", project, model)
        try:
            seen = 0
            while seen < 12:
                with ProjectStore.open(project, read_only=True) as reader:
                    blobs = reader.scale_blobs(model)
                assert blobs == [weights(scale) for scale in range(len(blobs))]
                assert len(blobs) >= seen
                seen = len(blobs)
        finally:
            learner.kill()
            learner.communicate()


def test_a_reader_does_not_wait_for_an_unfinished_write(project: Path):
    with (
        contextlib.closing(Database(project)) as writer,
        ProjectStore.open(project, read_only=True) as reader,
    ):
        with writer.writing() as connection:
            connection.execute("INSERT INTO meta VALUES ('key', 'value')")
            start = time.perf_counter()
            assert reader.get_meta("key") is None
            assert time.perf_counter() - start < database.BUSY_SECONDS / 2
        assert reader.get_meta("key") == "value"


def test_a_write_waits_for_another_one_and_then_fails_as_busy(project: Path, monkeypatch: pytest.MonkeyPatch):
    with contextlib.closing(Database(project)) as first, ProjectStore.open(project) as patient:
        monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
        with ProjectStore.open(project) as hasty, first.writing():
            with pytest.raises(RunFailure) as error:
                hasty.set_meta("hasty", "value")
            assert error.value.code == "project.busy"
            waiting = threading.Thread(target=patient.set_meta, args=("patient", "value"))
            waiting.start()
            time.sleep(0.3)
        waiting.join(timeout=10)
        assert patient.get_meta("patient") == "value"
        assert patient.get_meta("hasty") is None


def begin_without_log(path: Path) -> sqlite3.Connection:
    """Begin a write as another process does before it switches to the log, in the mode of a closed file."""
    connection = sqlite3.connect(path, isolation_level=None)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_opening_waits_for_another_process_that_switches_to_the_log(project: Path):
    other = threading.Event()

    def hold() -> None:
        with contextlib.closing(begin_without_log(project)):
            other.set()
            time.sleep(0.5)

    holding = threading.Thread(target=hold)
    holding.start()
    other.wait()
    with ProjectStore.open(project) as store:
        store.set_meta("key", "value")
    holding.join()


def test_opening_fails_as_busy_when_another_process_keeps_writing(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    with contextlib.closing(begin_without_log(project)), pytest.raises(RunFailure) as error:
        ProjectStore.open(project)
    assert error.value.code == "project.busy"


def interrupted_write(store: Database) -> None:
    with store.writing() as connection:
        connection.execute("INSERT INTO meta VALUES ('key', 'value')")
        raise KeyboardInterrupt


def test_a_write_that_raises_is_rolled_back(project: Path):
    with contextlib.closing(Database(project)) as store:
        with pytest.raises(KeyboardInterrupt):
            interrupted_write(store)
        assert store.rows("SELECT * FROM meta") == []


def test_a_second_store_in_the_process_keeps_the_locks_of_the_first(project: Path):
    """POSIX drops all locks of a process on a file when any descriptor of it is closed."""
    with ProjectStore.open(project) as store:
        ProjectStore.open(project, read_only=True).close()
        answer("open_and_close", project)  # would tidy up the log if it believed to be the last one
        store.set_meta("key", "value")
        assert answer("print_meta", project, "key") == "value"
    assert list(contents(project.parent)) == [project.name]


def test_kills_at_random_moments_lose_no_saved_scale(tmp_path: Path):
    moments = random.Random(1)
    saved = []
    for number in range(20):
        path = tmp_path / f"{number}.singan"
        with ProjectStore.create(path, PICTURE, "picture.jpg") as store:
            model = store.add_model("base", CONFIG)
        learner = child("learn", path, model)
        assert learner.stdout is not None
        acknowledged = moments.randint(0, 9)
        for _ in range(1 + acknowledged):  # "begun", then a line per scale
            learner.stdout.readline()
        time.sleep(moments.uniform(0, 0.05))
        learner.kill()
        said, _ = learner.communicate()
        acknowledged += said.count("\n")  # a line without its end was not read by anybody
        with ProjectStore.open(path) as store:
            blobs = store.scale_blobs(model)
            assert len(blobs) >= acknowledged
            assert blobs == [weights(scale) for scale in range(len(blobs))]
            checkpoint = store.checkpoint(model)
            assert checkpoint is None or (checkpoint.scale, checkpoint.blob) == (
                len(blobs),
                weights(len(blobs)),
            )
            store.save_scale(model, finished(len(blobs)), b"learning goes on")
        check_integrity(path)
        saved.append(acknowledged)
    assert sorted(tmp_path.iterdir()) == sorted(tmp_path / f"{number}.singan" for number in range(20))
    assert len(set(saved)) > 3  # the kills did come at different moments


def check_integrity(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_failed_write_is_reported_and_loses_nothing_saved(project: Path):
    other = project.parent / "other.singan"
    said = answer("meet_the_end_of_the_disk", project, other).splitlines()
    assert said == ["RunFailure project.failed", "RunFailure project.failed"]
    assert list(contents(project.parent)) == [project.name]
    with ProjectStore.open(project) as store:
        assert store.get_meta("after") == "True"


def write_beyond_the_end(store: Database) -> None:
    with store.writing() as connection:
        connection.execute("PRAGMA max_page_count = 30")
        connection.execute("INSERT INTO blobs VALUES ('sha', zeroblob(1000000))")


def test_a_full_disk_is_reported_as_such(project: Path):
    with contextlib.closing(Database(project)) as store:
        with pytest.raises(RunFailure) as error:
            write_beyond_the_end(store)
        assert error.value.code == "project.full"
        assert store.rows("SELECT * FROM blobs") == []
