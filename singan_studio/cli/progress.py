"""Progress of a training for people, on stderr: a live line in a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import math
import sys
import time

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bar

from singan_studio.core.events import Event, Progress, RunFinished, RunStarted, ScaleFinished

PLAIN_SECONDS = 5.0  # between two plain lines


class PlainProgress:
    """Lines for logs and pipes: every finished scale, and at most one line of progress every few seconds."""

    def __init__(self) -> None:
        self._scales = 0
        self._last = 0.0

    def show(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._scales = len(event.sizes)
            self._last = time.monotonic()
        if isinstance(event, Progress):
            self._tick(event)
        elif text := milestone(event, self._scales):
            self.say(text)

    def say(self, text: str) -> None:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def close(self) -> None:
        """Nothing to tidy."""

    def _tick(self, event: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= PLAIN_SECONDS:
            self._last = now
            place = f"Scale {event.scale + 1} of {self._scales}, iteration {event.iteration} of {event.iterations}"
            self.say(f"{place}: {losses(event)}; {time_left(event)}")


class LiveProgress:
    """One line at the bottom of a terminal that is always up to date, with the finished scales above it."""

    def __init__(self) -> None:
        self._scales = 0
        columns = (
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[tail]}"),
        )
        # It is drawn when something is reported: no thread of its own beside the engine's.
        self._bar = Bar(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task: TaskID | None = None

    def show(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._scales = len(event.sizes)
        if isinstance(event, Progress):
            self._tick(event)
        elif text := milestone(event, self._scales):
            self.say(text)

    def say(self, text: str) -> None:
        self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        self._bar.stop()

    def _tick(self, event: Progress) -> None:
        if self._task is None:
            self._task = self._bar.add_task("", tail="")
            self._bar.start()
        self._bar.update(
            self._task,
            total=event.iterations,
            completed=event.iteration,
            description=f"Scale {event.scale + 1}/{self._scales}",
            tail=f"{event.iteration}/{event.iterations}  {losses(event)}  {time_left(event)}",
            refresh=True,
        )


def milestone(event: Event, scales: int) -> str | None:
    """The line for an event that is worth one of its own."""
    match event:
        case RunStarted():
            height, width = event.sizes[-1]
            where = f"{event.device}, {event.threads} threads"
            size = f"{scales} scales up to {width}x{height} px"
            return f"Learning {size} with preset {event.preset} on {where}."
        case ScaleFinished():
            size = f"{event.width}x{event.height} px, {event.channels} channels"
            quality = f"error {event.reconstruction_error:.3f}, {duration(event.seconds)}"
            return f"Scale {event.scale + 1} of {scales} is learned: {size}, {quality}."
        case RunFinished():
            return f"All {event.scales} scales are learned, in {duration(event.seconds)}."
        case _:
            return None


def losses(event: Progress) -> str:
    return (
        f"critic {event.d_loss:.2f}, generator {event.g_loss:.2f}, "
        f"penalty {event.penalty:.2f}, reconstruction {event.reconstruction:.3f}"
    )


def time_left(event: Progress) -> str:
    return (
        f"{duration(event.seconds_left)} left" if math.isfinite(event.seconds_left) else "time left unknown"
    )


def duration(seconds: float) -> str:
    """A length of time in words: "8 s", "3 min 5 s", "2 h 10 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
