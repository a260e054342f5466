"""What a command writes replaces nothing that it should not, and a refusal leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from cli_creating import Studio
from cli_creating import refused as is_refused
from cli_program import TINY, Run

from singan_studio.core.images import encode_png, load_picture
from singan_studio.core.resources import resource


def photo_in(folder: Path, sample_picture: Path, name: str = "photo.png") -> Path:
    photo = folder / name
    photo.write_bytes(sample_picture.read_bytes())
    return photo


def test_train_never_replaces_its_photo(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    photo = photo_in(tmp_path, sample_picture)
    before = photo.read_bytes()
    assert is_refused(run("train", photo, "-o", photo, "--force", *TINY), "photo.png")
    link = tmp_path / "link.singan"
    link.symlink_to(photo)
    assert is_refused(
        run("train", photo, "-o", link, "--force", *TINY), "link.singan", "read by this command"
    )
    named_so = photo_in(tmp_path, sample_picture, "named.singan")
    assert is_refused(run("train", photo, "-o", named_so, "--force", *TINY), "not a SinGAN Studio project")
    assert photo.read_bytes() == named_so.read_bytes() == before


@pytest.mark.parametrize("name", ["name.jpg", "name", "name.singan.png"])
def test_train_refuses_a_name_of_another_kind(
    run: Run, sample_picture: Path, tmp_path: Path, name: str
) -> None:
    assert is_refused(run("train", sample_picture, "-o", tmp_path / name, *TINY), name, ".singan")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tool", ["paint", "animate"])
def test_a_pipe_is_never_replaced(run: Run, fresh: Studio, tool: str) -> None:
    path = fresh.folder / ("pipe.gif" if tool == "animate" else "pipe.png")
    os.mkfifo(path)
    assert is_refused(run(*fresh.words(tool), "-o", path, "--force"), path.name, "pipe or a device")
    assert path.is_fifo()


def test_train_never_replaces_a_pipe(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    path = tmp_path / "pipe.singan"
    os.mkfifo(path)
    assert is_refused(
        run("train", sample_picture, "-o", path, "--force", *TINY), "pipe.singan", "pipe or a device"
    )
    assert path.is_fifo()


def test_no_result_replaces_an_input(run: Run, fresh: Studio) -> None:
    painting, project = fresh.files["painting"], fresh.folder / "project.png"
    project.symlink_to(fresh.project)
    before = painting.read_bytes(), fresh.project.read_bytes()
    for output in (painting, project):
        outcome = run(*fresh.words("paint"), "-o", output, "--force")
        assert is_refused(outcome, output.name, "read by this command")
    finish = run("finish", painting, "--photo", painting, "-o", painting, "--force")
    assert is_refused(finish, "painting.png", "read by this command")
    assert (painting.read_bytes(), fresh.project.read_bytes()) == before


def test_output_through_a_link_goes_to_its_target(run: Run, fresh: Studio) -> None:
    elsewhere = fresh.folder / "elsewhere"
    elsewhere.mkdir()
    link = fresh.folder / "link.png"
    link.symlink_to(elsewhere / "real.png")
    for force in ([], ["--force"]):
        assert run(*fresh.words("paint"), "-o", link, *force).code == 0
        assert link.is_symlink()
        assert load_picture(elsewhere / "real.png").pixels.shape == (43, 64, 3)


def test_a_refusal_leaves_no_folder(run: Run, fresh: Studio) -> None:
    with contextlib.closing(sqlite3.connect(fresh.project)) as damaged, damaged:
        damaged.execute("UPDATE scales SET weights = x'00'")
    outcome = run("sample", fresh.project, "-o", fresh.folder / "empty/deep", "--threads", "1")
    assert is_refused(outcome, "damaged")
    assert not (fresh.folder / "empty").exists()


def test_names_of_every_length_are_read_and_written(run: Run, sample_picture: Path, tmp_path: Path) -> None:
    for length in (242, 255):
        photo = photo_in(tmp_path, sample_picture, "p" * (length - 4) + ".png")
        output = tmp_path / ("o" * (length - 4) + ".png")
        words = ["--threads", "1", "--photo", sample_picture]
        outcome = run("finish", photo, *words, "-o", output)
        assert (outcome.code, output.is_file()) == (0, True), outcome.err
    too_long = tmp_path / ("o" * 252 + ".png")
    assert is_refused(run("finish", photo, *words, "-o", too_long), "255 bytes")
    project = tmp_path / ("p" * 241 + ".singan")
    assert is_refused(run("train", photo, "-o", project, *TINY), "247 bytes")


def test_project_names_made_from_long_picture_names_can_be_used(tmp_path: Path) -> None:
    from singan_studio.project.new_files import LONGEST_PROJECT_NAME, made_in_first_writable
    from singan_studio.project.store import ProjectStore

    picture = encode_png(load_picture(resource("samples/tea-hills.jpg")).pixels[:32, :32])
    for name in ("p" * 251 + ".jpg", "ü" * 125 + ".jpg"):
        for _ in range(2):
            path, store = made_in_first_writable(
                [tmp_path], name, lambda path: ProjectStore.create(path, picture, "p.jpg")
            )
            store.close()
            assert len(os.fsencode(path.name)) <= LONGEST_PROJECT_NAME
