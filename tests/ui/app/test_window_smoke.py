"""The whole way in a process of its own: window, engine processes, one scale learned, torch never in the window."""

import subprocess
import sys

SMOKE = """
import sys
from singan_studio.__main__ import main
code = main(["--smoke"])
print(code, "torch" in sys.modules)
"""


def test_a_scale_is_learned_from_the_window_without_torch_in_it():
    done = subprocess.run([sys.executable, "-c", SMOKE], capture_output=True, text=True, timeout=250)
    assert done.stdout.split() == ["0", "False"], done.stderr
