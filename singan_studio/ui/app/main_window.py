"""The main window: lays out and routes, and holds no state of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from singan_studio.core.recipe import PATCHES, Recipe
from singan_studio.tools import registry
from singan_studio.ui.animate.film_export import FilmExport
from singan_studio.ui.app import dialogs
from singan_studio.ui.app.actions import Actions, Menus
from singan_studio.ui.app.canvas_wiring import CanvasWiring
from singan_studio.ui.app.frame_commands import FrameCommands
from singan_studio.ui.app.message_bar import MessageBar
from singan_studio.ui.app.message_place import MessagePlace
from singan_studio.ui.app.paste import Pasting, takes_pictures
from singan_studio.ui.app.queue_command import QueueCommand
from singan_studio.ui.app.show_folder import show_folder
from singan_studio.ui.app.studio import Problem, Studio, WayOn
from singan_studio.ui.app.theme import icon
from singan_studio.ui.app.tool_column import tool_actions
from singan_studio.ui.app.wording import message_text, way_on_text
from singan_studio.ui.app.workspace import Workspace
from singan_studio.ui.create.comparison import Comparison
from singan_studio.ui.create.contact_sheet import ContactSheet
from singan_studio.ui.create.picture_maker import Kind
from singan_studio.ui.create.result_menu import ResultMenu
from singan_studio.ui.create.result_operations import ResultOperations
from singan_studio.ui.project.drop_question import DropQuestion
from singan_studio.ui.project.open import Opening
from singan_studio.ui.project.save import Saving
from singan_studio.ui.project.start_page import StartPage
from singan_studio.ui.widgets.hold_button import HoldButton
from singan_studio.ui.widgets.momentary_action import MomentaryAction

GEOMETRY_KEY = "window/geometry"
BUSY_MS = 300
DEFAULT_SIZE = (1360, 860)
FRAME = QSize(16, 48)  # px, what a window's frame takes of the screen at most


class MainWindow(QMainWindow):
    """Shows a `Studio`; it is rebuilt when the language changes."""

    def __init__(self, studio: Studio, theme: str, language: str, languages: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._studio = studio
        self._closing = False
        self._way_on = WayOn.NONE
        self._saved = Path()  # the file that the message is about
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._busy_timer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BusyCursor))
        specs = [spec for spec in registry.tools() if spec.panel or spec.output != "film"]
        self._specs = {spec.name: spec for spec in specs}
        self.tools: QActionGroup = tool_actions(self, specs)
        self.commands = Actions(self, theme, language, languages)
        self.menus = Menus(self.menuBar(), self.commands, self.tools.actions())
        takers = [spec for spec in specs if takes_pictures(spec)]
        self.result_menu = ResultMenu(self, self.commands.save_result, takers)
        self.menus.add_result_menu(self.result_menu.menu)
        self.opening = Opening(studio, self)
        self.saving = Saving(studio, self)
        self.result_operations = ResultOperations(studio, self.result_menu, self.opening)
        self.message_bar = MessageBar(self)
        self.start_page = StartPage(self)
        self.workspace = Workspace(studio, self.commands, self.tools.actions(), self)
        self.dropping = DropQuestion(studio, self, self.opening)
        self.film_export = FilmExport(studio, self.workspace.animate.stage.view, self)
        self.canvas = CanvasWiring(self, studio, self.workspace, self.commands.pin)
        self.pasting = Pasting(studio, self, self.canvas)
        self.queue = QueueCommand(studio, self.opening, self.commands.queue, self)
        self.frame = FrameCommands(self, studio, self.commands, self.workspace.animate.commands)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect_actions()
        self._connect_pages()
        self._connect_studio()
        self._restore_geometry()
        self._show_project()

    def _lay_out(self) -> None:
        self._pages.setObjectName("pages")
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.workspace)
        self.setCentralWidget(MessagePlace(self._pages, self.message_bar, self))

    # --- wires -------------------------------------------------------------------------------------------------

    def _connect_actions(self) -> None:
        commands, studio = self.commands, self._studio
        routes = {
            commands.new: self.opening.ask_for_picture,
            commands.open: self.opening.ask_for_anything,
            commands.paste: self.dropping.paste,
            commands.paste_as: self.dropping.paste_as,
            commands.close: self.opening.close_project,
            commands.save_result: self.saving.ask_for_result,
            commands.export_film: self.film_export.ask,
            commands.save_copy: self.saving.ask_for_copy,
            commands.quit: self.close,
            commands.learn: self.workspace.side_panel.show_learn,
            commands.pause: studio.pause,
            commands.crop: self.workspace.begin_crop,
            commands.improve: studio.improve,
            commands.save_film: self.saving.ask_for_film,
            commands.resume: studio.resume,
            commands.generate: studio.results.generate,
            commands.keep: self.result_operations.toggle_kept,
            commands.again: studio.results.render_again,
            commands.roll: studio.tool_model.roll,
            commands.contact_sheet: self._show_contact_sheet,
            commands.compare_results: lambda: Comparison(studio, self).open(),
            commands.cancel: self._cancel,
            commands.fit: self.workspace.fit,
            commands.hundred: self.workspace.show_hundred,
        }
        commands.close.triggered.connect(self.canvas.settle)  # before it is closed
        for action, go in routes.items():
            action.triggered.connect(lambda _=False, go=go: go())
        self.tools.triggered.connect(self._choose_tool)

    def _connect_pages(self) -> None:
        page, opening = self.start_page, self.opening
        page.gallery.activated.connect(opening.open_path)
        page.project_chosen.connect(opening.open_path)
        page.drop_zone.browse_requested.connect(opening.ask_for_anything)
        page.drop_zone.path_dropped.connect(opening.open_path)
        page.drop_zone.image_dropped.connect(opening.open_image)
        results = self.workspace.results
        results.strip.set_menu(self.result_menu.menu)
        results.strip.set_keys(self.result_menu.delete, self.result_menu.undelete)
        results.use_requested.connect(self.result_operations.use)
        results.save_requested.connect(self.saving.ask_for_result)
        results.delete_requested.connect(self.result_operations.delete)
        self.result_operations.settings_wanted.connect(self._take_over)
        self.workspace.side_panel.learn_panel.learn.clicked.connect(self.message_bar.hide)
        self.workspace.side_panel.learn_panel.crop_requested.connect(self.workspace.begin_crop)
        self.message_bar.action_triggered.connect(self._go_on)
        self.dropping.restore_wanted.connect(self._take_over)
        self.dropping.paste_wanted.connect(self.pasting.paste)
        self.canvas.takes_pictures_changed.connect(self.dropping.set_pasting)
        self.dropping.set_pasting(self.canvas.commands.takes_pictures)
        squint = HoldButton(self.commands.squint, self._squint_tip, self)
        self.canvas.tool_bar.add_widget(squint)
        for holds in (squint, MomentaryAction(self.commands.squint)):
            holds.held_changed.connect(self.workspace.panes.show_squint)
        self.result_operations.sent.connect(self._send)
        MomentaryAction(self.commands.compare).held_changed.connect(self.workspace.panes.show_compared)
        self.workspace.panes.set_original_key(self.commands.original)
        MomentaryAction(self.commands.original).held_changed.connect(self.workspace.panes.show_original)

    def _squint_tip(self, key: str) -> str:
        if not key:
            return self.tr("Hold it to see your work as coarse as the start receives it")
        return self.tr(
            "Hold it, or the key {key}, to see your work as coarse as the start receives it"
        ).format(key=key)

    def _connect_studio(self) -> None:
        studio = self._studio
        studio.problem.connect(self._show_problem)
        studio.project.warm_up.done.connect(self.workspace.learning_view.prepare)
        studio.project.busy_changed.connect(self._show_busy)
        studio.project.opened.connect(self._show_project)
        studio.project.closed.connect(self._show_project)
        studio.project.model_changed.connect(self._show_panel)
        studio.project.result_added.connect(self._enable_actions)
        studio.project.result_deleted.connect(self._enable_actions)
        studio.project.result_restored.connect(self._result_restored)
        studio.learning.phase_changed.connect(self._phase_changed)
        studio.upgrade_model.changed.connect(self._phase_changed)
        studio.tool_model.readiness_changed.connect(self._enable_actions)
        studio.tool_model.tool_changed.connect(self._enable_actions)
        studio.tool_model.live_changed.connect(self._enable_shown)
        studio.results.selection_changed.connect(self._enable_shown)
        studio.tool_model.params_changed.connect(self._enable_squint)
        studio.picture_maker.grown.connect(self._enable_actions)
        studio.picture_maker.changed.connect(self._enable_actions)
        studio.recent.changed.connect(self._show_recent)

    # --- what the models say -----------------------------------------------------------------------------------

    def _show_project(self) -> None:
        opened = self._studio.project.current
        self._pages.setCurrentWidget(self.workspace if opened else self.start_page)
        self.commands.details.setChecked(False)
        self.setWindowTitle(f"{opened.path.stem} – SinGAN Studio" if opened else "SinGAN Studio")
        self.message_bar.hide()
        self._show_recent()
        self._show_panel()
        if opened:
            self.workspace.panes.pair.left.setFocus()  # and not the first button of the first column

    def _show_busy(self, busy: bool) -> None:
        """Show a busy cursor when reading or writing takes longer than a moment."""
        if busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self.unsetCursor()

    def _show_recent(self) -> None:
        recent = self._studio.recent
        self.start_page.set_recent([(path, recent.facts(path)) for path in recent.paths()])
        self.opening.fill_recent(self.menus.recent)

    def _show_panel(self) -> None:
        """Show the chosen tool's panel while a picture is open."""
        if self._studio.project.current:
            self._show_tool(self._action_of(self._studio.tool_model.spec.name))
        self._enable_actions()

    def _phase_changed(self) -> None:
        self._enable_actions()
        if self._closing and not self._studio.is_learning:
            self.close()

    def _result_restored(self) -> None:
        self._enable_actions()
        if self._way_on is WayOn.RESTORE_RESULT:  # which the message offers no longer
            self.message_bar.hide()

    def _enable_actions(self) -> None:
        studio, commands = self._studio, self.commands
        project, learning = studio.project.current is not None, studio.learning
        for action in (commands.save_copy, commands.close, commands.fit, commands.hundred, commands.details):
            action.setEnabled(project)
        commands.learn.setEnabled(project and not learning.phase.running)
        commands.pause.setEnabled(learning.pausable or studio.extra.learning.pausable)
        session = studio.tool_model.session
        random = session.start is not None and not session.spec.guided and session.spec.output != "film"
        commands.contact_sheet.setEnabled(random and studio.tool_model.available)
        commands.crop.setEnabled(studio.project.croppable)
        commands.improve.setEnabled(studio.upgrade_model.offered)
        commands.save_film.setEnabled(learning.finished_scales > 0)
        commands.resume.setEnabled(learning.resumable)
        commands.generate.setEnabled(studio.tool_model.available)
        for action in (commands.roll, *self.tools.actions()):
            action.setEnabled(project)
        commands.export_film.setEnabled(studio.tool_model.available and studio.animation.active)
        commands.compare.setEnabled(studio.compare.possible)
        commands.compare_results.setEnabled(project and bool(studio.project.results))
        self._enable_squint()
        self._enable_shown()

    def _enable_squint(self) -> None:
        """Enable squinting where the start scale is not the coarsest, which receives nothing that could be seen."""
        self.commands.squint.setEnabled(bool(self._studio.tool_model.start_scale))

    def _enable_shown(self) -> None:
        """Enable what can be done with the picture that is shown."""
        self.commands.save_result.setEnabled(self._studio.results.savable)
        kept = self._studio.results.selected is not None
        self.commands.keep.setEnabled(kept or self._studio.results.keepable)
        self.commands.keep.setChecked(kept)
        self.commands.keep.setIcon(icon("pin-filled" if kept else "pin"))
        self.commands.again.setEnabled(self._studio.results.outdated)

    def _show_problem(self, problem: Problem) -> None:
        self._way_on = problem.way_on
        if problem.way_on is WayOn.SHOW_FOLDER:
            self._saved = Path(problem.params["path"])
        self.message_bar.show_message(
            problem.kind, message_text(problem.code, problem.params), way_on_text(problem.way_on)
        )

    # --- what the user does -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        self.message_bar.hide()
        if self._way_on is WayOn.SAVE_COPY:
            self.saving.ask_for_new_place()
        elif self._way_on is WayOn.FILL:
            self._choose_tool(self._action_of("fill"))
            self.canvas.mark_hole()
        elif self._way_on is WayOn.SHOW_FOLDER:
            show_folder(self, self._saved.parent)
        elif self._way_on is WayOn.OPEN_NEXT:
            self.opening.open_next()
        else:
            self._studio.go_on(self._way_on)

    def _choose_tool(self, action: QAction) -> None:
        """Choose the action's tool and show what it works on, not the learning any more."""
        self.commands.details.setChecked(False)
        self._show_tool(action)

    def _show_tool(self, action: QAction) -> None:
        action.setChecked(True)
        self._studio.tool_model.choose(action.data())
        self.workspace.side_panel.show_tool(self._specs[action.data()])

    def _action_of(self, tool: str) -> QAction:
        """Return the tool's action; the first one for a tool that has no place in the window."""
        actions = self.tools.actions()
        return next((action for action in actions if action.data() == tool), actions[0])

    def _cancel(self) -> None:
        """Give up what is going on at the canvas, else stop what is generated, else dismiss the message."""
        if self.canvas.escape():
            return
        if self._studio.rendering.pending:
            self._studio.rendering.cancel()
        else:
            self.message_bar.dismiss()

    def _take_over(self, recipe: Recipe) -> None:
        """Take over the tool and the settings of a recipe; report what does not fit here."""
        if recipe.tool not in self._specs:
            known = " | ".join(self._specs)
            self._show_problem(Problem("warning", "tool.unknown", {"name": recipe.tool, "allowed": known}))
            return
        studio = self._studio
        spec = registry.tool(recipe.tool)
        if spec.quick or (spec.serves_both and recipe.model_id in (PATCHES, studio.learning.model_id)):
            studio.picture_maker.choose(Kind.PATCHES if recipe.model_id == PATCHES else Kind.LEARNED, spec)
        studio.restore_result.take_over(recipe)
        self._choose_tool(self._action_of(recipe.tool))
        if recipe.model_id not in (PATCHES, studio.learning.model_id):
            self._show_problem(Problem("info", "window.other_model"))

    def _show_contact_sheet(self) -> None:
        ContactSheet(self._studio, self).open()

    def _send(self, tool: str, picture: np.ndarray, result: int) -> None:
        """Continue with a result in another tool."""
        self._choose_tool(self._action_of(tool))
        self.pasting.send(picture, result)

    # --- closing -----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.workspace.status.show_tip(event.tip())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._studio.is_learning:
            event.ignore()
            if not self._closing:
                dialogs.ask_to_stop(self, self.tr("Pause and close"), self._stop_and_close)
            return
        self.canvas.settle()
        self.keep_place()
        event.accept()

    def keep_place(self) -> None:
        """Save where the window is, so that the next one opens there with the same size."""
        self._studio.settings.setValue(GEOMETRY_KEY, self.saveGeometry())

    def _stop_and_close(self) -> None:
        self._closing = True
        self._studio.pause()

    def _restore_geometry(self) -> None:
        self.resize(QSize(*DEFAULT_SIZE).boundedTo(self.screen().availableSize() - FRAME))
        geometry = self._studio.settings.value(GEOMETRY_KEY)
        if geometry:
            self.restoreGeometry(geometry)
