"""Speed and memory of this computer's devices: measured once, cached for the user, corrected by real trainings.

torch is imported inside functions, so that importing this module stays cheap.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from singan_studio import __version__
from singan_studio.core.config import TrainConfig
from singan_studio.core.cost_model import Estimate, Machine, estimate
from singan_studio.core.errors import BadInput, StudioError
from singan_studio.core.events import Event, RunFinished, RunStarted, ScaleFinished, ScaleStarted
from singan_studio.core.files import read_file, write_bytes
from singan_studio.core.geometry import geometry_for
from singan_studio.core.images import decode_png
from singan_studio.core.json_reader import LONGEST, JsonFault, json_object, json_value
from singan_studio.core.schedule import Size
from singan_studio.engine_process.measure import memory_mb, peak_memory_mb
from singan_studio.project.store import ProjectStore

log = logging.getLogger(__name__)

WORTH_MEASURING = 20.0
"""Shortest training, in seconds, before which the machine is measured and after which its estimates are corrected."""


def machine_file() -> Path:
    """Return the file that caches the machines by `key_of`; it may not exist."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("singan-studio", appauthor=False)) / "machines.json"


def key_of(device: str, threads: int) -> str:
    """Return what the costs depend on besides the training: device and threads as in RunStarted, and versions."""
    from importlib.metadata import version

    return f"{device}, {threads} threads, torch {version('torch')}, singan-studio {__version__}"


def load(key: str) -> Machine | None:
    """Return the machine as it was measured, or None when it was not measured yet."""
    try:
        return Machine.from_json(json.dumps(_kept()[key]))
    except (KeyError, ValueError, TypeError):
        return None


def save(key: str, machine: Machine) -> None:
    """Cache the machine. A cache that cannot be written is no reason to fail."""
    path = machine_file()
    kept = {**_kept(), key: json_value(machine.to_json())}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, json.dumps(kept, indent=1).encode(), force=True)
    except (OSError, StudioError) as error:
        log.warning("what this machine can do is not kept: %s", error)


def here(device: str, threads: int) -> Machine:
    """Return what is known already of a training's device and threads. Raises `BadInput` when the device is missing."""
    from singan_studio.engine import device as devices

    return load(key_of(devices.label(devices.choose(device)), devices.set_threads(threads))) or Machine()


def measured(device: str, threads: int, pause: Callable[[], None]) -> Machine:
    """Return the machine; if it is not known yet, measure it first, which takes seconds.

    `device` and `threads` are those of a training. `pause` is called often and may raise, to stop the measurement.
    Raises `BadInput` when the device is not available.
    """
    from singan_studio.engine import device as devices
    from singan_studio.engine.calibration import measure_speed

    chosen, used = devices.choose(device), devices.set_threads(threads)
    key = key_of(devices.label(chosen), used)
    known = load(key)
    if known is not None:
        return known
    machine = Machine(measure_speed(chosen, "full", pause))
    if devices.mixes_precision(chosen):
        machine = replace(machine, mixed=measure_speed(chosen, "mixed", pause))
    memory = memory_mb()
    if memory is not None:
        machine = replace(machine, base_mb=memory)
    save(key, machine)
    return machine


def before_training(
    project: Path, model_id: str, device: str, threads: int, pause: Callable[[], None]
) -> Estimate:
    """Return what the rest of a model's training takes here. Measures the machine first if that is worth its seconds.

    Raises `BadInput` when the device is not available, and what `ProjectStore` raises.
    """
    with ProjectStore.open(project, read_only=True) as store:
        model = store.model(model_id)
        height, width = decode_png(store.source().png).shape[:2]
        finished = len(store.scales(model_id))
    sizes = geometry_for(height, width, model.config).sizes
    last = model.config.quantise_scale
    scales = range(finished, len(sizes)) if last < 0 else [last]
    expected = estimate(model.config, sizes, Machine(), scales)
    if expected.seconds < WORTH_MEASURING:
        return expected
    return estimate(model.config, sizes, measured(device, threads, pause), scales)


class Observer:
    """Passes on a training's events, and records what the training took compared to what was expected."""

    def __init__(self, config: TrainConfig, sizes: Sequence[Size], emit: Callable[[Event], None]) -> None:
        self._config = config
        self._sizes = sizes
        self._emit = emit
        self._key = ""
        self._whole: list[int] = []  # scales trained from first to last iteration
        self._seconds = 0.0

    def __call__(self, event: Event) -> None:
        match event:
            case RunStarted():
                self._key = key_of(event.device, event.threads)
            case ScaleStarted(first_iteration=0):
                self._whole.append(event.scale)
            case ScaleFinished() if event.scale in self._whole:
                self._seconds += event.seconds
            case RunFinished():
                self._note()
        self._emit(event)

    def _note(self) -> None:
        machine, memory = load(self._key), peak_memory_mb()
        if machine is None or memory is None or self._seconds < WORTH_MEASURING:
            return
        expected = estimate(self._config, self._sizes, machine, self._whole)
        took = Estimate(self._seconds, memory)
        save(self._key, machine.after(self._config, took, expected))


def _kept() -> dict[str, dict[str, object]]:
    try:
        return json_object(read_file(machine_file(), LONGEST))
    except (BadInput, JsonFault):
        return {}
