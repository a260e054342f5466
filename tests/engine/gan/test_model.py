"""The learned model behind the interface that tools draw through."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from singan_studio.core.abilities import Ability
from singan_studio.core.cancel import NEVER, CancelSource
from singan_studio.core.errors import BadInput, Cancelled
from singan_studio.engine.gan.lost_detail import LostDetail, without_mesh
from singan_studio.engine.gan.model import LearnedModel
from singan_studio.engine.gan.pyramid import build_pyramid, geometry_of, to_pixels
from singan_studio.engine.gan.sampler import load_pyramid
from singan_studio.engine.model import DrawRequest, PictureModel
from singan_studio.engine.patches.compose import Field
from tests.engine.gan.test_trainer import Memory, tiny

Y, X = np.mgrid[0:60, 0:90]
PHOTO = np.stack([Y * 4, X * 2, 100 + 60 * ((X // 16 + Y // 16) % 2)], axis=2).astype(np.uint8)
SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
with Image.open(SAMPLES / "mountain-lake.jpg") as whole:
    LAKE = np.array(whole.convert("RGB").resize((90, 60), Image.Resampling.BICUBIC))


@pytest.fixture(scope="module")
def model() -> PictureModel:
    memory = Memory(PHOTO)
    config = tiny("standard", iterations=4, max_size=60)
    memory.run(config)
    return LearnedModel(load_pyramid(config, memory.scales, torch.device("cpu")))


def test_stops_are_the_scales_and_the_last_is_the_learned_size(model: PictureModel) -> None:
    picture = model.draw(DrawRequest(1), NEVER)
    assert picture.shape[:2] == model.sizes[-1]
    assert model.sizes == sorted(model.sizes)


def test_a_model_stopped_early_draws_at_the_size_of_its_last_stop(model: PictureModel) -> None:
    shorter = model.first(2)
    assert shorter.sizes == model.sizes[:2]
    assert shorter.draw(DrawRequest(1), NEVER).shape[:2] == model.sizes[1]


def test_same_request_same_bits_and_another_seed_another_picture(model: PictureModel) -> None:
    first, again, other = (model.draw(DrawRequest(seed), NEVER) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_guide_of_any_size_gives_a_picture_of_the_learned_size(model: PictureModel) -> None:
    guide = np.full((31, 200, 3), 90, np.uint8)
    picture = model.draw(DrawRequest(1, start=1, guide=guide), NEVER)
    assert picture.shape == (*model.sizes[-1], 3)


def test_later_starts_stay_closer_to_the_learned_picture(model: PictureModel) -> None:
    calm = model.draw(DrawRequest(1, noise=[0.0]), NEVER).astype(float)
    changes = [
        np.abs(model.draw(DrawRequest(5, start=start), NEVER) - calm).mean()
        for start in (0, len(model.sizes) - 1)
    ]
    assert changes[1] < changes[0]


def test_few_colours_need_a_model_that_was_trained_on_them(model: PictureModel) -> None:
    assert Ability.FEW_COLOURS not in model.abilities
    assert {Ability.MOVE, Ability.ENLARGE} <= model.abilities


def test_impossible_sizes_and_cancelling_are_told(model: PictureModel) -> None:
    with pytest.raises(BadInput):
        model.draw(DrawRequest(1, size=(5, 5)), NEVER)
    source = CancelSource()
    source.cancel()
    with pytest.raises(Cancelled):
        model.draw(DrawRequest(1), source.token)


# --- new layouts ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scales() -> list[bytes]:
    """Return scales that have learned enough to be told apart, of a photo."""
    memory = Memory(LAKE)
    memory.run(tiny("standard", iterations=60, max_size=60))
    return memory.scales


def loaded(scales: list[bytes], layout: str, knows_photo: bool = False) -> LearnedModel:
    config = tiny("standard", iterations=60, max_size=60, layout=layout)
    reals = build_pyramid(LAKE, geometry_of(LAKE, config), torch.device("cpu"))
    return LearnedModel(
        load_pyramid(config, scales, torch.device("cpu")), lambda: reals if knows_photo else []
    )


def strangeness(picture: np.ndarray, photo: np.ndarray) -> float:
    """Return the mean distance of a picture's 7x7 patches to the nearest of the photo's."""
    patches = [
        torch.nn.functional.unfold(torch.from_numpy(p).float().permute(2, 0, 1)[None], 7)[0].T
        for p in (picture, photo)
    ]
    return float(torch.cdist(*patches).amin(1).mean())


def test_new_layouts_made_of_patches_consist_of_more_of_the_photo_than_bent_ones(scales) -> None:
    rearranged, bent = loaded(scales, "patches"), loaded(scales, "coarsest")
    copy = bent.draw(DrawRequest(1, noise=[0.0]), NEVER)

    def strange(model: PictureModel) -> float:
        calm = [1.0, 0.0]  # noise for the layout alone
        return float(
            np.mean([strangeness(model.draw(DrawRequest(s, noise=calm), NEVER), copy) for s in range(4)])
        )

    assert Ability.REARRANGE in rearranged.abilities
    assert Ability.REARRANGE not in bent.abilities
    assert strange(rearranged) < strange(bent)


def test_new_layouts_have_the_detail_that_the_copy_of_the_photo_lacks(scales) -> None:
    config = tiny("standard", max_size=60)
    photo = to_pixels(build_pyramid(LAKE, geometry_of(LAKE, config), torch.device("cpu"))[-1])
    strange = {
        knows: np.mean(
            [
                strangeness(loaded(scales, "patches", knows).draw(DrawRequest(s), NEVER), photo)
                for s in range(3)
            ]
        )
        for knows in (False, True)
    }
    assert strange[True] < 0.9 * strange[False]


def test_what_is_lost_comes_back_where_the_copys_patches_went(scales) -> None:
    config = tiny("standard", max_size=60, layout="patches")
    pyramid = load_pyramid(config, scales, torch.device("cpu"))
    reals = build_pyramid(LAKE, geometry_of(LAKE, config), torch.device("cpu"))
    *_, (below, copy) = pyramid.copies(len(reals) - 1)
    copy = without_mesh(below, copy)
    height, width = copy.shape[2:]
    places = torch.arange(height * width).view(height, width)[: height - 6, : width - 6]
    shifted = places[:, 5:]  # the copy without its five first columns
    field = Field(shifted.contiguous(), (height, width), (height, width - 5), 7)
    restored = LostDetail(pyramid, lambda: reals).restored(copy[..., 5:], field, NEVER)
    torch.testing.assert_close(restored, reals[-1][..., 5:])
    assert LostDetail(pyramid, tuple).restored(copy, field, NEVER) is copy
    assert LostDetail(pyramid, lambda: reals).restored(copy, None, NEVER) is copy


def test_a_mesh_is_taken_out_and_lines_stay() -> None:
    below = torch.zeros(1, 3, 20, 30)
    down, across = torch.meshgrid(torch.arange(20), torch.arange(30), indexing="ij")
    mesh = (0.2 * (-1.0) ** (down + across)).expand(1, 3, -1, -1)
    lines = (0.2 * (-1.0) ** across).expand(1, 3, -1, -1)
    assert without_mesh(below, mesh)[..., 1:-1, 1:-1].abs().max() < 1e-6
    torch.testing.assert_close(without_mesh(below, lines), lines)
    torch.testing.assert_close(without_mesh(mesh, mesh), mesh)  # what was there before is not the scale's


@pytest.mark.parametrize("size", [None, (90, 60), (200, 40), (16, 16)])
def test_a_rearranged_picture_has_the_wanted_size(scales, size) -> None:
    model = loaded(scales, "patches", knows_photo=True)
    picture = model.draw(DrawRequest(1, size=size), NEVER)
    assert picture.shape[:2] == (model.sizes[-1] if size is None else size[::-1])


def test_how_different_decides_how_far_a_rearranged_picture_is_from_the_photo(scales) -> None:
    model = loaded(scales, "patches")
    calm = model.draw(DrawRequest(1, noise=[0.0]), NEVER).astype(float)
    near, far = (
        np.mean([np.abs(model.draw(DrawRequest(s, different=d), NEVER) - calm).mean() for s in range(4)])
        for d in (0.0, 1.0)
    )
    assert near < far


def test_what_is_pinned_is_where_it_was_put_in_a_learned_layout(scales) -> None:
    model = loaded(scales, "patches")
    height, width = model.sizes[-1]
    pinned = np.zeros((height, width, 4), np.uint8)
    box = np.s_[height // 3 : 2 * height // 3, width // 3 : 2 * width // 3]
    pinned[box] = 255
    pinned[box][..., :3] = (255, 0, 160)  # a colour that the photo does not have

    def distance(request: DrawRequest) -> float:
        return float(np.abs(model.draw(request, NEVER)[box].astype(float) - (255, 0, 160)).mean())

    assert distance(DrawRequest(1, pinned=pinned)) < 0.6 * distance(DrawRequest(1))


def test_less_noise_at_the_coarsest_scale_keeps_the_layout(scales) -> None:
    model = loaded(scales, "patches")
    calm = model.draw(DrawRequest(1, noise=[0.0]), NEVER).astype(float)
    changes = [
        np.abs(model.draw(DrawRequest(3, noise=[amount, 0.0]), NEVER) - calm).mean() for amount in (0.3, 1.0)
    ]
    assert changes[0] < changes[1]


def test_a_seed_of_the_coarsest_scale_decides_the_layout(scales) -> None:
    model = loaded(scales, "patches")
    calm = [1.0, 0.0]
    same = [model.draw(DrawRequest(s, noise=calm, noise_seeds=[7, -1]), NEVER) for s in (1, 2)]
    other = model.draw(DrawRequest(1, noise=calm, noise_seeds=[8, -1]), NEVER)
    assert np.array_equal(*same)
    assert not np.array_equal(same[0], other)
