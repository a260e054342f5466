"""Drawing pictures from patches: sizes, starts, masks, repetition, cancelling."""

from __future__ import annotations

import pytest
import torch

from singan_studio.core.cancel import CancelSource
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.engine.patches import sampler
from singan_studio.engine.patches.compose import Field, grid, unfold
from singan_studio.engine.patches.detail import Detail
from singan_studio.engine.patches.reference import Reference
from singan_studio.engine.patches.sampler import Options, PatchModel


@pytest.fixture(scope="module")
def model(photo):
    return PatchModel(photo("tulips", 80))


def test_same_seed_gives_the_same_bits_and_another_seed_another_picture(photo, model):
    first = model.draw(3)
    assert torch.equal(first, PatchModel(photo("tulips", 80)).draw(3))
    assert (first - model.draw(4)).abs().mean() > 0.05


def test_result_consists_of_the_photos_colours(photo, model):
    result = model.draw(1)
    assert result.shape == (1, 3, 80, 80)
    assert torch.isfinite(result).all()
    known = photo("tulips", 80)
    low, high = known.amin((2, 3)), known.amax((2, 3))
    assert (result.amin((2, 3)) >= low - 1e-5).all()
    assert (result.amax((2, 3)) <= high + 1e-5).all()


@pytest.mark.parametrize("size", [(16, 16), (200, 16), (16, 130), (120, 60)])
def test_any_size_can_be_drawn(model, size):
    result = model.draw(1, size)
    assert result.shape == (1, 3, size[1], size[0])
    assert torch.isfinite(result).all()


@pytest.mark.parametrize("shape", [(16, 16), (16, 90), (90, 16), (40, 47)])
def test_any_photo_can_be_a_model(photo, shape):
    small = PatchModel(photo("citrus", 140)[:, :, : shape[0], : shape[1]].contiguous())
    assert small.draw(1).shape[2:] == shape


def test_one_coloured_photo_gives_its_colour():
    result = PatchModel(torch.full((1, 3, 40, 50), 0.25)).draw(1)
    torch.testing.assert_close(result, torch.full((1, 3, 40, 50), 0.25), atol=1e-5, rtol=0)


@pytest.mark.parametrize("size", [(15, 40), (40, 8193)])
def test_sizes_beyond_the_limits_are_refused(model, size):
    with pytest.raises(BadInput) as caught:
        model.draw(1, size)
    assert caught.value.code == "sample.size"


def test_stops_lead_from_a_new_layout_to_texture_only(model):
    stops = model.stops((120, 60))
    assert [stop.kind for stop in stops[:4]] == ["layout", "change", "change", "change"]
    assert [stop.amount for stop in stops[:4]] == [1.0, 0.6, 0.4, 0.2]
    assert all(stop.kind == "size" for stop in stops[4:])
    assert stops[-1].size == (60, 120)


def test_later_stops_keep_more_of_the_photo(photo, model):
    known = photo("tulips", 80)
    last = len(model.stops()) - 1
    far, near, texture = (
        sum((model.draw(seed, options=Options(start=k)) - known).square().mean() for seed in range(6))
        for k in (0, 3, last)
    )
    assert 0 < texture < far
    assert near < far


def test_guide_is_followed_where_little_may_change(photo, model):
    guide = photo("tulips", 80).flip(3)
    result = model.draw(1, options=Options(start=3, guide=guide))
    assert (result - guide).square().mean() < 0.75 * (result - guide.flip(3)).square().mean()


@pytest.mark.parametrize("start", [0, 3, -1])
def test_outside_the_mask_the_guide_stays_bit_for_bit(photo, model, start):
    guide = photo("citrus", 80)[:, :, :50].contiguous()
    mask = torch.zeros(50, 80)
    mask[10:40, 20:60] = 1
    start = start % len(model.stops((80, 50)))
    result = model.draw(1, (80, 50), Options(start=start, guide=guide, mask=mask))
    assert torch.equal(result[:, :, mask == 0], guide[:, :, mask == 0])
    assert not torch.equal(result[:, :, mask == 1], guide[:, :, mask == 1])


def test_what_is_painted_is_followed_where_a_guide_enters(photo, model):
    painted = photo("tulips", 80).clone()
    painted[:, :, :24, 56:] = torch.tensor([-0.7, -0.2, -0.75])[:, None, None]  # leaves in place of blossoms
    drawn = model.draw(0, options=Options(start=5, guide=painted))
    assert model.stops()[5].size == (48, 48)
    corner, before = drawn[:, :, 4:20, 60:].mean((2, 3)), photo("tulips", 80)[:, :, 4:20, 60:].mean((2, 3))
    assert float((corner - painted[:, :, 0, 79]).norm()) < 0.4 * float((before - painted[:, :, 0, 79]).norm())


def test_what_is_pasted_beside_something_foreign_gets_a_clear_edge(photo):
    picture = 0.1 * photo("tulips", 80)
    picture[:, :, :40] += 0.7  # a light half above a dark one
    picture[:, :, 40:] -= 0.7
    guide, mask = picture.clone(), torch.zeros(80, 80)
    guide[:, :, 10:26, 30:50] = picture[:, :, 50:66, 30:50]
    mask[4:32, 24:56] = 1
    model = PatchModel(picture)
    last = len(model.stops()) - 1
    result = model.draw(0, options=Options(start=last, guide=guide, mask=mask))
    inside = result.mean(1)[0, 4:32, 24:56]
    assert (inside < -0.4).float().mean() > 0.15
    assert (inside.abs() < 0.4).float().mean() < 0.05  # .11 where good matches do not outvote bad ones


def test_forbidden_part_is_not_copied(photo):
    picture = photo("tulips", 80).clone()
    forbidden = torch.zeros(80, 80, dtype=torch.bool)
    forbidden[50:70, 50:70] = True
    picture[:, :, forbidden] = torch.tensor([1.0, -1.0, 1.0])[:, None]
    result = PatchModel(picture, forbidden).draw(1)
    magenta = (result[:, 0] > 0.9) & (result[:, 1] < -0.9) & (result[:, 2] > 0.9)
    assert not magenta.any()


def test_nothing_left_to_copy_is_refused(photo):
    with pytest.raises(BadInput) as caught:
        PatchModel(photo("tulips", 80), torch.ones(80, 80, dtype=torch.bool))
    assert caught.value.code == "patches.no_source"


def test_wrapped_result_has_no_seam(photo):
    model = PatchModel(photo("gravel", 80))
    plain, wrapped = (model.draw(1, options=Options(wrap=wrap)) for wrap in (False, True))

    def seam(x):
        inside = (x[..., 1:] - x[..., :-1]).abs().mean() + (x[:, :, 1:] - x[:, :, :-1]).abs().mean()
        return ((x[..., 0] - x[..., -1]).abs().mean() + (x[:, :, 0] - x[:, :, -1]).abs().mean()) / inside

    assert seam(wrapped) < 1.15
    assert seam(plain) > 1.15


def test_progress_counts_every_size(model):
    told = []
    model.draw(1, progress=lambda done, total, size: told.append((done, total, size)))
    assert [done for done, _, _ in told] == list(range(len(told)))
    assert told[-1][0] == told[-1][1]
    assert told[-1][2] == (80, 80)


def test_cancelled_in_the_middle(model):
    source = CancelSource()
    with pytest.raises(Cancelled):
        model.draw(
            1, cancel=source.token, progress=lambda done, total, size: source.cancel() if done else None
        )


def test_wrong_guides_and_masks_are_refused(photo, model):
    with pytest.raises(ValueError, match="guide"):
        model.draw(1, options=Options(start=1, guide=photo("citrus", 40)))
    with pytest.raises(ValueError, match="mask"):
        model.draw(1, options=Options(mask=torch.ones(10, 10)))


def test_places_are_kept_where_rows_explain_the_photo(photo):
    layered, texture = PatchModel(photo("city-skyline", 80)), PatchModel(photo("gravel", 80))
    assert layered.keep_places[0] > 5 * texture.keep_places[0]


def test_photo_entered_at_finer_size_is_made_of_other_places_without_haze(photo):
    known = photo("tea-hills", 120)
    model = PatchModel(known)
    stops = [number for number, stop in enumerate(model.stops()) if stop.kind == "size"]
    for stop in stops:
        drawn = model.draw(4, options=Options(start=stop))
        step = [(x[..., 1:] - x[..., :-1]).abs().mean() for x in (drawn, known)]
        assert step[0] > 0.5 * step[1]
        assert (drawn - known).abs().mean() > 0.01
        assert (drawn - model.draw(5, options=Options(start=stop))).abs().mean() > 0.01
    assert torch.equal(*(model.draw(4, options=Options(start=stops[0])) for _ in range(2)))


def test_rare_things_of_a_painting_are_not_lost(photo):
    known = photo("tulips", 96)
    model = PatchModel(known)
    reds = known[:, 0] - known[:, 1]
    flower, ground = (
        known.new_tensor(colour)[None, :, None, None] for colour in ([0.7, -0.2, 0.1], [-0.5, -0.2, -0.6])
    )
    guide = torch.where((reds > reds.quantile(0.85))[:, None], flower, ground)
    stop = next(number for number, each in enumerate(model.stops()) if each.amount == 0.2)
    drawn = model.draw(1, options=Options(start=stop, guide=guide))
    painted = (guide[0, 0] > 0).float()
    contrast = drawn[0, 0] - drawn[0, 1]
    assert (contrast * painted).sum() / painted.sum() > (contrast * (1 - painted)).sum() / (
        1 - painted
    ).sum() + 0.15


def test_a_followed_guide_keeps_its_coarse_shapes_and_is_made_of_the_photos_colours(photo):
    gravel = photo("gravel", 120)
    guide = torch.full_like(gravel, 0.4)
    guide[..., 40:80, 40:80] = -0.6
    model = PatchModel(gravel)
    free, followed = (model.draw(1, options=Options(4, guide=guide, followed=share)) for share in (0.0, 1.0))

    def contrast(result: torch.Tensor) -> float:
        return float(result[..., :25, :].mean() - result[..., 45:75, 45:75].mean())

    assert contrast(followed) > 1.5 * contrast(free)
    assert contrast(followed) > 0.1
    assert followed.min() >= gravel.min() - 1e-5
    assert followed.max() <= gravel.max() + 1e-5


@pytest.mark.parametrize("patch", [7, 9])
def test_what_is_laid_like_the_photo_grows_into_the_photo_bit_for_bit(photo, patch):
    reference = Reference(photo("tulips", 90))
    coarser, finer = reference.level(0.71, patch=patch), reference.level(1.0, patch=patch)
    rows, columns = grid(coarser.size, patch, False)
    at = torch.arange(rows)[:, None] * coarser.size[1] + torch.arange(columns)
    laid = Field(at, coarser.size, coarser.size, patch)
    grown, field = Detail(finer, coarser, finer.size, ("test",)).grow(coarser.pixels, laid)
    assert torch.equal(grown, reference.photo)
    assert field.at.shape == grid(finer.size, patch, False)


def test_layout_that_no_finer_size_follows_is_made_of_whole_patches(photo, monkeypatch):
    """What the layout joins is a haze until patches are chosen for it."""
    small = photo("desert-dune", 50)
    arranged = []
    arrange = sampler.arrange

    def watched(*arguments):
        picture, fields = arrange(*arguments)
        arranged.append(picture)
        return picture, fields

    monkeypatch.setattr(sampler, "arrange", watched)

    def strangeness(picture):
        return torch.cdist(unfold(picture, 7)[0], unfold(small, 7)[0]).amin(1).mean()

    model = PatchModel(small)
    found = [(strangeness(model.draw(seed)), strangeness(arranged[-1])) for seed in range(4)]
    assert sum(result for result, _ in found) < 0.9 * sum(layout for _, layout in found)
