"""What the user prefers on this computer, whatever picture is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QObject, QSettings, Signal

from singan_studio.core.config import PRESETS

T = TypeVar("T", str, int)

THEMES = ("system", "light", "dark")
DEVICES = ("auto", "cpu", "cuda", "mps")
MOST_THREADS = 1024


class Kept(Generic[T]):
    """A preference: read when the program starts, written and announced by `<name>_changed` when it is set."""

    def __init__(self, key: str, default: T, allows: Callable[[T], bool] = lambda value: True) -> None:
        """Keep the value under `key` of the settings; a stored value that is not allowed counts as the default."""
        self._key, self._default, self._allows = key, default, allows

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, model: None, owner: type) -> Kept[T]: ...
    @overload
    def __get__(self, model: Preferences, owner: type) -> T: ...
    def __get__(self, model: Preferences | None, owner: type) -> Kept[T] | T:
        if model is None:
            return self
        if self._name not in model.values:
            model.values[self._name] = self._read(model.settings)
        return model.values[self._name]  # pyright: ignore[reportReturnType] - put there by this attribute

    def __set__(self, model: Preferences, value: T) -> None:
        if value != self.__get__(model, type(model)):
            model.values[self._name] = value
            model.settings.setValue(self._key, value)
            getattr(model, f"{self._name}_changed").emit(value)

    def _read(self, settings: QSettings) -> T:
        try:
            value = type(self._default)(str(settings.value(self._key, self._default)))
        except ValueError:
            return self._default
        return value if self._allows(value) else self._default


class Preferences(QObject):
    """The preferences, each with a signal `<name>_changed` of its value.

    What the command line says holds for this run and is not kept.
    """

    language_changed = Signal(str)
    theme_changed = Signal(str)
    device_changed = Signal(str)
    threads_changed = Signal(int)
    folder_changed = Signal(str)
    preset_changed = Signal(str)

    language = Kept("window/language", "")  # a code of i18n.languages(); "": the system's
    theme = Kept("window/theme", "system", lambda name: name in THEMES)
    device = Kept("engine/device", "auto", lambda name: name in DEVICES)
    threads = Kept("engine/threads", 0, lambda count: 0 <= count <= MOST_THREADS)  # 0: the device's default
    folder = Kept("projects/folder", "")  # for projects of pictures without a folder; "": among the documents
    preset = Kept("learn/preset", "", lambda name: name in PRESETS)  # "": by what the machine has

    def __init__(
        self, settings: QSettings, device: str = "auto", threads: int = 0, parent: QObject | None = None
    ) -> None:
        """Read the preferences; `device` other than auto and `threads` other than 0 are the command line's."""
        super().__init__(parent)
        self.settings = settings
        self.values: dict[str, str | int] = {}
        self._given_device = device
        if device != "auto":
            self.values["device"] = device
        if threads:
            self.values["threads"] = threads
        self.first_threads = self.threads

    def use_available(self, devices: list[str]) -> None:
        """Go back to the automatic choice, for this run, where the preferred device is not one of these.

        What the command line asked for stays, so that its absence is an error.
        """
        if self.device not in ("auto", self._given_device, *devices):
            self.values["device"] = "auto"
            self.device_changed.emit("auto")
