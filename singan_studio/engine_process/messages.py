"""All messages between the window's process and its engine processes.

The trainer also sends every event of `core.events`. Nothing is pickled: `engine_process.protocol` turns each
dataclass into a JSON header and raw picture buffers.
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
    """Train `model_id` of the project, from where it stopped, until it is finished or cancelled."""

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
    """Continue after `Hold`."""


# --- to the renderer -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OpenProject:
    """Read this project from now on (opened for each read and closed at once)."""

    project: str
    device: str
    threads: int


RENDER_KINDS = ("live", "sharp", "result", "thumbnail", "finish")
"""Kinds of `Render`, in the order in which they are made.

Every result is made and finished; of any other kind, a newer request replaces the one that waits. "live" is a small
picture that follows the pointer, "sharp" the same picture at full size, "thumbnail" is made when nothing of these is
waiting. "finish" makes a result again at full size; it comes last, gives way to anything else and then starts over.
"""


@dataclass(frozen=True)
class Render:
    """Make the picture of a recipe.

    `pictures` are inputs by name that the recipe does not name as blobs, (H, W, 3) or (H, W, 4) uint8, or (H, W) for
    an area. Previews use them to leave nothing in the project. With `longest` above 0 the run stops at the largest
    scale of at most that many px (but not before its start scale), and the original counts as shrunk to that.
    """

    request: int
    recipe: str  # JSON; `scales` 0 means all that are finished now
    kind: str  # one of RENDER_KINDS
    longest: int = 0
    pictures: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class RenderFilm:
    """Make the frames of a film's recipe, one `FilmFrame` each; "live" and "sharp" pictures are made in between.

    A newer preview replaces an older one, even one that has begun. Previews come before results, and between the frames
    of a result that is a film. `longest` and `pictures` are those of `Render`.
    """

    request: int
    recipe: str  # JSON; `scales` 0 means all that are finished now
    preview: bool  # latest wins
    longest: int = 0
    pictures: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class ExportFilm:
    """Make the frames of a film's recipe and write them to a file; "live" and "sharp" pictures are made in between."""

    request: int
    recipe: str  # JSON
    path: str  # the file, or the folder of a picture sequence
    settings: str  # JSON of export.settings.ExportSettings
    force: bool  # overwrite


@dataclass(frozen=True)
class CancelRender:
    """Drop a waiting picture or film, or stop it while it is being made. Its answer is "render.cancelled"."""

    request: int


@dataclass(frozen=True)
class HurryRender:
    """Make a waiting picture of the kind "finish" next, as the first of the results: somebody waits for it now."""

    request: int


@dataclass(frozen=True)
class MeasureMachine:
    """Report the speed of a device with `threads` threads. If unknown, it is measured when nothing else is waiting."""

    request: int
    device: str  # auto | cpu | cuda | mps
    threads: int  # 0: the device's default


# --- from engines ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Hello:
    """The first message of every engine."""

    version: str  # of singan_studio; another one is refused
    role: str  # trainer | renderer
    pid: int


@dataclass(frozen=True)
class Ready:
    """The engine has imported torch; `device` is what auto would pick, `devices` are all that work here."""

    device: str
    devices: list[str]


@dataclass(frozen=True)
class Heartbeat:
    pass


@dataclass(frozen=True)
class Rendered:
    """The answer to `Render`.

    `recipe` is complete now (device, threads, versions, scales). `picture` is (H, W, 3) uint8 sRGB; it is `whole`
    unless it was made smaller than the recipe says.
    """

    request: int
    recipe: str
    milliseconds: float
    picture: np.ndarray
    whole: bool = True


@dataclass(frozen=True)
class FilmFrame:
    """Frame `number` (0 is the first) of `total`; `picture` is (H, W, 3) uint8 sRGB. Frames are sent in order."""

    request: int
    number: int
    total: int
    picture: np.ndarray


@dataclass(frozen=True)
class FilmFinished:
    """All frames of a film were sent; `recipe` is complete now."""

    request: int
    recipe: str
    frames: int
    milliseconds: float


@dataclass(frozen=True)
class FilmProgress:
    """`done` of the `total` frames of a film that is being exported are drawn."""

    request: int
    done: int
    total: int


@dataclass(frozen=True)
class FilmWritten:
    """A film was exported to `path`; `recipe` is complete now, `first` is its first frame, (H, W, 3) uint8."""

    request: int
    recipe: str
    path: str
    bytes: int
    frames: int
    milliseconds: float
    first: np.ndarray


@dataclass(frozen=True)
class RenderFailed:
    """The last answer to a request that failed; frames of a film may have been sent before."""

    request: int
    code: str  # a key of core.messages.TEXTS; "render.cancelled" when it was cancelled or replaced
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MachineMeasured:
    """The answer to `MeasureMachine`; `RenderFailed` is sent instead when it could not be measured."""

    request: int
    machine: str  # JSON of core.cost_model.Machine


COMMANDS = (
    Shutdown,
    Train,
    CancelTraining,
    Hold,
    Release,
    OpenProject,
    Render,
    RenderFilm,
    ExportFilm,
    CancelRender,
    HurryRender,
    MeasureMachine,
)
REPLIES = (
    Hello,
    Ready,
    Heartbeat,
    Rendered,
    FilmFrame,
    FilmFinished,
    FilmProgress,
    FilmWritten,
    RenderFailed,
    MachineMeasured,
)
