"""The repository of an open project, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from project_files import finished, recipe, weights

from singan_studio.core.config import preset
from singan_studio.core.errors import BadInput
from singan_studio.core.images import Picture, decode_png, encode_png, png_texts
from singan_studio.core.recipe import PNG_KEY, PROJECT_KEY, Recipe
from singan_studio.project.canvas_codec import BitmapData, ObjectData, PatchData, SourcesData
from singan_studio.project.repository import THUMBNAIL_SIDE, UNCROPPED_KEY, ProjectRepository
from singan_studio.project.scale_pictures import ScalePictures, keep_pictures
from singan_studio.project.store import ProjectStore

CONFIG = preset("draft", min_size=12, max_size=48)


def noise(height: int, width: int, channels: int = 3, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), np.uint8)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[ProjectRepository]:
    repository = ProjectRepository.create(Picture(noise(60, 90)), "hills.png", [tmp_path / "project"])
    yield repository
    repository.close()


def reopened(repository: ProjectRepository) -> ProjectRepository:
    repository.close()
    return ProjectRepository.open(repository.path, repository.path.parent)


def test_a_saved_result_is_the_stored_png_with_a_link_to_the_project(
    repository: ProjectRepository, tmp_path: Path
) -> None:
    picture = noise(40, 70, seed=1)
    result = repository.add_result(recipe(1), picture)
    repository.save_result(result.id, tmp_path / "saved.png")
    saved, stored = (tmp_path / "saved.png").read_bytes(), repository.store.result_png(result.id)
    assert np.array_equal(decode_png(saved), picture)
    assert png_texts(saved) == {PNG_KEY: recipe(1).to_json(), PROJECT_KEY: "hills.singan"}
    assert saved == encode_png(picture, png_texts(saved))
    assert saved[saved.index(b"IDAT") :] == stored[stored.index(b"IDAT") :]


def test_a_saved_result_is_not_decoded(repository: ProjectRepository, tmp_path: Path) -> None:
    """A damaged stream of pixels is passed on as it is, where decoding would refuse it."""
    png = bytearray(encode_png(noise(40, 70), {PNG_KEY: recipe(1).to_json()}))
    png[png.index(b"IDAT") + 200] ^= 255
    number = repository.store.add_result(recipe(1), bytes(png), 70, 40)
    with pytest.raises(BadInput):
        decode_png(bytes(png))
    repository.save_result(number, tmp_path / "saved.png")
    assert png_texts((tmp_path / "saved.png").read_bytes())[PROJECT_KEY] == "hills.singan"


def test_deleted_results_are_gone_when_the_project_is_closed(
    repository: ProjectRepository, tmp_path: Path
) -> None:
    first, second, third = (repository.add_result(recipe(seed), noise(20, 30)).id for seed in range(3))
    repository.delete_result(first)
    repository.delete_result(second)
    repository.restore_result(second)
    assert [result.id for result in repository.results()] == [first, second, third]
    repository.save_copy(tmp_path / "copy.singan")
    with ProjectStore.open(tmp_path / "copy.singan", read_only=True) as copy:
        assert [result.id for result in copy.results()] == [second, third]
    repository.close()
    with ProjectStore.open(repository.path, read_only=True) as store:
        assert [result.id for result in store.results()] == [second, third]


def test_results_come_with_small_thumbnails(repository: ProjectRepository) -> None:
    repository.add_result(recipe(1), noise(200, 400))
    (result,) = repository.results()
    assert (result.height, result.width) == (200, 400)
    thumbnail = repository.thumbnail(result.id)
    assert thumbnail is not None
    assert thumbnail.shape == (THUMBNAIL_SIDE // 2, THUMBNAIL_SIDE, 3)


def test_a_crop_can_be_changed_until_a_model_is_begun(repository: ProjectRepository) -> None:
    whole = repository.pixels
    repository.crop((10, 5, 50, 40))
    assert np.array_equal(repository.pixels, whole[5:45, 10:60])
    assert repository.uncropped().frame == (10, 5, 50, 40)
    assert np.array_equal(repository.uncropped().picture, whole)
    repository.crop((0, 0, 90, 60))
    assert np.array_equal(repository.pixels, whole)
    repository.add_model(CONFIG)
    with pytest.raises(BadInput) as refused:
        repository.crop((10, 5, 50, 40))
    assert refused.value.code == "project.learned"


@pytest.mark.parametrize(
    "frame", ["[1e999, 0, 1, 1]", "[80, 0, 20, 20]", "[0, 0, 0, 9]", "[1, 2]", "3", "[" * 5000 + "]" * 5000]
)
def test_a_damaged_frame_leaves_the_picture_in_use(repository: ProjectRepository, frame: str) -> None:
    sha = repository.store.put_blob(encode_png(repository.pixels))
    repository.store.set_meta(UNCROPPED_KEY, f'{{"sha256": "{sha}", "frame": {frame}}}')
    assert repository.uncropped().frame == (0, 0, 90, 60)


def test_an_added_model_is_active_and_an_extra_one_is_not(repository: ProjectRepository) -> None:
    assert repository.model() is None
    base = repository.add_model(CONFIG)
    assert repository.find_extra("enlarge", CONFIG, base.id) is None
    extra = repository.add_extra("enlarge", CONFIG, base.id)
    assert repository.add_extra("enlarge", CONFIG, base.id).id == extra.id
    better = repository.add_extra("base", preset("standard"), base.id)
    model = repository.model()
    assert model is not None
    assert model.id == base.id
    assert [real.shape[:2] for real in model.reals] == model.sizes
    repository.use_model(better.id)
    model = repository.model()
    assert model is not None
    assert model.id == better.id


def test_an_extra_model_is_finished_with_its_last_scale(repository: ProjectRepository) -> None:
    base = repository.add_model(CONFIG)
    extra = repository.add_extra("enlarge", CONFIG, base.id)
    share = -1.0
    for scale in range(len(extra.sizes)):
        found = repository.find_extra("enlarge", CONFIG, base.id)
        assert found is not None
        assert not found.finished
        assert share < found.share < 1
        share = found.share
        repository.store.save_scale(extra.id, finished(scale), weights(scale))
    found = repository.find_extra("enlarge", CONFIG, base.id)
    assert found is not None
    assert found.finished
    assert found.share == 1
    assert found.seconds == sum(finished(scale).seconds for scale in range(len(extra.sizes)))
    assert repository.drawing_model_id() == ""


def test_pictures_of_scales_and_frames_of_the_film_come_back(repository: ProjectRepository) -> None:
    model = repository.add_model(CONFIG)
    repository.store.save_scale(model.id, finished(0), weights(0))
    pictures = ScalePictures(noise(12, 18, seed=1), noise(12, 18, seed=2))
    keep_pictures(repository.store, model.id, 0, pictures)
    for seed in (3, 4):
        repository.keep_film_frame(model.id, noise(12, 18, seed=seed))
    again = reopened(repository)
    model = again.model()
    assert model is not None
    assert np.array_equal(model.pictures[0].sample, pictures.sample)
    frames = [decode_png(frame) for frame in again.film_frames(model.id)]
    assert np.array_equal(frames, [noise(12, 18, seed=3), noise(12, 18, seed=4)])
    again.close()


def sources() -> SourcesData:
    bitmap = BitmapData("a", noise(8, 9, 4))
    objects = tuple(ObjectData(id, bitmap, 1.5, -2.0, 1.0, -0.5, 30.0) for id in (1, 2))
    patches = {"paint": PatchData(3, 4, noise(5, 6, 4)), "added": PatchData(0, 0, noise(7, 8)[..., 0])}
    return SourcesData(patches, objects, {"base": "few"})


def test_sources_of_inputs_come_back_from_the_file(repository: ProjectRepository) -> None:
    inputs = repository.keep_inputs({"composite": noise(60, 90)}, sources())
    again = reopened(repository)
    found = again.sources(inputs)
    assert found is not None
    assert found.extras == {"base": "few"}
    assert [(item.id, item.x, item.y, item.scale_y, item.angle) for item in found.objects] == [
        (1, 1.5, -2.0, -0.5, 30.0),
        (2, 1.5, -2.0, -0.5, 30.0),
    ]
    assert found.objects[0].bitmap is found.objects[1].bitmap
    assert np.array_equal(found.objects[0].bitmap.pixels, noise(8, 9, 4))
    for name, patch in sources().patches.items():
        assert (found.patches[name].left, found.patches[name].top) == (patch.left, patch.top)
        assert np.array_equal(found.patches[name].pixels, patch.pixels)
    again.close()


DAMAGED = ['{"patches": {"paint": {"left": 0}}}', "[]", "{", '{"patches": {}, "objects": [{"id": 1}]}']


@pytest.mark.parametrize("text", DAMAGED)
def test_missing_and_damaged_sources_are_none(repository: ProjectRepository, text: str) -> None:
    assert repository.sources({"composite": "1"}) is None
    inputs = repository.keep_inputs({"composite": noise(60, 90)}, sources())
    (key,) = [
        row[0] for row in repository.store._database.rows("SELECT key FROM meta WHERE key LIKE 'made from/%'")
    ]
    repository.store.set_meta(key, text)
    assert repository.sources(inputs) is None


def test_a_recipe_names_kept_inputs_by_their_hash(repository: ProjectRepository) -> None:
    inputs = repository.keep_inputs({"mask": noise(60, 90)})
    kept: Recipe = recipe(1)
    assert repository.sources(kept.inputs) is None
    assert np.array_equal(repository.input_picture(inputs["mask"]), noise(60, 90))


@pytest.mark.parametrize("text", ["", "[1]", "{", "null"])
def test_a_meta_value_that_is_no_json_object_reads_as_empty(repository: ProjectRepository, text: str) -> None:
    repository.store.set_meta("view", text)
    assert repository.meta_object("view") == {}


def test_a_damaged_canvas_is_reported_and_the_others_are_read(repository: ProjectRepository) -> None:
    repository.store.save_canvas("paint", {"state": b"{"})
    repository.store.save_canvas(
        "edit", {"state": b'{"size": [90, 60], "objects": [], "steps": [], "done": 0}'}
    )
    canvases = repository.canvases(90, 60)
    assert canvases["paint"].data is None
    assert canvases["paint"].problem
    assert canvases["edit"].data is not None
    assert not canvases["edit"].problem


def test_replaced_result_keeps_its_number_and_star(repository: ProjectRepository) -> None:
    result = repository.add_result(recipe(1), noise(40, 70))
    repository.store.set_starred(result.id, True)
    larger = noise(60, 90, seed=2)
    replaced = repository.replace_result(result.id, recipe(2), larger)
    assert (replaced.id, replaced.starred, replaced.width, replaced.height) == (result.id, True, 90, 60)
    assert np.array_equal(repository.result_picture(result.id), larger)
    assert png_texts(repository.store.result_png(result.id))[PNG_KEY] == recipe(2).to_json()
    (kept,) = repository.results()
    assert (kept.id, kept.recipe, kept.width, kept.starred) == (result.id, recipe(2), 90, True)


def test_unknown_result_is_not_replaced(repository: ProjectRepository) -> None:
    with pytest.raises(BadInput) as refused:
        repository.replace_result(7, recipe(1), noise(40, 70))
    assert refused.value.code == "project.no_result"
