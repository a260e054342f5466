"""Lists the libraries that packages ship, from what is installed, and collects their licences.

    python packaging/third_party.py > THIRD_PARTY.md
    python packaging/third_party.py --licences FOLDER      # THIRD_PARTY.md and every licence's text in a folder

Run it with the Python of build/package-env, so that it sees what goes into packages and nothing else.
"""

from __future__ import annotations

import shutil
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"
"""Texts of licences that wheels name and do not bring along."""

HEAD = """# Third-party software

Made by `packaging/third_party.py`, with the versions of the last build. The studio itself is under the MIT licence
([LICENSE](LICENSE)), its sample photos under those of [resources/samples/LICENSES.md](resources/samples/LICENSES.md).
Packages have a folder `licences` with the texts: those that wheels bring, and those of Python, Qt, FFmpeg and OpenSSL.

- **Qt and PySide6** are used under the LGPL 3. They lie in the package as shared libraries of their own, which may be
  replaced by other builds. Their source is at the addresses below.
- **FFmpeg** is a program of its own (`imageio_ffmpeg/binaries`), which the studio starts to write films. This build is
  under the GPL 3 and says with `-version` how it was made. Whoever publishes packages offers its source beside them.
- **libheif and libde265** (LGPL 3) read HEIC pictures, as shared libraries of their own.
"""

CLASSIFIER = "License :: OSI Approved :: "
HOMES = ("homepage", "source", "source code", "repository")
"""Labels of a project's address in its metadata, the best first."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    version: str
    licence: str
    home: str

    def __str__(self) -> str:
        return f"| {self.name} | {self.version} | {self.licence} | {self.home} |"


def shipped() -> list[Distribution]:
    """Return the distributions that the program needs, directly or through others, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or not _applies(requirement):
            continue
        found[name] = distribution(name)
        waiting += [Requirement(line) for line in found[name].requires or ()]
    return [found[name] for name in sorted(found)]


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def row(dist: Distribution) -> Row:
    """Return a distribution's line. Raises ValueError where its metadata name no licence or address."""
    name = dist.metadata["Name"]
    licence, home = licence_of(dist), home_of(dist)
    if not licence or not home:
        raise ValueError(f"{name}: its metadata name no licence or no address")
    return Row(name, dist.version, licence, home)


def licence_of(dist: Distribution) -> str:
    """Return the name of a distribution's licence; empty where its metadata name none."""
    words = dist.metadata.get("License-Expression") or dist.metadata.get("License") or ""
    if words and "\n" not in words:
        return words
    classifiers = dist.metadata.get_all("Classifier") or []
    return ", ".join(line.removeprefix(CLASSIFIER) for line in classifiers if line.startswith(CLASSIFIER))


def home_of(dist: Distribution) -> str:
    """Return a distribution's address; empty where its metadata have none."""
    pairs = (line.split(", ", 1) for line in dist.metadata.get_all("Project-URL") or ())
    addresses = {label.lower(): address for label, address in pairs}
    named = [addresses[label] for label in HOMES if label in addresses]
    return (named or [dist.metadata.get("Home-page") or ""])[0]


def inside_wheels() -> list[Row]:
    """Return what wheels bring along without naming it, where licences ask for more than a notice."""
    import cv2
    import pi_heif
    from imageio_ffmpeg import get_ffmpeg_version
    from PySide6.QtCore import qVersion

    heif = pi_heif.libheif_info()
    decoder = heif["decoders"]["libde265"].rpartition(" ")[2]
    lgpl, gcc = "LGPL-3.0-or-later", "GPL-3.0 WITH GCC-exception-3.1"
    return [
        Row("Qt (in PySide6)", qVersion(), "LGPL-3.0-only", "https://code.qt.io"),
        Row("FFmpeg (in imageio-ffmpeg)", get_ffmpeg_version(), "GPL-3.0-or-later", "https://ffmpeg.org"),
        Row("libheif (in pi-heif)", heif["libheif"], lgpl, "https://github.com/strukturag/libheif"),
        Row("libde265 (in pi-heif)", decoder, lgpl, "https://github.com/strukturag/libde265"),
        Row("FFmpeg (in opencv)", f"of {cv2.__version__}", "LGPL-2.1-or-later", "https://ffmpeg.org"),
        Row("OpenBLAS (in numpy, opencv)", "of these", "BSD-3-Clause", "https://www.openblas.net"),
        Row("libgfortran, libquadmath, libgomp (in wheels)", "of these", gcc, "https://gcc.gnu.org"),
    ]


def frozen_with() -> list[Row]:
    """Return what PyInstaller adds: Python, its libraries, Qt's on Linux, and what starts the program."""
    import sqlite3
    import ssl
    import zlib

    python = ".".join(map(str, sys.version_info[:3]))
    bootloader = "GPL-2.0-or-later WITH Bootloader-exception"
    return [
        Row("Python", python, "PSF-2.0", "https://www.python.org"),
        Row("OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", "https://openssl-library.org"),
        Row("SQLite", sqlite3.sqlite_version, "blessing (public domain)", "https://sqlite.org"),
        Row("zlib", zlib.ZLIB_RUNTIME_VERSION, "Zlib", "https://zlib.net"),
        Row("bzip2", "the system's", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
        Row("liblzma", "the system's", "0BSD", "https://tukaani.org/xz"),
        Row("libffi", "the system's", "MIT", "https://github.com/libffi/libffi"),
        Row("xcb-util's libraries (Linux)", "the system's", "MIT", "https://xcb.freedesktop.org"),
        Row("PyInstaller's bootloader", version("pyinstaller"), bootloader, "https://pyinstaller.org"),
    ]


COLUMNS = "| library | version | licence | home |\n|---|---|---|---|"


def listing() -> str:
    """Return THIRD_PARTY.md."""
    parts = [HEAD, COLUMNS, *map(row, shipped())]
    parts += [
        "\nInside of these, under licences that ask for more than a notice:\n",
        COLUMNS,
        *inside_wheels(),
    ]
    parts += ["\nIn packages that need no Python of the system, besides:\n", COLUMNS, *frozen_with()]
    return "\n".join(map(str, parts)) + "\n"


def collect(folder: Path) -> None:
    """Write THIRD_PARTY.md and the text of every licence into a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TEXTS, folder)
    shutil.copy(ROOT / "LICENSE", folder / "SinGAN-Studio.txt")
    (folder / "THIRD_PARTY.md").write_text(listing(), encoding="utf-8")
    for dist in shipped():
        for file in dist.files or ():
            if _is_licence(file.parts):
                target = folder / dist.metadata["Name"] / "-".join(file.parts[1:])
                target.parent.mkdir(exist_ok=True)
                shutil.copy(str(file.locate()), target)


def _is_licence(parts: tuple[str, ...]) -> bool:
    """Return whether a file of a distribution is one of its licences: in dist-info, by folder or by name."""
    names = ("licen", "copying", "notice", "authors")
    return parts[0].endswith(".dist-info") and (parts[1] == "licenses" or parts[1].lower().startswith(names))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--licences"]:
        collect(Path(sys.argv[2]))
    else:
        sys.stdout.write(listing())
