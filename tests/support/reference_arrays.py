"""The reference arrays of tests/data, and their mapping to our networks."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from singan_studio.engine.gan.networks import ConvStack

DATA = Path(__file__).parents[1] / "data"
LAYERS = ("head", "body.block1", "body.block2", "body.block3")


def arrays(name: str) -> dict[str, np.ndarray]:
    with np.load(DATA / f"{name}.npz") as file:
        return {key: file[key] for key in file.files}


def tensor(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.asarray(array))


def geometry_cases() -> list[dict]:
    return json.loads((DATA / "pyramid_geometry.json").read_text())


def our_name(theirs: str) -> str | None:
    """Return our name of a parameter of the reference, or None for one that we do not have."""
    for index, layer in enumerate(LAYERS):
        for kind in ("conv", "norm"):
            if theirs.startswith(f"{layer}.{kind}."):
                return f"{kind}s.{index}.{theirs.rsplit('.', 1)[1]}"
    if theirs.startswith("tail"):
        return f"convs.4.{theirs.rsplit('.', 1)[1]}"
    return None


def load_reference_weights(net: ConvStack, data: dict[str, np.ndarray], prefix: str) -> None:
    state = {
        our_name(key.removeprefix(f"{prefix}/")): tensor(value)
        for key, value in data.items()
        if key.startswith(f"{prefix}/")
    }
    net.load_state_dict(state)


def reference_gradients(data: dict[str, np.ndarray], prefix: str) -> dict[str, torch.Tensor]:
    return {
        our_name(key.removeprefix(f"{prefix}/")): tensor(value)
        for key, value in data.items()
        if key.startswith(f"{prefix}/")
    }
