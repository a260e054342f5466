"""A piece that was copied, when the program ends."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
from PySide6.QtGui import QGuiApplication, QImage
from singan_studio.gui.canvas import clipboard
app = QGuiApplication([])
clipboard.put(QImage(10, 12, QImage.Format.Format_ARGB32))
clipboard.let_go()
print(app.clipboard().image().height())
"""


def test_the_program_ends_in_peace_and_leaves_a_picture() -> None:
    ended = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "12")
