"""What the window says about the queue and its pictures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from singan_studio.ui.app.wording import message_text
from singan_studio.ui.queue.queue_model import QueueModel
from singan_studio.ui.queue.queued_picture import QueuedPicture, State
from singan_studio.ui.widgets.words import time_left


def _say(text: str, **values: object) -> str:
    return QCoreApplication.translate("queue", text).format(**values)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    return text


def state_words(picture: QueuedPicture, queue: QueueModel) -> str:
    """Return in one line how far a picture is, or why it failed."""
    percent = round(100 * picture.fraction)
    match picture.state:
        case State.DONE:
            return _say(QT_TRANSLATE_NOOP("queue", "Done: {project}"), project=picture.project)
        case State.FAILED:
            return message_text(picture.code, picture.params)
        case State.WAITING if percent:
            return _say(QT_TRANSLATE_NOOP("queue", "Waiting, {percent}% is done"), percent=percent)
        case State.WAITING:
            return _say(QT_TRANSLATE_NOOP("queue", "Waiting"))
    if picture.fraction >= 1 or not picture.todo.preset:
        return _say(QT_TRANSLATE_NOOP("queue", "Drawing variations"))
    if not queue.scales:
        return _say(QT_TRANSLATE_NOOP("queue", "Beginning"))
    words = _say(
        QT_TRANSLATE_NOOP("queue", "Learning, scale {scale} of {scales}"),
        scale=queue.scale,
        scales=queue.scales,
    )
    return f"{words}, {time_left(queue.seconds_left)}" if queue.seconds_left >= 0 else words


def summary_words(queue: QueueModel) -> str:
    """Return in one line how far the whole queue is."""
    if queue.elsewhere:
        return message_text("queue.elsewhere", {})
    total, failed = len(queue.pictures), queue.count(State.FAILED)
    if not total:
        return ""
    words = _say(
        QT_TRANSLATE_NOOP("queue", "{done} of {total} done"), done=queue.count(State.DONE), total=total
    )
    if failed:
        words += ", " + _say(QT_TRANSLATE_NOOP("queue", "{count} failed"), count=failed)
    if queue.paused:
        words += " – " + _say(QT_TRANSLATE_NOOP("queue", "paused"))
    elif queue.waits:
        words += " – " + _say(QT_TRANSLATE_NOOP("queue", "waits until the open picture is learned"))
    return words
