"""The panel of Paint: what one paints on, the picture's colours, and a colour that it never had."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from singan_studio.gui.actions import Actions
from singan_studio.gui.canvas.document import CanvasDocument
from singan_studio.gui.palette import Palette, in_colours, palette_of
from singan_studio.gui.viewmodels.studio import Studio
from singan_studio.gui.views.forms import field_label
from singan_studio.gui.views.model_box import ModelBox
from singan_studio.gui.views.tool_panel import ToolPanel
from singan_studio.gui.widgets.swatches import Swatches, colour_icon
from singan_studio.tools.paint.spec import SPEC

SWATCHES = 8
FEW, PICTURE, ONE = "few", "picture", "one"
CHIP = 18  # px


class PaintPanel(ToolPanel):
    """Colours are looked for in the background when a picture is first painted on."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(SPEC, studio, actions, parent)

    def add_own(self) -> None:
        self._palette: Palette | None = None
        self._document: CanvasDocument | None = None
        self._hand = self.studio.handwork.hand
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
        self._swatches.chosen.connect(self._hand.set_colour)
        self._hand.changed.connect(self._show_chip)
        self.studio.handwork.document_changed.connect(self._take_document)
        self._take_document()

    def _make_base(self) -> QComboBox:
        base = QComboBox(self)
        base.setObjectName("base")
        base.setAccessibleName(self.tr("What is painted on"))
        base.setToolTip(self.tr("What lies under the paint"))
        for text, kind in (
            (self.tr("The picture in few colours"), FEW),
            (self.tr("The picture"), PICTURE),
            (self.tr("Its commonest colour"), ONE),
        ):
            base.addItem(text, kind)
        base.activated.connect(self._change_base)
        return base

    def _make_chip(self) -> QFrame:
        chip = QFrame(self)
        chip.setObjectName("foreignColour")
        self._chip_words = QLabel(self.tr("The picture has no such colour."), chip)
        self._chip_words.setWordWrap(True)
        self._use = QPushButton(self.tr("Use it"), chip)
        self._use.setObjectName("useNearest")
        self._use.clicked.connect(self._use_nearest)
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip_words, 1)
        row.addWidget(self._use, 0, Qt.AlignmentFlag.AlignTop)
        chip.hide()
        return chip

    # --- the picture's colours ---------------------------------------------------------------------------------

    def _take_document(self) -> None:
        """Look for the colours of a picture that is painted on for the first time."""
        document = self.studio.handwork.document
        if not self.chosen or document is None or document is self._document:
            return
        self._document, self._palette = document, None
        picture = document.picture

        def found(palette: Palette) -> None:
            if document is self._document:
                self._take_palette(palette)

        self.studio.pixels.submit(lambda: palette_of(picture, SWATCHES), found)

    def _take_palette(self, palette: Palette) -> None:
        self._palette = palette
        colours = [QColor(*colour) for colour in palette.swatches]
        self._swatches.set_colours(colours)
        self._hand.set_default_colours((colours[0], colours[1 % len(colours)]))
        self._base.setCurrentIndex(max(self._base.findData(self._kept_base()), 0))
        self._change_base()

    def _kept_base(self) -> Any:
        return self.creation.session.extras.get("base", FEW)

    def _change_base(self) -> None:
        """Lay something else under the paint."""
        document, palette, kind = self._document, self._palette, self._base.currentData()
        if document is None or palette is None:
            return
        self.creation.set_extra("base", kind)
        picture, swatches = document.picture, palette.swatches
        if kind == FEW:
            self.studio.pixels.submit(
                lambda: in_colours(picture, swatches), lambda base: self._lay(document, base)
            )
        elif kind == PICTURE:
            self._lay(document, picture)
        else:
            self._lay(document, np.broadcast_to(np.array(swatches[0], np.uint8), picture.shape))

    def _lay(self, document: CanvasDocument, base: np.ndarray) -> None:
        if document is self._document:
            document.set_base(base)
            self.creation.work_changed(SPEC.name)

    # --- a colour that the picture never had ---------------------------------------------------------------------

    def _show_chip(self) -> None:
        if self._palette is None:
            return
        used = self._hand.colours[0]
        nearest, foreign = self._palette.nearest((used.red(), used.green(), used.blue()))
        self._chip.setVisible(foreign)
        self._use.setIcon(colour_icon(QColor(*nearest), CHIP))
        self._use.setToolTip(
            self.tr("The nearest colour that the picture has: {name}").format(name=QColor(*nearest).name())
        )
        self._use.setProperty("colour", QColor(*nearest))

    def _use_nearest(self) -> None:
        self._hand.set_colour(self._use.property("colour"))
