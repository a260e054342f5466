"""Learns the example projects with `standard` and puts them into resources/examples, without what only learning needs.

Run with `make examples`. It takes a while on a processor; stopped, it goes on where it was the next time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from singan_studio.core.resources import resource
from singan_studio.engine import checkpoint
from singan_studio.project.scale_pictures import keep_pictures, kept_pictures
from singan_studio.project.store import ProjectStore

PHOTOS = "autumn-mountain", "blue-flowers"
MAX_SIZE = 200
"""Longer side in px that is learned; results get the photo's own 512 px and their detail afterwards."""
MOST = 8_000_000
"""Bytes of all examples together: they are downloaded with the program."""

WORK = Path(__file__).parents[1] / "build" / "examples"


def learned(photo: str) -> Path:
    """Learn a bundled photo, or what is left of it, and return its project."""
    path = WORK / f"{photo}.singan"
    if path.exists():
        command = ["train", "--resume", "-o", str(path)]
    else:
        size = ["--max-size", str(MAX_SIZE)]
        command = [
            "train",
            str(resource(f"samples/{photo}.jpg")),
            "-o",
            str(path),
            "--preset",
            "standard",
            *size,
        ]
    subprocess.run([sys.executable, "-m", "singan_studio", *command, "--threads", "1"], check=True)
    return path


def copy_generators(project: Path, target: Path) -> None:
    """Copy a project whose model is learned; discriminators stay behind, for no scale follows that would need them."""
    with ProjectStore.open(project, read_only=True) as store:
        source, model = store.source(), store.models()[0]
        with ProjectStore.create(target, source.png, source.name) as copy:
            number = copy.add_model(model.kind, model.config)
            for finished, blob in zip(store.scales(model.id), store.scale_blobs(model.id), strict=True):
                tensors, meta = checkpoint.unpack(blob)
                kept = {name: tensor for name, tensor in tensors.items() if not name.startswith("d.")}
                copy.save_scale(number, finished, checkpoint.pack(kept, meta))
                pictures = kept_pictures(store, model.id, finished.scale)
                if pictures is not None:
                    keep_pictures(copy, number, finished.scale, pictures)


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    folder = resource("examples")
    folder.mkdir(exist_ok=True)
    total = 0
    for photo in PHOTOS:
        target = folder / f"{photo}-learned.singan"
        target.unlink(missing_ok=True)
        copy_generators(learned(photo), target)
        total += target.stat().st_size
        print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB", flush=True)
    if total > MOST:
        sys.exit(f"together they have {total / 1e6:.1f} MB, more than {MOST / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
