"""`batch --cluster`: the same pictures, bit for bit, on workers of Dask distributed, even where one is lost."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from cli_batch import QUICK, SAMPLE, made, tiny_pictures, workers_of
from cli_creating import refused
from cli_program import Run, next_event, started

from singan_studio.cli.batch.cluster import LOCAL, connected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds processes in /proc")
def test_all_pictures_are_made_as_in_one_process_although_a_worker_is_killed(
    run: Run, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    tiny_pictures(tmp_path / "in", 12)
    shared = ["--cluster", "local", "--jobs", "2", "--threads", "2", "--json", *QUICK]
    with started("batch", "in", "--do", "sample", "-o", "shared", *shared, cwd=tmp_path) as process:
        next_event(process, "PictureDone")
        workers = workers_of(process.pid)
        assert len(workers) == 2
        os.kill(workers[0], signal.SIGKILL)
        _, err = process.communicate(timeout=200)
    assert (process.returncode, err) == (0, "")
    serial = run("batch", tmp_path / "in", *SAMPLE, "-o", tmp_path / "serial")
    assert serial.code == 0
    results = made(tmp_path / "shared")
    assert len(results) == 12
    assert results == made(tmp_path / "serial")


@pytest.mark.parametrize("count", [1, 3])
def test_a_local_cluster_has_the_workers_asked_for(count: int) -> None:
    pytest.importorskip("distributed")
    with connected(LOCAL, count) as client:
        client.wait_for_workers(count, timeout=60)
        assert len(client.scheduler_info(n_workers=-1)["workers"]) == count


def test_without_distributed_one_line_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    tiny_pictures(tmp_path / "in", 1)
    outcome = run("batch", tmp_path / "in", *SAMPLE, "-o", tmp_path / "out", "--cluster", "local")
    assert refused(outcome, "pip install 'singan-studio[cluster]'")
    assert not (tmp_path / "out").exists()


def test_scheduler_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    tiny_pictures(tmp_path / "in", 1)
    outcome = run("batch", tmp_path / "in", *SAMPLE, "-o", tmp_path / "out", "--cluster", "nowhere")
    assert refused(outcome, "No cluster answers at nowhere")
