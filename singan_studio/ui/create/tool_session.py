"""The state of one tool: what the user has chosen and made; kept while another tool is used, and in the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from PySide6.QtGui import QImage

from singan_studio.core.abilities import Ability
from singan_studio.core.errors import BadInput
from singan_studio.core.recipe import Recipe
from singan_studio.tools import registry
from singan_studio.tools.base import Param, ToolSpec
from singan_studio.tools.values import checked_value, settled_scale
from singan_studio.ui.canvas.frozen_view import FrozenView
from singan_studio.ui.create.picture_maker import Maker
from singan_studio.ui.project.result_sources import ResultSources

SEEDS = 2**31
UNSEEN = ("given",)
"""Pictures that are not made of the canvas."""
LEARNED = "learned"
"""Maker whose stops a start scale counts that was kept before there was another."""
COUNT = 4
MOST = 64
"""Results of one click: usually, and at most."""


class CanvasInput(Protocol):
    """What a tool takes from its canvas; `ui.canvas.document.CanvasDocument` is one. Arrays are in canvas px."""

    picture: np.ndarray
    """(H, W, 3) uint8, that is worked on."""

    def frozen_view(self) -> FrozenView:
        """Return the canvas as it is now, which takes time."""
        ...

    def reduced(self, width: int, height: int) -> np.ndarray:
        """Return the picture under paint and objects as (height, width, 3) uint8, quickly."""
        ...

    def reduced_mask(self, width: int, height: int) -> np.ndarray:
        """Return the area to change as (height, width)."""
        ...

    def when_made(self, do: Callable[[], None]) -> None:
        """Call `do` when all of the above takes only a moment."""
        ...

    def take(self, look: Callable[[FrozenView], Any], then: Callable[[Any], object]) -> None:
        """Call `look` with the composed canvas, on another thread where it is large, and `then` with the answer."""
        ...


@dataclass(frozen=True)
class Live:
    """The picture in the result pane: a live preview (`result` None) or a kept result.

    `picture` is (H, W, 3) uint8. It is `whole` unless a larger one will replace it, and `unchanged` when it looks
    like what went in. `images` is a large one prepared for painting, `with_halves`.
    """

    picture: np.ndarray
    recipe: Recipe
    result: int | None = None
    whole: bool = True
    unchanged: bool = False
    images: list[QImage] | None = None


@dataclass(frozen=True)
class Given:
    """A whole picture that a tool works on in place of the original, (H, W, 3) uint8, and its blob in the project.

    `result` is its number if it is one.
    """

    sha256: str
    picture: np.ndarray
    result: int | None = None


@dataclass
class ToolSession:
    """The state of one tool. `wanted` names the optional pictures that are handed over."""

    spec: ToolSpec
    params: dict[str, Any] = field(default_factory=dict)  # all but the pictures, by name
    seed: int = 0
    locked: bool = False  # the seed is changed by typing alone
    count: int = COUNT
    wanted: set[str] = field(default_factory=set)
    extras: dict[str, Any] = field(default_factory=dict)  # what else its panel keeps, JSON values by name
    live: Live | None = None
    work: CanvasInput | None = None
    revision: int = 0  # of the work
    given: Given | None = None  # in place of the original
    marked: bool = False  # there is something in every required area
    awaits: bool = (
        False  # results that are shown when they come, for nothing was changed since they were asked for
    )

    able: frozenset[Ability] = frozenset(Ability)  # what its maker can do

    stops_of: str = ""  # the kind of maker whose stops the start scale counts; "" before one is known
    _starts: dict[str, Any] = field(default_factory=dict)  # the start scale of the other kind

    def __post_init__(self) -> None:
        self.params = {p.name: p.default for p in self.spec.params if p.kind != "picture"} | self.params
        if not self.spec.live:
            self.count = 1

    @cached_property
    def model_function(self) -> Callable[..., Any] | None:
        """Return the tool's function that names the model it needs, loaded once; None without one."""
        return registry.load(self.spec.model) if self.spec.model else None

    @cached_property
    def check(self) -> Callable[..., None] | None:
        """Return the tool's function that refuses what no model could do, loaded once; None without one."""
        return registry.load(self.spec.check) if self.spec.check else None

    @property
    def start(self) -> Param | None:
        """Return the parameter that the start strip shows."""
        return next((param for param in self.spec.params if param.kind == "scale"), None)

    def start_scale(self, maker: Maker, kind: str | None = None) -> int | None:
        """Return the start scale among the available stops of a maker; None without a start scale.

        `kind` is that of the maker for which it was chosen, by default of the one in use.
        """
        if self.start is None or not maker.stops:
            return None
        wished = self.start_of(self.stops_of if kind is None else kind)
        known = None if wished is None else min(wished, len(maker.stops) - 1)
        chosen = settled_scale(self.start, known, maker.sizes, maker.changes)
        return max(min(chosen, maker.available - 1), int(self.start.low or 0))

    def use_stops_of(self, kind: str) -> None:
        """Let the start scale count the stops of another kind of maker, where it is what it was when last used."""
        if self.start and self.stops_of and kind != self.stops_of:
            self._starts[self.stops_of] = self.params[self.start.name]
            self.params[self.start.name] = self._starts.get(kind)
        self.stops_of = kind

    def start_of(self, kind: str) -> int | None:
        """Return the start scale that was last chosen with a kind of maker; None for the usual one."""
        if self.start is None or kind == self.stops_of:
            return self.start and self.params[self.start.name]
        return self._starts.get(kind)

    @property
    def pictures(self) -> list[Param]:
        """Return the parameters that are made of the canvas."""
        return [param for param in self.spec.params if param.kind == "picture" and param.takes not in UNSEEN]

    def is_marked(self, frozen: FrozenView) -> bool:
        """Return whether something is marked in every required area."""
        areas = [param for param in self.pictures if param.area and param.required]
        return all(part(frozen, param).any() for param in areas)

    def inputs(self, frozen: FrozenView) -> dict[str, np.ndarray]:
        """Return the pictures of a canvas by parameter name; areas (H, W) with nothing marked are left out."""
        found = {param.name: part(frozen, param) for param in self.wanted_pictures()}
        return self.without_empty_areas(found)

    def gather(self, then: Callable[[dict[str, np.ndarray], ResultSources | None], None]) -> None:
        """Call `then` with the inputs and their sources when the canvas is composed; with {} and None without one."""
        extras = dict(self.extras)
        if self.work is None:
            then({}, None)
        else:
            self.work.take(
                lambda frozen: (self.inputs(frozen), ResultSources(frozen.document_state(), extras)),
                lambda found: then(*found),
            )

    def without_empty_areas(self, pictures: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return the pictures but for areas in which nothing is marked."""
        areas = {param.name for param in self.pictures if param.area}
        return {name: picture for name, picture in pictures.items() if name not in areas or _marks(picture)}

    def wanted_pictures(self) -> list[Param]:
        """Return the picture parameters that are handed over: the required, the usual and the `wanted` ones."""
        return [
            param
            for param in self.pictures
            if (param.required or param.default is True or param.name in self.wanted)
            and (param.needs is None or param.needs in self.able)
        ]

    def given_inputs(self) -> dict[str, str]:
        """Return what a recipe says of the given picture."""
        return {self.spec.given.name: self.given.sha256} if self.spec.given and self.given else {}

    def to_json(self) -> dict[str, Any]:
        return {
            "params": self.params,
            "seed": self.seed,
            "locked": self.locked,
            "stops": self.stops_of,
            "count": self.count,
            "wanted": sorted(self.wanted),
            "extras": self.extras,
            "given": self.given and {"sha256": self.given.sha256, "result": self.given.result},
        }

    def take_over(self, recipe: Recipe) -> None:
        """Take over the settings that made a result."""
        inputs = sorted(recipe.inputs)
        self.restore(self.to_json() | {"params": recipe.params, "seed": recipe.seed, "wanted": inputs})
        self.given = self.live = None

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take over what `to_json` returned; what this version does not know or allow is left out."""
        known = {param.name: param for param in self.spec.params}
        values = kept.get("params")
        for name, value in values.items() if isinstance(values, dict) else ():
            if name in self.params and _allowed(known[name], value):
                self.params[name] = value
        if _is_whole(kept.get("seed"), 0, SEEDS - 1):
            self.seed = kept["seed"]
        if _is_whole(kept.get("count"), 1, MOST):
            self.count = kept["count"]
        self.locked = kept.get("locked") is True
        stops = kept.get("stops", LEARNED if values else "")
        self.stops_of = stops if isinstance(stops, str) else ""
        extras = kept.get("extras")
        self.extras = dict(extras) if isinstance(extras, dict) else {}
        wanted = kept.get("wanted")
        self.wanted = {name for name in wanted if name in known} if isinstance(wanted, list) else set()


def part(frozen: FrozenView, param: Param) -> np.ndarray:
    """Return a copy of the part of the canvas that a picture parameter takes."""
    match param.takes:
        case "coverage":
            return frozen.coverage()
        case "mask":
            return frozen.mask().copy()
        case "painted":
            return np.where(frozen.coverage() > 0, 255, 0).astype(np.uint8)
        case "pieces":
            covered = frozen.coverage()[:, :, None]
            return np.concatenate([np.where(covered > 0, frozen.composite(), 0), covered], 2)
        case _:
            return frozen.composite()


def _marks(area: np.ndarray) -> bool:
    """Return whether anything is marked in an area, (H, W), or (H, W, 4) where only what is opaque counts."""
    return bool((area[:, :, 3] if area.ndim == 3 else area).any())


def _allowed(param: Param, value: Any) -> bool:
    try:
        checked_value(param, value)
    except BadInput:
        return False
    return True


def _is_whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
