"""The handwork of the tools in a project's file; everything here runs on the store thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from singan_studio.ui.canvas.document_codec import Content, packed, unpacked

if TYPE_CHECKING:
    from singan_studio.core.images import Notice
    from singan_studio.project.store import ProjectStore
    from singan_studio.ui.canvas.document import SavedDocument


@dataclass(frozen=True)
class SavedCanvas:
    """One tool's: what could be read of it, and the names of all its pieces in the file."""

    kept: SavedDocument | None
    names: frozenset[str]


def read_canvases(
    store: ProjectStore, width: int, height: int
) -> tuple[dict[str, SavedCanvas], list[Notice]]:
    """All of it for a canvas of that size, by tool; and what could not be read."""
    from singan_studio.core.images import Notice

    works, notices = {}, []
    for tool in store.canvas_tools():
        data = store.canvas(tool)
        try:
            kept = unpacked(data, width, height)
        except ValueError as error:
            kept = None
            notices.append(Notice("project.handwork", {"tool": tool, "reason": str(error)}))
        works[tool] = SavedCanvas(kept, frozenset(data))
    return works, notices


def save_canvas(store: ProjectStore, tool: str, content: Mapping[str, Content]) -> None:
    store.save_canvas(tool, packed(content))
