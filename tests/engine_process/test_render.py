"""The renderer process with a real project, and the renderer that it shares with the command line."""

import itertools
import os
from pathlib import Path

import numpy as np
import pytest
from engine_projects import TINY, make_project, messages, train, until, until_over

from singan_studio.core.cancel import NEVER
from singan_studio.core.cost_model import Machine
from singan_studio.core.events import ScaleFinished
from singan_studio.core.images import decode_png
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process.client import EngineClient
from singan_studio.engine_process.jobs import Renderer, run_training
from singan_studio.engine_process.messages import (
    CancelRender,
    ExportFilm,
    FilmFinished,
    FilmFrame,
    FilmProgress,
    FilmWritten,
    MachineMeasured,
    MeasureMachine,
    OpenProject,
    Ready,
    Render,
    Rendered,
    RenderFailed,
    RenderFilm,
)
from singan_studio.project.store import ProjectStore

numbers = itertools.count(1)

pytestmark = pytest.mark.usefixtures("forked_engines")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a learned project: its path, the learned model, a model that is not learned, and the number of scales."""
    path = tmp_path_factory.mktemp("learned") / "a.singan"
    learned, empty = make_project(path, TINY, TINY)
    events = []
    run_training(path, learned, events.append, NEVER, "cpu", 1)
    return path, learned, empty, sum(isinstance(event, ScaleFinished) for event in events)


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        with EngineClient("renderer") as client:
            until(client, Ready)
            yield client


@pytest.fixture
def renderer(process, project):
    process.send(OpenProject(str(project[0]), "cpu", 1))
    return process


def sample(model: str, seed: int = 1, scales: int = 0, **params: object) -> str:
    return Recipe("sample", model, seed, scales, params).to_json()


def ask(client: EngineClient, recipe: str, preview: bool = False) -> int:
    request = next(numbers)
    client.send(Render(request, recipe, "live" if preview else "result"))
    return request


def answers(client: EngineClient, count: int) -> dict[int, Rendered | RenderFailed]:
    """Return the next answers by request, in the order they arrived."""
    found: dict[int, Rendered | RenderFailed] = {}
    for message in messages(client):
        if isinstance(message, Rendered | RenderFailed):
            assert message.request not in found, "answered twice"
            found[message.request] = message
        if len(found) == count:
            return found
    raise AssertionError


def answer(client: EngineClient, recipe: str) -> Rendered | RenderFailed:
    request = ask(client, recipe)
    return answers(client, 1)[request]


def test_rendered_recipe_names_everything_it_depends_on(renderer, project):
    _, model, _, scales = project
    first = answer(renderer, sample(model))
    assert isinstance(first, Rendered)
    assert first.picture.shape == (27, 32, 3)
    assert first.picture.dtype == np.uint8
    recipe = Recipe.from_json(first.recipe)
    assert (recipe.scales, recipe.device, recipe.threads) == (scales, "cpu", 1)
    assert recipe.params == {
        "start_scale": 0,
        "size": None,
        "tileable": False,
        "different": 50.0,
        "keep_places": -1.0,
        "noise": None,
        "noise_seeds": None,
    }
    assert set(recipe.versions) == {"singan_studio", "torch"}

    again = answer(renderer, first.recipe)
    assert isinstance(again, Rendered)
    assert again.recipe == first.recipe
    assert np.array_equal(again.picture, first.picture)
    other = answer(renderer, sample(model, seed=2))
    assert isinstance(other, Rendered)
    assert not np.array_equal(other.picture, first.picture)


def test_same_recipe_is_bit_identical_in_this_process(renderer, project):
    path, model, *_ = project
    there = answer(renderer, sample(model, size=[50, 40]))
    assert isinstance(there, Rendered)
    (here,) = Renderer("cpu", 1).frames(path, Recipe.from_json(there.recipe), NEVER)
    assert here.shape == (40, 50, 3)
    assert np.array_equal(here, there.picture)


def test_fewer_scales_give_smaller_picture(renderer, project):
    _, model, _, scales = project
    coarse = answer(renderer, sample(model, scales=scales - 1))
    assert isinstance(coarse, Rendered)
    assert coarse.picture.shape == (21, 25, 3)


def test_only_newest_preview_waits_and_results_keep_order(renderer, project):
    _, model, *_ = project
    slow = [ask(renderer, sample(model, size=[800, 800], start_scale=1)) for _ in range(3)]
    previews = [ask(renderer, sample(model, seed), preview=True) for seed in range(30)]
    found = answers(renderer, len(slow) + len(previews))
    made = [request for request, message in found.items() if isinstance(message, Rendered)]
    assert [request for request in made if request in slow] == slow
    assert previews[-1] in made
    assert made.index(previews[-1]) < made.index(slow[-1]), "the preview did not come first"
    dropped = [message for message in found.values() if isinstance(message, RenderFailed)]
    assert len(dropped) > 20
    assert {message.code for message in dropped} == {"render.cancelled"}


def test_waiting_and_running_requests_can_be_cancelled(renderer, project):
    _, model, *_ = project
    running, waiting, kept = (
        ask(renderer, sample(model, size=[1200, 1200], start_scale=1)) for _ in range(3)
    )
    renderer.send(CancelRender(waiting))
    renderer.send(CancelRender(running))
    renderer.send(CancelRender(999_999))
    found = answers(renderer, 3)
    assert [getattr(found[request], "code", "") for request in (running, waiting)] == ["render.cancelled"] * 2
    assert isinstance(found[kept], Rendered)


@pytest.mark.parametrize(
    ("recipe", "code"),
    [
        (lambda learned, empty: sample(empty), "sample.no_scales"),
        (lambda learned, empty: sample("unknown"), "project.no_model"),
        (lambda learned, empty: sample(learned, scales=9), "recipe.scales"),
        (lambda learned, empty: sample(learned, start_scale=99), "start_scale.range"),
        (lambda learned, empty: sample(learned, size=[3, 3]), "config.range"),
        (lambda learned, empty: Recipe("unknown", learned, 1, 0).to_json(), "tool.unknown"),
        (lambda learned, empty: "no recipe", "recipe.unreadable"),
    ],
)
def test_invalid_recipe_fails_with_reason(renderer, project, recipe, code):
    failed = answer(renderer, recipe(*project[1:3]))
    assert isinstance(failed, RenderFailed)
    assert failed.code == code


@pytest.mark.parametrize(
    ("opened", "code"),
    [
        (OpenProject("missing.singan", "cpu", 1), "project.missing"),
        (OpenProject("", "mps", 1), "device.missing"),
    ],
)
def test_missing_project_or_device_fails_each_request(process, opened, code):
    process.send(opened)
    failed = answer(process, sample("any"))
    assert isinstance(failed, RenderFailed)
    assert failed.code == code


def test_preview_stops_at_smaller_scale_and_is_not_whole(renderer, project):
    _, model, _, scales = project
    request = next(numbers)
    renderer.send(Render(request, sample(model), "live", longest=26))
    small = answers(renderer, 1)[request]
    assert isinstance(small, Rendered)
    assert (small.picture.shape, small.whole) == ((21, 25, 3), False)
    assert Recipe.from_json(small.recipe).scales == scales  # the recipe is that of the whole picture
    renderer.send(Render(request + 1, sample(model, start_scale=scales - 1), "live", longest=26))
    assert answers(renderer, 1)[next(numbers)].picture.shape == (27, 32, 3)  # it starts at that scale


def blobs_of(project):
    with ProjectStore.open(project, read_only=True) as store:
        return store._database.rows("SELECT sha256 FROM blobs ORDER BY sha256")


def test_sent_pictures_are_used_and_not_stored_in_project(renderer, project):
    path, model, *_ = project
    edited = np.full((40, 48, 3), 120, np.uint8)
    mask = np.zeros((40, 48), np.uint8)
    mask[10:20, 10:20] = 255
    recipe = Recipe("edit", model, 1, 0, {"grow": 0, "feather": 0.0}).to_json()
    request, before = next(numbers), blobs_of(path)
    renderer.send(Render(request, recipe, "sharp", pictures={"edited": edited, "mask": mask}))
    whole = answers(renderer, 1)[request]
    assert isinstance(whole, Rendered), whole
    assert whole.picture.shape == (40, 48, 3)
    with ProjectStore.open(path, read_only=True) as store:
        original = decode_png(store.source().png)
    assert np.array_equal(whole.picture[25:], original[25:])
    assert not np.array_equal(whole.picture[12:18, 12:18], original[12:18, 12:18])
    assert blobs_of(path) == before


def test_thumbnails_are_made_last(renderer, project):
    _, model, *_ = project
    slow = ask(renderer, sample(model, size=[800, 800], start_scale=1))
    thumbnail = next(numbers)
    renderer.send(Render(thumbnail, sample(model), "thumbnail", longest=26))
    further = [ask(renderer, sample(model, seed)) for seed in range(3)]
    assert list(answers(renderer, 5)) == [slow, *further, thumbnail]


def test_project_is_not_kept_open(renderer, project):
    path, model, *_ = project
    assert isinstance(answer(renderer, sample(model)), Rendered)
    descriptors = Path(f"/proc/{renderer.pid}/fd")
    assert str(path) not in [os.path.realpath(link) for link in descriptors.iterdir()]


def test_loaded_model_is_cached_per_number_of_scales(project, monkeypatch):
    from singan_studio.engine.gan import sampler

    path, model, _, scales = project
    loads = []
    load = sampler.load_pyramid
    monkeypatch.setattr(sampler, "load_pyramid", lambda *args: loads.append(args) or load(*args))
    renderer = Renderer("cpu", 1)
    for seed, used in ((1, 0), (2, 0), (3, scales), (4, scales - 1), (5, scales)):
        recipe = renderer.complete(path, Recipe("sample", model, seed, used))
        next(renderer.frames(path, recipe, NEVER))
    assert len(loads) == 2


def film(model: str, frames: int = 5, seed: int = 1, **params: object) -> str:
    return Recipe("animate", model, seed, 0, {"frames": frames, **params}).to_json()


def ask_film(client: EngineClient, recipe: str, preview: bool = False) -> int:
    request = next(numbers)
    client.send(RenderFilm(request, recipe, preview))
    return request


def until_answered(client: EngineClient, *requests: int) -> list:
    """Return all messages of the renderer until each of these requests has its last answer."""
    seen, open_ones = [], set(requests)
    for message in messages(client):
        seen.append(message)
        if isinstance(message, Rendered | FilmFinished | FilmWritten | RenderFailed):
            open_ones.discard(message.request)
        if not open_ones:
            return seen
    raise AssertionError


def test_film_frames_match_command_line(renderer, project):
    path, model, *_ = project
    request = ask_film(renderer, film(model))
    *frames, last = until_answered(renderer, request)
    assert isinstance(last, FilmFinished)
    assert (last.request, last.frames) == (request, 5)
    assert [(frame.number, frame.total) for frame in frames] == [(number, 5) for number in range(5)]
    here = Renderer("cpu", 1).frames(path, Recipe.from_json(last.recipe), NEVER)
    for sent, drawn in zip(frames, here, strict=True):
        assert np.array_equal(sent.picture, drawn)


def test_previews_are_made_between_film_frames(renderer, project):
    _, model, *_ = project
    request = ask_film(renderer, film(model, 200))
    until(renderer, FilmFrame)
    preview = ask(renderer, sample(model), preview=True)
    seen = until_answered(renderer, preview)
    assert isinstance(seen[-1], Rendered)
    renderer.send(CancelRender(request))
    *frames, last = until_answered(renderer, request)
    assert last.code == "render.cancelled"
    assert len(seen) + len(frames) < 200, "the preview waited for the film"


def test_newer_preview_film_replaces_older_and_precedes_results(renderer, project):
    _, model, *_ = project
    old = ask_film(renderer, film(model, 2000), preview=True)
    until(renderer, FilmFrame)
    result = ask_film(renderer, film(model, 3))
    waiting = ask_film(renderer, film(model, 2000, seed=2), preview=True)
    new = ask_film(renderer, film(model, 3, seed=3), preview=True)
    seen = until_answered(renderer, old, result, waiting, new)
    answers_to = {m.request: m for m in seen if isinstance(m, FilmFinished | RenderFailed)}
    assert isinstance(answers_to[old], RenderFailed)
    assert isinstance(answers_to[new], FilmFinished)
    assert isinstance(answers_to[result], FilmFinished)
    order = [message.request for message in seen if isinstance(message, FilmFrame)]
    assert order.index(new) < order.index(result)


def test_preview_film_does_not_wait_for_export(renderer, project, tmp_path):
    _, model, *_ = project
    export, path = next(numbers), tmp_path / "film.gif"
    renderer.send(ExportFilm(export, film(model, 150), str(path), '{"format": "gif"}', False))
    until(renderer, FilmProgress)
    preview = ask_film(renderer, film(model, 4, seed=2), preview=True)
    seen = until_answered(renderer, export, preview)
    written = seen[-1]
    assert isinstance(written, FilmWritten)
    assert (written.frames, written.bytes, written.first.shape) == (150, path.stat().st_size, (27, 32, 3))
    at = next(number for number, m in enumerate(seen) if isinstance(m, FilmFinished))
    done = [message.done for message in seen[at:] if isinstance(message, FilmProgress)]
    assert done[-1] == 150
    assert done[0] < 150, "the preview waited for the export"


def test_cancelled_export_leaves_nothing(renderer, project, tmp_path):
    _, model, *_ = project
    export = next(numbers)
    renderer.send(
        ExportFilm(export, film(model, 5000), str(tmp_path / "film.mp4"), '{"format": "mp4"}', False)
    )
    until(renderer, FilmProgress)
    renderer.send(CancelRender(export))
    assert until_answered(renderer, export)[-1].code == "render.cancelled"
    assert list(tmp_path.iterdir()) == []


def test_interrupted_export_is_cancelled_at_once_and_preview_film_continues(renderer, project, tmp_path):
    _, model, *_ = project
    export = next(numbers)
    renderer.send(
        ExportFilm(export, film(model, 5000), str(tmp_path / "film.gif"), '{"format": "gif"}', False)
    )
    until(renderer, FilmProgress)
    preview = ask_film(renderer, film(model, 300, seed=2), preview=True)
    until_frame(renderer, preview)
    renderer.send(CancelRender(export))
    seen = until_answered(renderer, export)
    assert seen[-1].code == "render.cancelled"
    assert list(tmp_path.iterdir()) == []
    rest = until_answered(renderer, preview)
    numbers_seen = [m.number for m in [*seen, *rest] if isinstance(m, FilmFrame)]
    assert numbers_seen == list(range(1, 300))
    assert [m for m in rest if isinstance(m, FilmFrame)], "the export waited for the film"


def until_frame(client: EngineClient, request: int) -> None:
    """Wait for the first frame of a film."""
    for message in messages(client):
        if isinstance(message, FilmFrame) and message.request == request:
            return


def test_pictures_are_rendered_during_training(renderer, private_home, tmp_path):
    path = tmp_path / "a.singan"
    (model,) = make_project(path, TINY.but(iterations=30))
    with EngineClient("trainer") as trainer:
        trainer.send(train(path, model))
        renderer.send(OpenProject(str(path), "cpu", 1))
        sizes = []
        for event in messages(trainer):
            if isinstance(event, ScaleFinished):
                picture = answer(renderer, sample(model))
                assert isinstance(picture, Rendered)
                sizes.append(picture.picture.shape[0])
                if event.scale == 2:
                    break
        trainer.cancel_training()
        until_over(trainer)
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_machine_is_measured_when_idle_and_remembered(renderer, project):
    number = next(numbers)
    renderer.send(MeasureMachine(number, "cpu", 1))
    picture = ask(renderer, sample(project[1]), preview=True)
    seen = until(renderer, MachineMeasured)
    assert [m.request for m in seen if isinstance(m, Rendered)] == [picture], seen
    first = seen[-1]
    assert isinstance(first, MachineMeasured)
    assert first.request == number
    assert Machine.from_json(first.machine).speed.per_gflop >= 0
    renderer.send(MeasureMachine(next(numbers), "cpu", 1))
    again = until(renderer, MachineMeasured)[-1]
    assert isinstance(again, MachineMeasured)
    assert again.machine == first.machine


def test_measurement_stops_when_cancelled(renderer):
    number = next(numbers)
    renderer.send(MeasureMachine(number, "cpu", 2))
    renderer.send(CancelRender(number))
    failed = until(renderer, RenderFailed)[-1]
    assert isinstance(failed, RenderFailed)
    assert (failed.request, failed.code) == (number, "render.cancelled")
