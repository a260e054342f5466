"""A store returns what was saved, and refuses what does not belong in it."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from pathlib import Path

import pytest
from project_files import CONFIG, PICTURE, contents, finished, recipe, weights

from singan_studio.core.errors import BadInput
from singan_studio.project.store import Checkpoint, ProjectStore, Source


def test_a_project_keeps_the_picture_and_its_name(project: Path):
    with ProjectStore.open(project) as store:
        assert store.source() == Source(PICTURE, "picture.jpg")


def test_models_are_kept_with_their_settings_and_parents(project: Path):
    with ProjectStore.open(project) as store:
        base = store.add_model("base", CONFIG)
        larger = store.add_model("enlarge", CONFIG.but(max_size=400), parent=base)
    with ProjectStore.open(project, read_only=True) as store:
        assert [(model.id, model.kind, model.parent) for model in store.models()] == [
            (base, "base", None),
            (larger, "enlarge", base),
        ]
        assert store.model(larger).config == CONFIG.but(max_size=400)


def test_a_project_can_appear_together_with_its_model(project: Path):
    """A disk that is full after the first transaction must not leave a project without its settings."""
    path = project.parent / "learning.singan"
    ProjectStore.create(path, PICTURE, "picture.jpg", model=CONFIG).close()
    with ProjectStore.open(path, read_only=True) as store:
        (model,) = store.models()
        assert (model.kind, model.config, model.parent) == ("base", CONFIG, None)


def test_scales_and_their_blobs_come_back_coarsest_first(project: Path):
    with ProjectStore.open(project) as store:
        model, other = store.add_model("base", CONFIG), store.add_model("base", CONFIG)
        for scale in range(12):
            store.save_scale(model, finished(scale), weights(scale))
        store.save_scale(other, finished(0), b"other")
    with ProjectStore.open(project, read_only=True) as store:
        assert store.scales(model) == [finished(scale) for scale in range(12)]
        assert store.scale_blobs(model) == [weights(scale) for scale in range(12)]
        assert store.scale_blobs(other) == [b"other"]


@pytest.mark.parametrize("scale", [0, 2])
def test_a_scale_is_saved_once_and_in_order(project: Path, scale: int):
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        store.save_scale(model, finished(0), weights(0))
        store.save_checkpoint(model, 1, 5, b"state")
        with pytest.raises(ValueError, match="not the next one, 1"):
            store.save_scale(model, finished(scale), b"wrong")
        assert store.scale_blobs(model) == [weights(0)]
        assert store.checkpoint(model) is not None


def test_only_the_newest_checkpoint_is_kept_until_its_scale_is_saved(project: Path):
    with ProjectStore.open(project) as store:
        model, other = store.add_model("base", CONFIG), store.add_model("base", CONFIG)
        assert store.checkpoint(model) is None
        store.save_checkpoint(model, 0, 10, b"early")
        store.save_checkpoint(model, 0, 20, b"late")
        store.save_checkpoint(other, 0, 1, b"other")
        assert store.checkpoint(model) == Checkpoint(0, 20, b"late")
        store.save_scale(model, finished(0), weights(0))
        assert store.checkpoint(model) is None
        assert store.checkpoint(other) == Checkpoint(0, 1, b"other")


def test_a_blob_is_kept_once_under_its_hash(project: Path):
    data = b"mask" * 50_000
    with ProjectStore.open(project) as store:
        sha = store.put_blob(data)
        size = project.stat().st_size
        assert store.put_blob(data) == sha == hashlib.sha256(data).hexdigest()
        assert store.blob(sha) == data
    assert project.stat().st_size < size + 1.5 * len(data)


def test_results_keep_recipe_picture_and_star_and_numbers_are_not_reused(project: Path):
    with ProjectStore.open(project) as store:
        first = store.add_result(recipe(1), b"one", 40, 30)
        second = store.add_result(recipe(2), b"two", 50, 20)
        store.set_starred(first, True)
        store.delete_result(second)
        third = store.add_result(recipe(3), b"three", 60, 10)
    with ProjectStore.open(project) as store:
        assert [(r.id, r.recipe, r.width, r.height, r.starred) for r in store.results()] == [
            (first, recipe(1), 40, 30, True),
            (third, recipe(3), 60, 10, False),
        ]
        assert (second, third) == (first + 1, first + 2)
        assert store.result_png(third) == b"three"
        store.set_starred(first, False)
        assert not store.results()[0].starred


def test_meta_keeps_the_last_value_of_a_key(project: Path):
    with ProjectStore.open(project) as store:
        store.set_meta("device", "cpu")
        store.set_meta("device", "cuda:0")
        assert store.get_meta("device") == "cuda:0"
        assert store.get_meta("unknown") is None


@pytest.mark.parametrize(
    ("code", "ask"),
    [
        ("project.no_model", lambda s: s.model("x")),
        ("project.no_model", lambda s: s.scales("x")),
        ("project.no_model", lambda s: s.scale_blobs("x")),
        ("project.no_model", lambda s: s.checkpoint("x")),
        ("project.no_model", lambda s: s.add_model("enlarge", CONFIG, parent="x")),
        ("project.no_model", lambda s: s.save_scale("x", finished(0), b"")),
        ("project.no_model", lambda s: s.save_checkpoint("x", 0, 0, b"")),
        ("project.no_result", lambda s: s.result_png(9)),
        ("project.no_result", lambda s: s.set_starred(9, True)),
        ("project.no_result", lambda s: s.delete_result(9)),
        ("project.no_blob", lambda s: s.blob("00")),
    ],
)
def test_missing_rows_are_reported_in_one_line(project: Path, code: str, ask):
    with ProjectStore.open(project) as store:
        with pytest.raises(BadInput) as error:
            ask(store)
        assert error.value.code == code
        assert str(project) in str(error.value)
        assert "\n" not in str(error.value)
        store.set_meta("still", "usable")


def test_a_read_only_store_refuses_to_write(project: Path):
    before = contents(project.parent)
    with ProjectStore.open(project, read_only=True) as store:
        with pytest.raises(BadInput) as error:
            store.set_meta("key", "value")
        assert error.value.code == "project.read_only"
    assert contents(project.parent) == before


def test_create_does_not_overwrite_an_existing_file(project: Path):
    before = contents(project.parent)
    with pytest.raises(BadInput) as error:
        ProjectStore.create(project, b"new", "new.png")
    assert error.value.code == "file.exists"
    assert contents(project.parent) == before


def test_create_with_force_replaces_the_project_and_the_log_of_a_crash(project: Path):
    with ProjectStore.open(project) as store:
        store.set_meta("old", "value")
        crashed = contents(project.parent)
    for name, data in crashed.items():
        (project.parent / name).write_bytes(data)
    with ProjectStore.create(project, b"new", "new.png", force=True) as store:
        assert store.source() == Source(b"new", "new.png")
        assert store.get_meta("old") is None
    assert list(contents(project.parent)) == [project.name]


def test_save_as_copies_everything_into_one_file_while_the_project_is_in_use(project: Path, tmp_path: Path):
    copy = tmp_path / "copies" / "second #1.singan"
    copy.parent.mkdir()
    with ProjectStore.open(project) as store:
        model = store.add_model("base", CONFIG)
        store.save_scale(model, finished(0), weights(0))
        store.save_as(copy)
        store.set_meta("later", "value")
        assert list(contents(copy.parent)) == [copy.name]
    with ProjectStore.open(copy, read_only=True) as store:
        assert store.source().png == PICTURE
        assert store.scale_blobs(model) == [weights(0)]
        assert store.get_meta("later") is None


def test_save_as_refuses_its_own_path_and_without_force_an_existing_one(project: Path, tmp_path: Path):
    taken = tmp_path / "taken.singan"
    taken.write_text("something else")
    alias = tmp_path / "alias.singan"
    alias.symlink_to(project)
    with ProjectStore.open(project) as store:
        for path, force, code in [
            (taken, False, "file.exists"),
            (project, True, "project.same_file"),
            (alias, True, "project.same_file"),
        ]:
            with pytest.raises(BadInput) as error:
                store.save_as(path, force)
            assert error.value.code == code
        assert taken.read_text() == "something else"
        store.save_as(taken, force=True)
    with ProjectStore.open(taken) as store:
        assert store.source().name == "picture.jpg"


def test_any_file_name_is_allowed_and_a_link_is_followed(tmp_path: Path):
    path = tmp_path / "a b?mode=ro#1 %41 ümläut.singan"
    ProjectStore.create(path, PICTURE, "x").close()
    link = tmp_path / "link.singan"
    link.symlink_to(path)
    with ProjectStore.open(link) as store:
        assert store.path == path.resolve()
        store.set_meta("through", "link")
    with ProjectStore.open(path) as store:
        assert store.get_meta("through") == "link"


def test_a_closed_project_is_one_plain_sqlite_file(project: Path):
    with ProjectStore.open(project) as store:
        store.set_meta("key", "value")
        assert len(contents(project.parent)) > 1
    store.close()
    assert list(contents(project.parent)) == [project.name]
    connection = sqlite3.connect(project)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_opens_in_ten_milliseconds(project: Path, read_only: bool):
    with ProjectStore.open(project) as store:
        for seed in range(50):
            store.add_result(recipe(seed), bytes(100_000), 40, 30)
    seconds = []
    for _ in range(21):
        start, worked = time.perf_counter(), time.process_time()
        store = ProjectStore.open(project, read_only=read_only)
        seconds.append((time.perf_counter() - start, time.process_time() - worked))
        store.close()
    waited, worked = (min(times) for times in zip(*seconds, strict=True))
    assert worked < 0.010
    assert waited < 0.050  # the machine may be busy with other things, and the disk too
