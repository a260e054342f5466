import threading
import time

import numpy as np

from singan_studio.core.events import Preview, Progress, RunFinished, ScaleFinished
from singan_studio.engine_process.mailbox import Mailbox

PIXELS = np.zeros((2, 3, 3), np.uint8)


def progress(iteration: int, scale: int = 0) -> Progress:
    return Progress(scale, iteration, 100, {"d_loss": 0.0}, 1.0, 1.0)


def preview(iteration: int) -> Preview:
    return Preview(0, iteration, PIXELS, PIXELS, PIXELS)


def finished(scale: int) -> ScaleFinished:
    return ScaleFinished(scale, 25, 33, 32, 1.0, 1.0, 0.1)


def everything(mailbox: Mailbox) -> list[object]:
    messages = []
    while (message := mailbox.take(0)) is not None:
        messages.append(message)
    return messages


def test_only_newest_progress_and_preview_are_kept():
    mailbox = Mailbox()
    for iteration in range(1000):
        mailbox.put(progress(iteration))
        mailbox.put(preview(iteration))
    first, second = everything(mailbox)
    assert first == progress(999)
    assert isinstance(second, Preview)
    assert second.iteration == 999


def test_state_changes_are_kept_in_order_after_earlier_progress():
    mailbox = Mailbox()
    expected = []
    for scale in range(50):
        for iteration in range(10):
            mailbox.put(progress(iteration, scale))
        mailbox.put(finished(scale))
        expected += [progress(9, scale), finished(scale)]
    assert everything(mailbox) == expected


def test_take_waits_for_message_until_timeout():
    mailbox = Mailbox()
    began = time.monotonic()
    assert mailbox.take(0.05) is None
    assert 0.04 < time.monotonic() - began < 1
    threading.Timer(0.05, mailbox.put, [RunFinished(1.0, 1)]).start()
    assert mailbox.take(5) == RunFinished(1.0, 1)


def test_closed_mailbox_delivers_contents_and_accepts_nothing():
    mailbox = Mailbox()
    mailbox.put(progress(1))
    mailbox.close()
    mailbox.put(RunFinished(1.0, 1))
    assert not mailbox.finished
    assert mailbox.take(5) == progress(1)
    assert mailbox.finished
    assert mailbox.take(5) is None


def test_closing_wakes_waiting_reader():
    mailbox = Mailbox()
    threading.Timer(0.05, mailbox.close).start()
    began = time.monotonic()
    assert mailbox.take(5) is None
    assert time.monotonic() - began < 2


def test_the_owner_is_woken_once_until_it_has_taken_everything():
    woken: list[str] = []
    mailbox = Mailbox(lambda: woken.append("woken"))
    mailbox.put("state")
    mailbox.put(progress(0, 1))
    assert len(woken) == 1
    while mailbox.take(0) is not None:
        pass
    mailbox.put(progress(0, 2))
    assert len(woken) == 2
    mailbox.close()
    assert len(woken) == 3
