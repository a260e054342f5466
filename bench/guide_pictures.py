"""Makes the pictures of the user guide, docs/guide/images, from the bundled photos by the program's own commands.

    `python -m bench.guide_pictures [--only tile,fill] [--threads N]`

Animate and How it learns learn for less than a minute here, from small pictures; their pages say so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from singan_studio.__main__ import main as studio
from singan_studio.core.resources import resource

FOLDER = Path(__file__).parents[1] / "docs" / "guide" / "images"
HIGH = 240  # px of every picture in a row
GAP = 8
MOST_BYTES = 120_000
SHORT = "--preset", "draft", "--iterations"
MARK = (255, 0, 220)


class Desk:
    """A folder to work in, and the program's commands."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.folder, self._threads = folder, threads

    def photo(self, name: str) -> Image.Image:
        with Image.open(resource(f"samples/{name}.jpg")) as image:
            return image.convert("RGB")

    def put(self, name: str, image: Image.Image) -> Path:
        """Keep a picture for the commands."""
        path = self.folder / f"{name}.png"
        image.save(path)
        return path

    def run(self, *words: object) -> Path:
        """Run a command, and return what it wrote."""
        out = self.folder / "out" / f"{words[0]}{len(list(self.folder.rglob('*')))}.png"
        self.command(*words, "-o", out)
        return out

    def command(self, *words: object) -> None:
        if code := studio([*map(str, words), "--threads", str(self._threads)]):
            sys.exit(code)

    def sampled(self, *words: object) -> Image.Image:
        """Return one variation."""
        folder = self.folder / "samples"
        self.command("sample", *words, "-o", folder, "--force")
        with Image.open(next(folder.glob("*.png"))) as image:
            return image.convert("RGB")

    def made(self, *words: object) -> Image.Image:
        with Image.open(self.run(*words)) as image:
            return image.convert("RGB")


def variations(desk: Desk) -> list[Image.Image]:
    photo, folder = desk.photo("blue-flowers"), desk.folder / "variations"
    desk.command("sample", desk.put("flowers", photo), "-o", folder, "-n", 2, "--seed", 3)
    return [photo, *(Image.open(path).convert("RGB") for path in sorted(folder.glob("*.png")))]


def paint(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("autumn-mountain")
    painting = Image.new("RGB", photo.size, (214, 220, 226))
    draw = ImageDraw.Draw(painting)
    below = (512, 341), (0, 341)
    draw.polygon([(0, 60), (110, 24), (230, 110), (300, 130), (512, 150), *below], (112, 118, 132))
    draw.polygon([(0, 190), (120, 150), (250, 190), (380, 120), (512, 90), *below], (150, 100, 58))
    draw.polygon([(0, 300), (140, 230), (300, 250), (512, 200), *below], (82, 122, 44))
    made = desk.made("paint", desk.put("autumn", photo), desk.put("painting", painting), "--seed", 1)
    return [photo, painting, made]


def edit(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("autumn-mountain")
    edited, area = photo.copy(), Image.new("L", photo.size)
    tree = (340, 128, 404, 240)
    for at in ((180, 120), (70, 108)):
        edited.paste(photo.crop(tree), at)
        area.paste(255, (*at, at[0] + tree[2] - tree[0], at[1] + tree[3] - tree[1]))
    words = desk.put("autumn", photo), desk.put("rough", edited), "--mask", desk.put("area", area)
    return [photo, edited, desk.made("edit", *words)]


def harmonize(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("ocean-waves")
    fruit = desk.photo("citrus").crop((78, 100, 238, 260)).resize((100, 100))
    outline = Image.new("L", fruit.size)
    ImageDraw.Draw(outline).ellipse((1, 1, 98, 98), fill=255)
    pasted, area = photo.copy(), Image.new("L", photo.size)
    pasted.paste(fruit, (110, 16), outline)
    area.paste(outline, (110, 16))
    words = desk.put("waves", photo), desk.put("pasted", pasted), "--mask", desk.put("object", area)
    return [photo, pasted, desk.made("harmonize", *words)]


def fill(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("desert-dune")
    area = Image.new("L", photo.size)
    ImageDraw.Draw(area).ellipse((140, 262, 212, 312), fill=255)
    marked = photo.copy()
    marked.paste(MARK, mask=area.point([value // 2 for value in range(256)]))
    return [photo, marked, desk.made("fill", desk.put("dune", photo), "--mask", desk.put("away", area))]


def extend(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("tea-hills")
    return [photo, desk.made("extend", desk.put("hills", photo), "--left", "35%", "--right", "35%")]


def retarget(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("city-skyline")
    narrow = desk.made("retarget", desk.put("city", photo), "--width", "60%")
    return [photo, narrow, photo.resize(narrow.size)]


def material(desk: Desk) -> list[Image.Image]:
    photo, layout = desk.photo("ocean-waves"), desk.photo("mountain-lake")
    words = desk.put("material", photo), desk.put("layout", layout), "--strength", 50
    return [photo, layout, desk.made("material", *words)]


def tile(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("tulips")
    made = desk.made("tile", desk.put("tulips", photo), "--size", "360x360", "--seed", 1)
    return [photo, made, Image.fromarray(np.tile(np.array(made), (3, 3, 1)))]


def flow(desk: Desk) -> list[Image.Image]:
    photo, folder = desk.photo("ocean-waves"), desk.folder / "flow"
    arrows = (120, 240, 90, 24), (330, 250, 90, 20), (200, 170, 90, 0)
    words = [word for arrow in arrows for word in ("--arrow", ",".join(map(str, arrow)))]
    desk.command("flow", desk.put("sea", photo), *words, "--frames", 12, "-o", folder, "--format", "png")
    drawn = photo.copy()
    for x, y, dx, dy in arrows:
        ImageDraw.Draw(drawn).line((x, y, x + dx, y + dy), MARK, 4)
        ImageDraw.Draw(drawn).regular_polygon((x + dx, y + dy, 9), 3, 270, MARK)
    return [drawn, *_frames(folder, 0, 6)]


def animate(desk: Desk) -> list[Image.Image]:
    project = _learned(desk, "ocean-waves", 112, 30)
    folder = desk.folder / "film"
    words = "--frames", 24, "--layout", 2, "--format", "png"
    desk.command("animate", project, *words, "-o", folder)
    return _frames(folder, 0, 8, 16)


def enlarge(desk: Desk) -> list[Image.Image]:
    part = desk.photo("city-skyline").crop((190, 62, 290, 122))
    made = desk.made("upscale", desk.put("part", part), "--factor", 4)
    return [part.resize(made.size, Image.Resampling.BICUBIC), made]


def scales(desk: Desk) -> list[Image.Image]:
    photo = desk.photo("tea-hills")
    sizes = [(round(512 * 0.5**step / 2), round(341 * 0.5**step / 2)) for step in (3.0, 2.3, 1.6, 0.9, 0.0)]
    reduced = [photo.resize(size, Image.Resampling.LANCZOS) for size in sizes]
    return [each.resize((360, 240), Image.Resampling.NEAREST) for each in reduced]


def start_scales(desk: Desk) -> list[Image.Image]:
    project = _learned(desk, "tea-hills", 88, 60)
    return [desk.sampled(project, "--start-scale", start, "--seed", 2) for start in (0, 1, 3)]


def _learned(desk: Desk, name: str, longest: int, iterations: int) -> Path:
    small = desk.photo(name)
    small.thumbnail((longest, longest))
    project = desk.folder / f"{name}.singan"
    desk.command("train", desk.put(f"{name}-small", small), "-o", project, *SHORT, iterations)
    return project


def _frames(folder: Path, *numbers: int) -> list[Image.Image]:
    files = sorted(folder.glob("*.png"))
    return [Image.open(files[number]).convert("RGB") for number in numbers]


PICTURES: dict[str, Callable[[Desk], list[Image.Image]]] = {
    "variations": variations,
    "paint": paint,
    "edit": edit,
    "harmonize": harmonize,
    "fill": fill,
    "extend": extend,
    "retarget": retarget,
    "material": material,
    "tile": tile,
    "flow": flow,
    "animate": animate,
    "enlarge": enlarge,
    "scales": scales,
    "start-scales": start_scales,
}
"""By the name of the page that shows it."""


def row(images: list[Image.Image]) -> Image.Image:
    """Lay pictures side by side, all equally high."""
    shown = [
        image.resize((round(image.width * HIGH / image.height), HIGH), Image.Resampling.LANCZOS)
        for image in images
    ]
    width = sum(image.width for image in shown) + GAP * (len(shown) - 1)
    sheet, left = Image.new("RGB", (width, HIGH), "white"), 0
    for image in shown:
        sheet.paste(image, (left, 0))
        left += image.width + GAP
    return sheet


def save(sheet: Image.Image, path: Path) -> None:
    """Write a JPEG of at most `MOST_BYTES`, as good as that allows."""
    for quality in range(90, 30, -5):
        sheet.save(path, quality=quality, optimize=True)
        if path.stat().st_size < MOST_BYTES:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PICTURES), help="names of pictures with commas between")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in arguments.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            save(row(PICTURES[name](Desk(Path(folder), arguments.threads))), FOLDER / f"{name}.jpg")
        print(name, flush=True)


if __name__ == "__main__":
    main()
