"""The dialog for the user's preferences: everything acts at once, there is nothing to apply."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMainWindow, QTabWidget, QVBoxLayout

from singan_studio.ui.app.studio import Studio
from singan_studio.ui.preferences.general_page import GeneralPage
from singan_studio.ui.preferences.shortcuts import WindowShortcuts
from singan_studio.ui.preferences.shortcuts_page import ShortcutsPage

_SIZE = 680, 580  # px


class PreferencesDialog(QDialog):
    """Shows a page for the program and one for shortcuts."""

    def __init__(self, studio: Studio, shortcuts: WindowShortcuts, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(*_SIZE)
        self._pages = QTabWidget(self)
        self._pages.setObjectName("preferencesPages")
        self._pages.setAccessibleName(self.windowTitle())
        self._pages.addTab(GeneralPage(studio, self), self.tr("&General"))
        self._pages.addTab(ShortcutsPage(shortcuts, window, self), self.tr("&Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setObjectName("preferencesButtons")
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("closePreferences")
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addWidget(buttons)

    def page(self) -> int:
        return self._pages.currentIndex()

    def show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
