"""A coordinate system of the loss plot. Importing this module imports pyqtgraph, which takes long."""

from __future__ import annotations

from collections.abc import Mapping

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from singan_studio.ui.training.loss_history import LossHistory
from singan_studio.ui.widgets.theme_colours import Colours

_AXIS_WIDTH = 48  # px, alike in all systems, so that their iterations stand above each other


class LossCurves(pg.PlotWidget):
    """Curves of similar size over the iterations, and a line where a scale begins."""

    def __init__(self, iterations: str) -> None:
        """Build the axes; `iterations` is the label of the one below, which has no numbers without it."""
        super().__init__(enableMenu=False)  # making menus and switching them off takes 10 ms
        self.setObjectName("lossCurves")
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.getAxis("left").setWidth(_AXIS_WIDTH)
        self.getAxis("left").setStyle(hideOverlappingLabels=True)  # the view would cut them
        self.getAxis("bottom").setStyle(showValues=bool(iterations))
        self.getAxis("bottom").enableAutoSIPrefix(False)
        self._iterations = iterations
        self._curves: dict[str, pg.PlotDataItem] = {}
        self._starts: list[pg.InfiniteLine] = []
        self._grid = QColor()

    def show_history(self, history: LossHistory, colours: Mapping[str, str]) -> None:
        """Draw a curve for each term in `colours`, and for no other."""
        for name in self._curves.keys() - colours.keys():
            self.removeItem(self._curves.pop(name))
        for name, colour in colours.items():
            if name not in self._curves:
                self._curves[name] = self.plot(antialias=True)
            curve = self._curves[name]
            curve.setPen(pg.mkPen(colour))  # one px: wider lines paint 20 times as long
            curve.setData(*history.curve(name))
        self._show_starts(list(history.starts.values())[1:])

    def apply(self, colours: Colours, font: QFont) -> None:
        """Take over the theme's colours and the window's font."""
        self.setBackground(colours.window)
        self._grid = QColor(colours.border)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(QColor(colours.border))
            axis.setTextPen(QColor(colours.quiet_text))
            axis.setStyle(tickFont=font)
        if self._iterations:
            style = {"color": colours.quiet_text, "font-size": f"{font.pointSizeF()}pt"}
            self.getAxis("bottom").setLabel(self._iterations, **style)
        for line in self._starts:
            line.setPen(self._grid)

    def _show_starts(self, positions: list[float]) -> None:
        while len(self._starts) > len(positions):
            self.removeItem(self._starts.pop())
        while len(self._starts) < len(positions):
            self._starts.append(self.addLine(x=0, pen=self._grid))
        for line, position in zip(self._starts, positions, strict=True):
            line.setValue(position)
