"""Folders of tiny pictures for batches, and the processes that work on them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from singan_studio.core.resources import resource

QUICK = ["--start-scale", "3"]
"""Of `sample`: only what is fine is drawn again."""

SAMPLE = ["--do", "sample", "--threads", "1", *QUICK]


def tiny_pictures(folder: Path, count: int) -> list[str]:
    """Write `count` pictures of 24x18 px, each another part of a photo, and return their names."""
    folder.mkdir()
    names = [f"part-{number:02}.png" for number in range(count)]
    with Image.open(resource("samples/tea-hills.jpg")) as photo:
        small = photo.resize((96, 72))
    for number, name in enumerate(names):
        small.crop((4 * number, 2 * number, 4 * number + 24, 2 * number + 18)).save(folder / name)
    return names


def made(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all results by their path in the folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "batch.jsonl")
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(files)}


def workers_of(pid: int) -> list[int]:
    """Return the processes that a running batch has started to work in (Linux)."""
    children: list[int] = []
    for thread in Path(f"/proc/{pid}/task").iterdir():
        children += map(int, (thread / "children").read_text().split())
    commands = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return [child for child, command in commands.items() if b"spawn_main" in command]
