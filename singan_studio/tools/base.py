"""The definition of a tool: pure data from which its menu entry, command, persistence and panel follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from singan_studio.core.abilities import LEARNED_CAN, PATCHES_CAN, Ability

if TYPE_CHECKING:
    import numpy as np

    from singan_studio.core.cancel import CancelToken
    from singan_studio.core.config import TrainConfig
    from singan_studio.core.recipe import Recipe
    from singan_studio.engine.model import PictureModel

ParamKind = Literal[
    "int", "float", "flag", "choice", "size", "scale", "picture", "numbers", "keyframes", "arrows", "region"
]
Canvas = Literal[
    "", "painting", "edit", "objects", "moves", "hole", "pins", "protected", "region", "arrangement"
]


@dataclass(frozen=True)
class Param:
    """One parameter of a tool.

    `name` is its key in `Recipe.params` (of a picture: in `Recipe.inputs`); `label` and `help` are English texts marked
    for translation in context "tools". `kind` "size" is a (width, height) pair or None for the learned size, "scale" a
    start scale (0 is the coarsest), "picture" a file, "numbers" a list of 1..64 numbers within `low`..`high`,
    "keyframes" tracks as in `tools.keyframes`, "arrows" a list as in `tools.arrows`, "region" a part of the original as
    in `tools.region`. A "size" in "px" is about the size that is drawn, one without a unit about the result's file.

    A `required` picture must be given, and of `required` arrows at least one; the command line takes the picture as an
    argument unless it is an `option`, and all other parameters as options. In an `area` only what is opaque or bright
    counts, and it must not be empty. `takes` says which picture the canvas supplies: the composite as it looks, the
    coverage where something was painted or pasted, or the area to change (with `default` True whenever there is one,
    else if the user wants it), the composite with the coverage as its opacity for "pieces", all that is
    "painted" however thinly; "given" is a whole picture of any size, such as a result, that the tool uses in place of
    the original. For the command line pieces are rectangles of the original and their places.

    A start scale that is not given is the first stop where no more than `change` changes, as the stops of patches say.
    Of stops that are sizes alone it is the first whose longer side is at least `fraction` of the last one's.
    """

    name: str
    kind: ParamKind
    label: str
    help: str
    default: Any = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()  # of the choices in the window; the choices themselves if empty
    advanced: bool = False
    required: bool = False
    option: bool = False
    area: bool = False
    fraction: float | None = None
    change: float = 0.0  # share that may change, 0..1: 1 is a new layout
    lowest: str = ""  # what the window shows in place of the lowest value, translated like the label
    absent: Any = None  # its value in complete recipes that were made before it existed; None: the default
    needs: Ability | None = None  # of the model; without it the window neither shows nor sets the parameter
    takes: Literal["composite", "coverage", "mask", "given", "pieces", "painted"] = "composite"
    share_of: Literal["", "width", "height"] = (
        ""  # percent of this side of the original; the command takes px too
    )


Alpha = Literal["place", "carried", "found"]


@dataclass(frozen=True)
class ToolSpec:
    """A tool, as pure data.

    `run`, `panel`, `model` and `check` are "module:name" strings, so that the spec itself imports neither torch nor Qt.
    `run` is a `Run`, `panel` a widget ("": one is made from the spec; a film needs its own), `model` a `NeededModel`
    ("" where the base model is all that is needed), `check` a `Check` ("" where nothing is beyond every model).

    `canvas` says which of the user's canvas documents the tool starts from: a "painting", an "edit" of the picture,
    "objects" pasted into it, a mask of what "moves", a "hole" in it, a mask of what "pins" hold still, what is
    "protected", a selected "region", an "arrangement" of pieces of it, or none. `alpha` says what becomes of a photo's
    transparency: it stays in its "place", what is moved has it "carried" along, or it is "found" for a result that is
    made on white. What is learned, on white, is found too where it should be carried.
    """

    name: str  # in recipes and file names, never translated
    command: str  # of the command line
    title: str  # in the window
    help: str  # one sentence: status tip and command help
    order: int  # place in the tool column
    icon: str  # file name in resources/icons, without ending
    shortcut: str
    params: tuple[Param, ...]
    output: Literal[
        "pictures", "picture", "film"
    ]  # a folder of PNGs, one PNG, or frames at the parameter "fps"
    run: str
    panel: str = ""
    model: str = ""
    check: str = ""
    needs: frozenset[Ability] = frozenset()  # what the model must be able to do besides drawing
    canvas: Canvas = ""
    quick: bool = (
        False  # patches make it at once, so they do unless the learned model is chosen for this tool
    )
    live: bool = True  # its picture follows the pointer; False for what takes long
    alpha: Alpha = "place"
    empty: str = ""  # shown while no area to change is marked: what to do

    @property
    def guided(self) -> bool:
        """Whether the result starts from what the user makes on the canvas."""
        return self.canvas not in ("", "arrangement")

    @property
    def serves_both(self) -> bool:
        """Whether either kind of model can do all that the tool needs."""
        return self.needs <= PATCHES_CAN & LEARNED_CAN

    @property
    def can_be_finished(self) -> bool:
        """Whether results can be brought to the photo's full size: films and enlarged pictures cannot."""
        return self.output != "film" and self.needs <= PATCHES_CAN - {Ability.ENLARGE}

    @property
    def given(self) -> Param | None:
        """The parameter for a picture that the tool uses in place of the original, or None."""
        return next((param for param in self.params if param.takes == "given"), None)


@dataclass(frozen=True)
class Job:
    """One result to make. Pictures are (H, W, 3) uint8 sRGB; an input with transparency has a fourth channel."""

    model: PictureModel  # the one that the recipe names
    recipe: Recipe  # complete: every parameter has its value
    source: (
        np.ndarray
    )  # the original at its full size, with its alpha as fourth channel where that is carried
    inputs: Mapping[str, np.ndarray]  # by parameter name
    cancel: CancelToken
    whole: np.ndarray | None = None  # the original at its full size where `source` is shrunk


Run = Callable[[Job], Iterator["np.ndarray"]]
"""A tool's function: `run(job)` yields (H, W, 3) uint8 pictures, either one or the frames of a film."""

NeededModel = Callable[["TrainConfig", Mapping[str, Any], tuple[int, int]], "tuple[str, TrainConfig] | None"]
"""A function that says which model a tool needs beside the base model.

`needed(base, params, size)`, with the (height, width) of the picture it is about, returns the kind and configuration
of that model, or None. It raises `BadInput` for what no model could do.
"""

Check = Callable[[Mapping[str, Any], tuple[int, int]], None]
"""A function that raises `BadInput` for parameters that no model could serve, with the picture's (height, width)."""
