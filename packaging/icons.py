"""Draws the program's icon as PNGs for packages: python packaging/icons.py FOLDER makes FOLDER/256.png and others."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
SIZES = (32, 48, 64, 128, 256, 512, 1024)


def main(folder: Path) -> None:
    """Write the icon in every size."""
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
