"""Runs both engines one after the other in this process, with a scripted owner.

Usage: engine_scripted_child.py PROJECT MODEL OUT. Writes the top-level names of all imported modules to OUT, one per
line.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from singan_studio.core.events import RunFinished
from singan_studio.core.recipe import Recipe
from singan_studio.engine_process import protocol
from singan_studio.engine_process.messages import OpenProject, Render, Rendered, Shutdown, Train
from singan_studio.engine_process.render import RenderServer
from singan_studio.engine_process.server import serve
from singan_studio.engine_process.train import Trainer


def script(connection: Connection, commands: list[object], last: type) -> None:
    for command in commands:
        protocol.send(connection, command)
    while not isinstance(protocol.receive(connection), last):
        pass
    protocol.send(connection, Shutdown())


def main(project: str, model: str, out: str) -> None:
    recipe = Recipe("sample", model, 1, 0).to_json()
    parts = [
        ("trainer", Trainer, [Train(project, model, "cpu", 1)], RunFinished),
        ("renderer", RenderServer, [OpenProject(project, "cpu", 1), Render(1, recipe, "result")], Rendered),
    ]
    pipes = [
        multiprocessing.Pipe() for _ in parts
    ]  # kept: an engine without its owner would end this process
    for (ours, theirs), (role, engine, commands, last) in zip(pipes, parts, strict=True):
        owner = threading.Thread(target=script, args=(ours, commands, last))
        owner.start()
        serve(role, theirs, engine)
        owner.join()
    Path(out).write_text("\n".join({name.partition(".")[0] for name in sys.modules}))
    # end as the engines do: a receiver that frees a tensor while Python shuts down would abort the process
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
