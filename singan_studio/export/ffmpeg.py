"""Run ffmpeg: feed it frame by frame, cancel it, and turn its complaints into messages."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import IO

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import RunFailure

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""With `start_new_session` for the other systems: Ctrl-C in a terminal must not end ffmpeg in the middle of a film."""

POLL_SECONDS = 0.1
"""Longest wait for ffmpeg between two checks for cancelling."""

LAST_WORDS_SECONDS = 5.0
"""Longest wait for the error message of an ffmpeg that stopped reading."""

COMMENT_SECONDS = 20.0
"""Longest wait for the metadata of a film; a sound one takes less than one second."""

THREADS = ("-threads", "4")
"""Threads of an encoder, on every machine: the bytes of a film must not depend on its processors."""

LOSSLESS = ("-c:v", "ffv1", "-pix_fmt")
"""Options for a temporary file whose frames are read more than once; its pixel format follows."""

PLAIN = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1")
"""Options that keep dates, versions and random numbers out of the file."""


def program() -> str:
    """Return the path of the ffmpeg program. Raises `RunFailure` when there is none."""
    import imageio_ffmpeg

    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise RunFailure("export.no_ffmpeg") from error


def encode(
    path: Path, frames: Iterable[np.ndarray], fps: Fraction, options: Sequence[str], cancel: CancelToken
) -> None:
    """Feed (H, W, 3 or 4) uint8 frames of one size to one ffmpeg. Raises `RunFailure`, `Cancelled`."""
    process: subprocess.Popen[bytes] | None = None
    with tempfile.TemporaryFile() as errors:
        try:
            for frame in frames:
                cancel.check()
                if process is None:
                    process = _started([*_raw(frame, fps), *options, str(path)], errors, subprocess.PIPE)
                _feed(process, frame, errors)
            if process is None:
                raise RunFailure("export.no_frames")
            _feed(process, None, errors)
            _finish(process, errors, cancel)
        finally:
            if process is not None:
                _end(process)


@contextlib.contextmanager
def lossless(
    folder: Path, frames: Iterable[np.ndarray], fps: Fraction, transparent: bool, cancel: CancelToken
) -> Iterator[Path]:
    """Yield a temporary file in `folder` that holds the frames, for encoders that read them more than once."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".film.") as inside:
        whole = Path(inside) / "frames.mkv"
        encode(whole, frames, fps, [*LOSSLESS, "bgra" if transparent else "bgr0"], cancel)
        yield whole


def convert(arguments: Sequence[str], cancel: CancelToken) -> None:
    """Run ffmpeg from files to a file. Raises `RunFailure`, `Cancelled`."""
    with tempfile.TemporaryFile() as errors:
        process = _started(arguments, errors, subprocess.DEVNULL)
        try:
            _finish(process, errors, cancel)
        finally:
            _end(process)


def comment_of(path: Path) -> str:
    """Return the comment in a film's metadata, without the escapes of ffmpeg's metadata file; empty for none."""
    try:
        listed = subprocess.run(
            [program(), "-loglevel", "error", "-i", f"file:{path}", "-f", "ffmetadata", "-"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=COMMENT_SECONDS,
            creationflags=NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return ""
    for line in listed.stdout.decode(errors="replace").splitlines():
        name, _, value = line.partition("=")
        if name.lower() == "comment":
            return value.replace("\\", "")
    return ""


def _raw(frame: np.ndarray, fps: Fraction) -> list[str]:
    height, width, channels = frame.shape
    return [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgba" if channels == 4 else "rgb24",
        "-s",
        f"{width}x{height}",
        "-r",
        str(fps),
        "-i",
        "-",
        "-an",
    ]


def _started(arguments: Sequence[str], errors: IO[bytes], stdin: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [program(), "-y", "-loglevel", "error", *arguments],
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        start_new_session=True,
        creationflags=NO_WINDOW,
    )


def _feed(process: subprocess.Popen[bytes], frame: np.ndarray | None, errors: IO[bytes]) -> None:
    """Write one frame, or close the input for None. Raises `RunFailure` when ffmpeg stopped reading."""
    assert process.stdin is not None
    try:
        if frame is None:
            process.stdin.close()
        else:
            process.stdin.write(np.ascontiguousarray(frame).data)
    except BrokenPipeError as error:
        with contextlib.suppress(OSError):  # what was buffered is of no use
            process.stdin.close()  # or it might wait for more, and we for it
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(LAST_WORDS_SECONDS)
        raise _failure(errors) from error


def _finish(process: subprocess.Popen[bytes], errors: IO[bytes], cancel: CancelToken) -> None:
    while True:
        try:
            code = process.wait(POLL_SECONDS)
        except subprocess.TimeoutExpired:
            cancel.check()
            continue
        if code != 0:
            raise _failure(errors)
        return


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # a killed ffmpeg reads no more; what was buffered is of no use
            process.stdin.close()


def _failure(errors: IO[bytes]) -> RunFailure:
    """Return what ffmpeg complained about, as a message of this program where one is known."""
    errors.seek(0)
    said = errors.read().decode(errors="replace").strip()
    if "No space left on device" in said:
        return RunFailure("export.full")
    if "Unknown encoder" in said or "Encoder not found" in said:
        return RunFailure("export.no_encoder", name=said.partition("'")[2].partition("'")[0] or "?")
    lines = said.splitlines()
    return RunFailure("export.failed", reason=lines[-1] if lines else "ffmpeg ended early")
