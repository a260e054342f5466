"""Find the files that ship with the studio: icons, samples, styles, translations, the user guide."""

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


def guide() -> Path | None:
    """Return the first page of the user guide; None where it is not installed.

    An installed wheel and a frozen build carry it inside the package, a checkout beside it.
    """
    places = (_PACKAGE / "docs", _PACKAGE.parent / "docs")
    pages = (place / "guide" / "README.md" for place in places)
    return next((page for page in pages if page.is_file()), None)
