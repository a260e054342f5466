"""The optimal denoiser over the patches of one picture, in closed form (Qiu, Kutulakos, Lindell, arXiv 2606.04299).

Given that clean patches are those of the picture, each as likely, the mean of what a noisy patch may have been is a
softmax over all of them. The projected form compares and averages patches in their principal directions, and the
likeliest ones exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from singan_studio.core.cancel import NEVER, CancelToken
from singan_studio.engine.patches.compose import Size, fold, grid, unfold
from singan_studio.engine.patches.evenness import Evenness

ENTRIES = 2**22
"""Weights held at once."""

RHO = 0.2
"""Width of the weights that patches are folded with, in half patches."""

LIKELIEST = 40
"""Patches that the projected form compares exactly, a quarter of them at and below t = `SURE`."""

SURE = 0.45

GATHERED = 128
"""Noisy patches whose likeliest clean ones are gathered at once."""

ROUNDS = 6
"""How many times in a step the weights of pixels are corrected; each step starts with equal weights."""

NEAR = 0.15
"""How near its own place a patch counts as unmoved (`own_place`), in shares of the picture's sides."""


@dataclass
class Patches:
    """The clean patches of a reference: what the denoiser chooses from.

    `values` (K, d); `index` (K,) int64 the top left pixel of each, row * width + column; `places` (K, 2) centres in
    shares of height and width; `source` the reference's (height, width). With `basis` (d, n), orthonormal, patches are
    compared and averaged in n principal directions around `mean` (d,):
    `projected` (K, n) holds them, `rests` (K, d) what they leave out.
    """

    values: Tensor
    index: Tensor
    places: Tensor
    source: Size
    patch: int
    mean: Tensor | None = None
    basis: Tensor | None = None
    projected: Tensor | None = None
    rests: Tensor | None = None


@dataclass(frozen=True)
class Bias:
    """What makes some patches likelier at a place, beyond looks.

    `keep_rows`, `keep_columns` >= 0: weight of the distance between a patch's row (column) and its source's, in shares
    of the sides, against looks (lambda). `own_place`: above 0 keeps patches away from where the reference has them,
    below 0 draws them there; in units of the same weight. With `even` all pixels of the reference are used about
    alike, so that what is rare in it is not lost (`Evenness`).
    """

    keep_rows: float = 0.0
    keep_columns: float = 0.0
    own_place: float = 0.0
    even: bool = False


def patches_of(
    reference: Tensor,
    patch: int,
    usable: Tensor | None = None,
    limit: int = 8192,
    directions: int | None = None,
) -> Patches:
    """Collect the patches of a (1, 3, H, W) reference, at most `limit` of them, evenly scattered.

    `usable` (H, W) bool marks the top left pixels of patches that may be used. With `directions` they are also
    projected on that many principal directions.
    """
    height, width = reference.shape[2:]
    rows, columns = grid((height, width), patch, False)
    device = reference.device
    allowed = torch.ones(rows, columns, dtype=torch.bool, device=device)
    if usable is not None:
        allowed &= usable[:rows, :columns]
    chosen = allowed.flatten().nonzero()[:, 0]
    if len(chosen) > limit:
        order = torch.randperm(len(chosen), generator=torch.Generator().manual_seed(0))[:limit]
        chosen = chosen[order.sort().values.to(device)]
    y, x = chosen // columns, chosen % columns
    step = torch.arange(patch, device=device)
    at = (y * width + x)[:, None] + (step[:, None] * width + step).flatten()  # (K, patch * patch)
    values = reference[0].flatten(1)[:, at].transpose(0, 1).reshape(len(chosen), -1).contiguous()
    half = patch / 2
    places = torch.stack([(y + half) / height, (x + half) / width], 1).to(reference.dtype)
    found = Patches(values, y * width + x, places, (height, width), patch)
    if directions is not None and directions < min(values.shape):
        found.mean = values.mean(0)
        found.basis = principal_directions(values, directions)
        found.projected = (values - found.mean) @ found.basis
        found.rests = values - found.mean - found.projected @ found.basis.T
    return found


def principal_directions(values: Tensor, count: int) -> Tensor:
    """(d, count) orthonormal directions of the largest variance of the rows of `values` (K, d), largest first."""
    centred = values.double() - values.double().mean(0)
    _, vectors = torch.linalg.eigh(centred.T @ centred)
    return vectors[:, -count:].flip(1).to(values.dtype).contiguous()


def denoise(
    z: Tensor,
    t: float,
    patches: Patches,
    bias: Bias | None = None,
    wrap: bool = False,
    cancel: CancelToken = NEVER,
    every_other: bool = False,
) -> tuple[Tensor, Tensor]:
    """Expect the clean picture for noisy z (N, 3, H, W), and the likeliest sources (N, n) int64.

    z is (1 - t) * clean + t * noise of N(0, 1), t in (0, 1]. Each patch q of z becomes sum_j w_j y_j with
    w = softmax_j(-(|q - (1 - t) y_j|^2 + (1 - t)^2 lambda d (place_q - place_j)^2) / (2 t^2)); the patches are folded
    back. At t = 1 this is the mean patch everywhere. The sources are those of all patches in reading order, or, with
    `every_other`, of the half that is denoised then: every second one, like the black squares of a board, and all at
    the border; then the bias is not `even`. Raises `Cancelled`.
    """
    bias = bias or Bias()
    size = z.shape[2], z.shape[3]
    count = grid(size, patches.patch, wrap)
    places = _places(size, count, patches.patch, z)
    noisy = unfold(z, patches.patch, wrap)
    chosen = _every_other(count, wrap, z.device) if every_other else None
    if chosen is not None:
        noisy, places = noisy[:, chosen], places[chosen]
    evenness = Evenness(len(z), size, patches, RHO, wrap) if bias.even and chosen is None else None
    means, best = _expected(noisy, places, t, patches, bias, evenness, cancel)
    return fold(means, size, patches.patch, RHO, wrap, chosen), best


def _every_other(count: Size, wrap: bool, device: torch.device) -> Tensor:
    """(n,) numbers of the patches that `every_other` denoises; they cover every pixel."""
    y, x = torch.arange(count[0], device=device)[:, None], torch.arange(count[1], device=device)
    chosen = (y + x) % 2 == 0
    if not wrap:
        chosen = chosen | (y == 0) | (x == 0) | (y == count[0] - 1) | (x == count[1] - 1)
    return chosen.flatten().nonzero()[:, 0]


def _expected(
    queries: Tensor,
    places: Tensor,
    t: float,
    patches: Patches,
    bias: Bias,
    evenness: Evenness | None,
    cancel: CancelToken,
) -> tuple[Tensor, Tensor]:
    """Return means (N, L, d) and likeliest sources (N, L) for noisy patches (N, L, d) at `places` (L, 2)."""
    keys, rests = patches.values, None
    if patches.projected is not None and patches.basis is not None and patches.mean is not None:
        keys, whole = patches.projected, queries - (1 - t) * patches.mean
        queries = whole @ patches.basis
        rests = whole - queries @ patches.basis.T
    likeness = _Likeness(queries, keys, places, t, patches, bias, evenness)
    step = max(1, ENTRIES // (len(keys) * len(queries)))
    parts = [slice(first, first + step) for first in range(0, len(places), step)]
    if evenness is not None:
        if len(parts) == 1:
            likeness.keep()
        for _ in range(ROUNDS):
            evenness.even_out(_use(likeness, evenness, parts, cancel))
    means, best = [], []
    for part in parts:
        cancel.check()
        if rests is None:
            mean, likeliest = likeness.mean_of(part, keys)
        else:
            logits = likeness.of(part)
            likeliest = logits.argmax(2)
            each = zip(logits, rests[:, part], strict=True)
            mean = torch.stack([_corrected(row, rest, t, patches) for row, rest in each])
        means.append(mean)
        best.append(patches.index[likeliest])
    return torch.cat(means, 1), torch.cat(best, 1)


def _use(likeness: _Likeness, evenness: Evenness, parts: list[slice], cancel: CancelToken) -> Tensor:
    """Return how much of each patch is seen in all (`Evenness.use`)."""
    used = None
    for part in parts:
        cancel.check()
        more = evenness.use(part, likeness.of(part).softmax(2))
        used = more if used is None else used.add_(more)
    assert used is not None
    return used


class _Likeness:
    """How well each clean patch explains each noisy one of N pictures (N, L, n) at time t, as logits."""

    def __init__(
        self,
        queries: Tensor,
        keys: Tensor,
        places: Tensor,
        t: float,
        patches: Patches,
        bias: Bias,
        evenness: Evenness | None,
    ) -> None:
        alpha, dimensions = 1 - t, patches.values.shape[1]
        lead = torch.tensor([bias.keep_rows, bias.keep_columns], dtype=keys.dtype, device=keys.device)
        scale = (lead * dimensions).sqrt()
        own = (alpha * places * scale).expand(len(queries), -1, -1)
        self._asked = torch.cat([queries, own], 2)
        self._compared = torch.cat([keys, patches.places * scale], 1)  # a place is a pixel seen without noise
        self._factor = alpha / t**2
        self._offset = (
            self._compared.square().sum(1).mul_(-(alpha**2) / (2 * t**2)).expand(len(queries), 1, -1)
        )
        self._places, self._source_places = places, patches.places
        self._push = alpha**2 * bias.own_place * dimensions / (2 * t**2)
        self._evenness = evenness
        self._kept: Tensor | None = None

    def keep(self) -> None:
        """Keep the logits of all patches by looks and place in memory, because they are asked for repeatedly."""
        self._kept = self._by_looks_and_place(slice(None))

    def of(self, part: slice) -> Tensor:
        """(N, l, K) logits of the noisy patches `part`, the caller's to change."""
        if self._evenness is None:
            return self._by_looks_and_place(part)
        likelier = self._evenness.likelier(part)
        return likelier.add_(self._by_looks_and_place(part) if self._kept is None else self._kept[:, part])

    def mean_of(self, part: slice, values: Tensor) -> tuple[Tensor, Tensor]:
        """Return the means of the clean patches' `values` (K, d), (N, l, d), and the likeliest of them (N, l)."""
        chances = self.of(part).softmax(2)
        return chances @ values, chances.argmax(2)

    def _by_looks_and_place(self, part: slice) -> Tensor:
        keys = self._compared.T.expand(len(self._asked), -1, -1)
        logits = torch.baddbmm(self._offset, self._asked[:, part], keys, alpha=self._factor)
        if self._push:
            moved = torch.cdist(self._places[part], self._source_places).square_()
            logits.sub_(moved.mul_(-1 / (2 * NEAR**2)).exp_(), alpha=self._push)
        return logits


def _corrected(logits: Tensor, rests: Tensor, t: float, patches: Patches) -> Tensor:
    """Return means (l, d) for projected comparisons (l, K), the likeliest made exact; changes `logits`.

    `rests` (l, d) is what the projection left out of the noisy patches.
    """
    assert patches.projected is not None
    assert patches.basis is not None
    assert patches.mean is not None
    assert patches.rests is not None
    count = min(LIKELIEST if t > SURE else LIKELIEST // 4, logits.shape[1])
    likeliest = logits.topk(count, 1, sorted=False).indices
    alpha = 1 - t
    squares = patches.rests.square().sum(1) * (alpha / 2)
    for first in range(0, len(rests), GATHERED):
        part = slice(first, first + GATHERED)
        left_out = patches.rests[likeliest[part]]  # (l, count, d)
        exact = torch.bmm(left_out, rests[part, :, None])[:, :, 0] - squares[likeliest[part]]
        logits[part].scatter_add_(1, likeliest[part], exact.mul_(alpha / t**2))
    weights = logits.softmax(1)
    means = torch.addmm(patches.mean, weights @ patches.projected, patches.basis.T)
    chosen = weights.gather(1, likeliest)
    return means + F.embedding_bag(likeliest, patches.rests, per_sample_weights=chosen, mode="sum")


def _places(size: Size, count: Size, patch: int, like: Tensor) -> Tensor:
    """(L, 2) centres of the patches of a picture, in shares of its height and width."""
    y = (torch.arange(count[0], device=like.device, dtype=like.dtype) + patch / 2) / size[0]
    x = (torch.arange(count[1], device=like.device, dtype=like.dtype) + patch / 2) / size[1]
    return torch.stack(torch.meshgrid(y, x, indexing="ij"), -1).flatten(0, 1)
