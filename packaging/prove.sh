#!/bin/sh
# Proves an installed program: prove.sh FOLDER PROGRAM. In an empty environment and another folder, so that nothing of
# this checkout can help, it starts, has all that belongs to it below FOLDER, draws a picture of a photo that it brings along,
# and its window learns and draws. The picture stays in build/proof for whoever wants to see it.
set -eu
folder=$(realpath "$1")
program=$2
proof=$(dirname "$(realpath "$0")")/../build/proof
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

installed() { # the third variable lets an AppImage run without FUSE
    (cd "$work" && env -i HOME="$work" LANG=C.UTF-8 APPIMAGE_EXTRACT_AND_RUN=1 QT_QPA_PLATFORM=offscreen \
        timeout 900 "$program" "$@")
}

part() { # a file that belongs to the program: print where it is
    found=$(find "$folder" -path "*/singan_studio/$1" -print -quit)
    [ -n "$found" ] || { echo "missing: $1" >&2; exit 1; }
    echo "$found"
}

for file in docs/guide/README.md docs/guide/images/fill.jpg resources/icons/app.svg resources/styles/studio.qss \
    resources/translations/singan_studio_de.qm resources/translations/singan_studio_ja.qm; do
    part "$file" >/dev/null
done
photo=$(part resources/samples/tulips.jpg)

installed --version
installed sample "$photo" -o "$work/drawn" -n 1 --seed 1 --threads 1
mkdir -p "$proof"
cp "$work"/drawn/*.png "$proof/$(basename "$folder").png"
installed --smoke --threads 1
echo "$program: it starts, draws, and its window learned one scale and drew with it."
