"""Run the quality gate: train presets on given pictures, sample, measure and judge them.

    python -m bench.gate PICTURE... [--presets standard,draft] [--seeds 0] [--jobs 2] [--threads 1]

An interrupted run can be resumed: projects, samples and the costs of trainings are in the work folder.
The results folder gets a JSON per picture, preset and seed, a table with the verdict per preset and seed, and a contact
sheet of its samples per picture. Exit code 1 when a preset fails the gate.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from PIL import Image

from bench.gate_case import Case, GateError, run_case, samples_of
from bench.gate_verdict import passes, table, verdict
from bench.sheet_paper import Cell, Row, sheet, wrapped
from singan_studio.core.errors import StudioError
from singan_studio.core.files import write_bytes

WORK, RESULTS = Path("build/gate"), Path("bench/results")
COLUMNS = 4
SHEET_BYTES = 150_000
SHEET_SIDES = (250, 200, 160, 128, 96)  # px of a picture on a sheet, largest first
SHEET_QUALITIES = (80, 70, 60, 50)


def main(words: Sequence[str] | None = None) -> int:
    options = _options(words)
    for folder in (options.work, options.results):
        folder.mkdir(parents=True, exist_ok=True)
    rows = _rows(_cases(options), options.jobs)
    runs: dict[str, list[dict[str, Any]]] = {}
    for case, row in rows:
        runs.setdefault(case.run, []).append(row)
    passed = [_conclude(run, figures, options.results) for run, figures in runs.items()]
    return 0 if all(passed) else 1


def _conclude(run: str, rows: list[dict[str, Any]], results: Path) -> bool:
    """Write and print the table with its verdict; return whether the gate is passed."""
    preset = rows[0]["preset"]
    changed = "\nWith other settings than the preset's: only a try.\n" if rows[0]["changes"] else ""
    text = f"# {run}\n{changed}\n{table(rows)}\n\n{verdict(preset, rows)}\n"
    write_bytes(results / f"{run}.md", text.encode(), force=True)
    print(text, flush=True)
    return passes(preset, rows)


def _rows(cases: list[Case], jobs: int) -> list[tuple[Case, dict[str, Any]]]:
    """Return the rows of all cases in their order; `jobs` of them run at a time."""
    spawn = multiprocessing.get_context("spawn")
    done: dict[Case, dict[str, Any]] = {}
    with ProcessPoolExecutor(
        jobs, mp_context=spawn, max_tasks_per_child=1, initializer=_end_with_parent
    ) as pool:
        running = {pool.submit(_run_case, case): case for case in cases}
        for future in as_completed(running):
            case, outcome = running[future], future.result()
            if isinstance(outcome, str):
                pool.shutdown(cancel_futures=True)
                sys.exit(outcome)
            done[case] = outcome
            print(f"{case.name}: done", flush=True)
    return [(case, done[case]) for case in cases]


def _end_with_parent() -> None:
    """End this process with the gate: a training left behind would slow down the next run."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run_case(case: Case) -> dict[str, Any] | str:
    """Run the case and write its contact sheet; return its row, or the reason for a failure."""
    try:
        row = run_case(case)
        _save_sheet(case)
    except (StudioError, GateError) as error:
        return str(error)
    return row


def _save_sheet(case: Case) -> None:
    samples = samples_of(case)
    cells = [Cell(f"seed {seed}", pixels) for seed, pixels in enumerate(samples)]
    rows = wrapped(Row("", cells), COLUMNS)
    write_bytes(case.results / f"{case.name}.jpg", small_jpeg(case.name, rows), force=True)


def small_jpeg(title: str, rows: list[Row]) -> bytes:
    """Return a contact sheet as JPEG below `SHEET_BYTES`, preferring large pictures to fine ones."""
    data = b""
    for side in SHEET_SIDES:
        paper = sheet(title, rows, side)
        for quality in SHEET_QUALITIES:
            data = _jpeg(paper, quality)
            if len(data) < SHEET_BYTES:
                return data
    return data


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()


def _cases(options: argparse.Namespace) -> list[Case]:
    """Return all cases; the pictures of one preset and seed first."""
    changes = tuple(
        (field, value) for field in ("max_size", "iterations") if (value := getattr(options, field))
    )
    return [
        Case(
            picture,
            preset,
            int(seed),
            changes,
            options.device,
            options.threads,
            options.work,
            options.results,
        )
        for preset in options.presets.split(",")
        for seed in options.seeds.split(",")
        for picture in options.pictures
    ]


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.gate", description="The quality gate.")
    parser.add_argument("pictures", nargs="+", type=Path, help="pictures to learn")
    parser.add_argument("--presets", default="standard,draft", help="which, with commas between")
    parser.add_argument("--seeds", default="0", help="seeds of the trainings, with commas between")
    parser.add_argument("--jobs", type=int, default=1, help="trainings beside one another")
    parser.add_argument(
        "--threads", type=int, default=0, help="CPU threads of each; 0 takes the device's default"
    )
    parser.add_argument("--device", default="auto", help="where to compute")
    parser.add_argument("--work", type=Path, default=WORK, help="folder for projects and samples")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder for figures and sheets")
    parser.add_argument("--max-size", type=int, help="another size than the preset's, to try the script")
    parser.add_argument("--iterations", type=int, help="other iterations than the preset's, likewise")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
