"""The losses of a training over all its scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from singan_studio.gui.colours import colours_of
from singan_studio.gui.widgets.loss_history import LossHistory

if TYPE_CHECKING:
    from singan_studio.gui.widgets.loss_curves import LossCurves

_REDRAW_MS = 200
_CURVES = ("critic", "generator", "copy_error")  # names of colours, in the order of LossHistory's columns


class LossPlot(QWidget):
    """Critic and generator above, the copy's error below; a line where a scale begins.

    pyqtgraph is imported when the widget is first shown, since it takes long.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossPlot")
        self.setAccessibleName(self.tr("Losses"))
        self.setMinimumHeight(120)
        self._history = LossHistory()
        self._graph: LossCurves | None = None
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

    def showEvent(self, event: QShowEvent) -> None:
        if self._graph is None:
            from singan_studio.gui.widgets.loss_curves import LossCurves

            self._graph = LossCurves()
            self._column.addWidget(self._graph, 1)
            self._apply_colours()
        self._redraw.start()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._graph is not None:
            self._apply_colours()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._graph is not None and self.isVisible():
            self._graph.show_history(self._history)

    def _apply_colours(self) -> None:
        assert self._graph is not None
        colours = colours_of(self.palette())
        self._graph.apply(colours, self.font())
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
