"""Starts and stops both engines and prints the modules that this owner imported to do so, one name per line."""

from __future__ import annotations

import sys

from singan_studio.engine_process.client import EngineClient


def main() -> None:
    for role in ("trainer", "renderer"):
        with EngineClient(role) as engine:
            assert engine.receive(30)
    sys.stdout.write("\n".join({name.partition(".")[0] for name in sys.modules}))


if __name__ == "__main__":
    main()
