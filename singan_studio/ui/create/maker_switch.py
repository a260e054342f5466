"""The control that says what makes the pictures: Patches or Learned."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from singan_studio.ui.create.picture_maker import Kind, PictureMaker
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
        picture_maker.changed.connect(self.refresh)
        picture_maker.grown.connect(self.refresh)
        tool_model.tool_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which maker is in use, and whether the other one can be."""
        spec = self._tool_model.spec
        self.setVisible(spec.serves_both)
        if not spec.serves_both:
            return
        self._buttons[self._picture_maker.kind_for(spec)].setChecked(True)
        self._buttons[Kind.LEARNED].setEnabled(spec.quick or self._picture_maker.learned_ready)
        for button, tip in zip(self._buttons.values(), self._tips(spec.quick), strict=True):
            button.setToolTip(tip)
            button.setStatusTip(tip)

    def _tips(self, quick: bool) -> tuple[str, str]:
        """Return what patches and what was learned do for the chosen tool."""
        if quick:
            return (
                self.tr("Takes seconds and keeps to the photo's own edges; nothing has to be learned"),
                self.tr("Invents fine detail with a network that has to be learned once (SinGAN)"),
            )
        patches = self.tr(
            "Rearranges the photo's own patches (patch nearest neighbours); nothing has to be learned"
        )
        if self._picture_maker.learned_ready:
            return patches, self.tr("Invents detail with the networks that learned this picture (SinGAN)")
        return patches, self.tr(
            "Can be chosen when the first scale is learned (SinGAN); learning begins with Ctrl+L"
        )

    def _button(self, kind: Kind, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"maker-{kind}")
        button.setText(text)
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
        button.clicked.connect(lambda: self._tool_model.use_maker(kind))
        return button
