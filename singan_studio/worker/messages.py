"""Every message between the window's process and its engine processes.

The trainer also sends every event of `core.events`. Nothing is pickled: `worker.protocol` turns each dataclass into a
JSON header and raw picture buffers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

# --- to any engine ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shutdown:
    """Save what can be saved and exit."""


# --- to the trainer --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Train:
    """Train `model_id` of the project, from where it stands, until it is finished or cancelled."""

    project: str  # path
    model_id: str
    device: str  # auto | cpu | cuda | mps
    threads: int  # 0: the device's default


@dataclass(frozen=True)
class CancelTraining:
    """Stop after the current sub-step; finished scales and a checkpoint are kept."""


@dataclass(frozen=True)
class Hold:
    """Wait between sub-steps while an interactive request is in flight (at most 2 s without being renewed)."""


@dataclass(frozen=True)
class Release:
    """Go on after `Hold`."""


# --- to the renderer -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OpenProject:
    """Read this project from now on (opened for each read and closed at once)."""

    project: str
    device: str
    threads: int


@dataclass(frozen=True)
class Render:
    """Make the picture of a recipe. A newer preview request replaces older previews that have not begun."""

    request: int
    recipe: str  # JSON; `scales` 0 means all that are finished now
    preview: bool  # latest wins, may be dropped


@dataclass(frozen=True)
class CancelRender:
    request: int


# --- from engines ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Hello:
    """First message of every engine."""

    version: str  # of singan_studio; another one is refused
    role: str  # trainer | renderer
    pid: int


@dataclass(frozen=True)
class Ready:
    """torch is imported; `device` is what auto would pick, `devices` all that work here."""

    device: str
    devices: list[str]


@dataclass(frozen=True)
class Heartbeat:
    pass


@dataclass(frozen=True)
class Rendered:
    """`recipe` is complete now (device, threads, versions, scales). `picture` is (H, W, 3) uint8 sRGB."""

    request: int
    recipe: str
    milliseconds: float
    picture: np.ndarray


@dataclass(frozen=True)
class RenderFailed:
    request: int
    code: str  # a key of core.messages.TEXTS; "render.cancelled" when it was cancelled or replaced
    params: dict[str, Any] = field(default_factory=dict)


COMMANDS = (Shutdown, Train, CancelTraining, Hold, Release, OpenProject, Render, CancelRender)
REPLIES = (Hello, Ready, Heartbeat, Rendered, RenderFailed)
