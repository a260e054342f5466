import os
import subprocess
import sys

CHECK = """
import sys
from singan_studio.worker import jobs
assert "torch" not in sys.modules
from singan_studio.engine import {module}
import os
print(os.environ["OMP_WAIT_POLICY"])
"""


def ask(module: str, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    done = subprocess.run(
        [sys.executable, "-c", CHECK.format(module=module)],
        env={**clean, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_waiting_threads_give_way_to_other_programs():
    assert ask("trainer") == "PASSIVE"


def test_a_persons_own_choice_stays():
    assert ask("device", OMP_WAIT_POLICY="ACTIVE") == "ACTIVE"
