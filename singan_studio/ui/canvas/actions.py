"""The actions of the canvas, with texts, keys, icons and status tips, and their menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from singan_studio.ui.app.theme import icon
from singan_studio.ui.widgets.bilingual import Bilingual

Key = QKeySequence.StandardKey


class CanvasActions(Bilingual):
    """The actions; `CanvasOperations` carries them out and enables them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.tools = QActionGroup(window)
        self._add_undo()
        self._add_tools()
        self._add_brush()
        self._add_objects()
        self._add_selection()
        self._add_view()

    def add_menus(self, bar: QMenuBar, pin: QAction) -> None:
        """Add the actions, and `pin`, to the Edit and View menus, and a Select menu after Edit."""
        edit, learn = bar.findChild(QMenu, "editMenu"), bar.findChild(QMenu, "learnMenu")
        view = bar.findChild(QMenu, "viewMenu")
        assert edit is not None
        assert learn is not None
        assert view is not None
        paste = edit.actions()[0]
        edit.insertActions(paste, [self.undo, self.redo])
        edit.insertSeparator(paste)
        edit.insertActions(paste, [self.cut, self.copy])
        edit.addActions([self.duplicate, pin, self.delete])
        edit.addSeparator()
        edit.addActions([self.transform_now, self.flip_across, self.flip_down, self.forward, self.backward])
        edit.addSeparator()
        edit.addMenu(self._tool_menu())
        select = QMenu(self.tr("&Select"), bar)
        select.setObjectName("selectMenu")
        select.addActions([self.select_all, self.deselect, self.invert])
        select.addSeparator()
        select.addActions([self.grow, self.shrink, self.feather])
        bar.insertMenu(learn.menuAction(), select)
        view.addSeparator()
        view.addActions([self.mirror, self.mask])

    def _tool_menu(self) -> QMenu:
        menu = QMenu(self.tr("&Brush and tools"), self._window)
        menu.setObjectName("canvasToolMenu")
        menu.setIcon(icon("brush"))
        menu.addActions(self.tools.actions())
        menu.addSeparator()
        menu.addActions([self.larger, self.smaller, self.harder, self.softer])
        menu.addSeparator()
        menu.addActions([self.swap, self.reset])
        return menu

    def _add_undo(self) -> None:
        self.undo = self._action(
            "undo", self.tr("&Undo"), Key.Undo, self.tr("Take the last step back"), "undo"
        )
        self.redo = self._action(
            "redo", self.tr("&Redo"), "Ctrl+Shift+Z", self.tr("Take the next step again"), "redo"
        )
        self.redo.setShortcuts([self.redo.shortcut(), QKeySequence("Ctrl+Y")])

    def _add_tools(self) -> None:
        self.brush = self._tool(
            "brush", self.tr("&Brush"), "B", self.tr("Paint; Shift draws a straight line")
        )
        self.eraser = self._tool("eraser", self.tr("&Eraser"), "E", self.tr("Take paint away"))
        self.fill = self._tool("fill", self.tr("&Fill"), "G", self.tr("Fill an area of one colour"))
        self.picker = self._tool(
            "picker",
            self.tr("&Picker"),
            "I",
            self.tr("Take a colour from the picture; with the brush, hold Alt or Ctrl"),
        )
        self.rectangle = self._tool(
            "select",
            self.tr("&Select a rectangle"),
            "M",
            self.tr("Shift adds, Alt takes away; drag inside to move"),
        )
        self.lasso = self._tool(
            "lasso", self.tr("&Lasso"), "L", self.tr("Select by drawing round it; Shift adds, Alt takes away")
        )
        self.wand = self._tool(
            "wand", self.tr("&Wand"), "W", self.tr("Select an area of one colour; Shift adds, Alt takes away")
        )
        self.patch = self._tool(
            "patch",
            self.tr("P&atch"),
            "J",
            self.tr(
                "Drag what is selected to where its filling should come from; Enter applies, Esc gives up"
            ),
        )
        self.transform = self._tool(
            "transform",
            self.tr("&Move and transform"),
            "V",
            self.tr("Move, scale and turn objects; Ctrl or Alt copies, Enter applies, Esc gives up"),
        )

        self.arrow = self._tool(
            "arrow",
            self.tr("Arro&w"),
            "A",
            self.tr("Drag to say where things flow; drag an end to change it, Del removes it"),
        )
        self.source = self._tool(
            "source",
            self.tr("Sample f&rom"),
            "S",
            self.tr("Paint where a filling may come from; Alt or Ctrl takes it back"),
        )

    def _add_brush(self) -> None:
        self.larger = self._action("larger", self.tr("&Larger brush"), "]", self.tr("Make the brush larger"))
        self.smaller = self._action(
            "smaller", self.tr("&Smaller brush"), "[", self.tr("Make the brush smaller")
        )
        self.harder = self._action(
            "harder", self.tr("&Harder brush"), "}", self.tr("Give the brush a sharper edge")
        )
        self.softer = self._action(
            "softer", self.tr("S&ofter brush"), "{", self.tr("Give the brush a softer edge")
        )
        self.swap = self._action(
            "swap",
            self.tr("S&wap colours"),
            "X",
            self.tr("Take the other colour, or the other brush"),
            "swap",
        )
        self.reset = self._action(
            "resetColours", self.tr("&Default colours"), "D", self.tr("Take the first colours")
        )

    def _add_objects(self) -> None:
        self.cut = self._action(
            "cut",
            self.tr("Cu&t"),
            Key.Cut,
            self.tr("Put what is selected into the clipboard and take it away"),
        )
        self.copy = self._action(
            "copy", self.tr("&Copy"), Key.Copy, self.tr("Put what is selected into the clipboard"), "copy"
        )
        self.delete = self._action(
            "delete",
            self.tr("&Delete"),
            "Del",
            self.tr("Take away what is selected, or the object; the hole is filled"),
            "trash",
        )
        # The results use the same key when they have the focus.
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.duplicate = self._action(
            "duplicate",
            self.tr("Dup&licate"),
            "Ctrl+J",
            self.tr("Lay a copy of what is selected, or of the object, beside it"),
        )
        self.forward = self._action(
            "forward",
            self.tr("Bring f&orward"),
            "Ctrl+]",
            self.tr("Lay the object above the next one"),
        )
        self.backward = self._action(
            "backward",
            self.tr("Send bac&kward"),
            "Ctrl+[",
            self.tr("Lay the object below the one before it"),
        )
        self.transform_now = self._action(
            "transformNow",
            self.tr("Tr&ansform"),
            "Ctrl+T",
            self.tr("Move, scale and turn what is selected; Enter applies, Esc gives up"),
            "transform",
        )
        self.flip_across = self._action(
            "flipAcross", self.tr("Flip &horizontally"), "Shift+H", self.tr("Mirror the object left to right")
        )
        self.flip_down = self._action(
            "flipDown", self.tr("Flip &vertically"), "Shift+V", self.tr("Mirror the object top to bottom")
        )

    def _add_selection(self) -> None:
        self.select_all = self._action(
            "selectAll", self.tr("&All"), Key.SelectAll, self.tr("Select everything")
        )
        self.deselect = self._action("deselect", self.tr("&Nothing"), "Ctrl+D", self.tr("Select nothing"))
        self.invert = self._action(
            "invertSelection",
            self.tr("&Invert"),
            "Ctrl+Shift+I",
            self.tr("Select what is not selected"),
        )
        self.feather = self._action(
            "featherSelection",
            self.tr("&Feather…"),
            "Shift+F6",
            self.tr("Let the edge of the selection fade"),
        )
        self.grow = self._action(
            "growSelection", self.tr("&Grow…"), "Shift+F7", self.tr("Make the selection larger all around")
        )
        self.shrink = self._action(
            "shrinkSelection",
            self.tr("&Shrink…"),
            "Shift+F8",
            self.tr("Make the selection smaller all around"),
        )

    def _add_view(self) -> None:
        self.mirror = self._action(
            "mirrorView",
            self.tr("&Mirrored"),
            "Shift+M",
            self.tr("Look at it mirrored, to see whether it is in balance; nothing is changed"),
            "mirror",
        )
        self.mirror.setCheckable(True)
        self.mask = self._action(
            "showMask",
            self.tr("&Area to change"),
            "Shift+Q",
            self.tr("Show the area to change as an overlay"),
            "veil",
        )
        self.mask.setCheckable(True)
        self.mask.setChecked(True)

    def _tool(self, name: str, text: str, shortcut: str, tip: str) -> QAction:
        action = self._action(f"canvas-{name}", text, shortcut, tip, name)
        action.setCheckable(True)
        self.tools.addAction(action)
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
