"""The losses of a training over all its scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from singan_studio.ui.training.loss_history import COLUMNS, LossHistory
from singan_studio.ui.widgets.theme_colours import colours_of

if TYPE_CHECKING:
    from singan_studio.ui.training.loss_curves import LossCurves

_REDRAW_MS = 200
_CURVES = COLUMNS[1:]  # names of colours, too
_SYSTEMS = (("critic", "generator"), ("copy_error",))  # the copy's error is much smaller than losses


class LossPlot(QWidget):
    """Critic and generator above, the copy's error below; a line where a scale begins.

    pyqtgraph is imported when the widget is first shown, since it takes long. Its coordinate systems are built one
    in each turn of the event loop.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossPlot")
        self.setAccessibleName(self.tr("Losses"))
        self.setMinimumHeight(120)
        self._history = LossHistory()
        self._graphs: list[LossCurves] = []
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        self._keys = self._make_keys()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self._column.addLayout(self._keys_row())

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def append(self, scale: int, iteration: int, d_loss: float, g_loss: float, reconstruction: float) -> None:
        """One report of a training; `reconstruction` is the copy's RMSE in [-1, 1] units."""
        self._history.append(scale, iteration, (d_loss, g_loss, reconstruction))
        if not self._redraw.isActive():
            self._redraw.start()

    def clear(self) -> None:
        self._history.clear()
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
        if event.type() == QEvent.Type.PaletteChange and self._graphs:
            self._apply_colours()
        super().changeEvent(event)

    def _build_next(self) -> None:
        from singan_studio.ui.training.loss_curves import LossCurves

        names = _SYSTEMS[len(self._graphs)]
        graph = LossCurves(names, shows_iterations=names is _SYSTEMS[-1])
        self._graphs.append(graph)
        self._column.addWidget(graph, 1)
        self._apply_colours()
        self._redraw.start()
        if len(self._graphs) < len(_SYSTEMS):
            QTimer.singleShot(0, self, self._build_next)

    def _draw(self) -> None:
        if self.isVisible():
            for graph in self._graphs:
                graph.show_history(self._history)

    def _apply_colours(self) -> None:
        colours = colours_of(self.palette())
        for graph in self._graphs:
            graph.apply(colours, self.font())
        for label, name in zip(self._keys, _CURVES, strict=True):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, getattr(colours, name))
            label.setPalette(palette)

    def _make_keys(self) -> list[QLabel]:
        texts = [self.tr("Critic"), self.tr("Generator"), self.tr("Copy error")]
        tips = [
            self.tr(
                "Loss of the critic (discriminator D, WGAN): -mean D(real) + mean D(fake), without penalty"
            ),
            self.tr("Loss of the generator (adversarial part): -mean D(fake)"),
            self.tr("How far the learned copy is from the picture (reconstruction RMSE, -1..1)"),
        ]
        labels = []
        for name, text, tip in zip(_CURVES, texts, tips, strict=True):
            label = QLabel(f"━ {text}", self)
            label.setObjectName(name)
            label.setAccessibleName(text)
            label.setToolTip(tip)
            labels.append(label)
        return labels

    def _keys_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        for label in self._keys:
            row.addWidget(label)
        row.addStretch(1)
        return row
