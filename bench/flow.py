"""How well and how fast things flow: `python -m bench.flow [--frames N] [--threads N]`.

For scenes of the bundled photos it prints the seconds for the film, the angle between the arrows' field and the flow
that OpenCV's DIS measures from frame to frame (median and 95th percentile, where things flow at half speed or more and
have any texture), whether what is pinned has the photo's bits, where among the other steps the one that closes the loop
is (0..1), and the least share of the photo's contrast in a frame. With `--sheets FOLDER` it writes eight frames of each
film.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

import cv2
import numpy as np

from singan_studio.core.cancel import NEVER
from singan_studio.core.images import encode_png, flattened, load_picture
from singan_studio.core.resources import resource
from singan_studio.engine.animation.flow import Flow
from singan_studio.engine.animation.flow_field import Arrow, flow_field

SECONDS, ALONG, REACH = 3.0, 3.0, 0.12
WINDOW, LEAST_CONTRAST = 15, 2.0  # px, and levels of 255: a smooth sky shows no motion
SCENES: dict[str, tuple[list[Arrow], slice]] = {
    "ocean-waves": ([Arrow(60, 200, 90, 0), Arrow(250, 220, 90, 0), Arrow(400, 200, 80, 0)], slice(0, 90)),
    "autumn-mountain": ([Arrow(20, 15, 80, 0), Arrow(400, 15, 70, 0)], slice(40, 341)),
    "mountain-lake": ([Arrow(60, 40, 80, 0), Arrow(250, 50, 80, 0), Arrow(400, 40, 60, 0)], slice(110, 288)),
    "galaxies": (
        [Arrow(250, 150, 60, 0), Arrow(300, 280, -60, 0), Arrow(210, 220, 0, -50)],
        slice(0, 0),
    ),
    "desert-dune": ([Arrow(190, 160, 60, -15)], slice(240, 341)),
}
"""Arrows, and rows that hold still."""


def measured(frames: list[np.ndarray]) -> np.ndarray:
    """Return the mean optical flow from frame to frame, (H, W, 2) in px."""
    measure = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    grey = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in frames]
    blank = np.zeros((*grey[0].shape, 2), np.float32)
    return np.mean([measure.calc(one, other, blank) for one, other in itertools.pairwise(grey)], axis=0)


def degrees(flow: np.ndarray, wanted: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return the angles between two flows at `where` things flow at half the greatest speed or more."""
    speed = np.linalg.norm(wanted, axis=2)
    cosine = (flow * wanted).sum(axis=2) / np.maximum(np.linalg.norm(flow, axis=2) * speed, 1e-9)
    return np.degrees(np.arccos(cosine.clip(-1, 1)))[(speed >= 0.5 * speed.max()) & where]


def textured(photo: np.ndarray) -> np.ndarray:
    """Return where there is something by which motion can be seen, (H, W) bool."""
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.float32)
    mean = cv2.blur(grey, (WINDOW, WINDOW))
    return cv2.blur(grey * grey, (WINDOW, WINDOW)) - mean * mean > LEAST_CONTRAST**2


def closing(frames: list[np.ndarray]) -> float:
    """Return the share of the steps from frame to frame that are smaller than the one that closes the loop."""
    following = [*frames[1:], frames[0]]
    *steps, last = [float(cv2.absdiff(*pair).mean()) for pair in zip(frames, following, strict=True)]
    return float(np.mean(np.array(steps) < last))


def contrast(picture: np.ndarray, where: np.ndarray) -> float:
    return float(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.CV_32F)[where].std())


def report(name: str, count: int, sheets: Path | None) -> None:
    arrows, rows = SCENES[name]
    photo = flattened(load_picture(resource(f"samples/{name}.jpg")))
    pinned = np.zeros(photo.shape[:2], bool)
    pinned[rows] = True
    began, used = time.perf_counter(), time.process_time()
    field = flow_field(arrows, pinned, REACH) / np.float32(ALONG)
    frames = list(Flow(field, pinned, 0).frames(itertools.repeat(photo), count, SECONDS, NEVER))
    seconds, used = time.perf_counter() - began, time.process_time() - used
    wanted = cv2.resize(field, photo.shape[1::-1]) * SECONDS / count
    angles = degrees(measured(frames), wanted, textured(photo))
    flows = np.linalg.norm(wanted, axis=2) > 0
    kept = min(contrast(frame, flows) for frame in frames) / contrast(photo, flows)
    holds = all(np.array_equal(frame[pinned], photo[pinned]) for frame in frames)
    print(
        f"{name:16} {seconds:5.1f} s ({used:.1f} s of processor)   "
        f"{np.median(angles):4.1f} {np.percentile(angles, 95):5.1f} degrees   "
        f"pins {'hold' if holds else 'MOVE'}   closing {closing(frames):.2f}   contrast {kept:.2f}"
    )
    if sheets:
        shown = [frames[number * count // 8] for number in range(8)]
        sheet = np.vstack([np.hstack(shown[row : row + 2]) for row in range(0, 8, 2)])
        (sheets / f"flow-{name}.png").write_bytes(encode_png(sheet))


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.flow", description="How well and how fast things flow.")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sheets", type=Path, help="folder for eight frames of each film")
    options = parser.parse_args()
    cv2.setNumThreads(options.threads)
    if options.sheets:
        options.sheets.mkdir(parents=True, exist_ok=True)
    for name in SCENES:
        report(name, options.frames, options.sheets)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
