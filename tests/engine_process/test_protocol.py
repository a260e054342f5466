import json
import multiprocessing
import threading
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import pytest

from singan_studio import __version__
from singan_studio.core.events import Preview, Progress, RunFailed, RunStarted
from singan_studio.engine_process import protocol
from singan_studio.engine_process.messages import Hello, Ready, Render, Rendered, Shutdown, Train
from singan_studio.engine_process.protocol import ProtocolError

PIXELS = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
PROGRESS = Progress(1, 20, 300, {"d_loss": -0.5, "penalty": 1.5}, 33.0, float("inf"))
MESSAGES = [
    Shutdown(),
    Train("/photos/übung.singan", "model", "auto", 2),
    Render(7, '{"tool": "sample"}', "live", 250, {"painting": PIXELS, "mask": PIXELS[:, :, 0]}),
    Hello(__version__, "trainer", 4711),
    Ready("cpu", ["cpu"]),
    RunStarted("model", "draft", "cpu", 1, [(25, 33), (34, 45)], 1),
    PROGRESS,
    RunFailed("engine.memory", {"device": "cuda", "scale": 3}),
]


def same(a: object, b: object) -> bool:
    """Return whether messages are equal; arrays are compared by type and value."""
    pairs = [(getattr(a, f.name), getattr(b, f.name)) for f in fields(a)]  # type: ignore[arg-type]
    return type(a) is type(b) and all(same_value(x, y) for x, y in pairs)


def same_value(x: object, y: object) -> bool:
    if isinstance(x, np.ndarray):
        return isinstance(y, np.ndarray) and x.dtype == y.dtype and np.array_equal(x, y)
    if isinstance(x, dict) and isinstance(y, dict):
        return list(x) == list(y) and all(same_value(x[key], y[key]) for key in x)
    return x == y


@pytest.mark.parametrize("message", MESSAGES, ids=lambda m: type(m).__name__)
def test_message_round_trip(message):
    assert same(protocol.decode(protocol.encode(message)), message)


def test_request_without_pictures_has_one_frame():
    frames = protocol.encode(Render(1, "{}", "result"))
    assert len(frames) == 1
    assert protocol.decode(frames) == Render(1, "{}", "result")


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_arrays_keep_dtype_shape_and_values(dtype):
    picture = PIXELS.astype(dtype)
    message = Preview(0, 1, picture, picture[:, ::2], picture.transpose(1, 0, 2))
    assert same(protocol.decode(protocol.encode(message)), message)


def test_contiguous_picture_is_not_copied():
    _, buffer = protocol.encode(Rendered(1, "{}", 2.5, PIXELS))
    assert np.shares_memory(np.frombuffer(buffer, np.uint8), PIXELS)


def test_every_message_type_has_encodable_fields():
    for cls in protocol.MESSAGE_TYPES.values():
        hints = protocol._hints(cls)
        assert set(hints) == {f.name for f in fields(cls)}


def test_error_parameters_unknown_to_json_are_sent_as_text():
    message = RunFailed("file.write", {"path": Path("a.png"), "scale": 3})
    assert protocol.decode(protocol.encode(message)).params == {"path": "a.png", "scale": 3}


@pytest.mark.parametrize(
    "message",
    [
        Rendered(1, "{}", 1.0, PIXELS.astype(np.float64)),
        Rendered(1, "{}", 1.0, np.array([None, "code"], dtype=object)),
        Rendered(1, "{}", 1.0, np.zeros((0, 3, 3), np.uint8)),
        Ready("cpu", "cpu"),  # type: ignore[arg-type]
        Train("a", "b", "cpu", True),
        Train(Path("a"), "b", "cpu", 1),  # type: ignore[arg-type]
        Render(1, "x" * (protocol.HEADER_LIMIT + 1), "result"),
        RunStarted("m", "draft", "cpu", 1, [(25, 33, 3)], 0),  # type: ignore[list-item]
        "a string",
    ],
    ids=[
        "float64",
        "objects",
        "empty",
        "text-for-list",
        "flag-for-int",
        "path-for-text",
        "long",
        "triple",
        "no-message",
    ],
)
def test_unencodable_message_is_refused(message):
    with pytest.raises(ProtocolError):
        protocol.encode(message)


def test_class_of_same_name_is_not_a_message():
    @dataclass
    class Shutdown:
        pass

    with pytest.raises(ProtocolError, match="Shutdown is not a message"):
        protocol.encode(Shutdown())


def header(**changes: object) -> bytes:
    array = {"dtype": "uint8", "shape": [2, 3, 3]}
    plain = {"request": 1, "recipe": "{}", "milliseconds": 1.0}
    return json.dumps({"type": "Rendered", "fields": plain, "arrays": {"picture": array}} | changes).encode()


@pytest.mark.parametrize(
    ("frames", "reason"),
    [
        ([], "without a header"),
        ([b"\x80\x04pickled"], "not JSON"),
        ([b"[1, 2]"], "not an object"),
        ([b'{"type": "Shutdown"}'], "not an object of type"),
        ([header(type="Format")], "unknown message type 'Format'"),
        ([header(fields=[])], "not an object"),
        ([header()], "has 0 arrays; announced were 1"),
        ([header(), bytes(17)], "has 17 bytes; its header says 18"),
        (
            [header(arrays={"picture": {"dtype": "object", "shape": [1]}}), bytes(8)],
            "array picture is object",
        ),
        ([header(arrays={"picture": {"dtype": "uint8", "shape": [-1]}}), b""], "shape"),
        ([header(arrays={"picture": {"dtype": "uint8", "shape": [2**20, 2**20]}}), b""], "allowed is"),
        ([header(arrays={"picture": "all"}), b""], "not described"),
        ([header(fields={"request": 1}), bytes(18)], "lacks"),
        (
            [header(fields={"request": "1", "recipe": "", "milliseconds": 1}), bytes(18)],
            "Rendered.request is str",
        ),
        (
            [header(arrays={}, fields={"request": 1, "recipe": "", "milliseconds": 1, "picture": 1})],
            "picture is int",
        ),
        ([header(arrays={}, fields={"evil": 1})], r"unknown fields \['evil'\]"),
    ],
)
def test_invalid_bytes_are_refused_with_reason(frames, reason):
    with pytest.raises(ProtocolError, match=reason):
        protocol.decode(frames)


@pytest.mark.parametrize(
    "first",
    [Hello("0.0.0", "trainer", 1), Hello(__version__, "renderer", 1), Ready("cpu", ["cpu"])],
    ids=["version", "role", "no-greeting"],
)
def test_hello_of_other_version_or_role_is_refused(first):
    with pytest.raises(ProtocolError):
        protocol.check_hello(first, "trainer")


def test_hello_of_same_version_and_role_is_accepted():
    protocol.check_hello(Hello(__version__, "trainer", 1), "trainer")


def test_messages_cross_pipe_in_order_with_pictures():
    ours, theirs = multiprocessing.Pipe()
    picture = np.random.default_rng(0).integers(0, 256, (700, 900, 3), np.uint8)
    messages = [Rendered(1, "{}", 1.0, picture), Shutdown(), PROGRESS]

    def send_all() -> None:
        for message in messages:
            protocol.send(ours, message)
        ours.close()

    sender = threading.Thread(target=send_all)
    sender.start()
    assert all(same(protocol.receive(theirs), message) for message in messages)
    with pytest.raises(EOFError):
        protocol.receive(theirs)
    sender.join()
    theirs.close()


def test_frame_longer_than_announced_is_refused():
    ours, theirs = multiprocessing.Pipe()
    ours.send_bytes(header())
    ours.send_bytes(bytes(19))
    with pytest.raises(OSError, match="bad message length"):
        protocol.receive(theirs)
    ours.close()
    theirs.close()
