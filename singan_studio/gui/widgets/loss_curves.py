"""The two coordinate systems of the loss plot. Importing this module imports pyqtgraph, which takes long."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from singan_studio.gui.colours import Colours
from singan_studio.gui.widgets.loss_history import LossHistory

_CURVES = (("losses", "critic"), ("losses", "generator"), ("copy", "copy_error"))


class LossCurves(pg.GraphicsView):
    """Critic and generator share a system; the copy's error has its own, for it is much smaller."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lossCurves")
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = pg.GraphicsLayout()
        self.setCentralItem(layout)
        self._systems = {"losses": layout.addPlot(0, 0), "copy": layout.addPlot(1, 0)}
        self._systems["copy"].getViewBox().setXLink(self._systems["losses"].getViewBox())
        self._starts: dict[str, list[pg.InfiniteLine]] = {name: [] for name in self._systems}
        for system in self._systems.values():
            system.setMenuEnabled(False)
            system.hideButtons()
            system.getViewBox().setMouseEnabled(x=False, y=False)
            system.getAxis("left").setWidth(48)
        self._systems["losses"].getAxis("bottom").setStyle(showValues=False)
        self._curves = [self._systems[system].plot(antialias=True) for system, _ in _CURVES]
        self._grid = QColor()

    def show_history(self, history: LossHistory) -> None:
        points = history.points
        for column, curve in enumerate(self._curves, start=1):
            curve.setData(points[:, 0], points[:, column])
        for name, system in self._systems.items():
            self._show_starts(name, system, list(history.starts.values())[1:])

    def apply(self, colours: Colours, font: QFont) -> None:
        """Take over the theme's colours and the window's font."""
        self.setBackground(colours.window)
        self._grid = QColor(colours.border)
        for system in self._systems.values():
            for side in ("left", "bottom"):
                axis = system.getAxis(side)
                axis.setPen(QColor(colours.border))
                axis.setTextPen(QColor(colours.quiet_text))
                axis.setStyle(tickFont=font)
        for curve, (_, name) in zip(self._curves, _CURVES, strict=True):
            curve.setPen(pg.mkPen(getattr(colours, name)))  # one px: wider lines paint 20 times as long
        for line in [line for lines in self._starts.values() for line in lines]:
            line.setPen(self._grid)

    def _show_starts(self, name: str, system: pg.PlotItem, positions: list[float]) -> None:
        lines = self._starts[name]
        while len(lines) > len(positions):
            system.removeItem(lines.pop())
        while len(lines) < len(positions):
            lines.append(system.addLine(x=0, pen=self._grid))
        for line, position in zip(lines, positions, strict=True):
            line.setValue(position)
