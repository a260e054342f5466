"""Settings of a picture's file: everything that its bytes depend on besides its pixels and texts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from singan_studio.core.config import Limit, ranged
from singan_studio.core.errors import BadInput
from singan_studio.core.json_reader import known_fields


@dataclass(frozen=True)
class StillSettings:
    """Settings of one picture's file. Raises `BadInput` for a quality that is out of range or no whole number.

    `quality` counts where the format has a choice. `keep_exif` adds what the photo's camera noted.
    """

    quality: int = ranged(92, 1, 100, "whole number; 100 is best")
    keep_exif: bool = False

    def __post_init__(self) -> None:
        limit: Limit = type(self).__dataclass_fields__["quality"].metadata["limit"]
        if type(self.quality) is not int or not limit.allows(self.quality):
            unit = limit.unit
            raise BadInput("config.range", field="quality", value=self.quality, allowed=limit.text, unit=unit)
        if not isinstance(self.keep_exif, bool):
            allowed = "true | false"
            raise BadInput("config.range", field="keep_exif", value=self.keep_exif, allowed=allowed, unit="")

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str, **changes: Any) -> StillSettings:
        """Read settings from `to_json` and change some. Raises `BadInput` for another text."""
        return StillSettings(**{**known_fields(StillSettings, text, "config.json"), **changes})


USUAL = StillSettings()
