"""Explains what the curves and previews of a training show, with the real sizes of its networks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from singan_studio.core.geometry import HIDDEN_LAYERS, KERNEL, LAYERS, RECEPTIVE_FIELD
from singan_studio.core.schedule import channels_of
from singan_studio.ui.training.training_model import ScaleState, TrainingModel
from singan_studio.ui.widgets.painting import resized
from singan_studio.ui.widgets.theme_colours import colours_of

_WIDTH = 300  # px
_ROW, _BLOCK, _GAP = 26, 20, 4  # px, of the drawing


class Explanation(QScrollArea):
    """Explains generator, critic, scales and curves with the settings of the model that is shown."""

    def __init__(self, learning: TrainingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning = learning
        self.setObjectName("explanation")
        self.setAccessibleName(self.tr("What am I seeing?"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH)
        inside = QWidget(self)
        inside.setObjectName("explanationInside")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        heading = QLabel(self.accessibleName(), inside)
        heading.setObjectName("explanationHeading")
        heading.setFont(resized(self.font(), 1.0, bold=True))
        column.addWidget(heading)
        self._scale = self._words("explanationScale", "", column)
        self._networks = Networks(inside)
        column.addWidget(self._networks)
        self._sizes = self._words("explanationNetworks", "", column)
        for name, text in self._always():
            self._words(name, text, column)
        column.addStretch(1)
        learning.scales_reset.connect(self._show)
        learning.scale_changed.connect(self._show)
        learning.phase_changed.connect(self._show)
        self._show()

    def _words(self, name: str, text: str, column: QVBoxLayout) -> QLabel:
        label = QLabel(text, self.widget())
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column.addWidget(label)
        return label

    def _always(self) -> list[tuple[str, str]]:
        return [
            (
                "explanationGood",
                self.tr(
                    "<b>A good curve.</b> <i>Copy error</i> falls and flattens out. <i>Critic</i> and "
                    "<i>Generator</i> waver around a level: neither of them wins for good."
                ),
            ),
            (
                "explanationJumps",
                self.tr(
                    "<b>Why it jumps.</b> At each upright line a new scale begins: a larger picture, and networks "
                    "that have yet to learn its finer detail. That the curves start over there is how it should be."
                ),
            ),
        ]

    def _show(self) -> None:
        """Show the scale that is learned, else the last one that is."""
        learning, config = self._learning, self._learning.config
        known = bool(learning.scales) and config is not None
        for part in (self._scale, self._networks, self._sizes):
            part.setVisible(known)
        if not learning.scales or config is None:
            return
        states = [scale.state for scale in learning.scales]
        number = (
            states.index(ScaleState.LEARNING)
            if ScaleState.LEARNING in states
            else learning.finished_scales - 1
        )
        number = max(number, 0)
        scale, channels = learning.scales[number], channels_of(config, number)
        self._networks.set_channels(channels)
        self._scale.setText(
            self.tr(
                "<b>Scale {scale} of {scales}</b>, {width}×{height} px. The picture is learned from coarse to fine; "
                "every scale has a generator and a critic of its own."
            ).format(scale=number + 1, scales=len(states), width=scale.width, height=scale.height)
        )
        seen = min(round(100 * RECEPTIVE_FIELD / min(scale.width, scale.height)), 100)
        self._sizes.setText(
            self.tr(
                "The <b>generator</b> makes pictures out of noise and the scale below; the <b>critic</b> says how real "
                "each spot looks. Both have {layers} layers of {kernel}×{kernel} px with {channels} channels, and each "
                "pixel sees {field}×{field} px around it: {seen}% of the shorter side. So coarse scales learn what "
                "is where, fine ones texture."
            ).format(layers=LAYERS, kernel=KERNEL, channels=channels, field=RECEPTIVE_FIELD, seen=seen)
        )


class Networks(QWidget):
    """Draws both networks layer by layer: a block for each, with its channels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networks")
        self._channels = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_channels(self, channels: int) -> None:
        self._channels = channels
        self.setAccessibleName(
            self.tr("Generator and critic: {layers} layers each, {channels} channels").format(
                layers=LAYERS, channels=channels
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 20, 2 * (_ROW + self.fontMetrics().height()) + 12)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, line = colours_of(self.palette()), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = (
            (self.tr("Generator: noise → picture"), colours.generator, 3),
            (self.tr("Critic: picture → how real"), colours.critic, 1),
        )
        for row, (words, colour, out) in enumerate(rows):
            top = row * (_ROW + line + 8)
            painter.setPen(QColor(colours.text))
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignLeft, words)
            self._paint_row(painter, top + line + 3, colour, out)

    def _paint_row(self, painter: QPainter, top: float, colour: str, out: int) -> None:
        """Paint the layers from left to right; what comes in has three channels, what comes out `out`."""
        width = (self.width() - LAYERS * 3 * _GAP) / (LAYERS + 0.5)
        depths = [self._channels] * HIDDEN_LAYERS + [out]
        for number, depth in enumerate(depths):
            left = number * (width + 3 * _GAP) + width / 2
            block = QRectF(left, top, width, _BLOCK)
            painter.setPen(QPen(QColor(colour), 1.4))
            painter.drawLine(
                QPointF(left - 3 * _GAP + 1, block.center().y()), QPointF(left - 2, block.center().y())
            )
            ground = QColor(colour)
            ground.setAlpha(40)
            painter.setBrush(ground)
            painter.drawRoundedRect(block, 3, 3)
            painter.drawText(block, Qt.AlignmentFlag.AlignCenter, str(depth))
