"""SIGKILL at random moments: of a training, of a renderer, of a window with its engines."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.fault_programs import ENDLESS, SMALL, command, events, home_of, photo
from singan_studio.core.images import decode_png, encode_png
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.client import EngineClient, EngineDied
from singan_studio.engine_process.messages import OpenProject, Ready, Render, Rendered
from singan_studio.project.repository import ProjectRepository
from singan_studio.project.store import ProjectStore

Figures = dict[str, float]
"""What an attempt gave, by the names that bench/faults.py sums up."""

TRAINED_S = (3.0, 25.0)
"""A training is killed at a random moment of this range."""

CHECK_S = 120.0
"""Time for finding out whether a project is sound, which is no part of an attempt."""


def opens(path: Path) -> bool:
    return command(["info", str(path)], longest=CHECK_S).code == 0


def waited() -> float:
    """Return the seconds that this process has waited for a processor: a busy machine is not the program's fault."""
    return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9


def kill_training(project: Path, chance: random.Random) -> Figures:
    """Kill a training on the command line, and compare what it had reported with what is in the project."""
    path = project.with_name("training.singan")
    path.unlink(missing_ok=True)
    with ProjectStore.create(path, encode_png(photo()), "hills.png") as store:
        model = store.add_model("base", ENDLESS if chance.random() < 0.5 else SMALL.but(iterations=300))
    words = [sys.executable, "-m", "singan_studio", "train", "--resume", "-o", str(path), "--json"]
    seconds, seen, finished = chance.uniform(*TRAINED_S), [], 0
    with subprocess.Popen(
        [*words, "--threads", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout
        for line in run.stdout:
            event, now = events(line), time.monotonic()
            if event.get("event") == "ScaleFinished":
                finished += 1
            if event.get("event") == "Progress":
                seen.append((now, (event["scale"], event["iteration"])))
                if now - seen[0][0] > seconds:
                    break
        else:
            return {"finished before": 1}
        run.kill()
        end = time.monotonic()
    sound = opens(path)
    with ProjectStore.open(path) as store:
        checkpoint, scales = store.checkpoint(model), len(store.scales(model))
    kept = (scales, checkpoint.iteration if checkpoint else 0)
    since = max((at for at, place in seen if place <= kept), default=seen[0][0] if seen else end)
    return {"seconds lost": end - since, "lost": finished - min(finished, scales), "refused": not sound}


def kill_renderer(project: Path, chance: random.Random) -> Figures:
    """Kill the renderer while an owner keeps its results; they must all be there, and the owner must notice."""
    path = Path(shutil.copy(project, project.with_name("rendering.singan")))
    kept, noticed = [], 0.0
    repository = ProjectRepository.open(path, path.parent)
    model = repository.drawing_model_id()
    with EngineClient("renderer") as client:
        client.send(OpenProject(str(path), "cpu", 1))
        while not isinstance(client.receive(60), Ready):
            pass
        for number in range(1000):
            client.send(Render(number, Recipe("sample", model, number, 0).to_json(), "result"))
        deadline = time.monotonic() + chance.uniform(0, 3)
        while time.monotonic() < deadline:
            answer = client.receive(0.05)
            if isinstance(answer, Rendered):
                result = repository.add_result(Recipe.from_json(answer.recipe), answer.picture)
                kept.append(result.id)
        assert client.pid
        os.kill(client.pid, signal.SIGKILL)
        killed = time.monotonic()
        try:
            while True:
                client.receive(0.1)
        except EngineDied:
            noticed = time.monotonic() - killed
    repository.close()
    with ProjectStore.open(path, read_only=True) as store:
        found = {info.id for info in store.results()}
        whole = [decode_png(store.result_png(number)) for number in kept if number in found]
    return {
        "results": len(kept),
        "lost": len(kept) - len(whole),
        "refused": not opens(path),
        "seconds to notice": noticed,
    }


def kill_window(project: Path, chance: random.Random) -> Figures:
    """Kill a window that has a project open; its engines must go with it."""
    path = Path(shutil.copy(project, project.with_name("window.singan")))
    before = counted(path)
    words = [sys.executable, "-m", "singan_studio", str(path), "--threads", "1", "--device", "cpu"]
    window = subprocess.Popen(
        words, env=home_of(path.parent), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not engines_of(window.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(chance.uniform(0, 10))
    engines = engines_of(window.pid)
    window.kill()
    killed, busy = time.monotonic(), waited()
    while any(alive(pid) for pid in engines) and time.monotonic() < killed + 20:
        time.sleep(0.01)
    gone, busy = time.monotonic() - killed, waited() - busy
    window.wait()
    return {
        "lost": max(0, before - counted(path)),
        "refused": not opens(path),
        "engines": len(engines),
        "seconds of engines": max(0.0, gone - busy),
        "seconds of other work meanwhile": busy,
    }


def counted(path: Path) -> int:
    with ProjectStore.open(path, read_only=True) as store:
        return len(store.results()) + sum(len(store.scales(model.id)) for model in store.models())


def engines_of(owner: int) -> list[int]:
    """Return the ids of the living processes that multiprocessing started for a process."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == owner and b"spawn_main" in words:
            found.append(int(folder.name))
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
