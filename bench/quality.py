"""Measure samples of a learned picture by figures that need no trained network.

Everything is computed on (1, 3, H, W) pictures in [-1, 1]; a sample may have another size than the original. No figure
sees everything (a blurred, shifted copy has a low `swd`): read them together, and look at the samples.

Sources: GPDM (Elnekave & Weiss 2022) for the sliced Wasserstein distance; Simakov et al. 2008 for coherence and
completeness; SinFusion (Nikankin et al. 2023) for the diversity of nearest neighbours; SinGAN (Shaham et al. 2019) for
the diversity of samples.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from statistics import fmean

import torch
import torch.nn.functional as F
from torch import Tensor

from bench.novelty import novelty

PATCH = 7
"""Side of a patch in px."""

LEVELS = (1.0, 0.5, 0.25)
"""Sizes at which patches are compared."""

PATCH_LEVEL = 0.5
"""Size at which nearest neighbours are searched."""

PROJECTIONS = 128
FEWEST_SAMPLES = 8
"""Fewest samples whose diversity is meaningful."""

QUERIES_AT_ONCE = 2048


@dataclass(frozen=True)
class Figures:
    """The figures of one sample.

    swd               0 for a copy, lower is better: distance of the sets of all 7x7 patches; hardly sensitive to blur
    detail            0 for a copy, lower is better: the same of fine detail, over its spread; sensitive to blur, noise
    band              1 is right: spread of the finest detail over the original's; below is blurred, above is noisy
    coherence         lower is better: how far the sample's patches are from the original's (RMS per value, half size)
    completeness      lower is better: how far the original's patches are from the sample's; rises when content is lost
    coherence_rel, completeness_rel   those, over the values of the mirrored original; 1 is "new, but real"
    nnf_div           0..1, higher is less copying: how badly the field of nearest neighbours can be compressed
    novelty           0 for a copy, low for a bent or moved one: what no smooth bend of the original explains
    """

    swd: float
    detail: float
    band: float
    coherence: float
    completeness: float
    coherence_rel: float
    completeness_rel: float
    nnf_div: float
    novelty: float


@dataclass(frozen=True)
class Quality:
    """Means of the figures over the samples.

    `diversity` (of 8 or more samples of the original's size, else None) is the spread of the grey value at each pixel,
    over that of the original's grey values.
    """

    samples: int
    means: Figures
    diversity: float | None

    def as_dict(self) -> dict[str, float | int | None]:
        return {"samples": self.samples, **asdict(self.means), "diversity": self.diversity}


def measure(original: Tensor, samples: Sequence[Tensor]) -> Quality:
    """Measure one or more samples of an original, each (1, 3, H, W) in [-1, 1].

    The original must not be flat, because detail is measured relative to its own.
    """
    judge = Judge(original)
    rows = [judge.figures(sample) for sample in samples]
    means = Figures(*(fmean(getattr(row, f.name) for row in rows) for f in fields(Figures)))
    return Quality(len(rows), means, diversity(original, samples))


class Judge:
    """Compares samples with one original, whose own values are computed once."""

    def __init__(self, original: Tensor) -> None:
        self.original = original
        self.patches, self.grid_width = _patches_of(original)
        mirrored, _ = _patches_of(original.flip(3))
        self.mirror_coherence = nearest(mirrored, self.patches)[0].mean().item()
        self.mirror_completeness = nearest(self.patches, mirrored)[0].mean().item()

    def figures(self, sample: Tensor) -> Figures:
        """Return all figures of one (1, 3, H, W) sample."""
        patches, grid_width = _patches_of(sample)
        distances, neighbours = nearest(patches, self.patches)
        coherence = distances.mean().item()
        completeness = nearest(self.patches, patches)[0].mean().item()
        return Figures(
            swd=swd(self.original, sample),
            detail=detail(self.original, sample),
            band=band(self.original, sample),
            coherence=coherence,
            completeness=completeness,
            coherence_rel=_over(coherence, self.mirror_coherence),
            completeness_rel=_over(completeness, self.mirror_completeness),
            nnf_div=offsets_entropy(neighbours, grid_width, self.grid_width),
            novelty=novelty(self.original, sample),
        )


def swd(original: Tensor, sample: Tensor) -> float:
    """Return the sliced Wasserstein distance between the patches of two pictures, mean over the levels."""
    return fmean(patch_distance(shrink(original, f), shrink(sample, f)) for f in LEVELS)


def detail(original: Tensor, sample: Tensor) -> float:
    """Return the sliced Wasserstein distance of detail finer than 1 px, over the original's spread at each level."""
    distances = []
    for factor in LEVELS:
        fine = fine_detail(shrink(original, factor))
        distances.append(patch_distance(fine, fine_detail(shrink(sample, factor))) / fine.std().item())
    return fmean(distances)


def band(original: Tensor, sample: Tensor) -> float:
    """Return the spread of the sample's finest detail over the original's."""
    return (fine_detail(sample).std() / fine_detail(original).std()).item()


def diversity(original: Tensor, samples: Sequence[Tensor]) -> float | None:
    """Return SinGAN's diversity of samples, or None where it would be meaningless."""
    if len(samples) < FEWEST_SAMPLES or any(sample.shape != original.shape for sample in samples):
        return None
    grey = torch.cat(list(samples)).mean(1)
    return (grey.std(0).mean() / original.mean(1).std()).item()


# --- parts ---------------------------------------------------------------------------------------------------------


def shrink(x: Tensor, factor: float) -> Tensor:
    """Shrink the picture to `factor` of its size, but not below a size where patches differ."""
    if factor == 1:
        return x
    height, width = (max(PATCH + 1, round(length * factor)) for length in x.shape[2:])
    return F.interpolate(x, size=(height, width), mode="bicubic", antialias=True, align_corners=False)


def fine_detail(x: Tensor) -> Tensor:
    """Return a picture minus its Gaussian blur (sigma 1 px, 7 taps, replicated border)."""
    reach = 3
    offsets = torch.arange(-reach, reach + 1, dtype=x.dtype)
    taps = torch.exp(-(offsets**2) / 2)
    taps = taps / taps.sum()
    kernel = (taps[:, None] * taps).expand(3, 1, -1, -1)
    return x - F.conv2d(F.pad(x, (reach,) * 4, mode="replicate"), kernel, groups=3)


def patch_distance(a: Tensor, b: Tensor) -> float:
    """Return the sliced Wasserstein-1 distance of all patches of two pictures, over 128 random unit directions.

    The directions are the same in every call. If the numbers of patches differ, quantiles are compared.
    """
    random = torch.Generator().manual_seed(0)
    directions = torch.randn(PROJECTIONS, 3, PATCH, PATCH, generator=random)
    directions /= directions.flatten(1).norm(dim=1)[:, None, None, None]
    sorted_a, sorted_b = (F.conv2d(x, directions).flatten(2)[0].sort(dim=1).values for x in (a, b))
    quantiles = torch.linspace(0, 1, min(sorted_a.shape[1], sorted_b.shape[1]))
    picked_a, picked_b = (
        values[:, (quantiles * (values.shape[1] - 1)).round().long()] for values in (sorted_a, sorted_b)
    )
    return (picked_a - picked_b).abs().mean().item()


def nearest(queries: Tensor, keys: Tensor) -> tuple[Tensor, Tensor]:
    """Return RMS distance per value, and row, of the nearest of `keys` (M, D) for each of `queries` (N, D)."""
    lengths = keys.square().sum(1)
    found = []
    for some in queries.split(QUERIES_AT_ONCE):
        squares = some.square().sum(1, keepdim=True) + lengths - 2 * some @ keys.T
        found.append(squares.min(dim=1))
    squares = torch.cat([f.values for f in found]).clamp_min(0)
    return (squares / queries.shape[1]).sqrt(), torch.cat([f.indices for f in found])


def offsets_entropy(neighbours: Tensor, grid_width: int, original_grid_width: int) -> float:
    """Return zlib's ratio for the field of offsets to nearest neighbours: near 0 where large parts are copied."""
    here = torch.arange(len(neighbours))
    down = neighbours // original_grid_width - here // grid_width
    right = neighbours % original_grid_width - here % grid_width
    raw = torch.stack([down, right]).to(torch.int16).numpy().tobytes()
    return len(zlib.compress(raw, 9)) / len(raw)


def _patches_of(x: Tensor) -> tuple[Tensor, int]:
    """Return (N, 147) patches of a picture at half size, row by row, and how many there are in a row."""
    small = shrink(x, PATCH_LEVEL)
    return F.unfold(small, PATCH)[0].T.contiguous(), small.shape[3] - PATCH + 1


def _over(value: float, reference: float) -> float:
    """Return the ratio; for a reference of 0 (a picture that equals its mirror image) 1 for a copy, else infinity."""
    if reference == 0:
        return 1.0 if value == 0 else float("inf")
    return value / reference
