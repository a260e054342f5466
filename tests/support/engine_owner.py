"""An owner of both engines, to be killed: engine_owner.py PROJECT MODEL MOMENT.

At the moment "birth" or "training" it prints the process ids of its engines on one line, then only sleeps.
"""

from __future__ import annotations

import sys
import time

from singan_studio.core.events import Progress
from singan_studio.engine_process.client import EngineClient
from singan_studio.engine_process.messages import Ready, Train


def main(project: str, model: str, moment: str) -> None:
    engines = [EngineClient("trainer"), EngineClient("renderer")]
    for engine in engines:
        engine.start()
    engines[0].send(Train(project, model, "cpu", 1))
    if moment == "training":
        for engine, awaited in zip(engines, (Progress, Ready), strict=True):
            while not isinstance(engine.receive(1), awaited):
                pass
    sys.stdout.write(" ".join(str(engine.pid) for engine in engines) + "\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
