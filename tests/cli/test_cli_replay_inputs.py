"""Results made from a plain picture with masks and second pictures can be made again: these go along in the file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from cli_creating import refused
from cli_program import Run
from PIL import Image

from singan_studio.core.carried_inputs import INPUTS_KEY, carried_pngs, carried_text
from singan_studio.core.images import encode_png, png_texts
from singan_studio.core.images.png import with_texts
from singan_studio.core.resources import resource

SIZE = 160, 107
COMMANDS = {
    "fill": ["fill", "PHOTO", "--mask", "MASK", "--sources", "SOURCES"],
    "edit": ["edit", "PHOTO", "EDITED", "--mask", "MASK", "--grow", "2"],
    "harmonize": ["harmonize", "PHOTO", "EDITED", "--mask", "MASK", "--grow", "2"],
    "paint": ["paint", "PHOTO", "EDITED", "--keep-unpainted", "MASK"],
    "retarget": ["retarget", "PHOTO", "--width", "70%", "--protect", "MASK"],
    "extend": ["extend", "PHOTO", "--left", "20%"],
    "material": ["material", "PHOTO", "EDITED"],
}
FLOW = ["flow", "PHOTO", "--arrow", "30,20,40,0", "--pin", "MASK", "--frames", "4"]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Return a photo and, in another folder, masks and an edited picture by the words of `COMMANDS`."""
    photos, masks = tmp_path / "photos", tmp_path / "masks"
    photos.mkdir()
    masks.mkdir()
    with Image.open(resource("samples/tea-hills.jpg")) as image:
        photo = image.resize(SIZE)
    mask, sources = Image.new("L", SIZE), Image.new("L", SIZE, 255)
    mask.paste(255, (60, 40, 90, 70))
    sources.paste(0, (0, 0, 60, 107))
    edited = photo.copy()
    edited.paste(photo.crop((0, 70, 30, 100)), (60, 40))
    found = {"PHOTO": photos / "hills.png"}
    photo.save(found["PHOTO"])
    for word, picture in (("MASK", mask), ("SOURCES", sources), ("EDITED", edited)):
        found[word] = masks / f"{word.lower()}.png"
        picture.save(found[word])
    return found


def made(run: Run, files: dict[str, Path], words: list[str], name: str) -> Path:
    out = files["PHOTO"].parent / name
    done = run(*(files.get(word, word) for word in words), "-o", out, "--threads", "1")
    assert done.code == 0, done.err
    return out


def lose_all_but_the_photo(files: dict[str, Path]) -> None:
    for word, path in files.items():
        if word != "PHOTO":
            path.unlink()


@pytest.mark.parametrize("tool", COMMANDS)
def test_picture_is_made_again_without_the_files_it_was_made_with(
    run: Run, files: dict[str, Path], tool: str
) -> None:
    out = made(run, files, COMMANDS[tool], "out.png")
    lose_all_but_the_photo(files)
    again = out.parent / "again.png"
    done = run("replay", out, "-o", again)
    assert done.code == 0, done.err
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("ending", ["gif", "mp4", "webm", "webp", "apng"])
def test_film_is_made_again_without_the_mask_of_its_pins(
    run: Run, files: dict[str, Path], ending: str
) -> None:
    name = f"film.{ending}"
    out = made(run, files, FLOW, name)
    lose_all_but_the_photo(files)
    again = out.parent / f"again.{ending}"
    done = run("replay", out, "-o", again)
    assert done.code == 0, done.err
    assert again.read_bytes() == out.read_bytes()


def test_mask_that_the_file_lacks_is_named_again(run: Run, files: dict[str, Path]) -> None:
    out, plain, again = made(run, files, COMMANDS["fill"][:4], "out.png"), files["PHOTO"], "again.png"
    older = out.parent / "older.png"
    older.write_bytes(with_texts(out.read_bytes(), {INPUTS_KEY: "{}"}))
    assert refused(run("replay", older, "-o", out.parent / again), "mask", "--input")
    assert refused(run("replay", older, "-o", out.parent / again, "--input", plain), "hills.png was no input")
    done = run("replay", older, "-o", out.parent / again, "--input", files["MASK"])
    assert done.code == 0, done.err
    assert (out.parent / again).read_bytes() == out.read_bytes()


def test_project_gives_its_results_no_second_copy(run: Run, files: dict[str, Path], hills: Path) -> None:
    out = made(run, {**files, "PHOTO": hills}, COMMANDS["fill"][:4], "out.png")
    assert INPUTS_KEY not in png_texts(out.read_bytes())
    out.unlink()


@pytest.mark.parametrize("text", ["", "[]", "{", "nul", '{"a": 1}', '{"a": "!"}', '{"a": "eJwDAAAAAAE="}'])
def test_hostile_inputs_are_left_out(run: Run, files: dict[str, Path], text: str) -> None:
    out = made(run, files, COMMANDS["fill"][:4], "out.png")
    out.write_bytes(with_texts(out.read_bytes(), {INPUTS_KEY: text}))
    assert refused(run("replay", out, "-o", out.parent / "again.png"), "mask", "--input")


def test_inputs_under_another_name_and_bombs_are_left_out() -> None:
    png = encode_png(np.zeros((9, 9, 3), np.uint8))
    packed = json.loads(carried_text({"0" * 64: png}, 10_000))
    assert carried_pngs(json.dumps(packed)) == {}
    bomb = json.loads(carried_text({"0" * 64: bytes(80 * 1024 * 1024)}, 10**6))
    assert carried_pngs(json.dumps(bomb)) == {}


def test_inputs_that_are_too_large_are_not_carried() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (90, 90, 3), np.uint8)
    assert carried_text({"0" * 64: encode_png(noise)}, 10_000) == ""
