"""The actions of the timeline, with texts, keys and status tips."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence

from singan_studio.ui.app.theme import icon
from singan_studio.ui.widgets.bilingual import Bilingual


class TimelineActions(Bilingual):
    """Actions that apply while the timeline has the focus, some of them also while the film has.

    Plain keys such as the arrows mean something else elsewhere in the window, so `TimelineKeys` handles them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._add_playing()
        self._add_section()
        self._add_keys()
        self._add_undo()

    def all(self) -> Iterator[QAction]:
        return (child for child in self.children() if isinstance(child, QAction))

    def playing(self) -> list[QAction]:
        return [self.play, self.first, self.previous, self.next, self.last, self.loop]

    def section(self) -> list[QAction]:
        return [self.section_first, self.section_last, self.section_all]

    def keys(self) -> list[QAction]:
        choosing = [self.previous_key, self.next_key, self.all_keys]
        changing = [self.ease, self.move_left, self.move_right, self.move_up, self.move_down]
        return [self.add_key, self.delete_keys, self.copy_keys, self.paste_keys, *choosing, *changing]

    def _add_playing(self) -> None:
        self.play = self._action("play", self.tr("&Play"), "Space", self.tr("Play, or stop"), "resume")
        self.play.setCheckable(True)
        self.first = self._action(
            "firstFrame", self.tr("&First frame"), "Home", self.tr("Go to the first frame"), "first"
        )
        self.previous = self._action(
            "previousFrame", self.tr("P&revious frame"), "Left", self.tr("Go back one frame"), "previous"
        )
        self.next = self._action(
            "nextFrame", self.tr("&Next frame"), "Right", self.tr("Go on one frame"), "next"
        )
        self.last = self._action(
            "lastFrame", self.tr("&Last frame"), "End", self.tr("Go to the last frame"), "last"
        )
        self.loop = self._action(
            "loopPlaying", self.tr("Play &over and over"), "R", self.tr("Begin again at the end"), "loop"
        )
        self.loop.setCheckable(True)
        self.loop.setChecked(True)

    def _add_section(self) -> None:
        self.section_first = self._action(
            "sectionFirst", self.tr("&Begin section here"), "I", self.tr("Play from this frame on")
        )
        self.section_last = self._action(
            "sectionLast", self.tr("&End section here"), "O", self.tr("Play up to this frame")
        )
        self.section_all = self._action("sectionAll", self.tr("&Whole film"), "U", self.tr("Play all of it"))

    def _add_keys(self) -> None:
        self.add_key = self._action(
            "addKey", self.tr("&Add key"), "K", self.tr("Add a key at the playhead"), "key"
        )
        self.delete_keys = self._action(
            "deleteKeys", self.tr("&Delete keys"), "Del", self.tr("Delete the chosen keys"), "trash"
        )
        self.copy_keys = self._action(
            "copyKeys", self.tr("&Copy keys"), "Ctrl+C", self.tr("Copy the chosen keys")
        )
        self.paste_keys = self._action(
            "pasteKeys", self.tr("Pa&ste keys"), "Ctrl+V", self.tr("Put copied keys in at the playhead")
        )
        self.previous_key = self._action(
            "previousKey",
            self.tr("Pre&vious key"),
            "Ctrl+Left",
            self.tr("Go to the key before and choose it"),
        )
        self.next_key = self._action(
            "nextKey", self.tr("Ne&xt key"), "Ctrl+Right", self.tr("Go to the next key and choose it")
        )
        self.all_keys = self._action(
            "allKeys", self.tr("C&hoose all keys"), "Ctrl+A", self.tr("Choose every key of the track")
        )
        self.ease = self._action(
            "easeKeys",
            self.tr("&Soft or straight"),
            "T",
            self.tr("How the chosen keys go on to the next one"),
        )
        self.move_left = self._action(
            "moveKeysLeft", self.tr("Earlier"), "Alt+Left", self.tr("Move the chosen keys back one frame")
        )
        self.move_right = self._action(
            "moveKeysRight", self.tr("Later"), "Alt+Right", self.tr("Move the chosen keys on one frame")
        )
        self.move_up = self._action(
            "moveKeysUp", self.tr("More"), "Up", self.tr("Raise the value of the chosen keys")
        )
        self.move_down = self._action(
            "moveKeysDown", self.tr("Less"), "Down", self.tr("Lower the value of the chosen keys")
        )

    def _add_undo(self) -> None:
        self.undo = self._action(
            "undoAnimation", self.tr("&Undo"), "Ctrl+Z", self.tr("Take the last change back")
        )
        self.redo = self._action(
            "redoAnimation",
            self.tr("&Redo"),
            "Ctrl+Shift+Z",
            self.tr("Make the change again that was taken back"),
        )
        self.redo.setShortcuts([self.redo.shortcut(), QKeySequence("Ctrl+Y")])

    def _action(self, name: str, text: str, shortcut: str, tip: str, picture: str = "") -> QAction:
        action = QAction(icon(picture) if picture else QIcon(), text, self)
        action.setObjectName(name)
        self.note_english(action)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setStatusTip(tip)
        return action
