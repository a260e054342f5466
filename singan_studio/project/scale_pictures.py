"""The last pictures of each scale that were shown while it was learned, kept for the learning view."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.images import decode_png, encode_png
from singan_studio.project.store import ProjectStore


@dataclass(frozen=True)
class ScalePictures:
    """Pictures of a scale's size, (H, W, 3) uint8."""

    reconstruction: np.ndarray
    sample: np.ndarray


def keep_pictures(store: ProjectStore, model_id: str, scale: int, pictures: ScalePictures) -> None:
    """Keep the pictures of a scale, to show them when the project is opened again."""
    both = (pictures.reconstruction, pictures.sample)
    shas = [store.put_blob(encode_png(picture)) for picture in both]
    store.set_meta(_key(model_id, scale), " ".join(shas))


def kept_pictures(store: ProjectStore, model_id: str, scale: int) -> ScalePictures | None:
    """Return the pictures of a scale; None where there are none, or they are damaged: they are only shown."""
    text = store.get_meta(_key(model_id, scale))
    if text is None:
        return None
    try:
        reconstruction, sample = (decode_png(store.blob(sha)) for sha in text.split())
    except (ValueError, BadInput):
        return None
    return ScalePictures(reconstruction, sample)


def _key(model_id: str, scale: int) -> str:
    """Return the key of a meta value: two SHA-256, of the reconstruction and of the sample."""
    return f"pictures/{model_id}/{scale}"
