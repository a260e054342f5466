"""Every command of the window with its text, shortcut, icon and status tip; and the menus that hold them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from singan_studio.ui.app.theme import icon
from singan_studio.ui.widgets.bilingual import ENGLISH, Bilingual

Key = QKeySequence.StandardKey


class Actions(Bilingual):
    """Holds the commands; the window connects to `triggered` of each and decides which are enabled."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QMainWindow, theme: str, language: str, languages: dict[str, str]) -> None:
        """Make the commands. `languages` maps a code to the language's own name; "" is the system's language."""
        super().__init__(window)
        self._window = window
        self._add_file_actions()
        self._add_learn_actions()
        self._add_view_actions()
        self.themes = self._themes(theme)
        self.languages = self._languages(language, languages)

    def _add_file_actions(self) -> None:
        self.new = self._action(
            "new",
            self.tr("&New from picture…"),
            Key.New,
            self.tr("Choose a picture to start from"),
            "picture",
        )
        self.open = self._action(
            "open", self.tr("&Open…"), Key.Open, self.tr("Open a project or a picture"), "open"
        )
        self.save_copy = self._action(
            "saveCopy",
            self.tr("Save &copy as…"),
            "Ctrl+Shift+S",
            self.tr("Save a copy of the whole project; the project itself is always saved"),
            "copy",
        )
        self.save_result = self._action(
            "saveResult",
            self.tr("&Save result…"),
            Key.Save,
            self.tr("Write the picture that is shown to a file, and keep it among the results"),
            "save",
        )
        self.export_film = self._action(
            "exportFilm",
            self.tr("&Export animation…"),
            "Ctrl+E",
            self.tr("Write the animation as GIF, video or pictures"),
            "animate",
        )
        self.pin = self._action(
            "pinHere",
            self.tr("P&in here"),
            "Ctrl+Alt+P",
            self.tr("Keep what is selected at its place in every variation; drag it to another place"),
        )
        self.close = self._action(
            "closeProject", self.tr("C&lose project"), Key.Close, self.tr("Go back to the start page")
        )
        self.quit = self._action("quit", self.tr("&Quit"), "Ctrl+Q", self.tr("Close the studio"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.paste = self._action(
            "paste", self.tr("&Paste picture"), Key.Paste, self.tr("Start from the picture in the clipboard")
        )
        self.paste_as = self._action(
            "pasteAs",
            self.tr("Paste &as…"),
            "Ctrl+Shift+V",
            self.tr("Choose what the picture in the clipboard is for"),
        )
        self.preferences = self._action(
            "preferences",
            self.tr("P&references…"),
            "Ctrl+,",
            self.tr("Language, theme, device, folders and shortcuts"),
        )
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._add_help_actions()

    def _add_help_actions(self) -> None:
        self.guide = self._action(
            "guide", self.tr("&User guide"), "F1", self.tr("Read how everything is used")
        )
        self.palette = self._action(
            "palette",
            self.tr("&Find a command…"),
            "Ctrl+Shift+P",
            self.tr("Type a few letters of what you want to do"),
        )
        self.shortcuts = self._action(
            "shortcuts",
            self.tr("&Keyboard shortcuts"),
            "Ctrl+F1",
            self.tr("All commands with their keys, to read or to print"),
        )
        self.about = self._action(
            "about", self.tr("&About"), "Ctrl+Shift+F1", self.tr("Version and licence"), "info"
        )
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.logs = self._action(
            "logs", self.tr("&Logs"), "Shift+F1", self.tr("Open the folder with the log files")
        )

    def _add_learn_actions(self) -> None:
        self.learn = self._action(
            "learn", self.tr("&Learn…"), "Ctrl+L", self.tr("Choose how the open picture is learned"), "learn"
        )
        self.pause = self._action(
            "pause", self.tr("&Pause"), "Ctrl+.", self.tr("Stop learning; what is learned is kept"), "pause"
        )
        self.resume = self._action(
            "resume", self.tr("&Resume"), "Ctrl+R", self.tr("Go on learning where it stopped"), "resume"
        )
        self.crop = self._action(
            "crop",
            self.tr("Cr&op…"),
            "Ctrl+Shift+X",
            self.tr("Choose the part of the picture that is learned"),
        )
        self.improve = self._action(
            "improve",
            self.tr("&Improve to Standard"),
            "Ctrl+Alt+I",
            self.tr("Learn the draft's picture better, in the background; the draft stays in use meanwhile"),
        )
        self.save_film = self._action(
            "saveFilm",
            self.tr("Save &film of the learning…"),
            "Ctrl+Alt+G",
            self.tr("The picture coming into focus, scale after scale, as a GIF"),
        )
        self.queue = self._action(
            "queue",
            self.tr("&Many pictures…"),
            "Ctrl+Shift+M",
            self.tr("Learn or vary several pictures one after the other, in the background"),
        )
        self.generate = self._action(
            "generate", self.tr("&Generate"), "Ctrl+Return", self.tr("Make new pictures and keep them")
        )
        self.keep = self._action(
            "keep",
            self.tr("&Keep"),
            "Ctrl+K",
            self.tr("Keep the picture that is shown among the results, or let it go again"),
            "pin",
        )
        self.keep.setCheckable(True)
        self.again = self._action(
            "again",
            self.tr("R&e-render"),
            "Ctrl+Shift+G",
            self.tr("Make the shown result once more with the scales that were learned since"),
        )
        self.contact_sheet = self._action(
            "contactSheet",
            self.tr("Contact &sheet…"),
            "Ctrl+Alt+K",
            self.tr("What every start makes of the present seed, beside each other; click one to choose it"),
        )
        self.roll = self._action(
            "roll", self.tr("Roll the &dice"), "Ctrl+Shift+R", self.tr("Choose another random seed"), "dice"
        )
        self.cancel = self._action(
            "cancel", self.tr("&Cancel"), "Esc", self.tr("Stop generating, or put a message away")
        )

    def _add_view_actions(self) -> None:
        self.details = self._action(
            "details",
            self.tr("&Details"),
            "Ctrl+Shift+D",
            self.tr("Show every scale and the loss curves"),
            "details",
        )
        self.details.setCheckable(True)
        self.results = self._action(
            "results", self.tr("&Results"), "Ctrl+Shift+B", self.tr("Show or hide the kept results")
        )
        self.results.setCheckable(True)
        self.results.setChecked(True)
        self.squint = self._action(
            "squint",
            self.tr("S&quint"),
            "Q",
            self.tr("Hold the key to see your work as coarse as the start scale receives it"),
            "squint",
        )
        self.original = self._action(
            "original",
            self.tr("&Original"),
            "C",
            self.tr("Hold the key to see the original in place of the result"),
        )
        self.compare = self._action(
            "compare",
            self.tr("Co&mpare Patches and Learned"),
            "P",
            self.tr(
                "Hold the key to see what Patches would make in place of Learned, or the other way round"
            ),
        )
        self.compare_results = self._action(
            "compareResults",
            self.tr("&Compare results…"),
            "Ctrl+Shift+O",
            self.tr("Results and the picture side by side or under a slider, and where they differ"),
        )
        self.fit = self._action("fit", self.tr("&Fit"), "Ctrl+0", self.tr("Show the whole picture"), "fit")
        self.hundred = self._action(
            "hundred",
            self.tr("&100%"),
            "Ctrl+1",
            self.tr("One pixel of the screen for each pixel"),
            "hundred",
        )

    def show_theme(self, theme: str) -> None:
        """Check the entry of the theme that is in use."""
        for action in self.themes.actions():
            action.setChecked(action.objectName() == f"theme-{theme}")

    def _themes(self, current: str) -> QActionGroup:
        group = QActionGroup(self._window)
        entries = [
            (
                "system",
                self.tr("Like the &system"),
                "Ctrl+Alt+S",
                self.tr("Follow the system's light or dark mode"),
            ),
            ("light", self.tr("&Light"), "Ctrl+Alt+L", self.tr("Dark text on a light ground")),
            ("dark", self.tr("&Dark"), "Ctrl+Alt+D", self.tr("Light text on a dark ground")),
        ]
        for name, text, shortcut, tip in entries:
            action = self._choice(group, f"theme-{name}", text, shortcut, tip, name == current)
            action.setProperty(ENGLISH, f"Theme {name}")
            action.triggered.connect(lambda _=False, name=name: self.theme_chosen.emit(name))
        return group

    def _languages(self, current: str, languages: dict[str, str]) -> QActionGroup:
        group = QActionGroup(self._window)
        for number, (code, name) in enumerate(languages.items()):
            text = name or self.tr("Like the &system")
            tip = self.tr("Show the window in this language")
            action = self._choice(group, f"language-{code}", text, f"Ctrl+Alt+{number}", tip, code == current)
            action.setProperty(ENGLISH, f"Language {name or 'system'}")
            action.triggered.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        return group

    def _choice(
        self, group: QActionGroup, name: str, text: str, shortcut: str, tip: str, chosen: bool
    ) -> QAction:
        action = self._action(name, text, shortcut, tip)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        return action

    def _action(self, name: str, text: str, shortcut: str | Key, tip: str, picture: str = "") -> QAction:
        action = QAction(icon(picture) if picture else QIcon(), text, self._window)
        action.setObjectName(name)
        self.note_english(action)
        action.setShortcut(QKeySequence(shortcut))
        action.setStatusTip(tip)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action


class Menus(QObject):
    """Builds the menu bar; tools join it by their specs."""

    def __init__(self, bar: QMenuBar, actions: Actions, tools: list[QAction]) -> None:
        super().__init__(bar)
        self._bar = bar
        self.recent = QMenu(self.tr("Open &recent"), bar)
        self.recent.setObjectName("recentMenu")
        file_menu = self._menu("fileMenu", self.tr("&File"))
        file_menu.addActions([actions.new, actions.open])
        file_menu.addMenu(self.recent)
        file_menu.addSeparator()
        file_menu.addActions([actions.save_result, actions.export_film, actions.save_copy, actions.close])
        file_menu.addSeparator()
        file_menu.addAction(actions.quit)
        self._menu("editMenu", self.tr("&Edit")).addActions([actions.paste, actions.paste_as])
        learn = self._menu("learnMenu", self.tr("&Learn"))
        learn.addActions(
            [actions.crop, actions.learn, actions.pause, actions.resume, actions.improve, actions.save_film]
        )
        learn.addSeparator()
        learn.addAction(actions.queue)
        tool_menu = self._menu("toolMenu", self.tr("&Tool"))
        tool_menu.addActions(tools)
        tool_menu.addSeparator()
        tool_menu.addActions([actions.generate, actions.keep, actions.again, actions.roll])
        tool_menu.addActions([actions.contact_sheet, actions.cancel])
        self._add_view_menu(actions)
        help_menu = self._menu("helpMenu", self.tr("&Help"))
        help_menu.addActions([actions.guide, actions.palette, actions.shortcuts])
        help_menu.addSeparator()
        help_menu.addActions([actions.logs, actions.about])

    def add_result_menu(self, menu: QMenu) -> None:
        """Put the menu of a result's commands before View."""
        view = self._bar.findChild(QMenu, "viewMenu")
        assert view is not None
        self._bar.insertMenu(view.menuAction(), menu)

    def _add_view_menu(self, actions: Actions) -> None:
        view = self._menu("viewMenu", self.tr("&View"))
        view.addActions([actions.details, actions.results])
        view.addSeparator()
        view.addActions([actions.squint, actions.original, actions.compare, actions.compare_results])
        view.addSeparator()
        view.addActions([actions.fit, actions.hundred])
        view.addSeparator()
        for title, group in (
            (self.tr("&Theme"), actions.themes),
            (self.tr("&Language"), actions.languages),
        ):
            menu = view.addMenu(title)
            menu.addActions(group.actions())

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self._bar.addMenu(title)
        menu.setObjectName(name)
        return menu
