"""Settings of a film's file: everything that its bytes depend on besides its frames and their speed."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from singan_studio.core.config import Limit, ranged, worded
from singan_studio.core.errors import BadInput
from singan_studio.core.json_reader import known_fields
from singan_studio.export.formats import FORMATS

SETTINGS_KEY = "singan-export"
"""Text of a film's metadata that holds its settings as JSON, beside its recipe."""

FOR_EVER = 0


@dataclass(frozen=True)
class ExportSettings:
    """Settings of one film's file. Unknown or out-of-range values raise `BadInput` naming field, value and range.

    `loops` is how often the film is played, 0 for ever. A format without a loop flag repeats the film that many times
    in the file, once for 0; there `at_least` asks for more repeats until the file has that length. `enlarge` uses
    Lanczos. `quality` and `dither` count where the format has a choice.
    """

    format: str = worded("gif", *FORMATS)
    quality: int = ranged(80, 1, 100, "whole number; 100 is best")
    loops: int = ranged(FOR_EVER, 0, 1000, "times; 0 is for ever")
    at_least: float = ranged(0, 0, 600, "s")
    enlarge: float = ranged(1, 1, 4, "times")
    dither: str = worded("bayer", "bayer", "diffusion", "none")

    def __post_init__(self) -> None:
        for f in fields(self):
            limit: Limit = f.metadata["limit"]
            value = getattr(self, f.name)
            if (f.type == "int" and not isinstance(value, int)) or not limit.allows(value):
                raise BadInput("config.range", field=f.name, value=value, allowed=limit.text, unit=limit.unit)

    def but(self, **changes: Any) -> ExportSettings:
        """Return a copy with some fields changed, validated again."""
        return replace(self, **changes)

    def repeats(self, frames: int, fps: float) -> int:
        """Return how often a file without a loop flag holds the film."""
        if self.loops != FOR_EVER:
            return self.loops
        return max(1, math.ceil(self.at_least * fps / max(frames, 1)))

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> ExportSettings:
        """Read settings from `to_json`. Raises `BadInput` for another text."""
        return ExportSettings(**known_fields(ExportSettings, text, "config.json"))


PRESETS = {
    "web": ExportSettings(format="gif", quality=80),
    "phone": ExportSettings(format="mp4", quality=80, at_least=6, enlarge=2),
}
"""`web` is for pages and messages, where a GIF plays everywhere; `phone` for phones, which want a longer video."""
