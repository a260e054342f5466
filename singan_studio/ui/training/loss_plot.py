"""The losses of a training over all its scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from singan_studio.ui.training.loss_history import LossHistory
from singan_studio.ui.widgets.theme_colours import Colours, colours_of

if TYPE_CHECKING:
    from singan_studio.ui.training.loss_curves import LossCurves

_REDRAW_MS = 200
_LEAST_HEIGHT = 48  # px of a graph without its axis, so that curves can be told apart
_AXIS_HEIGHT = 44
_GRAPHS = 2  # distances from the picture are much smaller than losses, and have a graph of their own


@dataclass(frozen=True)
class _Words:
    """How a term is shown: the name of its colour (and of its key), its graph, its words."""

    colour: str
    graph: int
    text: str
    tip: str


class LossPlot(QWidget):
    """Losses above, distances from the picture below; a line where a scale begins.

    Every term that is reported gets a curve and a key; one without words of its own is called by its plain name.
    pyqtgraph is imported when the widget is first shown, since it takes long. Its coordinate systems are built one
    in each turn of the event loop.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossPlot")
        self.setAccessibleName(self.tr("Losses"))
        self._history = LossHistory()
        self._words = self._known_words()
        self._graphs: list[LossCurves] = []
        self._keys: dict[str, QLabel] = {}
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        self._rows = [QHBoxLayout() for _ in range(_GRAPHS)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        for row, words in zip(self._rows, (self.tr("Loss"), self.tr("Distance")), strict=True):
            row.setSpacing(18)
            row.addWidget(self._axis(words))
            row.addStretch(1)
            self._column.addLayout(row)

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def append(self, scale: int, iteration: int, losses: Mapping[str, float]) -> None:
        """Add one report of a training: its loss terms by name."""
        self._history.append(scale, iteration, losses)
        for name in self._history.names[len(self._keys) :]:
            self._add_key(name)
        if not self._redraw.isActive():
            self._redraw.start()

    def clear(self) -> None:
        self._history.clear()
        for label in self._keys.values():
            label.hide()
            label.deleteLater()
        self._keys.clear()
        self._redraw.start()

    def prepare(self) -> None:
        """Build what is built when the plot is first shown."""
        if not self._graphs:
            self._build_next()

    def showEvent(self, event: QShowEvent) -> None:
        self.prepare()
        self._redraw.start()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_colours()
        super().changeEvent(event)

    def _axis(self, words: str) -> QLabel:
        """Return the name of an upright axis; beside the axis itself it would be cut where the graph is low."""
        label = QLabel(words, self)
        label.setObjectName("lossAxis")
        label.setProperty("quiet", True)
        return label

    def _build_next(self) -> None:
        from singan_studio.ui.training.loss_curves import LossCurves

        number = len(self._graphs)
        last = number == _GRAPHS - 1
        graph = LossCurves(self.tr("Iterations, all scales") if last else "")
        graph.setMinimumHeight(_LEAST_HEIGHT + (_AXIS_HEIGHT if last else 0))
        self._graphs.append(graph)
        self._column.insertWidget(2 * number + 1, graph, 1)  # below its keys
        self._apply_colours()
        self._redraw.start()
        if len(self._graphs) < _GRAPHS:
            QTimer.singleShot(0, self, self._build_next)

    def _draw(self) -> None:
        if self.isVisible():
            colours = colours_of(self.palette())
            for number, graph in enumerate(self._graphs):
                names = [name for name in self._history.names if self._words_of(name).graph == number]
                graph.show_history(self._history, {name: self._colour(name, colours) for name in names})

    def _apply_colours(self) -> None:
        colours = colours_of(self.palette())
        for graph in self._graphs:
            graph.apply(colours, self.font())
        for name, label in self._keys.items():
            self._paint_key(label, name, colours)
        self._redraw.start()

    def _add_key(self, name: str) -> None:
        words = self._words_of(name)
        label = QLabel(f"━ {words.text}", self)
        label.setObjectName(words.colour if name in self._words else name)
        label.setAccessibleName(words.text)
        label.setToolTip(words.tip)
        self._paint_key(label, name, colours_of(self.palette()))
        row = self._rows[words.graph]
        row.insertWidget(row.count() - 1, label)
        self._keys[name] = label

    def _paint_key(self, label: QLabel, name: str, colours: Colours) -> None:
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._colour(name, colours))
        label.setPalette(palette)

    def _colour(self, name: str, colours: Colours) -> str:
        return getattr(colours, self._words_of(name).colour)

    def _words_of(self, name: str) -> _Words:
        return self._words.get(name) or _Words("text", 0, name, name)

    def _known_words(self) -> dict[str, _Words]:
        return {
            "d_loss": _Words(
                "critic",
                0,
                self.tr("Critic"),
                self.tr(
                    "Loss of the critic (discriminator D, WGAN): -mean D(real) + mean D(fake), without penalty"
                ),
            ),
            "g_loss": _Words(
                "generator",
                0,
                self.tr("Generator"),
                self.tr("Loss of the generator (adversarial part): -mean D(fake)"),
            ),
            "penalty": _Words(
                "penalty",
                0,
                self.tr("Penalty"),
                self.tr("Gradient penalty of the critic (WGAN-GP), without its weight"),
            ),
            "reconstruction": _Words(
                "copy_error",
                1,
                self.tr("Copy error"),
                self.tr("How far the learned copy is from the picture (reconstruction RMSE, -1..1)"),
            ),
            "drift": _Words(
                "drift",
                1,
                self.tr("Drift"),
                self.tr("How far finer scales change colours that coarser ones settled (RMS of 8 px cells)"),
            ),
            "excess": _Words(
                "excess",
                1,
                self.tr("Excess"),
                self.tr("How much detail is stronger than any the copy needs at this scale (RMS)"),
            ),
        }
