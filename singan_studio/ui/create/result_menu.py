"""The commands on a kept result, and their menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from singan_studio.tools.base import ToolSpec
from singan_studio.ui.app.theme import icon
from singan_studio.ui.widgets.bilingual import ENGLISH, Bilingual


class ResultMenu(Bilingual):
    """Holds the commands on the selected result. The strip takes the keys of deleting and its undo."""

    def __init__(self, window: QMainWindow, save: QAction, tools: list[ToolSpec]) -> None:
        """Make the commands. `save` is the window's own command and joins the menu; `tools` accept pictures."""
        super().__init__(window)
        self._window = window
        self.use = self._action(
            "useSettings",
            self.tr("&Use its settings"),
            "Ctrl+Shift+U",
            self.tr("Go on with the tool, the parameters and the seed that made it"),
            "sample",
        )
        self.star = self._action(
            "starResult",
            self.tr("S&tar"),
            "Ctrl+Shift+F",
            self.tr("Mark it as a favourite, or remove the mark"),
            "star",
        )
        self.copy = self._action(
            "copyResult",
            self.tr("&Copy picture"),
            "Ctrl+Shift+C",
            self.tr("Put it into the clipboard, with its recipe"),
            "copy",
        )
        self.copy_command = self._action(
            "copyCommand",
            self.tr("Copy as co&mmand"),
            "Ctrl+Alt+C",
            self.tr("Put the command line that makes the same picture into the clipboard"),
        )
        self.learn = self._action(
            "learnResult",
            self.tr("&Learn as a new picture"),
            "Ctrl+Shift+N",
            self.tr("Begin a new project with it, beside this one"),
            "learn",
        )
        self.delete = self._action(
            "deleteResult", self.tr("&Delete"), "Del", self.tr("Remove it; this can be undone"), "trash", True
        )
        self.undelete = self._action(
            "undeleteResult",
            self.tr("U&ndo delete"),
            "Ctrl+Z",
            self.tr("Bring back the result that was deleted last"),
            in_strip=True,
        )
        self.send = {tool.name: self._send_action(tool) for tool in tools}
        self.menu = self._make_menu(save)

    def enable(self, selected: bool, restorable: bool) -> None:
        """Enable the commands of one result if one is `selected`, and the undoing of a deletion if there is one."""
        own = (self.use, self.star, self.copy, self.copy_command, self.learn, self.delete)
        for action in (*own, *self.send.values()):
            action.setEnabled(selected)
        self.undelete.setEnabled(restorable)

    def _make_menu(self, save: QAction) -> QMenu:
        menu = QMenu(self.tr("&Result"), self._window)
        menu.setObjectName("resultMenu")
        menu.addActions([self.use, self.star])
        menu.addSeparator()
        menu.addActions([save, self.copy, self.copy_command])
        menu.addSeparator()
        others = menu.addMenu(self.tr("Send t&o another tool"))
        others.setObjectName("sendMenu")
        others.addActions(list(self.send.values()))
        menu.addAction(self.learn)
        menu.addSeparator()
        menu.addActions([self.delete, self.undelete])
        return menu

    def _send_action(self, tool: ToolSpec) -> QAction:
        """Return the command that sends a result to a tool; its key is the tool's with Shift: "Alt+Shift+2"."""
        title = QCoreApplication.translate("tools", tool.title)
        tip = self.tr("Go on with this picture in {tool}").format(tool=title)
        keys = tool.shortcut.replace("Alt+", "Alt+Shift+")
        action = self._action(f"send-{tool.name}", title, keys, tip, tool.icon)
        action.setProperty(ENGLISH, f"Send to {tool.title}")
        return action

    def _action(
        self, name: str, text: str, shortcut: str, tip: str, picture: str = "", in_strip: bool = False
    ) -> QAction:
        action = QAction(icon(picture) if picture else QIcon(), text, self._window)
        action.setObjectName(name)
        self.note_english(action)
        action.setShortcut(QKeySequence(shortcut))
        action.setStatusTip(tip)
        if in_strip:  # the strip takes the key itself; elsewhere the same key is the canvas's
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(action)
        return action
