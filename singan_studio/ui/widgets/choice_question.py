"""A question with a few answers, each explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

WIDTH = 420  # px


@dataclass(frozen=True)
class Choice:
    """An answer: `key` names its button, `title` is what it says, `hint` what follows from it."""

    key: str
    title: str
    hint: str
    go: Callable[[], None]


def ask(parent: QWidget, name: str, question: str, choices: Sequence[Choice]) -> QDialog:
    """Ask without blocking the window; the first answer has the focus, Esc chooses none."""
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(question)
    dialog.setMinimumWidth(WIDTH)
    column = QVBoxLayout(dialog)
    heading = QLabel(question, dialog)
    heading.setProperty("heading", True)
    column.addWidget(heading)
    for choice in choices:
        button = QCommandLinkButton(choice.title, choice.hint, dialog)
        button.setObjectName(choice.key)
        button.setAccessibleName(choice.title)
        button.setAccessibleDescription(choice.hint)
        button.clicked.connect(dialog.accept)
        button.clicked.connect(lambda _=False, go=choice.go: go())
        column.addWidget(button)
    none = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    none.rejected.connect(dialog.reject)
    column.addWidget(none)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_fitting(parent: QWidget, width: int, height: int, then: Callable[[str], None]) -> QDialog:
    """Ask how to fit a picture of another shape to the open one; `then` gets fit, fill or stretch."""
    texts = (
        (
            "fit",
            QCoreApplication.translate("choices", "Fit"),
            QCoreApplication.translate(
                "choices", "Show all of it; the open picture stays visible beside it."
            ),
        ),
        (
            "fill",
            QCoreApplication.translate("choices", "Fill"),
            QCoreApplication.translate("choices", "Cover everything; what hangs over is cut off."),
        ),
        (
            "stretch",
            QCoreApplication.translate("choices", "Stretch"),
            QCoreApplication.translate("choices", "Cover everything; the picture is distorted."),
        ),
    )
    question = QCoreApplication.translate(
        "choices", "This picture has another shape ({width}×{height} px). How is it brought in?"
    ).format(width=width, height=height)
    return ask(
        parent,
        "fittingDialog",
        question,
        [Choice(key, title, hint, lambda key=key: then(key)) for key, title, hint in texts],
    )
