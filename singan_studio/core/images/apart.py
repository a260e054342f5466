"""Decode a picture in a process of its own, which a hostile file may crash.

The decoders of HEIC end the process on some damaged files (libheif 1.23, pi-heif 1.4). What the child answers is plain
bytes: a JSON header, pixels, alpha, EXIF.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from dataclasses import asdict
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from singan_studio.core.errors import BadInput
from singan_studio.core.images.picture import Notice, Picture

PATIENCE = 120
"""Seconds after which a decoder is taken to be stuck."""

Decoder = Callable[[bytes, str], Picture]


def decoded_apart(decode: Decoder, data: bytes, name: str) -> Picture:
    """Return `decode(data, name)`, computed by another process. `decode` is a function of a module.

    Raises its `BadInput`, and one for a process that crashes or is stuck. A daemonic process, which may have no
    children and whose owner survives its crash, decodes it itself.
    """
    if multiprocessing.current_process().daemon:
        return decode(data, name)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_answer, args=(theirs, decode, name), name="decoder", daemon=True)
    with ours:
        child.start()
        theirs.close()
        try:
            ours.send_bytes(data)
            if not ours.poll(PATIENCE):
                raise BadInput("picture.damaged", name=name, reason="its decoder does not end")
            return _received(ours)
        except (EOFError, OSError) as error:
            raise BadInput("picture.damaged", name=name, reason="its decoder crashed") from error
        finally:
            child.kill()
            child.join()


def _answer(connection: Connection, decode: Decoder, name: str) -> None:
    """Decode in the child, and send what came of it."""
    try:
        picture = decode(connection.recv_bytes(), name)
    except BadInput as error:
        connection.send_bytes(json.dumps({"code": error.code, "params": dict(error.params)}).encode())
        return
    header: dict[str, Any] = {
        "shape": picture.pixels.shape[:2],
        "alpha": picture.alpha is not None,
        "notices": [asdict(notice) for notice in picture.notices],
        "original": picture.original,
    }
    connection.send_bytes(json.dumps(header).encode())
    connection.send_bytes(np.ascontiguousarray(picture.pixels).reshape(-1).data)
    if picture.alpha is not None:
        connection.send_bytes(np.ascontiguousarray(picture.alpha).reshape(-1).data)
    connection.send_bytes(picture.exif)


def _received(connection: Connection) -> Picture:
    header = json.loads(connection.recv_bytes())
    if "code" in header:
        raise BadInput(header["code"], **header["params"])
    height, width = header["shape"]
    pixels = np.frombuffer(connection.recv_bytes(), np.uint8).reshape(height, width, 3)
    alpha = None
    if header["alpha"]:
        alpha = np.frombuffer(connection.recv_bytes(), np.uint8).reshape(height, width)
    original = tuple(header["original"]) if header["original"] else None
    notices = tuple(Notice(**notice) for notice in header["notices"])
    return Picture(pixels.copy(), alpha, notices, original, connection.recv_bytes())
