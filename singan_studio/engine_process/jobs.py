"""Training and drawing from a project file, for the engine processes and for the command line in its own process.

torch is imported inside functions, so that importing this module stays cheap.
"""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from singan_studio import __version__
from singan_studio.core.abilities import PATCHES_CAN
from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, StudioError
from singan_studio.core.events import Event, Preview, RunFailed, ScaleFinished
from singan_studio.core.geometry import geometry_for
from singan_studio.core.images import decode_png, picture_hash, unmixed, with_alpha_in_place
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.engine_process import machines, models, previews
from singan_studio.engine_process.picture_models import PictureModels, start_stops
from singan_studio.project.scale_pictures import ScalePictures, keep_pictures
from singan_studio.project.store import ProjectStore
from singan_studio.tools import registry
from singan_studio.tools.base import Job
from singan_studio.tools.values import absent_params, settled_params

if TYPE_CHECKING:
    from singan_studio.engine.gan.trainer import Resume

KEPT_PIXELS = 4
"""Number of decoded pictures a renderer keeps: the original, and the inputs of the latest result."""


def run_training(
    project: Path,
    model_id: str,
    emit: Callable[[Event], None],
    cancel: CancelToken,
    device: str = "auto",
    threads: int = 0,
    wait: Callable[[], None] = lambda: None,
) -> None:
    """Train a model of the project from where it stopped; scales and checkpoints go into the file as they are finished.

    Parameters and events are those of `engine.gan.trainer.train`. A problem with the project is a RunFailed, too.
    """
    from singan_studio.engine.gan.trainer import train

    with contextlib.ExitStack() as stack:
        try:
            store = stack.enter_context(ProjectStore.open(project))
            image = decode_png(store.source().png)
            model = store.model(model_id)
            models.copy_below(store, model)
            resume = resume_point(store, model_id)
            machine = machines.here(device, threads)
        except StudioError as error:
            emit(RunFailed(error.code, error.params))
            return
        observed = models.completing(store, model, emit)
        if model.kind == "base":
            sizes = geometry_for(image.shape[0], image.shape[1], model.config).sizes
            observed = machines.Observer(model.config, sizes, observed)
        sink = StoreSink(store, model_id, observed)
        train(
            image,
            model.config,
            sink.emit,
            cancel,
            sink,
            model_id=model_id,
            device=device,
            threads=threads,
            resume=resume,
            wait=wait,
            speed=machine.speed_of(model.config),
        )


def resume_point(store: ProjectStore, model_id: str) -> Resume:
    """Return the finished scales and the checkpoint from which the model's training goes on."""
    from singan_studio.engine.gan.trainer import Resume

    checkpoint = store.checkpoint(model_id)
    return Resume(store.scale_blobs(model_id), checkpoint.blob if checkpoint else None)


class StoreSink:
    """Saves the scales and checkpoints of a training into one model of a project, and what was last seen of each."""

    def __init__(self, store: ProjectStore, model_id: str, emit: Callable[[Event], None]) -> None:
        self._store, self._model_id, self._emit = store, model_id, emit
        self._seen: Preview | None = None

    def emit(self, event: Event) -> None:
        """Pass an event of the training on."""
        if isinstance(event, Preview):
            self._seen = event
        self._emit(event)

    def save_scale(self, finished: ScaleFinished, blob: bytes) -> None:
        self._store.save_scale(self._model_id, finished, blob)
        if self._seen is not None and self._seen.scale == finished.scale:
            pictures = ScalePictures(self._seen.reconstruction, self._seen.sample)
            keep_pictures(self._store, self._model_id, finished.scale, pictures)

    def save_checkpoint(self, scale: int, iteration: int, blob: bytes) -> None:
        self._store.save_checkpoint(self._model_id, scale, iteration, blob)


class Renderer:
    """Makes pictures from recipes on one device. The project is open only while it is read."""

    def __init__(self, device: str = "auto", threads: int = 0) -> None:
        """Choose the device. Raises `BadInput` when it is not available."""
        from singan_studio.engine import device as devices

        self.device = devices.choose(device)
        self.threads = devices.set_threads(threads)
        self._models = PictureModels(self.device)
        self._pixels: OrderedDict[str, tuple[bytes, np.ndarray]] = OrderedDict()
        self._hashed: tuple[np.ndarray, str] | None = None  # the last photo and its hash

    def complete(self, project: Path, recipe: Recipe) -> Recipe:
        """Return the recipe with everything that its result depends on.

        That is all parameters, the number of scales it will use (0 becomes all that are finished), and this device,
        number of threads and versions. Raises `BadInput` for what the tool or the model does not allow.
        """
        import torch

        from singan_studio.engine.device import memory_format_name

        spec = registry.tool(recipe.tool)
        with ProjectStore.open(project, read_only=True) as store:
            stops = start_stops(store, recipe.model_id)
            photo = self._photo(store, project) if recipe.model_id == PATCHES else ""
        if recipe.model_id == PATCHES and spec.needs - PATCHES_CAN:
            raise BadInput("model.cannot", tool=spec.title)
        if recipe.scales > len(stops):
            raise BadInput("recipe.scales", value=recipe.scales, finished=len(stops))
        scales = recipe.scales or len(stops)
        sizes, changes = [stop.size for stop in stops[:scales]], [stop.amount for stop in stops[:scales]]
        older = (
            absent_params(spec) if recipe.versions else {}
        )  # an earlier version's result is made again as it was
        return replace(
            recipe,
            params=settled_params(spec, {**older, **recipe.params}, sizes, changes),
            scales=scales,
            photo=photo,
            device=self.device.type,
            threads=self.threads,
            memory_format=memory_format_name(self.device),
            versions={"singan_studio": __version__, "torch": torch.__version__},
        )

    def frames(
        self,
        project: Path,
        recipe: Recipe,
        cancel: CancelToken,
        pictures: Mapping[str, np.ndarray] = MappingProxyType({}),
        longest: int = 0,
    ) -> Iterator[np.ndarray]:
        """Yield the (H, W, 3 or 4) uint8 pictures of a complete recipe.

        `pictures` and `longest` are those of `messages.Render`. Raises `Cancelled`, and `StudioError` when it fails.
        """
        spec = registry.tool(recipe.tool)
        job = self._job(project, recipe, pictures, cancel)
        alpha = self._alpha(project, recipe)
        for picture in registry.load(spec.run)(previews.reduced(job, spec, longest) if longest else job):
            yield _transparent(picture, alpha)

    def picture(
        self,
        project: Path,
        recipe: Recipe,
        cancel: CancelToken,
        pictures: Mapping[str, np.ndarray],
        longest: int = 0,
    ) -> tuple[np.ndarray, bool]:
        """Return the (first) picture of a complete recipe, and whether it is as large as the recipe says.

        `pictures` and `longest` are those of `messages.Render`. Raises what `frames` raises.
        """
        spec = registry.tool(recipe.tool)
        job = self._job(project, recipe, pictures, cancel)
        drawn = previews.reduced(job, spec, longest) if longest else job
        picture = next(registry.load(spec.run)(drawn))
        return _transparent(picture, self._alpha(project, recipe)), drawn is job

    def _job(
        self, project: Path, recipe: Recipe, pictures: Mapping[str, np.ndarray], cancel: CancelToken
    ) -> Job:
        spec = registry.tool(recipe.tool)
        with ProjectStore.open(project, read_only=True) as store:
            kept = {
                name: self._decoded(store.blob(sha), sha)
                for name, sha in recipe.inputs.items()
                if name not in pictures
            }
            source = self._decoded(store.source().png, str(project))
            known = source[..., :3] if spec.alpha == "place" else source
            model = self._models.load(project, store, recipe, known, spec.alpha == "carried")
        if spec.needs - model.abilities:
            raise BadInput("model.cannot", tool=spec.title)
        seen = source if spec.alpha == "carried" else source[..., :3]
        return Job(model, recipe, seen, {**kept, **pictures}, cancel)

    def _alpha(self, project: Path, recipe: Recipe) -> np.ndarray | None:
        """Return the photo's alpha where the recipe's result has it in the same place."""
        spec = registry.tool(recipe.tool)
        if spec.alpha != "place" or (spec.given and spec.given.name in recipe.inputs):
            return None
        with ProjectStore.open(project, read_only=True) as store:
            source = self._decoded(store.source().png, str(project))
        return source[..., 3] if source.shape[2] == 4 else None

    def _photo(self, store: ProjectStore, project: Path) -> str:
        """Return the hash of the project's photo."""
        pixels = self._decoded(store.source().png, str(project))
        if (
            self._hashed is None or self._hashed[0] is not pixels
        ):  # hashing a large photo takes longer than a stroke
            self._hashed = pixels, picture_hash(pixels)
        return self._hashed[1]

    def _decoded(self, png: bytes, key: str) -> np.ndarray:
        """Return the pixels of a PNG, cached under `key` from one request to the next."""
        if key not in self._pixels or self._pixels[key][0] != png:
            self._pixels[key] = png, decode_png(png, keep_alpha=True)
        self._pixels.move_to_end(key)
        while len(self._pixels) > KEPT_PIXELS:
            self._pixels.popitem(last=False)
        return self._pixels[key][1]


def _transparent(picture: np.ndarray, alpha: np.ndarray | None) -> np.ndarray:
    """Return a result with straight colours: with the alpha that came along, or the photo's; else as it is."""
    if picture.shape[2] == 4:
        return unmixed(picture)
    return picture if alpha is None else with_alpha_in_place(picture, alpha)
