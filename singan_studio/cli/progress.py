"""Human-readable progress of a training on stderr: a live line in a terminal, occasional plain lines elsewhere."""

from __future__ import annotations

import contextlib
import dataclasses
import math
import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bar
from rich.table import Column

from singan_studio.cli.streams import write_words
from singan_studio.core.events import Event, MemorySaved, Progress, RunFinished, RunStarted, ScaleFinished
from singan_studio.core.messages import english
from singan_studio.core.printable import printable

PLAIN_SECONDS = 5.0  # between two plain lines

LOSS_WORDS = {"d_loss": "critic {:.2f}", "g_loss": "gen {:.2f}", "reconstruction": "rec {:.3f}"}
"""Short words for the terms that come first; every other term is shown under its own name."""


class ProgressView(ABC):
    """Shows the events of a training. Milestones get a line of their own in every view."""

    def __init__(self) -> None:
        self.scales = 0  # of the training that is shown

    def show(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self.scales = len(event.sizes)
        if isinstance(event, Progress):
            self.tick(event)
        elif text := milestone(event, self.scales):
            self.say(text)

    @abstractmethod
    def tick(self, event: Progress) -> None:
        """Show how far a scale has got."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Show a text on a line of its own."""

    @abstractmethod
    def close(self) -> None:
        """Leave the terminal in a clean state."""


def paced(seconds: float) -> Callable[[], bool]:
    """Return a function that returns True at most once every `seconds`, for the first time after that long."""
    last = time.monotonic()

    def due() -> bool:
        nonlocal last
        now = time.monotonic()
        if now - last < seconds:
            return False
        last = now
        return True

    return due


class PlainProgress(ProgressView):
    """Lines for logs and pipes: every finished scale, and at most one line of progress every few seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0.0

    def show(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._last = time.monotonic()
        super().show(event)

    def tick(self, event: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= PLAIN_SECONDS:
            self._last = now
            place = (
                f"Scale {event.scale + 1} of {self.scales}, iteration {event.iteration} of {event.iterations}"
            )
            self.say(f"{place}: {losses(event)}; {time_left(event)}")

    def say(self, text: str) -> None:
        write_words(text)

    def close(self) -> None:
        """Do nothing: every line is already complete."""


class LiveProgress(ProgressView):
    """A live line at the bottom of the terminal, with the finished scales above it."""

    def __init__(self) -> None:
        super().__init__()
        place = TextColumn("{task.description}", table_column=Column(no_wrap=True, min_width=11))
        tail = TextColumn("{task.fields[tail]}", table_column=Column(no_wrap=True))
        columns = (place, BarColumn(bar_width=10), tail)
        # Drawn only when something is reported, so that no thread of its own runs beside the engine's.
        self._bar = Bar(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task: TaskID | None = None

    def tick(self, event: Progress) -> None:
        with contextlib.suppress(OSError):  # the terminal was closed
            if self._task is None:
                self._task = self._bar.add_task("", tail="")
                self._bar.start()
            self._bar.update(
                self._task,
                total=event.iterations,
                completed=event.iteration,
                description=f"Scale {event.scale + 1}/{self.scales}",
                tail=f"{event.iteration}/{event.iterations}  {time_left(event)}  {losses(event)}",
                refresh=True,
            )

    def say(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._bar.console.print(printable(text), markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._bar.stop()


def milestone(event: Event, scales: int) -> str | None:
    """Return the line for an event that deserves one of its own, None for any other event."""
    match event:
        case RunStarted():
            height, width = event.sizes[-1]
            threads = "1 thread" if event.threads == 1 else f"{event.threads} threads"
            size = f"{scales} scales up to {width}x{height} px"
            return f"Learning {size} with preset {event.preset} on {event.device}, {threads}."
        case ScaleFinished():
            size = f"{event.width}x{event.height} px, {event.channels} channels"
            quality = f"error {event.reconstruction_error:.3f}, {duration(event.seconds)}"
            return f"Scale {event.scale + 1} of {scales} is learned: {size}, {quality}."
        case MemorySaved():
            return english("engine.memory_saved", dataclasses.asdict(event))
        case RunFinished():
            return f"All {event.scales} scales are learned, in {duration(event.seconds)}."
        case _:
            return None


def losses(event: Progress) -> str:
    """Return every term of the losses, the best known first: a terminal of 80 columns cuts off the others."""
    values = event.losses
    first = [words.format(values[name]) for name, words in LOSS_WORDS.items() if name in values]
    others = [f"{name} {value:.3f}" for name, value in values.items() if name not in LOSS_WORDS]
    return " ".join(first + others)


def time_left(event: Progress) -> str:
    return (
        f"{duration(event.seconds_left)} left" if math.isfinite(event.seconds_left) else "time left unknown"
    )


def duration(seconds: float) -> str:
    """Return a length of time in words: "8 s", "3 min 5 s", "2 h 10 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def rough_duration(seconds: float) -> str:
    """Return an estimate in words, coarse on purpose: "less than a minute", "about 9 min", "about 2 h 10 min"."""
    if seconds < 50:
        return "less than a minute"
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return f"about {minutes} min"
    hours, minutes = divmod(round(minutes / 10) * 10, 60)
    return f"about {hours} h {minutes} min" if minutes else f"about {hours} h"
