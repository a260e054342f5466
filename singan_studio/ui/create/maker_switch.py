"""The control that says what makes the pictures: Patches or Learned."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from singan_studio.ui.create.picture_maker import Kind, PictureMaker, serves_both
from singan_studio.ui.create.tool_model import ToolModel


class MakerSwitch(QWidget):
    """Two buttons, one of which is pressed; hidden for tools that only what was learned can serve."""

    def __init__(
        self, tool_model: ToolModel, picture_maker: PictureMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("maker")
        self.setAccessibleName(self.tr("What makes the pictures"))
        self._tool_model, self._picture_maker = tool_model, picture_maker
        group = QButtonGroup(self)
        self._buttons = {
            Kind.PATCHES: self._button(Kind.PATCHES, self.tr("Patches")),
            Kind.LEARNED: self._button(Kind.LEARNED, self.tr("Learned")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(QLabel(self.tr("Made by"), self))
        for button in self._buttons.values():
            group.addButton(button)
            row.addWidget(button, 1)
        self._buttons[Kind.PATCHES].setToolTip(
            self.tr(
                "Rearranges the photo's own patches (patch nearest neighbours); nothing has to be learned"
            )
        )
        picture_maker.changed.connect(self.refresh)
        picture_maker.grown.connect(self.refresh)
        tool_model.tool_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which maker is in use, and whether the other one can be."""
        self.setVisible(serves_both(self._tool_model.spec))
        ready, learned = self._picture_maker.learned_ready, self._buttons[Kind.LEARNED]
        self._buttons[self._picture_maker.kind].setChecked(True)
        learned.setEnabled(ready)
        if ready:
            tip = self.tr("Invents detail with the networks that learned this picture (SinGAN)")
        else:
            tip = self.tr(
                "Can be chosen when the first scale is learned (SinGAN); learning begins with Ctrl+L"
            )
        learned.setToolTip(tip)
        for button in self._buttons.values():
            button.setStatusTip(button.toolTip())

    def _button(self, kind: Kind, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"maker-{kind}")
        button.setText(text)
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
        button.clicked.connect(lambda: self._tool_model.use_maker(kind))
        return button
