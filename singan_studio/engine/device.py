"""Choose the device, its threads and the memory layout of activations."""

from __future__ import annotations

import torch

from singan_studio.core.errors import BadInput

OUT_OF_MEMORY = (
    "not enough memory",  # torch on Windows
    "can't allocate memory",  # torch on Linux and macOS
    "bad_alloc",
    "could not create a primitive",  # oneDNN, which has no words for it
)

NAMES = ("auto", "cpu", "cuda", "mps")


def available() -> list[str]:
    """Return the device names that work on this machine, best first."""
    found = []
    if torch.cuda.is_available():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return [*found, "cpu"]


def choose(name: str = "auto") -> torch.device:
    """Return the device of that name; "auto" picks the best. Raises `BadInput` when it is not there."""
    here = available()
    if name == "auto":
        name = here[0]
    if name not in here:
        raise BadInput("device.missing", device=name, allowed=" | ".join(["auto", *here]))
    if name == "cuda":
        # The same seed must give the same bits, so no algorithm may be picked by timing.
        torch.backends.cudnn.benchmark = False
        torch.backends.cudnn.deterministic = True
    return torch.device(name)


def label(device: torch.device) -> str:
    """Describe the device in words, for instance "cuda NVIDIA L4"."""
    if device.type == "cuda":
        return f"cuda {torch.cuda.get_device_name(device)}"
    return device.type


def set_threads(count: int) -> int:
    """Set the number of CPU threads, or keep torch's own choice for 0; return how many are used now."""
    if count > 0:
        torch.set_num_threads(count)
    return torch.get_num_threads()


def synchronize(device: torch.device) -> None:
    """Wait until the device is idle, because work for a GPU is queued ahead."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def mixes_precision(device: torch.device) -> bool:
    """Return whether convolutions are much faster in bfloat16: on CPUs with matrix tiles (AMX).

    Processors without them and graphics cards were not measured, so they keep to float32.
    """
    return device.type == "cpu" and torch.cpu._is_amx_tile_supported()


def memory_format(device: torch.device) -> torch.memory_format:
    """Return the layout of activations. Channels last is about twice as fast for small convolutions on CPUs."""
    return torch.channels_last if device.type == "cpu" else torch.contiguous_format


def memory_format_name(device: torch.device) -> str:
    return str(memory_format(device)).removeprefix("torch.")


def peak_memory_mb(device: torch.device) -> float | None:
    """Return the peak memory of tensors on a graphics card so far, in 10^6 bytes; None for other devices."""
    return torch.cuda.max_memory_reserved(device) / 1e6 if device.type == "cuda" else None


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether torch ran out of memory; CPUs raise a plain RuntimeError, whose text differs by system."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return any(words in str(error) for words in OUT_OF_MEMORY)
