"""The panel of layers: shows, hides, selects and orders them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from singan_studio.ui.app.theme import icon
from singan_studio.ui.canvas.canvas_modes import CanvasMode
from singan_studio.ui.canvas.composing import MASK, PAINT, PICTURE, object_layer
from singan_studio.ui.canvas.layer_list import LayerList, LayerRow
from singan_studio.ui.canvas.layers_model import Layer, LayersModel


class LayersPanel(QWidget):
    """The list of one tool's layers, with a note in the title while results leave a layer out."""

    def __init__(self, model: LayersModel, mode: CanvasMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layersBox")
        self._model, self._mode = model, mode
        self._left_out = QLabel(self.tr("What is hidden is left out"), self)
        self._left_out.setObjectName("leftOut")
        self._left_out.setProperty("quiet", True)
        keeps_room = self._left_out.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._left_out.setSizePolicy(keeps_room)
        self.list = LayerList(self)
        title = QHBoxLayout()
        title.addWidget(QLabel(self.tr("Layers"), self))
        title.addStretch(1)
        title.addWidget(self._left_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 2)
        layout.setSpacing(4)
        layout.addLayout(title)
        layout.addWidget(self.list)
        self.list.shown_changed.connect(model.show)
        self.list.chosen.connect(self._choose)
        self.list.removed.connect(lambda name: self._with_object(name, model.remove))
        self.list.moved.connect(lambda name, by: self._with_object(name, lambda id: model.reorder(id, by)))
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the layers, while this tool is the chosen one."""
        if self._model.mode is not self._mode:
            return
        active = self._model.active
        rows = [self._row(layer) for layer in self._model.layers]
        self.list.set_rows(rows, "" if active is None else object_layer(active))
        self._left_out.setVisible(self._model.leaves_out)

    def _row(self, layer: Layer) -> LayerRow:
        if layer.id is not None:
            text, sign = self.tr("Object {number}").format(number=layer.id), icon("transform")
            tip = self.tr(
                "While it is hidden, results are made without it. Ctrl+] and Ctrl+[ change the order."
            )
            if layer.thumbnail:
                sign = _unchanging(layer.thumbnail)
            key = layer.thumbnail.cacheKey() if layer.thumbnail else 0
            return LayerRow(layer.name, text, tip, sign, key, layer.props, removable=True)
        paints = self._mode.paints == "paint"
        text, tip, sign = {
            MASK: (
                self.tr("Area to change"),
                self.tr("The eye hides only the overlay: the area to change stays the same."),
                "veil",
            ),
            PAINT: (
                self.tr("Paint") if paints else self.tr("Filled holes"),
                self.tr("While it is hidden, results are made without it."),
                "brush" if paints else "patch",
            ),
            PICTURE: (
                self.tr("Background") if paints else self.tr("Picture"),
                self.tr("The eye hides it from view only: results are still made with it."),
                "picture",
            ),
        }[layer.name]
        return LayerRow(layer.name, text, tip, icon(sign), 0, layer.props)

    def _choose(self, name: str) -> None:
        self._model.choose(self._id_of(name))

    def _with_object(self, name: str, do: Callable[[int], None]) -> None:
        id = self._id_of(name)
        if id is not None:
            do(id)

    def _id_of(self, name: str) -> int | None:
        return next((layer.id for layer in self._model.layers if layer.name == name), None)


def _unchanging(image: QImage) -> QIcon:
    """Return an icon that keeps its colours when its row is selected."""
    pixmap = QPixmap.fromImage(image)
    sign = QIcon(pixmap)
    sign.addPixmap(pixmap, QIcon.Mode.Selected)
    return sign
