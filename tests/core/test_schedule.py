"""Numbers of one scale that follow from a configuration."""

from __future__ import annotations

import pytest

from singan_studio.core.config import preset
from singan_studio.core.schedule import LEAST_BANK, bank_at, refresh_at

DRAFT = preset("draft")


@pytest.mark.parametrize("size", [(25, 38), (64, 64), (188, 250), (250, 250)])
def test_small_pictures_have_the_whole_bank(size: tuple[int, int]) -> None:
    assert (bank_at(DRAFT, size), refresh_at(DRAFT, size)) == (16, 10)


def test_samples_of_large_pictures_are_fewer_and_serve_longer() -> None:
    assert (bank_at(DRAFT, (256, 512)), refresh_at(DRAFT, (256, 512))) == (8, 20)
    assert (bank_at(DRAFT, (576, 1024)), refresh_at(DRAFT, (576, 1024))) == (LEAST_BANK, 90)


def test_no_bank_stays_none_and_a_small_one_is_not_enlarged() -> None:
    assert bank_at(DRAFT.but(prev_bank=0), (576, 1024)) == 0
    assert bank_at(DRAFT.but(prev_bank=2), (576, 1024)) == 2
