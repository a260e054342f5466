"""Options of the commands that write pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from singan_studio.cli.options import limited, word
from singan_studio.cli.report import Report
from singan_studio.core.images import png_exif
from singan_studio.export.stills import PROPOSED, STILLS
from singan_studio.export.stills.settings import USUAL, StillSettings
from singan_studio.project.store import ProjectStore

_LIMIT = StillSettings.__dataclass_fields__["quality"].metadata["limit"]

PICTURE_FILE = typer.Option(
    "--output",
    "-o",
    help=f"The picture to write: {', '.join(still.endings[0] for still in STILLS.values())}.",
    metavar="FILE",
)
PictureFormat = Annotated[
    str,
    typer.Option(
        "--format",
        help=f"What is written: {' | '.join(STILLS)}; {PROPOSED.name} if not given.",
        metavar="WORD",
        parser=word("--format", STILLS),
    ),
]
Quality = Annotated[
    int | None,
    typer.Option(
        "--quality",
        help=f"Smaller files or better pictures, of JPEG and WebP. {_LIMIT.text}; {USUAL.quality} if not given.",
        metavar="N",
        parser=limited("--quality", _LIMIT),
    ),
]
KeepExif = Annotated[
    bool | None,
    typer.Option(
        "--keep-exif/--no-keep-exif",
        help="Keep what the photo's camera noted: device, settings, author, date and place.",
    ),
]


def still_settings(quality: int | None, keep_exif: bool | None, before: str = "{}") -> StillSettings:
    """Return the settings that the options ask for; what is not given is as `before`, JSON, or as usual."""
    given = {"quality": quality, "keep_exif": keep_exif}
    return StillSettings.from_json(
        before, **{name: value for name, value in given.items() if value is not None}
    )


def kept_exif(project: Path, settings: StillSettings) -> bytes:
    """Return the EXIF of a project's photo where the settings keep it."""
    if not settings.keep_exif:
        return b""
    with ProjectStore.open(project, read_only=True) as store:
        return png_exif(store.source().png)


def tell_missing_exif(exif: bytes, settings: StillSettings, report: Report) -> None:
    """Report that there is nothing to keep."""
    if settings.keep_exif and not exif:
        report.notice("export.no_exif")
