"""Writing a film through ffmpeg, frame by frame, and reading back the texts it carries."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np

from singan_studio.core.cancel import CancelToken
from singan_studio.core.errors import BadInput, RunFailure
from singan_studio.core.files import written_aside
from singan_studio.export import gif_comment

FORMATS = (".gif", ".mp4")
MARK = "singan:"
"""Begins the comment that carries a film's texts, as base64 of JSON (containers disagree on what else is safe)."""

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""With `start_new_session` for the other systems: Ctrl-C in a terminal must not end ffmpeg in the middle of a film."""

LOSSLESS = ("-c:v", "ffv1", "-pix_fmt", "bgr0")
H264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "16", "-preset", "medium")


@dataclass(frozen=True)
class Film:
    """What was written: number of frames, size in px, and the first frame (H, W, 3) uint8."""

    frames: int
    width: int
    height: int
    first: np.ndarray


def write_film(
    path: Path,
    frames: Iterable[np.ndarray],
    fps: float,
    texts: Mapping[str, str],
    cancel: CancelToken,
    force: bool = False,
) -> Film:
    """Write (H, W, 3) uint8 frames of one size as the GIF or MP4 that `path` names; never more than one in memory.

    MP4 is H.264 in yuv420p that plays while it loads; odd sizes are padded by repeating the edge. GIF loops for ever
    with one palette. `texts` are carried along. Raises `BadInput` for another ending or a taken path, `RunFailure`
    when ffmpeg fails, `Cancelled`; nothing half-written is left.
    """
    check_format(path)
    with written_aside(path, force) as aside:
        if path.suffix.lower() == ".mp4":
            return _encode(aside, frames, fps, cancel, [*H264, *_mp4_options(texts)], even=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            whole = Path(folder) / "frames.mkv"
            film = _encode(whole, frames, fps, cancel, list(LOSSLESS))
            _palette_gif(whole, aside, cancel)
        aside.write_bytes(gif_comment.added(aside.read_bytes(), _comment(texts)))
        return film


def check_format(path: Path) -> None:
    """Raise `BadInput` when the name does not end as a film's."""
    if path.suffix.lower() not in FORMATS:
        raise BadInput("export.format", path=str(path), allowed=" | ".join(FORMATS))


def film_texts(path: Path) -> dict[str, str]:
    """The texts that `write_film` put into a film; empty for any other file."""
    is_gif = path.suffix.lower() == ".gif"
    comment = gif_comment.found(path.read_bytes()) if is_gif else _mp4_comment(path)
    if not comment.startswith(MARK):
        return {}
    try:
        return json.loads(base64.b64decode(comment.removeprefix(MARK), validate=True))
    except ValueError:
        return {}


def ffmpeg() -> str:
    """Path of the ffmpeg program. Raises `RunFailure` when there is none."""
    import imageio_ffmpeg

    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise RunFailure("export.no_ffmpeg") from error


def _encode(
    path: Path,
    frames: Iterable[np.ndarray],
    fps: float,
    cancel: CancelToken,
    options: list[str],
    even: bool = False,
) -> Film:
    """Feed the frames to one ffmpeg; `even` pads odd sides by their last row or column."""
    process: subprocess.Popen[bytes] | None = None
    first = size = None
    count = 0
    with tempfile.TemporaryFile() as errors:
        try:
            for frame in frames:
                cancel.check()
                if even:
                    frame = np.pad(
                        frame, ((0, frame.shape[0] % 2), (0, frame.shape[1] % 2), (0, 0)), mode="edge"
                    )
                if process is None:
                    first, size = frame, frame.shape[:2]
                    process = _started(path, size, fps, options, errors)
                assert process.stdin is not None
                process.stdin.write(np.ascontiguousarray(frame).data)
                count += 1
            if process is None or first is None or size is None:
                raise RunFailure("export.no_frames")
            _closed(process, errors)
        except BrokenPipeError as error:
            assert process is not None
            process.wait()
            raise _failure(errors) from error
        finally:
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()
            if process is not None and process.stdin is not None:
                _close_quietly(process.stdin)
    return Film(count, size[1], size[0], first)


def _started(
    path: Path, size: tuple[int, ...], fps: float, options: list[str], errors: IO[bytes]
) -> subprocess.Popen[bytes]:
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[1]}x{size[0]}", "-r", f"{fps:g}", "-i", "-"]
    command = [ffmpeg(), "-y", "-loglevel", "error", *raw, "-an", *options, str(path)]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        start_new_session=True,
        creationflags=NO_WINDOW,
    )


def _closed(process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    if process.wait() != 0:
        raise _failure(errors)


def _palette_gif(whole: Path, path: Path, cancel: CancelToken) -> None:
    """Two passes: the film's best 256 colours, then the frames in them; Bayer keeps still parts still."""
    palette = whole.with_name("palette.png")
    _run(["-i", str(whole), "-vf", "palettegen=stats_mode=full", "-update", "1", str(palette)])
    cancel.check()
    dither = "paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"
    _run(["-i", str(whole), "-i", str(palette), "-lavfi", dither, "-loop", "0", str(path)])


def _run(arguments: list[str]) -> None:
    with tempfile.TemporaryFile() as errors:
        done = subprocess.run(
            [ffmpeg(), "-y", "-loglevel", "error", *arguments],
            stdin=subprocess.DEVNULL,
            stderr=errors,
            check=False,
            start_new_session=True,
            creationflags=NO_WINDOW,
        )
        if done.returncode != 0:
            raise _failure(errors)


def _failure(errors: IO[bytes]) -> RunFailure:
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines()
    return RunFailure("export.failed", reason=lines[-1] if lines else "ffmpeg ended early")


def _close_quietly(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:  # a killed ffmpeg reads no more; what was buffered is of no use
        return


def _mp4_options(texts: Mapping[str, str]) -> list[str]:
    return ["-movflags", "+faststart", "-metadata", f"comment={_comment(texts)}"]


def _comment(texts: Mapping[str, str]) -> str:
    return MARK + base64.b64encode(json.dumps(dict(texts)).encode()).decode()


def _mp4_comment(path: Path) -> str:
    """The comment as ffmpeg's metadata file gives it, its escapes undone."""
    listed = subprocess.run(
        [ffmpeg(), "-loglevel", "error", "-i", str(path), "-f", "ffmetadata", "-"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    for line in listed.stdout.decode(errors="replace").splitlines():
        if line.startswith("comment="):
            return line.removeprefix("comment=").replace("\\", "")
    return ""
