"""OpenMP reads how its threads wait when torch is imported, so every process must set it before."""

import os
import subprocess
import sys

import pytest

WATCH = """
import os, sys

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "torch":
            print(os.environ.get("GOMP_SPINCOUNT"), flush=True)
            os._exit(0)  # importing it takes seconds, and changes nothing that was seen

sys.meta_path.insert(0, Watch())
"""
STARTS = {
    "trainer": "from singan_studio.engine_process.train import Trainer; Trainer(print).load()",
    "renderer": "from singan_studio.engine_process.render import RenderServer; RenderServer(print).load()",
    "command line": "from singan_studio.engine_process.jobs import Renderer; Renderer('cpu', 1)",
    "training": "from singan_studio.engine.gan.trainer import train",
}


def seen_by_torch(start: str, **environment: str) -> list[str]:
    clean = {name: value for name, value in os.environ.items() if name != "GOMP_SPINCOUNT"}
    done = subprocess.run(
        [sys.executable, "-c", WATCH + STARTS[start]],
        env={**clean, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize("start", STARTS)
def test_waiting_threads_give_way_to_other_programs(start):
    assert seen_by_torch(start) == ["5000"]


def test_a_spin_count_set_by_the_user_is_kept():
    assert seen_by_torch("training", GOMP_SPINCOUNT="7") == ["7"]
