"""Another process that opens a project file. Run it with the name of one function and its arguments."""

from __future__ import annotations

import itertools
import os
import sys
import urllib.parse  # noqa: F401 - pathlib wants it later, when an ordinary user may not read Python's own files
from pathlib import Path

from project_files import PICTURE, finished, recipe, weights

from singan_studio.core.errors import StudioError
from singan_studio.project.lock import ProjectLock
from singan_studio.project.store import ProjectStore


def say(text: object) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def open_and_close(path: str) -> None:
    ProjectStore.open(Path(path)).close()


def print_meta(path: str, key: str) -> None:
    with ProjectStore.open(Path(path), read_only=True) as store:
        say(store.get_meta(key))


def add_results(path: str, count: str) -> None:
    with ProjectStore.open(Path(path)) as store:
        for seed in range(int(count)):
            store.add_result(recipe(seed), b"png" * 10_000, 40, 30)


def write_and_close_often(path: str, name: str, count: str) -> None:
    for number in range(int(count)):
        with ProjectStore.open(Path(path)) as store:
            store.set_meta(f"{name} {number}", "there")


def write_to_a_deleted_project(path: str, copy: str) -> None:
    """Print the error's code, and save the open project."""
    with ProjectStore.open(Path(path)) as store:
        store.set_meta("key", "before")
        Path(path).unlink()
        try:
            store.set_meta("other", "after")
        except StudioError as error:
            say(error.code)
        store.save_as(Path(copy))


def learn(path: str, model: str) -> None:
    """Save checkpoints and scales until killed, print each saved scale, and reopen the file every third scale."""
    say("begun")
    for first in itertools.count(step=3):
        with ProjectStore.open(Path(path)) as store:
            for scale in range(first, first + 3):
                store.save_checkpoint(model, scale, 10, weights(scale))
                store.save_scale(model, finished(scale), weights(scale))
                say(scale)


def hold_lock(path: str) -> None:
    with ProjectLock(Path(path)):
        say("held")
        sys.stdin.read()


def take_turns(path: str, count: str) -> None:
    """Take the lock again and again, and check each time that nobody else holds it."""
    inside = Path(path + ".inside")
    turns = 0
    while turns < int(count):
        try:
            with ProjectLock(Path(path)):
                os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
                inside.unlink()
                turns += 1
        except StudioError as error:
            if error.code != "project.locked":
                raise


def as_ordinary_user(path: str) -> None:
    """Open the project for writing and for reading; print the size of its picture in bytes, or the error's code."""
    if os.geteuid() == 0:
        os.setuid(65534)
    for read_only in (False, True):
        try:
            with ProjectStore.open(Path(path), read_only=read_only) as store:
                say(len(store.source().png))
        except StudioError as error:
            say(error.code)


def open_in_the_window_as_ordinary_user(path: str, documents: str) -> None:
    """Print the notices of the opened project and its path, after storing a text in it."""
    from PIL import PngImagePlugin  # noqa: F401 - an ordinary user may not read Python's own files later

    from singan_studio.project.repository import ProjectRepository
    from singan_studio.ui.project.project_data import read_project

    if os.geteuid() == 0:
        os.setuid(65534)
    repository = ProjectRepository.open(Path(path), Path(documents))
    repository.store.set_meta("key", "value")
    say(" ".join(notice.code for notice in read_project(repository).notices))
    say(repository.path)
    repository.close()


def meet_the_end_of_the_disk(path: str, other: str) -> None:
    """Print the error codes of a large write and of a create with at most 1 MB per file, then write something small."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10**6, 10**6))
    with ProjectStore.open(Path(path)) as store:
        for act in (
            lambda: store.put_blob(bytes(2 * 10**6)),
            lambda: ProjectStore.create(Path(other), bytes(2 * 10**6), "x"),
        ):
            try:
                act()
            except StudioError as error:
                say(f"{type(error).__name__} {error.code}")
        store.set_meta("after", str(store.source().png == PICTURE))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
