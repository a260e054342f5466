"""The commands about the program itself: preferences, the command palette, help, logs."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from singan_studio.core.resources import guide
from singan_studio.ui.animate.timeline_actions import TimelineActions
from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.show_folder import show_folder
from singan_studio.ui.app.studio import Problem, Studio
from singan_studio.ui.preferences.command_palette import CommandPalette
from singan_studio.ui.preferences.commands import TIMELINE, Command, commands_of
from singan_studio.ui.preferences.guide_view import GuideView
from singan_studio.ui.preferences.preferences_dialog import PreferencesDialog
from singan_studio.ui.preferences.shortcut_list import ShortcutList
from singan_studio.ui.preferences.shortcuts import WindowShortcuts


class FrameCommands(QObject):
    """Carries them out for one window; made when all of its actions are there."""

    def __init__(
        self, window: QMainWindow, studio: Studio, actions: Actions, timeline: TimelineActions
    ) -> None:
        super().__init__(window)
        self._window, self._studio, self._timeline = window, studio, list(timeline.all())
        self._dialog: PreferencesDialog | None = None
        edit = window.menuBar().findChild(QMenu, "editMenu")
        assert edit is not None
        edit.addSeparator()
        edit.addAction(actions.preferences)
        self.shortcuts = WindowShortcuts(studio.shortcuts, self._commands(), self)
        routes = {
            actions.preferences: self.show_preferences,
            actions.palette: self.show_palette,
            actions.shortcuts: self.show_shortcuts,
            actions.guide: self.show_guide,
            actions.about: lambda: dialogs.show_about(window),
            actions.logs: lambda: show_folder(window, folders.logs()),
        }
        for action, go in routes.items():
            action.triggered.connect(lambda _=False, go=go: go())
        actions.theme_chosen.connect(self._choose_theme)
        actions.language_chosen.connect(self._choose_language)
        studio.preferences.theme_changed.connect(actions.show_theme)

    def show_preferences(self, page: int = 0) -> None:
        """Show the dialog at one of its pages."""
        if self._dialog is None:
            self._dialog = PreferencesDialog(self._studio, self.shortcuts, self._window)
            self._dialog.finished.connect(self._forget_dialog)
        self._dialog.show_page(page)
        self._dialog.open()

    def leave_preferences(self) -> int | None:
        """Close the dialog and return the page that was shown; None when it was not open."""
        dialog = self._dialog
        if dialog is None:
            return None
        page = dialog.page()
        dialog.reject()
        return page

    def show_palette(self) -> None:
        """Show the commands that can be carried out now."""
        playing = self._studio.animation.active
        usable = [
            command
            for command in self._commands()
            if command.action.isEnabled()
            and command.name != "palette"
            and (command.area != TIMELINE or playing)
        ]
        CommandPalette(usable, self._window).show_above()

    def show_shortcuts(self) -> None:
        ShortcutList(self._commands(), self._window).open()

    def show_guide(self) -> None:
        start = guide()
        if start is None:
            self._studio.problem.emit(Problem("info", "window.no_guide"))
        else:
            GuideView(start, self._window).open()

    def _commands(self) -> list[Command]:
        return commands_of(self._window, self._timeline)

    def _choose_theme(self, theme: str) -> None:
        self._studio.preferences.theme = theme

    def _choose_language(self, language: str) -> None:
        self._studio.preferences.language = language

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
