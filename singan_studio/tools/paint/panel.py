"""The panel of Paint: the base layer, the picture's palette, and a warning about colours outside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from singan_studio.tools.paint.spec import SPEC
from singan_studio.ui.app.actions import Actions
from singan_studio.ui.app.studio import Studio
from singan_studio.ui.create.base_layer import FEW, ONE, PICTURE
from singan_studio.ui.create.tool_panel import ToolPanel
from singan_studio.ui.training.model_box import ModelBox
from singan_studio.ui.widgets.fields import pass_wheel
from singan_studio.ui.widgets.forms import field_label
from singan_studio.ui.widgets.swatches import Swatches, colour_icon

CHIP = 18  # px


class PaintPanel(ToolPanel):
    """Shows the palette as soon as it is found."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._ground, self._tool_state = self.studio.base_layer, self.studio.canvas_documents.tool_state
        self._base = self._make_base()
        self._swatches = Swatches(self)
        self._chip = self._make_chip()
        why = self.tr("Painting in few colours needs a scale that is learned again; both models are kept.")
        form = QFormLayout()
        form.addRow(field_label(self.tr("&Paint on"), self._base), self._base)
        self.above.addLayout(form)
        self.above.addWidget(self._swatches)
        self.above.addWidget(self._chip)
        self.below.addWidget(ModelBox(self.studio, SPEC.name, why, self))
        self._swatches.chosen.connect(self._tool_state.set_colour)
        self._tool_state.changed.connect(self._show_chip)
        self._ground.palette_changed.connect(self._show_palette)
        self._ground.base_changed.connect(self._show_palette)
        self._show_palette()

    def _make_base(self) -> QComboBox:
        base = QComboBox(self)
        pass_wheel(base)
        base.setObjectName("base")
        base.setAccessibleName(self.tr("What is painted on"))
        base.setToolTip(self.tr("What lies under the paint"))
        for text, kind in (
            (self.tr("The picture in few colours"), FEW),
            (self.tr("The picture"), PICTURE),
            (self.tr("Its commonest colour"), ONE),
        ):
            base.addItem(text, kind)
        base.activated.connect(lambda _: self._ground.set_base(base.currentData()))
        return base

    def _make_chip(self) -> QFrame:
        chip = QFrame(self)
        chip.setObjectName("foreignColour")
        words = QLabel(self.tr("The picture has no such colour."), chip)
        words.setWordWrap(True)
        self._nearest = QColor()
        self._use = QPushButton(self.tr("Use it"), chip)
        self._use.setObjectName("useNearest")
        self._use.setIcon(colour_icon(QColor(Qt.GlobalColor.black), CHIP))  # as high as it will be
        self._use.clicked.connect(lambda: self._tool_state.set_colour(self._nearest))
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(self._use, 0, Qt.AlignmentFlag.AlignTop)
        keeps_room = chip.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # or all below would jump with every colour
        chip.setSizePolicy(keeps_room)
        chip.hide()
        return chip

    def _show_palette(self) -> None:
        palette = self._ground.palette
        self._swatches.set_colours([QColor(*colour) for colour in palette.swatches] if palette else [])
        self._base.setCurrentIndex(max(self._base.findData(self._ground.base), 0))
        self._show_chip()

    def _show_chip(self) -> None:
        """Offer the nearest colour of the picture while the brush has one outside its palette."""
        palette, used = self._ground.palette, self._tool_state.colours[0]
        self._swatches.set_current(used)
        if palette is None:
            self._chip.hide()
            return
        nearest, foreign = palette.nearest((used.red(), used.green(), used.blue()))
        self._nearest = QColor(*nearest)
        self._chip.setVisible(foreign)
        self._use.setIcon(colour_icon(self._nearest, CHIP))
        self._use.setToolTip(
            self.tr("The nearest colour that the picture has: {name}").format(name=self._nearest.name())
        )
