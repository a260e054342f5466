"""Every tool from its command to a file: what it makes, what it leaves unchanged, and its replay."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from cli_creating import HEIGHT, PATCH, TOOLS, WIDTH, Studio, made, marked, pixels_of, recipe_of
from cli_program import Run

from singan_studio.core.images import png_texts
from singan_studio.core.recipe import PNG_KEY
from singan_studio.project.store import ProjectStore

every_tool = pytest.mark.parametrize("tool", TOOLS)
in_a_mask = pytest.mark.parametrize("tool", ["edit", "harmonize", "paint over"])
LEARNED = (64, 43)
SIZES = {
    "paint": LEARNED,
    "paint in few colours": LEARNED,
    "paint over": (WIDTH, HEIGHT),
    "edit": (WIDTH, HEIGHT),
    "harmonize": (WIDTH, HEIGHT),
    "upscale": (2 * WIDTH, 2 * HEIGHT),
    "upscale a picture": (2 * WIDTH, 2 * HEIGHT),
    "animate": LEARNED,
}


def file_for(studio: Studio, tool: str, name: str = "out") -> Path:
    return studio.folder / (f"{name}.gif" if tool == "animate" else f"{name}.png")


@every_tool
def test_result_is_written_reported_and_kept_with_recipe(run: Run, studio: Studio, tool: str) -> None:
    out = file_for(studio, tool)
    before = len(studio.facts(run)["results"])
    outcome = run(*studio.words(tool), "-o", out, "--seed", "7", "--json")
    assert outcome.code == 0, outcome.err
    size = SIZES[tool]
    written = {"event": "ResultWritten", "path": str(out), "seed": 7, "width": size[0], "height": size[1]}
    assert [event for event in outcome.events if event["event"] == "ResultWritten"] == [written]
    recipe = recipe_of(out)
    assert (recipe.tool, recipe.seed, recipe.threads) == (TOOLS[tool][0], 7, 1)
    with ProjectStore.open(studio.project, read_only=True) as store:
        assert len(store.results()) == before + 1
        result = next(result for result in store.results() if result.recipe == recipe)
        assert (result.width, result.height) == size
        assert png_texts(store.result_png(result.id))[PNG_KEY] == recipe.to_json()


@every_tool
def test_replay_is_bit_identical_after_inputs_are_deleted(run: Run, studio: Studio, tool: str) -> None:
    out, again = file_for(studio, tool), file_for(studio, tool, "again")
    assert run(*studio.words(tool), "-o", out).code == 0
    for file in studio.files.values():
        file.unlink()
    replayed = run("replay", out, "-o", again)
    assert (replayed.code, replayed.out, replayed.err) == (0, f"{again}\n", "")
    assert again.read_bytes() == out.read_bytes()


@every_tool
def test_seed_decides_result(run: Run, studio: Studio, tool: str) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        assert run(*studio.words(tool), "-o", file_for(studio, tool, name), "--seed", seed).code == 0
    a, b, c = (file_for(studio, tool, name).read_bytes() for name in "abc")
    assert a == b
    assert a != c


@in_a_mask
def test_only_pixels_inside_area_change(run: Run, studio: Studio, tool: str) -> None:
    out = studio.folder / "out.png"
    result = made(run(*studio.words(tool), "-o", out), out)
    assert result.shape == studio.original.shape
    # grow 2, feather 1 (which ends after 4) and 2 px of resizing are 8 learned px, 15 of the original
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[20 - 15 : 50 + 15, 30 - 15 : 70 + 15] = False
    assert np.array_equal(result[outside], studio.original[outside])
    assert (result[PATCH] != studio.original[PATCH]).any(axis=2).mean() > 0.9


@in_a_mask
def test_zero_grow_and_feather_change_nothing_outside_area(run: Run, studio: Studio, tool: str) -> None:
    out = studio.folder / "out.png"
    words = [*studio.words(tool), *([] if tool == "paint over" else ["--grow", 0, "--feather", 0])]
    result = made(run(*words, "-o", out), out)
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[20 - 4 : 50 + 4, 30 - 4 : 70 + 4] = False
    assert np.array_equal(result[outside], studio.original[outside])


def test_painting_decides_layout(run: Run, studio: Studio) -> None:
    out, turned = studio.folder / "out.png", studio.folder / "turned.png"
    plain = made(run(*studio.words("paint"), "-o", out), out)
    studio.write("painting", pixels_of(studio.files["painting"])[::-1])
    upside_down = made(run(*studio.words("paint"), "-o", turned), turned)
    light = np.s_[:12]  # where the painting is light
    assert plain[light].mean() > plain[-12:].mean() + 20
    assert upside_down[-12:].mean() > upside_down[light].mean() + 20


def test_later_start_scale_keeps_more_of_input(run: Run, studio: Studio) -> None:
    edited = pixels_of(studio.files["edited"]).astype(float)
    distances = []
    for scale in (1, 3):
        out = studio.folder / f"{scale}.png"
        result = made(run(*studio.words("edit"), "--start-scale", scale, "-o", out), out)
        distances.append(abs(result[PATCH] - edited[PATCH]).mean())
        assert recipe_of(out).params["start_scale"] == scale
    assert distances[1] < distances[0]


@pytest.mark.parametrize("model", ["patches", "learned"])
@pytest.mark.parametrize("factor", [1.5, 8])
def test_enlarging_multiplies_original_size_by_any_factor(
    run: Run, studio: Studio, factor: float, model: str
) -> None:
    out = studio.folder / "out.png"
    words = ["upscale", studio.project, "-o", out, "--factor", factor, "--threads", "1", "--model", model]
    assert run(*words).code == 0
    large = pixels_of(out)
    assert large.shape == (round(HEIGHT * factor), round(WIDTH * factor), 3)
    small = cv2.resize(large, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    assert np.corrcoef(small.ravel(), studio.original.ravel())[0, 1] > 0.8


@pytest.mark.parametrize(("how", "shown"), [("stretch", 3), ("fill", 1), ("fit", 3)])
def test_input_of_another_shape_is_fitted_with_notice(run: Run, studio: Studio, how: str, shown: int) -> None:
    wide = np.zeros((30, 180, 3), np.uint8)
    for third, colour in enumerate([(255, 0, 0), (0, 255, 0), (0, 0, 255)]):
        wide[:, third * 60 : (third + 1) * 60] = colour
    studio.write("edited", wide)
    studio.write("mask", np.full((30, 180, 3), 255, np.uint8))
    out = studio.folder / "out.png"
    outcome = run(*studio.words("edit"), "--fit", how, "--start-scale", 3, "-o", out)
    picture = made(outcome, out)
    assert f"edited.png has 180x30 px, the original 120x80; it was fitted ({how})." in outcome.err
    assert f"mask.png has 180x30 px, the original 120x80; it was fitted ({how})." in outcome.err
    middle = picture[HEIGHT // 2]
    colours = {tuple((middle[x] > 128).tolist()) for x in (12, WIDTH // 2, WIDTH - 13)}
    assert len(colours) == shown
    original_above = np.array_equal(picture[:10], studio.original[:10])
    assert original_above == (how == "fit")


def test_input_of_same_size_is_fitted_without_notice(run: Run, studio: Studio) -> None:
    for number, tool in enumerate(("paint", "paint over", "edit", "harmonize")):
        assert run(*studio.words(tool), "-o", studio.folder / f"{number}.png").err == ""


def test_original_shows_through_transparent_composite(run: Run, studio: Studio) -> None:
    cut_out = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    cut_out[PATCH] = (200, 60, 40, 255)
    whole, cut = studio.folder / "whole.png", studio.folder / "cut.png"
    expected = made(run(*studio.words("harmonize"), "-o", whole), whole)
    studio.write("composite", cut_out)
    assert np.array_equal(made(run(*studio.words("harmonize"), "-o", cut), cut), expected)


def test_conversions_of_input_are_reported(run: Run, studio: Studio) -> None:
    from PIL import Image

    film = studio.folder / "film.gif"
    frames = [Image.new("RGB", (WIDTH, HEIGHT), colour) for colour in ("green", "white")]
    frames[0].save(film, save_all=True, append_images=frames[1:])
    outcome = run("paint", studio.project, film, "-o", studio.folder / "out.png", "--threads", "1")
    assert outcome.code == 0
    assert outcome.err == "The file holds several pictures; only the first one is used.\n"


def test_full_mask_gives_result_at_original_size(run: Run, studio: Studio) -> None:
    studio.write("mask", marked(np.s_[:]))
    out = studio.folder / "out.png"
    result = made(run(*studio.words("edit"), "-o", out), out)
    assert (result != studio.original).any(axis=2).mean() > 0.9
