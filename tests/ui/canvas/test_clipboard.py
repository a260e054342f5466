"""A piece that was copied, when the program ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from PySide6.QtGui import QGuiApplication, QImage
from singan_studio.ui.project import dropped_content
from singan_studio.ui.canvas import clipboard
app = QGuiApplication([])
if sys.argv[1] == "copied":
    clipboard.put(QImage(10, 12, QImage.Format.Format_ARGB32))
elif dropped_content.taken(app.clipboard().mimeData()):
    sys.exit("something was copied")
clipboard.let_go()
print(app.clipboard().image().height())
"""


@pytest.mark.parametrize(("before", "height"), [("copied", "12"), ("nothing", "0")])
def test_the_program_ends_cleanly_and_leaves_a_picture_in_the_clipboard(before: str, height: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, before], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, height), ended.stderr
