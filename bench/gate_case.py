"""Train, sample and measure one picture with one preset and seed for the quality gate."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from singan_studio.core.cancel import NEVER
from singan_studio.core.config import TrainConfig, preset
from singan_studio.core.events import Event, RunFailed, RunFinished, RunStarted, ScaleFinished
from singan_studio.core.files import write_bytes
from singan_studio.core.images import encode_png, load_picture, training_picture
from singan_studio.core.messages import english
from singan_studio.core.recipe import Recipe
from singan_studio.project.store import ModelInfo, ProjectStore

SAMPLES = 16


class GateError(Exception):
    """A case that could not be finished; the text says why."""


@dataclass(frozen=True)
class Case:
    """One training of the gate, and the places of its project, samples and figures."""

    picture: Path
    preset: str
    seed: int
    changes: tuple[tuple[str, int], ...]  # settings that differ from the preset; then it is only a trial
    device: str
    threads: int
    work: Path
    results: Path

    @property
    def run(self) -> str:
        """The name of the case's table."""
        changed = "".join(f"-{field}{value}" for field, value in self.changes)
        return f"{self.preset}-{self.seed}{changed}"

    @property
    def name(self) -> str:
        return f"{self.picture.stem}-{self.run}"

    @property
    def config(self) -> TrainConfig:
        return preset(self.preset, seed=self.seed, **dict(self.changes))

    @property
    def project(self) -> Path:
        return self.work / f"{self.name}.singan"

    @property
    def costs(self) -> Path:
        return self.work / f"{self.name}.costs.json"

    @property
    def figures(self) -> Path:
        return self.results / f"{self.name}.json"

    def sample(self, number: int) -> Path:
        return self.work / f"{self.name}-{number:02d}.png"


def run_case(case: Case) -> dict[str, Any]:
    """Return the case's row of the table, using what an earlier run left. Raises `GateError`.

    Call it in a process of its own, whose peak memory is that of the training.
    """
    model = _trained(case)
    if case.figures.exists():
        row = json.loads(case.figures.read_text())
        if row["model"] == model.id:
            return row
    row = _measured(case, _drawn(case, model), model)
    write_bytes(case.figures, (json.dumps(row, indent=1) + "\n").encode(), force=True)
    return row


# --- training ------------------------------------------------------------------------------------------------------


def _trained(case: Case) -> ModelInfo:
    """Return the case's model; train what is not trained yet."""
    if not case.project.exists():
        source = encode_png(training_picture(load_picture(case.picture)).pixels)
        with ProjectStore.create(case.project, source, case.picture.name) as store:
            store.add_model("base", case.config)
        case.costs.unlink(missing_ok=True)
    with ProjectStore.open(case.project, read_only=True) as store:
        (model,) = store.models()
    if model.config != case.config:
        raise GateError(
            f"{case.project} was trained with other settings; remove it or name another work folder"
        )
    if not _costs(case).get("finished"):
        _train(case, model)
    return model


def _train(case: Case, model: ModelInfo) -> None:
    """Continue the training and add its cost to the recorded one."""
    from singan_studio.engine_process.jobs import run_training
    from singan_studio.engine_process.measure import peak_memory_mb

    before = _costs(case)
    seen: dict[type, Event] = {}

    def emit(event: Event) -> None:
        seen[type(event)] = event
        if isinstance(event, ScaleFinished):
            print(f"{case.name}: scale {event.scale} in {event.seconds:.0f} s", flush=True)

    began, began_cpu = time.monotonic(), time.process_time()
    try:
        run_training(case.project, model.id, emit, NEVER, case.device, case.threads)
    finally:  # an interrupted one has cost something too
        costs = {
            "finished": RunFinished in seen,
            "runs": before.get("runs", 0) + 1,
            "process_seconds": before.get("process_seconds", 0.0) + time.monotonic() - began,
            "cpu_seconds": before.get("cpu_seconds", 0.0) + time.process_time() - began_cpu,
            "peak_mb": max(before.get("peak_mb", 0.0), peak_memory_mb() or 0.0),
            "cores": os.cpu_count(),
            "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        }
        started = seen.get(RunStarted)
        if isinstance(started, RunStarted):
            costs |= {"device": started.device, "threads": started.threads}
        write_bytes(case.costs, json.dumps(costs).encode(), force=True)
    failure = seen.get(RunFailed)
    if isinstance(failure, RunFailed):
        raise GateError(f"{case.name}: {english(failure.code, failure.params)}")


def _costs(case: Case) -> dict[str, Any]:
    return json.loads(case.costs.read_text()) if case.costs.exists() else {}


# --- drawing and measuring -----------------------------------------------------------------------------------------


def _drawn(case: Case, model: ModelInfo) -> list[np.ndarray]:
    """Draw the samples from the coarsest scale as the tool does, and keep them as PNG."""
    from singan_studio.engine_process.jobs import Renderer

    renderer = Renderer(case.device, case.threads)
    samples = []
    for seed in range(SAMPLES):
        wish = Recipe("sample", model.id, seed, scales=0, params={"start_scale": 0})
        recipe = renderer.complete(case.project, wish)
        (picture,) = renderer.frames(case.project, recipe, NEVER)
        write_bytes(case.sample(seed), encode_png(picture), force=True)
        samples.append(picture)
    return samples


def learned_picture(case: Case) -> np.ndarray:
    """Return the picture as the finest scale learns it, (H, W, 3) uint8."""
    import torch

    from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of, to_pixels

    pixels = training_picture(load_picture(case.picture)).pixels
    return to_pixels(build_pyramid(pixels, geometry_of(pixels, case.config), torch.device("cpu"))[-1])


def _measured(case: Case, samples: list[np.ndarray], model: ModelInfo) -> dict[str, Any]:
    import torch

    from bench import quality
    from singan_studio.engine.gan.pyramid import to_tensor

    cpu = torch.device("cpu")
    original = to_tensor(learned_picture(case), cpu)
    figures = quality.measure(original, [to_tensor(sample, cpu) for sample in samples]).as_dict()
    with ProjectStore.open(case.project, read_only=True) as store:
        scales = store.scales(model.id)
    costs = _costs(case)
    costs.pop("finished")
    return {
        "picture": case.picture.stem,
        "preset": case.preset,
        "seed": case.seed,
        "changes": dict(case.changes),
        "model": model.id,
        "width": original.shape[3],
        "height": original.shape[2],
        **figures,
        "seconds": sum(scale.seconds for scale in scales),
        **costs,
        "torch": torch.__version__,
        "scales": [asdict(scale) for scale in scales],
        "config": asdict(case.config),
    }


def samples_of(case: Case) -> list[np.ndarray]:
    """Return the kept samples, (H, W, 3) uint8."""
    return [np.array(Image.open(case.sample(number)).convert("RGB")) for number in range(SAMPLES)]
