"""Messages on a pipe: one frame with a JSON header, then one frame of raw bytes per array.

Header: `{"type": "Preview", "fields": {...}, "arrays": {"real": {"dtype": "uint8", "shape": [71, 94, 3]}, ...}}`. The
frames follow in the order of "arrays"; entries of a dict of pictures have names such as "pictures/painting". Nothing
is pickled, and a received message is checked against its dataclass before it is used. A picture of 12 MP (36 MB)
crosses in about 55 ms (Linux, 2 cores), so pictures of any size are sent this way.
"""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields
from functools import cache
from math import prod
from multiprocessing.connection import Connection
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np

from singan_studio import __version__
from singan_studio.core.events import EVENT_TYPES
from singan_studio.engine_process.messages import COMMANDS, REPLIES, Hello

MESSAGE_TYPES: dict[str, type] = {cls.__name__: cls for cls in (*COMMANDS, *REPLIES)} | EVENT_TYPES

HEADER_LIMIT = 4 * 2**20
"""Size of the longest header, in bytes."""

ARRAY_LIMIT = 2**30
"""Size of the largest array, in bytes."""

DTYPES = ("uint8", "float32")


PICTURES = dict[str, np.ndarray]
"""Type of a field that holds pictures by name."""


class ProtocolError(Exception):
    """Received bytes are not a message of this version, or a message cannot be sent. The text says why."""


def send(connection: Connection, message: object) -> None:
    """Write one message; blocks while the pipe is full. Raises `ProtocolError`, or `OSError` when nobody reads."""
    for frame in encode(message):
        connection.send_bytes(frame)


def receive(connection: Connection) -> Any:
    """Wait for one message and return it.

    Raises `EOFError` or `OSError` when the other end is gone, `ProtocolError` for anything but a message.
    """
    header = _header(connection.recv_bytes(HEADER_LIMIT))
    buffers = []
    for name, description in header["arrays"].items():
        buffers.append(connection.recv_bytes(_byte_count(name, description)))
    return _message(header, buffers)


def encode(message: object) -> list[bytes | memoryview]:
    """Return the frames of a message: its header, then the bytes of its arrays, not copied when they are contiguous."""
    cls = type(message)
    if MESSAGE_TYPES.get(cls.__name__) is not cls:
        raise ProtocolError(f"{cls.__name__} is not a message")
    plain: dict[str, Any] = {}
    pictures: dict[str, np.ndarray] = {}
    for name, hint in _hints(cls).items():
        value = _checked(getattr(message, name), hint, f"{cls.__name__}.{name}")
        if hint == PICTURES:
            pictures |= {f"{name}/{key}": picture for key, picture in value.items()}
        elif isinstance(value, np.ndarray):
            pictures[name] = value
        else:
            plain[name] = value
    arrays = {
        name: {"dtype": str(picture.dtype), "shape": list(picture.shape)}
        for name, picture in pictures.items()
    }
    for name, description in arrays.items():
        _byte_count(name, description)
    buffers = [np.ascontiguousarray(picture).data.cast("B") for picture in pictures.values()]
    try:
        # an error's parameters are only displayed: what JSON cannot express is sent as its text
        header = json.dumps({"type": cls.__name__, "fields": plain, "arrays": arrays}, default=str).encode()
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"{cls.__name__} cannot be written as JSON: {error}") from error
    if len(header) > HEADER_LIMIT:
        raise ProtocolError(
            f"the header of {cls.__name__} has {len(header)} bytes; allowed is {HEADER_LIMIT}"
        )
    return [header, *buffers]


def decode(frames: list[bytes | memoryview]) -> Any:
    """Return the message that the frames hold; its arrays are read-only views of them. Raises `ProtocolError`."""
    if not frames:
        raise ProtocolError("a message without a header")
    return _message(_header(bytes(frames[0])), list(frames[1:]))


def check_hello(message: object, role: str) -> None:
    """Raise `ProtocolError` unless this is the greeting of a `role` engine of the same version."""
    if not isinstance(message, Hello):
        raise ProtocolError(f"{type(message).__name__} came before Hello")
    if (message.version, message.role) != (__version__, role):
        raise ProtocolError(
            f"the engine is {message.role} {message.version}; expected is {role} {__version__}"
        )


def _header(data: bytes) -> dict[str, Any]:
    try:
        header = json.loads(data)
    except ValueError as error:
        raise ProtocolError(f"the header is not JSON: {error}") from error
    if not isinstance(header, dict) or set(header) != {"type", "fields", "arrays"}:
        raise ProtocolError("the header is not an object of type, fields and arrays")
    if header["type"] not in MESSAGE_TYPES:
        raise ProtocolError(f"unknown message type {header['type']!r}")
    if not isinstance(header["fields"], dict) or not isinstance(header["arrays"], dict):
        raise ProtocolError(f"fields or arrays of {header['type']} are not an object")
    return header


def _message(header: dict[str, Any], buffers: list[bytes | memoryview]) -> Any:
    cls = MESSAGE_TYPES[header["type"]]
    descriptions = header["arrays"]
    if len(buffers) != len(descriptions):
        raise ProtocolError(f"{cls.__name__} has {len(buffers)} arrays; announced were {len(descriptions)}")
    arrays = {
        name: _array(name, description, data)
        for (name, description), data in zip(descriptions.items(), buffers, strict=True)
    }
    hints = _hints(cls)
    values = header["fields"] | _grouped(arrays, hints)
    unknown = sorted(set(values) - set(hints))
    missing = sorted(_required(cls) - set(values))
    if unknown or missing:
        raise ProtocolError(f"{cls.__name__} has unknown fields {unknown} and lacks {missing}")
    return cls(
        **{name: _checked(value, hints[name], f"{cls.__name__}.{name}") for name, value in values.items()}
    )


def _grouped(arrays: dict[str, np.ndarray], hints: dict[str, Any]) -> dict[str, Any]:
    """Return the arrays by field, with those of a dict of pictures together, even if there are none."""
    fields: dict[str, Any] = {name: {} for name, hint in hints.items() if hint == PICTURES}
    for name, array in arrays.items():
        field, divided, key = name.partition("/")
        if divided and field in fields:
            fields[field][key] = array
        else:
            fields[name] = array
    return fields


def _array(name: str, description: Any, data: bytes | memoryview) -> np.ndarray:
    expected = _byte_count(name, description)
    if len(data) != expected:
        raise ProtocolError(f"array {name} has {len(data)} bytes; its header says {expected}")
    return np.frombuffer(data, description["dtype"]).reshape(description["shape"])


def _byte_count(name: str, description: Any) -> int:
    """Return the size of a described array in bytes.

    Raises `ProtocolError` for an invalid description or an array that is too large.
    """
    if not isinstance(description, dict) or set(description) != {"dtype", "shape"}:
        raise ProtocolError(f"array {name} is not described by dtype and shape")
    dtype, shape = description["dtype"], description["shape"]
    if dtype not in DTYPES:
        raise ProtocolError(f"array {name} is {dtype}; allowed is {' | '.join(DTYPES)}")
    if not isinstance(shape, list) or not all(type(side) is int and side > 0 for side in shape):
        raise ProtocolError(f"array {name} has the shape {shape}; allowed are whole numbers above 0")
    count = prod(shape) * np.dtype(dtype).itemsize
    if count > ARRAY_LIMIT:
        raise ProtocolError(f"array {name} has {count} bytes; allowed is {ARRAY_LIMIT}")
    return count


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)


def _checked(value: Any, hint: Any, where: str) -> Any:
    """Return the value as `hint` requires it (JSON lists become tuples). Raises `ProtocolError` for another type."""
    if hint is Any:
        return value
    origin = get_origin(hint)
    if origin is list and isinstance(value, list):
        (inner,) = get_args(hint)
        return [_checked(item, inner, where) for item in value]
    if origin is tuple and isinstance(value, list | tuple) and len(value) == len(get_args(hint)):
        return tuple(_checked(item, inner, where) for item, inner in zip(value, get_args(hint), strict=True))
    if origin is dict and isinstance(value, dict):
        if hint == PICTURES:
            return {name: _checked(item, np.ndarray, f"{where}/{name}") for name, item in value.items()}
        return value
    if hint is float and type(value) is int:
        return float(value)
    # a bool is not accepted as a number, although it is an int in Python
    if origin is None and isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    name = hint if isinstance(hint, types.GenericAlias) else hint.__name__
    raise ProtocolError(f"{where} is {type(value).__name__}; expected is {name}")
