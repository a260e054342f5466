"""Draws every passive widget into PNGs for inspection: `python bench/widget_gallery.py FOLDER [light|dark] [language]`.

QT_SCALE_FACTOR=2 shows them as on a 200% display; QT_QPA_PLATFORM=offscreen needs no display.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from singan_studio.core.resources import resource
from singan_studio.ui.app import i18n
from singan_studio.ui.app.message_bar import MessageBar, MessageKind
from singan_studio.ui.app.status_line import StatusLine
from singan_studio.ui.app.theme import apply_theme
from singan_studio.ui.create.results_strip import ResultsStrip
from singan_studio.ui.create.start_strip import StartStrip
from singan_studio.ui.project.drop_zone import DropZone
from singan_studio.ui.project.sample_gallery import SampleGallery
from singan_studio.ui.training.filmstrip import Filmstrip
from singan_studio.ui.training.loss_plot import LossPlot
from singan_studio.ui.training.training_model import ScaleState
from singan_studio.ui.widgets.choice_cards import ChoiceCards
from singan_studio.ui.widgets.picture_view import PictureView
from singan_studio.ui.widgets.seed_edit import SeedEdit

SIZES = [(25, 37), (34, 51), (45, 68), (61, 91), (82, 122), (109, 164), (146, 219), (167, 250)]


def sample(height: int, width: int, name: str = "autumn-mountain") -> np.ndarray:
    """Return a bundled picture, (height, width, 3) uint8."""
    image = QImage(str(resource(f"samples/{name}.jpg"))).convertToFormat(QImage.Format.Format_RGB888)
    image = image.scaled(width, height)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


def wait(milliseconds: int) -> None:
    """Let the window system and timers run."""
    turns = QEventLoop()
    QTimer.singleShot(milliseconds, turns.quit)
    turns.exec()


def pictures() -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    for index, size in enumerate([(71, 94), (341, 512), None]):
        view = PictureView()
        view.set_placeholder("Nothing learned yet. Press Learn, and the first samples appear here.")
        if size:
            view.set_picture(sample(*size))
        if index == 1:
            view.show_hundred()
        row.addWidget(view)
    page.resize(1200, 400)
    return page


def filmstrip() -> QWidget:
    strip = Filmstrip()
    strip.set_sizes(SIZES)
    for scale in range(4):
        strip.set_state(scale, ScaleState.DONE)
    strip.set_state(4, ScaleState.LEARNING)
    strip.set_progress(4, 0.4)
    for scale in range(5):
        picture = sample(*SIZES[scale])
        strip.set_pictures(scale, picture, picture // 2 + 40, picture[:, ::-1].copy())
    strip.select(2)
    strip.resize(1200, 420)
    return strip


def status() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for running, resume in ((True, False), (False, True), (False, False)):
        line = StatusLine()
        line.set_phase("Learning 6/10" if running else "Paused at 6/10" if resume else "Ready")
        line.set_progress(0.6 if running or resume else None)
        line.set_remaining(245 if running else None)
        line.set_device("CPU, 2 threads")
        line.set_running(running, resume)
        line.set_details(running)
        column.addWidget(line)
    page.resize(1200, 120)
    return page


def messages() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    texts: dict[MessageKind, tuple[str, str | None]] = {
        "info": ("The picture has transparent parts; they are learned on white.", None),
        "warning": (
            "Learning stopped when the engine ran out of memory; 6 of 10 scales are kept.",
            "Go on with a smaller size",
        ),
        "error": (
            "holiday.png is not a picture: it begins with text. Choose a PNG, JPEG, WebP, TIFF or BMP file, or paste a "
            "picture from another program; the project you had open is unchanged and still learning.",
            "Choose another…",
        ),
    }
    for kind, (text, action) in texts.items():
        bar = MessageBar()
        bar.show_message(kind, text, action)
        column.addWidget(bar)
    page.resize(900, 200)
    return page


def controls() -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    learn = QPushButton("Learn")
    learn.setProperty("primary", True)
    other = QPushButton("Cancel")
    off = QPushButton("Not now")
    off.setEnabled(False)
    combo = QComboBox()
    combo.addItems(["Automatic", "CPU"])
    for widget in (learn, other, off, combo, QSpinBox(), QLineEdit("photo.jpg")):
        row.addWidget(widget)
    page.resize(700, 60)
    return page


def losses() -> QWidget:
    plot = LossPlot()
    random = np.random.default_rng(0)
    for scale in range(5):
        for iteration in range(0, 300, 3):
            swing = random.normal(0, 0.3, 2) * np.exp(-iteration / 200)
            error = 0.3 * 0.7**scale * np.exp(-iteration / 100) + 0.02
            losses = {"d_loss": -0.4 + swing[0], "g_loss": 0.8 + swing[1], "reconstruction": error}
            plot.append(scale, iteration, losses)
    plot.resize(900, 260)
    return plot


def starts() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for learned in (5, 8):
        strip = StartStrip()
        strip.set_stops([(width, height) for height, width in SIZES])
        for scale, size in enumerate(SIZES):
            if scale < learned:
                strip.set_thumbnail(scale, sample(*size))
            strip.set_available(scale, scale < learned, "" if scale < learned else f"{2 * scale} min")
        strip.set_value(2)
        column.addWidget(strip)
    page.resize(1200, 200)
    return page


def seeds() -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    for locked in (False, True):
        edit = SeedEdit()
        edit.set_value(1234567)
        edit.set_locked(locked)
        row.addWidget(edit)
    page.resize(500, 60)
    return page


def drops() -> QWidget:
    zone = DropZone()
    zone.resize(520, 400)
    return zone


def results() -> QWidget:
    strip = ResultsStrip()
    names = ["citrus", "galaxies", "tulips", "ocean-waves", "desert-dune", "gravel", "tea-hills"]
    for number, name in enumerate(names, start=1):
        strip.add(number, sample(170, 250, name), f"#{number}, 250×170 px", number in (2, 6))
    strip.select(6)
    strip.resize(900, 150)
    return strip


def samples() -> QWidget:
    gallery = SampleGallery()
    gallery.resize(gallery.sizeHint())
    return gallery


def choices() -> QWidget:
    cards = ChoiceCards()
    cards.set_choices(
        [
            ("draft", "Draft", "A first look, with coarser detail. Minutes, even without a graphics card."),
            (
                "standard",
                "Standard",
                "Fine detail in a fraction of the time Faithful takes. Longer than Draft.",
            ),
            (
                "faithful",
                "Faithful",
                "The published method to the letter. Hours; without a graphics card, a night.",
            ),
        ]
    )
    cards.set_value("standard")
    cards.resize(320, cards.heightForWidth(320))
    return cards


PAGES = {
    "results": results,
    "samples": samples,
    "choices": choices,
    "pictures": pictures,
    "filmstrip": filmstrip,
    "status": status,
    "messages": messages,
    "controls": controls,
    "losses": losses,
    "starts": starts,
    "seeds": seeds,
    "drops": drops,
}


def main(folder: Path, theme: str = "dark", language: str = "en") -> None:
    app = QApplication([])
    apply_theme(app, theme)
    i18n.install(app, language)
    for name, page in PAGES.items():
        widget = page()
        widget.show()
        wait(400)
        widget.grab().save(str(folder / f"{name}-{theme}.png"))
        widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
