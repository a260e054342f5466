"""What makes the pictures: the photo's own patches, or what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from singan_studio.core.abilities import LEARNED_CAN, PATCHES_CAN, Ability, learned_with
from singan_studio.core.images.resizing import stretched
from singan_studio.core.patch_stops import stops_of
from singan_studio.core.recipe import PATCHES
from singan_studio.core.schedule import Size
from singan_studio.project.records import MAKER_KEY
from singan_studio.tools.base import ToolSpec
from singan_studio.ui.create.settings_persistence import SettingsPersistence
from singan_studio.ui.project.project_data import ProjectData
from singan_studio.ui.project.project_model import ProjectModel
from singan_studio.ui.training.training_model import Phase, Scale, ScaleState, TrainingModel


class Kind(StrEnum):
    """The two kinds of makers; the values are kept in projects."""

    PATCHES = "patches"
    LEARNED = "learned"


@dataclass(frozen=True, eq=False)
class MakerStop:
    """A stop of the start strip, `width` x `height` px; `picture` shows it, (H, W, 3) uint8.

    `meaning` and `amount` (0..1) are the kind and amount of a `core.patch_stops.Stop`.
    """

    width: int
    height: int
    picture: np.ndarray | None
    available: bool = True
    meaning: Literal["layout", "change", "size"] = "size"
    amount: float = 0.0


@dataclass(frozen=True)
class Maker:
    """One maker of the open picture as it is now; without stops it cannot draw."""

    kind: Kind
    model_id: str
    stops: Sequence[MakerStop]
    abilities: frozenset[Ability]
    """What it can do beside drawing; what few colours need is learned when they are wanted."""

    @property
    def available(self) -> int:
        """The number of stops that drawing can start from now."""
        return sum(stop.available for stop in self.stops)

    @property
    def sizes(self) -> list[Size]:
        """The (height, width) of every stop in px, coarsest first."""
        return [(stop.height, stop.width) for stop in self.stops]

    @property
    def changes(self) -> list[float]:
        """How much changes at every stop, 0..1; 0 where its size says what is kept."""
        return [stop.amount for stop in self.stops]

    @property
    def size(self) -> tuple[int, int] | None:
        """The (width, height) of its pictures in px; None while it is not known."""
        return (self.stops[-1].width, self.stops[-1].height) if self.stops else None


class PictureMaker(QObject):
    """Knows both makers of the open picture, and which one is in use.

    The patches are in use until something is learned. A project that is opened with learned scales, or whose learning
    has just finished, uses what was learned. The user's own choice comes before both and is kept in the project. Tools
    that need what only one of them can do always use that one; quick ones use patches unless chosen otherwise for them.
    """

    changed = Signal()  # another maker is in use, or one has other stops
    grown = Signal()  # one more scale is learned

    def __init__(self, project: ProjectModel, learning: TrainingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._learning = project, learning
        self._chosen: Kind | None = None
        self._usual = Kind.PATCHES  # without a choice
        self._for_quick: dict[str, Kind] = {}  # by tool, what was chosen for it alone
        self._patches = Maker(Kind.PATCHES, PATCHES, (), PATCHES_CAN)
        self._settings = SettingsPersistence(project, MAKER_KEY, self._kept, self)
        project.opened.connect(self._take)
        project.closed.connect(self._forget)
        learning.scales_reset.connect(self._scales_reset)
        learning.scale_finished.connect(self.grown)
        learning.phase_changed.connect(self._phase_changed)

    @property
    def kind(self) -> Kind:
        """The maker that is in use for tools that either can serve."""
        wanted = self._chosen or self._usual
        return wanted if wanted is Kind.PATCHES or self.learned_ready else Kind.PATCHES

    @property
    def learned_ready(self) -> bool:
        """Whether enough is learned to draw with it."""
        return self._learning.finished_scales > 0

    def choose(self, kind: Kind, spec: ToolSpec) -> None:
        """Use this maker from now on, as the user chose while using a tool."""
        before = self.kind_for(spec)
        if spec.quick:
            self._for_quick[spec.name] = kind
        else:
            self._chosen = kind
        self._settings.soon()
        if self.kind_for(spec) is not before:
            self.changed.emit()

    def kind_for(self, spec: ToolSpec) -> Kind:
        """Return the maker that a tool uses."""
        if spec.quick:
            return self._for_quick.get(spec.name, Kind.PATCHES)
        if spec.serves_both:
            return self.kind
        return Kind.PATCHES if spec.needs <= PATCHES_CAN else Kind.LEARNED

    def of_kind(self, kind: Kind) -> Maker:
        """Return one of the two makers."""
        if kind is Kind.PATCHES:
            return self._patches
        stops = [_learned_stop(scale) for scale in self._learning.scales]
        config = self._learning.config
        able = learned_with(config) if config else LEARNED_CAN
        return Maker(Kind.LEARNED, self._learning.model_id or "", stops, able)

    def for_tool(self, spec: ToolSpec) -> Maker:
        """Return the maker that a tool uses."""
        return self.of_kind(self.kind_for(spec))

    # --- what happens around it --------------------------------------------------------------------------------

    def _take(self, opened: ProjectData) -> None:
        kept = opened.settings.get(MAKER_KEY, {})
        chosen, quick = kept.get("kind"), kept.get("quick")
        self._chosen = Kind(chosen) if chosen in list(Kind) else None
        self._for_quick = _kinds(quick) if isinstance(quick, dict) else {}
        self._usual = Kind.PATCHES
        self._patches = Maker(Kind.PATCHES, PATCHES, _patch_stops(opened), PATCHES_CAN)

    def _forget(self) -> None:
        self._chosen, self._usual, self._for_quick = None, Kind.PATCHES, {}
        self._patches = Maker(Kind.PATCHES, PATCHES, (), PATCHES_CAN)
        self.changed.emit()

    def _scales_reset(self) -> None:
        self._usual = Kind.LEARNED if self.learned_ready else Kind.PATCHES
        self.changed.emit()

    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.FINISHED and self._usual is not Kind.LEARNED:
            before, self._usual = self.kind, Kind.LEARNED
            if self.kind is not before:
                self.changed.emit()

    def _kept(self) -> dict[str, object]:
        kept: dict[str, object] = {"kind": str(self._chosen)} if self._chosen else {}
        if self._for_quick:
            kept["quick"] = {name: str(kind) for name, kind in self._for_quick.items()}
        return kept


def _kinds(kept: dict[str, object]) -> dict[str, Kind]:
    return {name: Kind(str(kind)) for name, kind in kept.items() if kind in list(Kind)}


def _learned_stop(scale: Scale) -> MakerStop:
    return MakerStop(scale.width, scale.height, scale.real, scale.state is ScaleState.DONE)


def _patch_stops(opened: ProjectData) -> list[MakerStop]:
    photo = opened.small
    return [
        MakerStop(stop.size[1], stop.size[0], stretched(photo, stop.size), True, stop.kind, stop.amount)
        for stop in stops_of(photo.shape[:2])
    ]
