"""Slow modules are loaded in idle moments."""

from __future__ import annotations

import subprocess
import sys

SECONDS = 120
USES_ALL_NAMES = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets

def use_all_names():
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
"""
WARMS_UP = (
    USES_ALL_NAMES
    + """
from singan_studio.ui.app.background_worker import BackgroundWorker
from singan_studio.ui.app.warm_up import WarmUp

app = QtWidgets.QApplication([])
worker = BackgroundWorker()
warm_up = WarmUp(worker, app)
warm_up.done.connect(app.quit)
sys.setswitchinterval(1e-5)
warm_up.begin()
use_all_names()
app.exec()
worker.close()
print("pyqtgraph" in sys.modules)
"""
)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=SECONDS)


def test_the_window_can_use_qt_while_slow_modules_are_imported() -> None:
    done = run(WARMS_UP)
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr
