"""The window's words for codes and numbers, translated."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from singan_studio.core.cost_model import Estimate
from singan_studio.core.messages import QT_TRANSLATE_NOOP, TEXTS
from singan_studio.ui.app.param_words import parameter_words, tool_words, unit_words
from singan_studio.ui.app.studio import WayOn
from singan_studio.ui.create.readiness import Missing
from singan_studio.ui.create.tool_model import ToolModel
from singan_studio.ui.training.training_model import Phase, TrainingModel
from singan_studio.ui.widgets.words import decimal, duration, numbers_in

PHASES = {
    Phase.IDLE: QT_TRANSLATE_NOOP("wording", "Not learned yet"),
    Phase.STARTING: QT_TRANSLATE_NOOP("wording", "Starting"),
    Phase.LEARNING: QT_TRANSLATE_NOOP("wording", "Learning scale {scale} of {scales}"),
    Phase.PAUSING: QT_TRANSLATE_NOOP("wording", "Pausing"),
    Phase.PAUSED: QT_TRANSLATE_NOOP("wording", "Paused, {done} of {scales} scales learned"),
    Phase.FINISHED: QT_TRANSLATE_NOOP("wording", "Learned, {scales} scales"),
}

WAYS_ON = {
    WayOn.RESUME: QT_TRANSLATE_NOOP("wording", "Resume learning"),
    WayOn.IMPROVE: QT_TRANSLATE_NOOP("wording", "Improve to Standard"),
    WayOn.RESTORE_RESULT: QT_TRANSLATE_NOOP("wording", "Undo"),
    WayOn.OPEN_NEXT: QT_TRANSLATE_NOOP("wording", "Open the next"),
    WayOn.FILL: QT_TRANSLATE_NOOP("wording", "Fill this"),
    WayOn.SAVE_COPY: QT_TRANSLATE_NOOP("wording", "Save a copy…"),
    WayOn.SHOW_FOLDER: QT_TRANSLATE_NOOP("wording", "Show in folder"),
    WayOn.RESTART_RENDERER: QT_TRANSLATE_NOOP("wording", "Start it again"),
}

ROLES = {
    "trainer": QT_TRANSLATE_NOOP("wording", "learning"),
    "renderer": QT_TRANSLATE_NOOP("wording", "drawing"),
}

NUMBERS = frozenset(
    ("value", "allowed", "low", "high", "limit", "ratio", "megapixels", "seconds", "fps", "wanted")
)
"""Parameters of codes that are numbers or ranges of them."""


def message_text(code: str, params: Mapping[str, object]) -> str:
    """Return the text of a code of `core.messages.TEXTS` in the window's language; the code when it has none."""
    text = TEXTS.get(code)
    if text is None:
        return f"{code} {dict(params)}"
    shown = {name: _in_words(code, name, value) for name, value in params.items()}
    return QCoreApplication.translate("messages", text).format(**shown)


def _in_words(code: str, name: str, value: object) -> object:
    """Return a code's parameter as the window calls it."""
    text = str(value)
    match code, name:
        case _, "scale" if isinstance(value, int) and code.startswith("engine."):
            return value + 1  # as the filmstrip counts them
        case _, "role" if text in ROLES:
            return QCoreApplication.translate("wording", ROLES[text])
        case "tool.unknown", "allowed":
            return tool_words(text)
        case _, "unit":
            return unit_words(text)
        case _, "field":
            return parameter_words(text)
        case (("keyframes.shape" | "keyframes.track"), "allowed"):
            return " | ".join(parameter_words(track) for track in text.split(" | "))
        case (("keyframes.track" | "keyframes.key" | "keyframes.twice"), "name"):
            return parameter_words(text)
    return numbers_in(text) if name in NUMBERS else value


def phase_text(learning: TrainingModel) -> str:
    """Return how far the training is, in a few words."""
    done, scales = learning.finished_scales, len(learning.scales)
    text = QCoreApplication.translate("wording", PHASES[learning.phase])
    return text.format(scale=min(done + 1, scales), scales=scales, done=done)


def hint_text(tool_model: ToolModel) -> str:
    """Return why the chosen tool makes no picture, or one that says nothing; empty when all is well."""
    match tool_model.readiness.missing:
        case Missing.WORK:
            empty = tool_model.spec.empty
            if empty:
                return QCoreApplication.translate("tools", empty)
            return QCoreApplication.translate("wording", "Nothing to change yet: paint the area.")
        case Missing.MODEL:
            return QCoreApplication.translate("wording", "This needs one more model, which is learned first.")
        case Missing.SENSE:
            return message_text(tool_model.readiness.code, tool_model.readiness.params)
        case Missing.LEARNING:
            if tool_model.spec.serves_both:
                return QCoreApplication.translate("wording", "More must be learned first; or choose Patches.")
            return QCoreApplication.translate(
                "wording", "This works once the picture has been learned: press Learn."
            )
    if tool_model.live and tool_model.live.unchanged:
        if tool_model.start_scale is None:
            return QCoreApplication.translate("tools", tool_model.spec.empty) if tool_model.spec.empty else ""
        if tool_model.spec.guided:
            return QCoreApplication.translate("wording", "Identical to the picture: start further left.")
        return QCoreApplication.translate("wording", "Near the photo: start further left for more change.")
    return ""


def generate_text(tool_model: ToolModel) -> str:
    """Return the text of the button that makes results."""
    readiness = tool_model.readiness
    if readiness.missing is Missing.SCALES:
        if readiness.seconds is None:
            return QCoreApplication.translate("wording", "Ready soon")
        return QCoreApplication.translate("wording", "Ready in {time}").format(
            time=duration(readiness.seconds)
        )
    if tool_model.count == 1 or tool_model.spec.output == "film":
        return QCoreApplication.translate("wording", "Generate")
    return QCoreApplication.translate("wording", "Generate {count}").format(count=tool_model.count)


def way_on_text(way_on: WayOn) -> str | None:
    """Return the button's text for a way on; None when there is none."""
    text = WAYS_ON.get(way_on)
    return QCoreApplication.translate("wording", text) if text else None


def cost_text(expected: Estimate) -> str:
    """Return what a training takes, in a few words."""
    text = QCoreApplication.translate("wording", "about {time}, {memory} GB")
    memory = decimal(max(expected.memory_mb / 1000, 0.1), 1)
    return text.format(time=duration(expected.seconds), memory=memory)


def size_text(width: int, height: int) -> str:
    return QCoreApplication.translate("wording", "{width}×{height} px").format(width=width, height=height)


def device_text(device: str) -> str:
    """Return the name of a device for users: cpu, cuda or mps."""
    return {"cpu": "CPU", "cuda": "NVIDIA GPU (CUDA)", "mps": "Apple GPU (Metal)"}.get(device, device)
