"""The photos and the learned examples that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from singan_studio.core.resources import resource
from singan_studio.project.model_progress import is_learned
from singan_studio.project.scale_pictures import kept_pictures
from singan_studio.project.store import ProjectStore

EXAMPLES = sorted(resource("examples").glob("*.singan"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_wholly_learned_with_standard_and_holds_nobodys_results(path: Path) -> None:
    with ProjectStore.open(path, read_only=True) as store:
        (model,) = store.models()
        assert model.config.preset == "standard"
        assert is_learned(store, model)
        assert not store.results()
        for scale in store.scales(model.id):
            assert kept_pictures(store, model.id, scale.scale) is not None


def test_examples_are_there_and_small() -> None:
    assert EXAMPLES
    assert sum(path.stat().st_size for path in EXAMPLES) < 8_000_000


def test_beside_the_bundled_photos_lies_nothing_but_their_licences() -> None:
    others = {path.name for path in resource("samples").iterdir() if path.suffix != ".jpg"}
    assert others == {"LICENSES.md"}
