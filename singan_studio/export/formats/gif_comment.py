"""The comment of a GIF file (GIF89a specification, section 24), which ffmpeg cannot write."""

from __future__ import annotations

COMMENT = b"\x21\xfe"
BLOCK = 255
HEADER = 13
"""Bytes of signature and logical screen descriptor, before the global colour table."""


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
    text = b""
    while at < len(gif) and (length := gif[at]):
        text += gif[at + 1 : at + 1 + length]
        at += 1 + length
    return text.decode("ascii", errors="replace")


def _after_colours(gif: bytes) -> int:
    """Return where the global colour table ends; the low three bits of the eleventh byte hold its size."""
    flags = gif[10]
    return HEADER + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)
