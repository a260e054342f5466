"""The window for many pictures: what is done with them, and the list of the queue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from singan_studio.ui.app import dialogs, folders
from singan_studio.ui.app.theme import icon
from singan_studio.ui.queue.queue_list import QueueList
from singan_studio.ui.queue.queue_model import QueueModel
from singan_studio.ui.queue.queue_words import state_words, summary_words
from singan_studio.ui.queue.queued_picture import MOST_VARIATIONS, QueuedPicture, State, Todo
from singan_studio.ui.widgets.count_box import CountBox
from singan_studio.ui.widgets.elided_label import ElidedLabel

PRESET_KEY, VARIATIONS_KEY, FOLDER_KEY = "queue/preset", "queue/variations", "queue/folder"
USUAL_PRESET, USUAL_VARIATIONS = "draft", 4
SIZE = 640, 560  # px


class QueueWindow(QDialog):
    """Shows a `QueueModel` beside the main window, which stays in use."""

    open_requested = Signal(object)  # Path of a project

    def __init__(self, queue: QueueModel, settings: QSettings, folder: Path, parent: QWidget) -> None:
        """Build the window; `folder` is the usual one for the projects."""
        super().__init__(parent)
        self._queue, self._settings, self._usual_folder = queue, settings, folder
        self.setObjectName("queueWindow")
        self.setWindowTitle(self.tr("Many pictures"))
        self.resize(*SIZE)
        self.list = QueueList(self)
        self._work, self._variations = QComboBox(self), CountBox(self._variation_words, self)
        self._folder, self._summary = ElidedLabel(self), ElidedLabel(self)
        self._add = self._button("queueAdd", self.tr("&Add pictures…"), self._ask_pictures, "open")
        self._add_folder = self._button("queueAddFolder", self.tr("Add &folder…"), self._ask_folder)
        self._choose = self._button("queueFolder", self.tr("&Choose…"), self._ask_project_folder)
        self._up = self._button("queueUp", self.tr("&Up"), lambda: self._shift(-1))
        self._down = self._button("queueDown", self.tr("&Down"), lambda: self._shift(1))
        self._remove = self._button(
            "queueRemove", self.tr("&Remove"), lambda: queue.remove(self.list.selected())
        )
        self._retry = self._button("queueRetry", self.tr("Re&try failed"), queue.retry)
        self._clear = self._button("queueClear", self.tr("Clear d&one"), queue.clear_done)
        self._pause = self._button("queuePause", "", lambda: queue.set_paused(not queue.paused))
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_all()
        self.list.setFocus()

    # --- building ----------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self._work.setObjectName("queueWork")
        self._work.setAccessibleName(self.tr("What is done with each picture"))
        for words, preset in self._works():
            self._work.addItem(words, preset)
        kept = self._settings.value(PRESET_KEY, USUAL_PRESET)
        self._work.setCurrentIndex(max(self._work.findData(kept), 0))
        self._variations.setObjectName("queueVariations")
        self._variations.setAccessibleName(self.tr("Variations of each picture"))
        self._variations.setRange(0, MOST_VARIATIONS)
        count = str(self._settings.value(VARIATIONS_KEY, USUAL_VARIATIONS))
        self._variations.setValue(int(count) if count.isdecimal() else USUAL_VARIATIONS)
        self._folder.setObjectName("queueFolderPath")
        self._folder.set_words(str(self._settings.value(FOLDER_KEY, "") or self._usual_folder))
        self._folder.setProperty("quiet", True)
        self._summary.setObjectName("queueSummary")
        self._add.setProperty("primary", True)
        self._add.setIcon(icon("open", "accent_text"))
        self._show_least()

    def _works(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Learn: Draft"), "draft"),
            (self.tr("Learn: Standard"), "standard"),
            (self.tr("Learn: Faithful"), "faithful"),
            (self.tr("Vary without learning"), ""),
        ]

    def _lay_out(self) -> None:
        work, place = QLabel(self.tr("&With each:"), self), QLabel(self.tr("Projects go to:"), self)
        work.setBuddy(self._work)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (label, widgets) in enumerate(
            ((work, [self._work, self._variations]), (place, [self._folder, self._choose]))
        ):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(widgets[0], 1)
            line.addWidget(widgets[1])
            grid.addWidget(label, row, 0)
            grid.addLayout(line, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addLayout(self._row(self._add, self._add_folder, None, self._up, self._down, self._remove))
        layout.addWidget(self.list, 1)
        layout.addWidget(self._summary)
        layout.addLayout(self._row(self._clear, self._retry, None, self._pause))

    @staticmethod
    def _row(*widgets: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)
        return row

    def _button(self, name: str, text: str, go: Callable[[], object], picture: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if picture:
            button.setIcon(icon(picture))
        button.clicked.connect(lambda: go())
        return button

    def _connect(self) -> None:
        queue = self._queue
        queue.reset.connect(self._show_all)
        queue.changed.connect(self._show_picture)
        queue.state_changed.connect(self._show_state)
        self.list.files_dropped.connect(self._add_paths)
        self.list.moved.connect(queue.move)
        self.list.chosen.connect(self._open)
        self.list.itemSelectionChanged.connect(self._show_state)
        self._work.activated.connect(self._choose_work)
        self._variations.valueChanged.connect(lambda count: self._settings.setValue(VARIATIONS_KEY, count))

    # --- what the queue says -----------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self.list.show_pictures([(each, state_words(each, self._queue)) for each in self._queue.pictures])
        self._show_state()

    def _show_picture(self, picture: QueuedPicture) -> None:
        self.list.show_picture(picture, state_words(picture, self._queue))
        self._show_state()

    def _show_state(self) -> None:
        queue, chosen = self._queue, bool(self.list.selectedIndexes())
        self._summary.set_words(summary_words(queue))
        self._pause.setText(self.tr("&Go on") if queue.paused else self.tr("&Pause"))
        self._pause.setIcon(icon("resume" if queue.paused else "pause"))
        self._pause.setEnabled(
            queue.ready and (queue.paused or queue.count(State.DONE) < len(queue.pictures))
        )
        self._retry.setEnabled(queue.count(State.FAILED) > 0)
        self._clear.setEnabled(queue.count(State.DONE) > 0)
        for button in (self._up, self._down, self._remove):
            button.setEnabled(chosen)
        for button in (self._add, self._add_folder):
            button.setEnabled(queue.ready)

    def _show_least(self) -> None:
        """Let what is not learned be varied at least once."""
        self._variations.setMinimum(0 if self._work.currentData() else 1)

    def _variation_words(self, count: int) -> str:
        return self.tr("%n variation(s)", "", count)

    # --- what the user does ------------------------------------------------------------------------------------

    def _choose_work(self) -> None:
        self._settings.setValue(PRESET_KEY, self._work.currentData())
        self._show_least()

    def _ask_pictures(self) -> None:
        dialogs.ask_pictures(self, folders.last_used(self._settings), self._add_paths)

    def _ask_folder(self) -> None:
        title = QCoreApplication.translate("dialogs", "Choose a folder of pictures")
        dialogs.ask_folder(
            self, title, folders.last_used(self._settings), lambda folder: self._add_paths([folder])
        )

    def _ask_project_folder(self) -> None:
        title = QCoreApplication.translate("dialogs", "Folder for the projects")
        dialogs.ask_folder(self, title, Path(self._folder.text()), self._set_project_folder)

    def _set_project_folder(self, folder: Path) -> None:
        self._settings.setValue(FOLDER_KEY, str(folder))
        self._folder.set_words(str(folder))

    def _add_paths(self, paths: list[Path]) -> None:
        if not paths:
            return
        folders.remember(self._settings, paths[0])
        todo = Todo(self._work.currentData(), self._variations.value())
        self._queue.add(paths, Path(self._folder.text()), todo)

    def _shift(self, by: int) -> None:
        """Move what is selected by one place."""
        chosen = self.list.selected()
        rows = [self._queue.pictures.index(picture) for picture in chosen]
        self._queue.move(chosen, max(rows[0] - 1, 0) if by < 0 else rows[-1] + 2)

    def _open(self, picture: QueuedPicture) -> None:
        if picture.state is State.DONE:
            self.open_requested.emit(Path(picture.project))
