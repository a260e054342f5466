"""Things flow along arrows: direction and speed as an independent optical flow measures them, pins, and the loop."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.core.images import flattened, load_picture
from singan_studio.core.resources import resource
from singan_studio.engine.animation.flow import Flow
from singan_studio.engine.animation.flow_field import Arrow, flow_field

FRAMES, SECONDS, ALONG, REACH = 40, 2.0, 3.0, 0.12
SCENES = {
    "ocean-waves": ([Arrow(60, 200, 90, 0), Arrow(400, 200, 60, -30)], slice(0, 90)),
    "mountain-lake": ([Arrow(60, 40, 80, 0), Arrow(400, 40, 60, 0)], slice(110, 288)),
    "galaxies": ([Arrow(250, 150, 60, 0), Arrow(300, 280, -60, 0), Arrow(150, 220, 0, -50)], slice(0, 60)),
}


class Film:
    """A film of a bundled picture whose rows `pins` hold still."""

    def __init__(self, name: str, arrows: list[Arrow], pins: slice, seed: int = 0) -> None:
        self.photo = flattened(load_picture(resource(f"samples/{name}.jpg")))
        self.pinned = np.zeros(self.photo.shape[:2], bool)
        self.pinned[pins] = True
        field = flow_field(arrows, self.pinned, REACH) / np.float32(ALONG)
        flow = Flow(field, self.pinned, seed)
        self.frames = list(flow.frames(itertools.repeat(self.photo), FRAMES, SECONDS, NEVER))
        self.wanted = cv2.resize(field, self.photo.shape[1::-1]) * SECONDS / FRAMES  # px from frame to frame

    def measured(self) -> np.ndarray:
        """Return the mean optical flow from frame to frame, (H, W, 2) in px."""
        measure = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        grey = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in self.frames]
        blank = np.zeros((*grey[0].shape, 2), np.float32)
        return np.mean([measure.calc(grey[i], grey[i + 1], blank) for i in range(0, FRAMES - 1, 3)], axis=0)

    def steps(self) -> list[float]:
        """Return how much each frame differs from the next; the last one leads to the first."""
        following = [*self.frames[1:], self.frames[0]]
        return [float(cv2.absdiff(*pair).mean()) for pair in zip(self.frames, following, strict=True)]


@pytest.fixture(scope="module", params=SCENES)
def film(request: pytest.FixtureRequest) -> Film:
    return Film(request.param, *SCENES[request.param])


def test_measured_flow_follows_the_arrows(film: Film) -> None:
    measured, wanted = film.measured(), film.wanted
    speed = np.linalg.norm(wanted, axis=2)
    flows = speed > 0.5 * speed.max()
    cosine = (measured * wanted).sum(axis=2) / np.maximum(np.linalg.norm(measured, axis=2) * speed, 1e-9)
    degrees = np.degrees(np.arccos(cosine.clip(-1, 1)))[flows]
    assert np.median(degrees) < 5
    assert np.percentile(degrees, 90) < 20
    assert 0.8 < np.median(np.linalg.norm(measured, axis=2)[flows] / speed[flows]) < 1.2


def test_pinned_pixels_have_the_same_bits_in_every_frame(film: Film) -> None:
    for frame in film.frames:
        assert np.array_equal(frame[film.pinned], film.photo[film.pinned])


def test_what_no_arrow_reaches_stands_still() -> None:
    film = Film("ocean-waves", [Arrow(60, 200, 60, 0)], slice(0, 0))
    for frame in film.frames:
        assert np.array_equal(frame[:, 400:], film.photo[:, 400:])


def test_the_step_that_closes_the_loop_is_like_the_others(film: Film) -> None:
    *steps, closing = film.steps()
    low, high = np.percentile(steps, [5, 95])
    assert 0.98 * low <= closing <= 1.02 * high


def test_fading_takes_no_contrast(film: Film) -> None:
    flows = np.linalg.norm(film.wanted, axis=2) > 0

    def contrast(picture: np.ndarray) -> float:
        return float(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.CV_32F)[flows].std())

    contrasts = [contrast(frame) for frame in film.frames]
    assert min(contrasts) > 0.85 * contrast(film.photo)
    assert max(contrasts) < 1.1 * min(contrasts)  # nothing pulses


def test_a_seed_decides_the_frames() -> None:
    scene = SCENES["ocean-waves"]
    one, again, other = (Film("ocean-waves", *scene, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.frames, again.frames)
    assert not np.array_equal(one.frames, other.frames)


def test_nothing_flows_through_a_pinned_part() -> None:
    pinned = np.zeros((200, 400), bool)
    pinned[:, 190:210] = True
    field = flow_field([Arrow(100, 100, 60, 0)], pinned, 0.5)
    columns = field.shape[1]
    assert field[:, columns // 4, 0].max() > 30
    assert not field[:, columns // 2 :].any()


def test_an_arrow_that_is_wholly_pinned_moves_nothing() -> None:
    pinned = np.zeros((100, 100), bool)
    pinned[:50] = True
    assert not flow_field([Arrow(20, 20, 30, 0)], pinned, 0.1).any()


def test_drawing_can_be_cancelled() -> None:
    cancel = CancelSource()
    cancel.cancel()
    flow = Flow(np.zeros((16, 16, 2), np.float32), np.zeros((16, 16), bool), 0)
    with pytest.raises(Cancelled):
        next(flow.frames(itertools.repeat(np.zeros((16, 16, 3), np.uint8)), 2, 1.0, cancel.token))
