"""Files that were damaged at random or made to do harm, and disks that are full."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bench.fault_kills import Figures, counted, opens
from bench.fault_programs import LONGEST_S, UNEXPECTED, Outcome, command, in_child, limited_files
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY
from singan_studio.project.store import ProjectStore

PAGE = 4096
VALUES: tuple[Any, ...] = (
    None,
    -1,
    2**62,
    1e308,
    float("inf"),
    "",
    "[]",
    "{}",
    '{"a": NaN}',
    "[" * 5000,
    "../../../etc/passwd",
    "\x1b[31m",
    b"",
    b"\x00" * 1000,
    "9" * 5000,
    True,
)


# --- projects ------------------------------------------------------------------------------------------------------


def damage(path: Path, chance: random.Random) -> str:
    """Change a project at random: half of the times its bytes, half of the times a value in it. Returns what it did."""
    if chance.random() < 0.5 and (done := _damage_value(path, chance)):
        return done
    data = bytearray(path.read_bytes())
    kind = chance.choice(("bits", "end", "page", "pages", "header"))
    at = chance.randrange(len(data) // PAGE) * PAGE
    if kind == "bits":
        for _ in range(chance.randint(1, 64)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == "end":
        del data[chance.randrange(len(data)) :]
    elif kind == "page":
        data[at : at + PAGE] = bytes(PAGE)
    elif kind == "pages":
        other = chance.randrange(len(data) // PAGE) * PAGE
        data[at : at + PAGE] = data[other : other + PAGE]
    else:
        data[chance.randrange(100)] = chance.randrange(256)
    path.write_bytes(data)
    return kind


def _damage_value(path: Path, chance: random.Random) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        table = chance.choice(sorted(names))
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        rows = [row for (row,) in connection.execute(f'SELECT rowid FROM "{table}"')]
        if not rows:
            return ""
        column, value = chance.choice(columns), chance.choice([*VALUES, chance.randbytes(500)])
        try:
            statement = f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?'
            connection.execute(statement, (value, chance.choice(rows)))
            connection.commit()
        except sqlite3.Error:
            return ""
    return f"{table}.{column} = {str(value)[:20]!r}"


def mutated_project(project: Path, chance: random.Random) -> Figures:
    """Damage a copy of the project and give it to `info`, `sample` and the window."""
    folder = _empty(project.parent / "mutated")
    path = Path(shutil.copy(project, folder / "mutated.singan"))
    what = damage(path, chance)
    figures: Figures = {}
    for name, run in (
        ("info", lambda: command(["info", str(path)])),
        ("sample", lambda: command(["sample", str(path), "-o", str(folder / "out"), "--threads", "1"])),
        ("window", lambda: in_child(lambda: open_in_window(path, folder))),
    ):
        before = _contents(folder)
        outcome = run()
        changed = outcome.code != 0 and _contents(folder) != before
        _judge(figures, outcome, changed, f"{name} of {what}")
        _empty(folder / "home")
    return figures


def open_in_window(path: Path, folder: Path) -> int:
    """Open a project in a window of this process, let it settle, and close it: 0, or 2 when it was refused."""
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest

    from singan_studio.ui.app.app import Shell, make_application
    from singan_studio.ui.app.studio import Problem, Studio
    from singan_studio.ui.app.wording import message_text

    app = make_application()
    home = folder / "home"
    settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    studio = Studio(settings, home / "documents", "cpu", 1)
    shell, ended = Shell(app, settings, studio), []

    def tell(problem: Problem) -> None:
        print(message_text(problem.code, problem.params), flush=True)
        if problem.kind == "error":
            ended.append(2)

    studio.problem.connect(tell)
    studio.project.opened.connect(lambda: ended.append(0))
    shell.show()
    shell.window.opening.open_path(path)
    while not ended:
        QTest.qWait(20)
    QTest.qWait(200)
    shell.window.hide()
    shell.close()
    return max(ended)


# --- recipes -------------------------------------------------------------------------------------------------------


def hostile_recipe(project: Path, chance: random.Random) -> Figures:
    """Give `replay` a picture whose recipe has two values that no recipe of ours has."""
    folder = _empty(project.parent / "recipes")
    path = Path(shutil.copy(project, folder / "hills.singan"))
    with ProjectStore.open(path, read_only=True) as store:
        recipe: dict[str, Any] = json.loads(store.results()[0].recipe.to_json())
    names = [*recipe, *(f"params.{name}" for name in recipe["params"])]
    what = []
    for name in chance.sample(names, 2):
        value = chance.choice(
            [v for v in VALUES if not isinstance(v, bytes)] + [1024, 10**9, [[]], {"a": {}}]
        )
        where = (
            recipe["params"] if name.startswith("params.") and isinstance(recipe["params"], dict) else recipe
        )
        where[name.removeprefix("params.")] = value
        what.append(f"{name} = {str(value)[:20]!r}")
    picture = folder / "result.png"
    texts = PngInfo()
    texts.add_text(PNG_KEY, json.dumps(recipe))
    texts.add_text(PROJECT_KEY, chance.choice(("hills.singan", "/dev/zero", "../" * 50, "\x1b[2J")))
    Image.new("RGB", (64, 48)).save(picture, pnginfo=texts)
    words = ["replay", str(picture), "-o", str(folder / "again.png"), "--project", str(path)]
    before = _contents(folder)
    outcome = command(words if chance.random() < 0.8 else words[:4])
    figures: Figures = {}
    _judge(figures, outcome, outcome.code != 0 and _contents(folder) != before, "recipe: " + "; ".join(what))
    return figures


# --- full disks ----------------------------------------------------------------------------------------------------


def full_disk(project: Path, chance: random.Random) -> Figures:
    """Let files end anywhere while a command writes; what was in the project stays in it."""
    folder = _empty(project.parent / "disk")
    path = Path(shutil.copy(project, folder / "hills.singan"))
    before, size = counted(path), path.stat().st_size
    photo = folder / "photo.png"
    with ProjectStore.open(path, read_only=True) as store:
        photo.write_bytes(store.source().png)
    tiny = ["--preset", "draft", "--max-size", "48", "--iterations", "3", "--threads", "1"]
    words = chance.choice(
        (
            ["sample", str(path), "-n", "3", "-o", str(folder / "out"), "--threads", "1"],
            ["train", str(photo), "-o", str(folder / "new.singan"), *tiny],
        )
    )
    limit = chance.randrange(1, 2 * size)
    outcome = command(words, limited_files(limit))
    figures: Figures = {"lost": max(0, before - counted(path)), "refused": not opens(path)}
    new = folder / "new.singan"
    if new.exists() and not opens(new):
        figures["refused"] = 1
    _judge(figures, outcome, False, f"{words[0]} with {limit} bytes")
    return figures


# --- what came of it -----------------------------------------------------------------------------------------------


def _judge(figures: Figures, outcome: Outcome, changed: bool, what: str) -> None:
    """Add what an outcome says to the figures, and print what should not have happened."""
    unexpected = outcome.code == 99 or any(words in outcome.words for words in UNEXPECTED)
    crashed = outcome.code is not None and outcome.code < 0
    counts = {"hangs": outcome.code is None, "changed": changed, "unexpected": unexpected or crashed}
    for name, bad in counts.items():
        figures[name] = figures.get(name, 0) + int(bad)
        if bad:
            print(f"{name}: {what}: {' '.join(outcome.words.split())[-400:]}", flush=True)
    figures["accepted"] = figures.get("accepted", 0) + int(outcome.code == 0)
    figures["MB"] = max(figures.get("MB", 0), outcome.megabytes)
    figures["slowest"] = max(figures.get("slowest", 0), min(outcome.seconds, LONGEST_S))


def _contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "home" not in path.parts
    }


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


PARTS: dict[str, Callable[[Path, random.Random], Figures]] = {
    "mutated project": mutated_project,
    "hostile recipe": hostile_recipe,
    "full disk": full_disk,
}
