"""How much faster two workers of a cluster are than one: `python -m bench.batch [--pictures N] [--rounds N]`.

Clusters of one and of two workers, one thread each, draw variations of the bundled photos at 250 px with the real
command. Each is warm before it is timed, and they take turns, never both there at once. Prints a line a round
(seconds of both, in brackets the seconds that their workers got of the processor, and the ratio) and the median
ratio; the goal is 1.8. On a busy machine the processor's seconds tell whether two workers cost more than one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from distributed import Client, LocalCluster
from PIL import Image

from singan_studio.__main__ import main as program
from singan_studio.cli.batch.cluster import local_cluster
from singan_studio.core.resources import resource

SIDE = 250


def pictures(folder: Path, count: int) -> Path:
    """Write `count` pictures of the bundled photos, no two the same, and return the folder."""
    folder.mkdir()
    photos = sorted(resource("samples").glob("*.jpg"))
    for number in range(count):
        with Image.open(photos[number % len(photos)]) as photo:
            photo.thumbnail((SIDE - number, SIDE - number))
            photo.save(folder / f"{number:03}.png")
    return folder


def timed(source: Path, cluster: LocalCluster) -> tuple[float, float]:
    """Return the seconds that the batch takes on the cluster, and those of the processor."""
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as results:
        words = ["batch", str(source), "--do", "sample", "-o", str(Path(results) / "out"), "--threads", "1"]
        began, used = time.perf_counter(), processor_seconds(cluster)
        with contextlib.redirect_stdout(io.StringIO()):
            code = program([*words, "--cluster", cluster.scheduler_address])
        if code:
            raise SystemExit(code)
        return time.perf_counter() - began, processor_seconds(cluster) - used


def fresh(few: Path, many: Path, workers: int) -> tuple[float, float]:
    """Time `many` on a new cluster of so many workers, warmed with the `few`, that has the computer to itself."""
    with closing(local_cluster(workers)) as cluster:
        timed(few, cluster)
        return timed(many, cluster)


def processor_seconds(cluster: LocalCluster) -> float:
    with Client(cluster, set_as_default=False) as client:
        seconds: Any = client.run(time.process_time)
        return sum(seconds.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    ratios = []
    with tempfile.TemporaryDirectory(prefix="singan-studio-") as home:
        few = pictures(Path(home) / "few", 2)
        many = pictures(Path(home) / "many", options.pictures)
        for _ in range(options.rounds):
            alone, together = fresh(few, many, 1), fresh(few, many, 2)
            ratios.append(alone[0] / together[0])
            seconds = " and ".join(f"{wall:.1f} s ({used:.1f})" for wall, used in (alone, together))
            print(f"{seconds}: {ratios[-1]:.2f}", flush=True)
    print(f"median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
