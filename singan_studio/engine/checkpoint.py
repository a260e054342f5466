"""Pack tensors and a little JSON as one safetensors blob, for scales and checkpoints in the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import torch
from safetensors.torch import load, save
from torch import Tensor, nn

from singan_studio.core.errors import BadInput


def pack(tensors: Mapping[str, Tensor], meta: Mapping[str, Any]) -> bytes:
    """Pack named tensors (of any device) and JSON values into one blob."""
    plain = {name: t.detach().cpu().contiguous().clone() for name, t in tensors.items()}
    return save(plain, metadata={"meta": json.dumps(dict(meta), sort_keys=True)})


def unpack(blob: bytes) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Return the tensors (on the CPU) and JSON values of `pack`.

    Raises `BadInput` when the blob is damaged, or holds what is no number.
    """
    try:
        tensors = load(blob)
        length = int.from_bytes(blob[:8], "little")
        meta = json.loads(json.loads(blob[8 : 8 + length])["__metadata__"]["meta"])
    except Exception as error:  # safetensors' own error class derives from Exception alone
        raise BadInput("model.damaged", reason=str(error)) from error
    for name, tensor in tensors.items():
        if not bool(torch.isfinite(tensor).all()):
            raise BadInput("model.damaged", reason=f"{name} holds values that are no numbers")
    return tensors, meta


def prefixed(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {f"{prefix}.{name}": t for name, t in tensors.items()}


def without_prefix(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    start = f"{prefix}."
    return {name.removeprefix(start): t for name, t in tensors.items() if name.startswith(start)}


def load_network(net: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Load a network's weights. Raises `BadInput` for those of another network."""
    try:
        net.load_state_dict(dict(tensors))
    except RuntimeError as error:
        reason = " ".join(str(error).split())
        raise BadInput("model.damaged", reason=reason[:200]) from error
