"""How strongly a photo holds its parts to their places, from its own statistics."""

from __future__ import annotations

from torch import Tensor

from singan_studio.core.patch_stops import COARSE
from singan_studio.engine.patches.reference import Reference

STRONGEST = 1.0
"""Weight of places in a photo whose rows explain everything."""


def keep_places_of(reference: Reference) -> tuple[float, float]:
    """(rows, columns): weights for `Bias`, larger the more of the coarse photo its row or column means explain.

    A sky above a land is explained by its rows; a texture by neither.
    """
    small = reference.level(min(1.0, COARSE[0] / min(reference.size))).pixels[0].double()
    total = small.sub(small.mean((1, 2), keepdim=True)).square().mean()
    if float(total) <= 1e-9:
        return 0.0, 0.0
    return _explained(small.mean(2), total), _explained(small.mean(1), total)


def _explained(means: Tensor, total: Tensor) -> float:
    """Weight from the variance of the means (3, n) along one axis against the whole."""
    share = float(means.sub(means.mean(1, keepdim=True)).square().mean() / total)
    return STRONGEST * share
