"""Does the program harm, at random and again and again, and counts what is lost; docs/RELIABILITY.md has the table.

    python -m bench.faults COUNTS.json [--kills 50] [--projects 1000] [--recipes 100] [--disks 50] [--only PART,...]

Every attempt is counted in COUNTS.json at once, so that a run can be ended and gone on with at any time. An attempt's
chances depend on the part and its number alone. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import fault_files, fault_kills
from bench.fault_kills import Figures
from bench.fault_programs import LONGEST_S, learned_project
from singan_studio.core.files import write_bytes

Part = Callable[[Path, random.Random], Figures]
PARTS: dict[str, Part] = {
    "killed trainer": fault_kills.kill_training,
    "killed renderer": fault_kills.kill_renderer,
    "killed window": fault_kills.kill_window,
    **fault_files.PARTS,
}
WORST = (
    "seconds lost",
    "seconds to notice",
    "seconds of engines",
    "seconds of other work meanwhile",
    "MB",
    "slowest",
)
"""Figures of which the largest counts; all others are added up."""

TARGETS = {
    "seconds lost": 10.0,
    "lost": 0,
    "refused": 0,
    "hangs": 0,
    "changed": 0,
    "unexpected": 0,
    "MB": 2000,
    "seconds of engines": 2.0,
    "seconds to notice": LONGEST_S,
}


class Counts:
    """What came of all attempts so far, by part; kept in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts: dict[str, Figures] = json.loads(path.read_text()) if path.exists() else {}

    def add(self, part: str, figures: Figures) -> None:
        known = self.parts.setdefault(part, {"attempts": 0})
        known["attempts"] += 1
        for name, value in figures.items():
            before = known.get(name, 0)
            known[name] = round(max(before, value) if name in WORST else before + value, 2)
        write_bytes(self.path, json.dumps(self.parts, indent=1).encode(), force=True)

    def attempts(self, part: str) -> int:
        return int(self.parts.get(part, {}).get("attempts", 0))

    def table(self, wanted: dict[str, int]) -> str:
        lines = ["| part | attempts, of | what came of them |", "|---|---|---|"]
        for part, figures in self.parts.items():
            words = [f"{name} {value:g}" for name, value in figures.items() if name != "attempts"]
            lines.append(f"| {part} | {self.attempts(part)}, of {wanted[part]} | {'; '.join(words)} |")
        return "\n".join(lines)

    @property
    def missed(self) -> list[str]:
        return [
            f"{part}: {name} is {figures[name]:g}, wanted {most:g}"
            for part, figures in self.parts.items()
            for name, most in TARGETS.items()
            if figures.get(name, 0) > most
        ]


def main(words: Sequence[str] | None = None) -> int:
    options = _options(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import torch

    import singan_studio.ui.app.app  # noqa: F401 - imported once, for all attempts

    torch.set_num_threads(1)
    killed = ("killed trainer", "killed renderer", "killed window")
    wanted: dict[str, int] = dict.fromkeys(killed, options.kills)
    wanted |= {
        "mutated project": options.projects,
        "hostile recipe": options.recipes,
        "full disk": options.disks,
    }
    counts = Counts(options.counts)
    with tempfile.TemporaryDirectory(prefix="singan-faults-") as folder:
        os.environ["XDG_STATE_HOME"] = folder  # logs
        project = Path(folder) / "hills.singan"
        learned_project(project)
        for part in options.only or PARTS:
            while (number := counts.attempts(part)) < wanted[part]:
                counts.add(part, PARTS[part](project, random.Random(f"{part} {number}")))
                print(f"{part} {number + 1}", flush=True)
    print(counts.table(wanted))
    for text in counts.missed:
        print(text)
    return int(bool(counts.missed))


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--recipes", type=int, default=100)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[])
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
