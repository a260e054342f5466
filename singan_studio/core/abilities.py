"""What a model of a picture may be able to do beside drawing it: tools name what they need, models what they offer."""

from __future__ import annotations

from enum import StrEnum

from singan_studio.core.config import TrainConfig


class Ability(StrEnum):
    """One thing that not every kind of model can do."""

    MOVE = "move"  # draw the frames of a film
    ENLARGE = "enlarge"  # make a picture larger than it is
    REARRANGE = "rearrange"  # move the picture's own patches, by how different and how firmly in place
    NOISE = "noise"  # take an amount and a seed of noise per scale
    PRESETS = "presets"  # be learned with one of the presets
    FEW_COLOURS = "few_colours"  # take a painting in the few colours it was trained on
    RETARGET = "retarget"  # bring the picture to other proportions while its content keeps its own
    TILE = "tile"  # make a picture that repeats without a seam from a part of the picture
    COMPLETE = "complete"  # fill what is missing of the picture, or goes on beyond its edges, from the rest


PATCHES_CAN = frozenset(
    {Ability.REARRANGE, Ability.COMPLETE, Ability.RETARGET, Ability.TILE, Ability.ENLARGE}
)
"""What the photo's own patches can do."""

LEARNED_CAN = frozenset(
    {Ability.MOVE, Ability.ENLARGE, Ability.NOISE, Ability.PRESETS, Ability.FEW_COLOURS, Ability.REARRANGE}
)
"""What can be learned."""


def learned_with(config: TrainConfig) -> frozenset[Ability]:
    """Return what a model can do that was learned so: one that lays out by its coarsest scale cannot rearrange."""
    return LEARNED_CAN if config.layout == "patches" else LEARNED_CAN - {Ability.REARRANGE}
