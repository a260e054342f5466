"""What starting at a stop does, in a few words, and the names of results made from there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from singan_studio.core.messages import QT_TRANSLATE_NOOP
from singan_studio.core.patch_stops import CHANGES
from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.ui.app.param_words import tool_words
from singan_studio.ui.create.noise import groups
from singan_studio.ui.create.picture_maker import Kind, MakerStop, PictureMaker

_NEW_LAYOUT = QT_TRANSLATE_NOOP("stops", "New layout")
_CHANGES = (
    QT_TRANSLATE_NOOP("stops", "Changes much"),
    QT_TRANSLATE_NOOP("stops", "Changes some"),
    QT_TRANSLATE_NOOP("stops", "Changes a little"),
)
_SHAPES = QT_TRANSLATE_NOOP("stops", "Keeps the shapes")
_TEXTURE = QT_TRANSLATE_NOOP("stops", "Changes only texture")
_DETAIL = QT_TRANSLATE_NOOP("stops", "Changes only detail")
_LEARNED = _SHAPES, _DETAIL, _TEXTURE
"""What changes when a start is in one of the three groups of learned scales."""
NAMED = "sample"
"""The tool whose results are called by where they started; those of others are called by their tool."""


def patch_words(stop: MakerStop, finest: bool) -> str:
    """Return what a stop of the patches does; `finest` is the last one."""
    match stop.meaning:
        case "layout":
            return _words(_NEW_LAYOUT)
        case "change":
            return _words(_CHANGES[sum(stop.amount < amount for amount in CHANGES[:-1])])
    if stop.amount > 0:
        return _words(_SHAPES)
    return _words(_TEXTURE if finest else _DETAIL)


def learned_words(scale: int, count: int) -> str:
    """Return what starting at a learned scale does, of `count` scales."""
    if scale == 0:
        return _words(_NEW_LAYOUT)
    names = zip(groups(count), _LEARNED, strict=True)
    return _words(next((name for span, name in names if scale in span), _TEXTURE))


def result_name(number: int, recipe: Recipe, picture_maker: PictureMaker) -> str:
    """Return what the window calls a result: "#4 New layout", or "#5 Fill"."""
    start = recipe.params.get("start_scale")
    if recipe.tool != NAMED or not isinstance(start, int):
        return f"#{number} {tool_words(recipe.tool)}"
    if recipe.model_id != PATCHES:
        return f"#{number} {learned_words(start, max(recipe.scales, start + 1))}"
    stops = picture_maker.of_kind(Kind.PATCHES).stops
    if start >= len(stops):
        return f"#{number} {tool_words(recipe.tool)}"
    return f"#{number} {patch_words(stops[start], start == len(stops) - 1)}"


def _words(text: str) -> str:
    return QCoreApplication.translate("stops", text)
