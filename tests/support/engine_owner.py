"""An owner of both engines, to be killed: engine_owner.py PROJECT MODEL MOMENT.

At the moment "birth", "loading" or "training" it prints the process ids of its engines on one line, then only sleeps.
Like the program's own start it imports nothing at the top, because every engine imports this file again.
"""

from __future__ import annotations

import sys
import time


def main(project: str, model: str, moment: str) -> None:
    from singan_studio.core.events import Progress
    from singan_studio.engine_process.client import EngineClient
    from singan_studio.engine_process.messages import Hello, Ready, Train

    awaited = {"birth": (), "loading": (Hello, Hello), "training": (Progress, Ready)}
    engines = [EngineClient("trainer"), EngineClient("renderer")]
    for engine in engines:
        engine.start()
    engines[0].send(Train(project, model, "cpu", 1))
    for engine, kind in zip(engines, awaited[moment], strict=False):
        while not isinstance(engine.receive(1), kind):
            pass
    sys.stdout.write(" ".join(str(engine.pid) for engine in engines) + "\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
