"""The comment of a GIF file (GIF89a specification, section 24), which ffmpeg cannot write."""

from __future__ import annotations

from singan_studio.core.images.stripping import GIF_COMMENT as COMMENT
from singan_studio.core.images.stripping import GIF_HEADER as HEADER
from singan_studio.core.images.stripping import gif_colours

BLOCK = 255


def added(gif: bytes, comment: str) -> bytes:
    """Return the GIF with an ASCII comment before its first frame."""
    text = comment.encode("ascii")
    blocks = (text[at : at + BLOCK] for at in range(0, len(text), BLOCK))
    extension = COMMENT + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"
    at = _after_colours(gif)
    return gif[:at] + extension + gif[at:]


def found(gif: bytes) -> str:
    """Return the comment that `added` put there; empty for any other file."""
    at = _after_colours(gif) if len(gif) > HEADER and gif.startswith(b"GIF89a") else 0
    if gif[at : at + len(COMMENT)] != COMMENT:
        return ""
    at += len(COMMENT)
    blocks = []
    while at < len(gif) and (length := gif[at]):
        blocks.append(gif[at + 1 : at + 1 + length])
        at += 1 + length
    return b"".join(blocks).decode("ascii", errors="replace")


def _after_colours(gif: bytes) -> int:
    """Return where the global colour table ends; the low three bits of the eleventh byte hold its size."""
    return HEADER + gif_colours(gif[10])
