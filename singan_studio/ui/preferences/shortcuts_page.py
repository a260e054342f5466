"""The page of preferences for shortcuts: sets, a list that can be searched, and the key of the chosen command."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from singan_studio.ui.preferences.command_search import best
from singan_studio.ui.preferences.commands import RESULTS, STEP, TIMELINE, Command
from singan_studio.ui.preferences.key_sets import KEY_SETS
from singan_studio.ui.preferences.shortcuts import HELD, WindowShortcuts, menu_of
from singan_studio.ui.widgets.keys import keys_in_words, plain
from singan_studio.ui.widgets.painting import resized

SET_NAMES = {"studio": "Studio", "photoshop": "Photoshop", "krita": "Krita"}
_COMMAND = Qt.ItemDataRole.UserRole
_KEY_WIDTH, _ROW_PAD = 170, 8  # px


class ShortcutsPage(QWidget):
    """Shows every command with its key; a key that another command has is only taken when the user says so."""

    def __init__(
        self, shortcuts: WindowShortcuts, window: QMainWindow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsPage")
        self._shortcuts = shortcuts
        bar = window.menuBar().actions()
        self._menus = [(plain(menu.text()), QKeySequence.mnemonic(menu.text()).toString()) for menu in bar]
        self._wanted = ""  # a key that another command has
        self._search, self._sets = QLineEdit(self), QComboBox(self)
        self._tree = QTreeWidget(self)
        self._name, self._edit = QLabel(self), QKeySequenceEdit(self)
        self._reset, self._reset_all = QPushButton(self.tr("&Reset"), self), QPushButton(self)
        self._said, self._take = QLabel(self), QPushButton(self)
        self._set_up()
        self._fill()
        self._lay_out()
        self._connect()
        self._show_keys()
        self._tree.setCurrentItem(self._rows[0])

    # --- building ----------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self._reset_all.setText(self.tr("Reset &all…"))
        names = {
            self._search: ("shortcutSearch", self.tr("Search a command or a key")),
            self._sets: ("shortcutSet", self.tr("Set of shortcuts")),
            self._tree: ("shortcutTree", self.tr("Commands and their keys")),
            self._edit: ("shortcutEdit", self.tr("Key of the chosen command")),
            self._reset: ("resetShortcut", self.tr("Reset")),
            self._reset_all: ("resetShortcuts", self.tr("Reset all")),
            self._name: ("shortcutName", ""),
            self._said: ("shortcutSaid", ""),
            self._take: ("takeShortcut", ""),
        }
        for widget, (name, words) in names.items():
            widget.setObjectName(name)
            if words:
                widget.setAccessibleName(words)
        self._search.setPlaceholderText(self._search.accessibleName())
        self._search.setClearButtonEnabled(True)
        for name in KEY_SETS:
            self._sets.addItem(SET_NAMES[name], name)
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.setFixedWidth(_KEY_WIDTH)
        self._name.setFont(resized(self.font(), 1.0, bold=True))
        self._said.setWordWrap(True)
        for button in (self._reset, self._reset_all, self._take):
            button.setAutoDefault(False)
        self._tree.setColumnCount(2)
        self._tree.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        self._tree.setUniformRowHeights(True)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().resizeSection(1, _KEY_WIDTH)

    def _fill(self) -> None:
        self._rows: list[QTreeWidgetItem] = []
        groups: dict[str, QTreeWidgetItem] = {}
        height = QSize(0, self.fontMetrics().height() + _ROW_PAD)
        for command in self._shortcuts.commands:
            if command.group not in groups:
                groups[command.group] = QTreeWidgetItem(self._tree, [command.group])
                groups[command.group].setSizeHint(0, height)
                groups[command.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
                groups[command.group].setFont(0, resized(self.font(), 1.0, bold=True))
            row = QTreeWidgetItem(groups[command.group], [command.text])
            row.setData(0, _COMMAND, command)
            row.setToolTip(0, command.action.statusTip())
            row.setSizeHint(0, height)
            self._rows.append(row)
        self._tree.expandAll()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addSpacing(8)
        label = QLabel(self.tr("S&et"), self)
        label.setBuddy(self._sets)
        top.addWidget(label)
        top.addWidget(self._sets)
        top.addWidget(self._reset_all)
        key = QHBoxLayout()
        key.addWidget(self._name, 1)
        key.addWidget(self._edit)
        key.addWidget(self._reset)
        said = QHBoxLayout()
        said.addWidget(self._said, 1)
        said.addWidget(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addLayout(top)
        layout.addWidget(self._tree, 1)
        layout.addLayout(key)
        layout.addLayout(said)
        room = max(self._take.sizeHint().height(), 2 * self.fontMetrics().lineSpacing())
        self._said.setMinimumHeight(room)  # so that nothing moves when something is said

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._sets.activated.connect(lambda: self._shortcuts.choice.choose_set(self._sets.currentData()))
        self._tree.currentItemChanged.connect(self._show_chosen)
        self._tree.itemActivated.connect(lambda: self._edit.setFocus())
        self._edit.editingFinished.connect(self._entered)
        self._reset.clicked.connect(self._reset_chosen)
        self._reset_all.clicked.connect(self._ask_to_reset)
        self._take.clicked.connect(self._take_it)
        self._shortcuts.changed.connect(self._show_keys)

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_keys(self) -> None:
        self._sets.setCurrentIndex(self._sets.findData(self._shortcuts.choice.set_name))
        for row in self._rows:
            command = _command_of(row)
            row.setText(1, command.keys)
            row.setFont(1, resized(self.font(), 1.0, bold=self._shortcuts.is_own(command)))
        self._reset_all.setEnabled(bool(self._shortcuts.choice.own))
        self._show_chosen()

    def _show_chosen(self) -> None:
        command = self._chosen()
        self._say("")
        self._edit.setEnabled(command is not None)
        with QSignalBlocker(self._edit):
            self._edit.setKeySequence(command.action.shortcut() if command else QKeySequence())
        self._name.setText(command.text.split(STEP)[-1] if command else "")
        self._name.setToolTip(command.path if command else "")
        self._reset.setEnabled(command is not None and self._shortcuts.is_own(command))
        if command and command.area == RESULTS:
            self._say(self.tr("This key holds while the results have the focus."))
        elif command and command.area == TIMELINE:
            self._say(self.tr("This key holds while the timeline has the focus."))

    def _filter(self, query: str) -> None:
        found = best(query, [_command_of(row).searched for row in self._rows])
        for number, row in enumerate(self._rows):
            row.setHidden(number not in found)
        for number in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(number)
            if group is not None:
                group.setHidden(not any(row.parent() is group and not row.isHidden() for row in self._rows))
        if found:
            self._tree.setCurrentItem(self._rows[found[0]])

    def _say(self, text: str, wanted: str = "") -> None:
        """Say something about the key; `wanted` is one that may be taken from another command."""
        self._said.setText(text)
        self._wanted = wanted
        self._take.setVisible(bool(wanted))

    # --- what the user does ------------------------------------------------------------------------------------

    def _entered(self) -> None:
        command = self._chosen()
        key = self._edit.keySequence().toString()
        if command is None or key == command.action.shortcut().toString():
            return
        words, owner = keys_in_words([QKeySequence(key)]), self._shortcuts.owner_of(key, command)
        menu = menu_of(key, command, self._menus)
        self._show_chosen()
        if key in HELD[command.area]:
            self._say(
                self.tr("{key} is what fields, lists or the picture take for themselves.").format(key=words)
            )
        elif menu:
            self._say(self.tr("{key} opens the menu {menu}.").format(key=words, menu=menu))
        elif owner:
            text = self.tr("{key} belongs to {command}, which would lose it.")
            self._say(text.format(key=words, command=owner.path), key)
            self._take.setText(self.tr("Use {key} here").format(key=words))
            self._take.setFocus()
        else:
            self._shortcuts.assign(command, key)

    def _take_it(self) -> None:
        command = self._chosen()
        if command and self._wanted:
            self._shortcuts.assign(command, self._wanted)
            self._tree.setFocus()

    def _reset_chosen(self) -> None:
        command = self._chosen()
        if command:
            self._shortcuts.choice.reset(command.name)

    def _ask_to_reset(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Reset all"),
            self.tr("Give all commands the keys of the set again?"),
            QMessageBox.StandardButton.Reset | QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setObjectName("resetDialog")
        box.button(QMessageBox.StandardButton.Reset).clicked.connect(self._shortcuts.choice.reset_all)
        box.finished.connect(box.deleteLater)
        box.open()

    def _chosen(self) -> Command | None:
        row = self._tree.currentItem()
        return row.data(0, _COMMAND) if row else None


def _command_of(row: QTreeWidgetItem) -> Command:
    return row.data(0, _COMMAND)
