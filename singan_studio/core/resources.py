"""Find the files that ship with the studio: icons, samples, styles, translations."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(path: str) -> Path:
    """Return the path of a file or folder below resources (`path` with "/"); it need not exist.

    An installed wheel and a frozen build carry resources inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root / path
