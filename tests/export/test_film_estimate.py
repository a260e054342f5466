"""The estimate of a film's size, compared with the real file."""

import numpy as np
import pytest

from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import Cancelled
from singan_studio.export.estimate import estimated_bytes
from singan_studio.export.film import write_film
from singan_studio.export.settings import ExportSettings

RANDOM = np.random.default_rng(0)
WAVES = [RANDOM.normal(size=(12, 16, 3)) for _ in range(2)]


def frames(count):
    """Yield soft spots that change slowly, as films of this program do."""
    from PIL import Image

    for t in range(count):
        angle = 2 * np.pi * t / count
        blobs = 128 + 50 * (np.cos(angle) * WAVES[0] + np.sin(angle) * WAVES[1])
        yield np.array(Image.fromarray(blobs.clip(0, 255).astype(np.uint8)).resize((96, 72), 3))


@pytest.mark.parametrize(
    "settings",
    [
        ExportSettings("gif"),
        ExportSettings("mp4"),
        ExportSettings("mp4", at_least=6),
        ExportSettings("webp", quality=50),
        ExportSettings("apng", enlarge=2),
        ExportSettings("png"),
    ],
)
def test_the_estimate_is_near_the_real_size(tmp_path, settings):
    film = list(frames(40))
    written = write_film(tmp_path / "film", film, 40, 20, settings, {}, NEVER).bytes
    assert estimated_bytes(film[:8], 40, 20, settings) == pytest.approx(written, rel=0.35)


def test_an_estimate_can_be_cancelled():
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        estimated_bytes(list(frames(4)), 40, 20, ExportSettings("webm"), source.token)
