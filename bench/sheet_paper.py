"""Arranges pictures with captions on one large sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFont

GAP = 10  # px between cells
LINE = 18  # px of a line of text
PAPER, INK, MARK = (250, 250, 248), (20, 20, 20), (190, 40, 0)


@dataclass(frozen=True)
class Cell:
    """A picture (H, W, 3) uint8 under its caption; a marked one is highlighted."""

    caption: str
    pixels: np.ndarray
    marked: bool = False


@dataclass
class Row:
    label: str
    cells: list[Cell] = field(default_factory=list)


def wrapped(row: Row, columns: int) -> list[Row]:
    """Return the row's cells as rows of at most `columns` cells."""
    lines = [row.cells[at : at + columns] for at in range(0, len(row.cells), columns)]
    return [Row("" if number else row.label, cells) for number, cells in enumerate(lines)]


def sheet(title: str, rows: Sequence[Row], largest: int) -> Image.Image:
    """Return all rows under a title. Pictures with a side above `largest` px are shrunk to it."""
    pictures = [[_within(cell.pixels, largest) for cell in row.cells] for row in rows]
    columns = max(len(row) for row in pictures)
    widths = [max((row[i].width for row in pictures if i < len(row)), default=0) for i in range(columns)]
    heights = [max(picture.height for picture in row) + 2 * LINE + GAP for row in pictures]
    size = GAP + sum(widths) + GAP * columns, 2 * LINE + sum(heights) + GAP
    paper = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(paper)
    plain, large = ImageFont.load_default(13), ImageFont.load_default(17)
    draw.text((GAP, GAP), title, INK, large)
    top = 2 * LINE
    for row, row_pictures, height in zip(rows, pictures, heights, strict=True):
        draw.text((GAP, top), row.label, INK, large)
        left = GAP
        for cell, picture, width in zip(row.cells, row_pictures, widths, strict=False):
            draw.text((left, top + LINE + 2), cell.caption, MARK if cell.marked else INK, plain)
            at = (left, top + 2 * LINE)
            paper.paste(picture, at)
            if cell.marked:
                draw.rectangle(
                    (at[0] - 3, at[1] - 3, at[0] + picture.width + 2, at[1] + picture.height + 2),
                    outline=MARK,
                    width=2,
                )
            left += width + GAP
        top += height
    return paper


def _within(pixels: np.ndarray, largest: int) -> Image.Image:
    picture = Image.fromarray(pixels)
    picture.thumbnail((largest, largest), Image.Resampling.LANCZOS)
    return picture
