#!/bin/sh
# Proves every command of an installed program on a small picture: prove_tools.sh PROGRAM.
set -eu
program=$1
root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Use an empty environment and another folder, so that nothing in this checkout can help.
studio() {
    echo "$1"
    (cd "$work" && env -i HOME="$work" LANG=C.UTF-8 timeout 900 "$program" "$@" --threads 1 >>"$work/log") ||
        { cat "$work/log"; exit 1; }
}

studio sample "$root/resources/samples/tulips.jpg" --size 96x96 -n 1 -o "$work/small"
mkdir "$work/photos"
photo=$work/photos/photo.png
cp "$work"/small/*.png "$photo"

studio paint "$photo" "$photo" -o "$work/painted.png"
studio edit "$photo" "$photo" --mask "$photo" -o "$work/edited.png"
studio harmonize "$photo" "$photo" --mask "$photo" -o "$work/harmonized.png"
studio fill "$photo" --mask "$photo" -o "$work/filled.png"
studio extend "$photo" --left 20% -o "$work/extended.png"
studio retarget "$photo" --width 70% -o "$work/narrow.png"
studio material "$photo" "$photo" -o "$work/material.png"
studio tile "$photo" --size 64x64 -o "$work/tile.png"
studio flow "$photo" --arrow 10,40,30,0 --frames 4 -o "$work/flow.mp4"
studio finish "$work/painted.png" --photo "$photo" -o "$work/finished.png"
studio batch "$work/photos" --do sample -n 1 -o "$work/batch" --jobs 2

project=$work/learned.singan
studio train "$photo" -o "$project" --preset draft --max-size 64 --iterations 5
studio sample "$project" -o "$work/learned"
studio upscale "$project" --factor 1.5 -o "$work/large.png"
for film in gif mp4 webm webp apng; do
    studio animate "$project" --frames 4 -o "$work/moving.$film"
done
studio replay "$work/edited.png" --project "$photo" -o "$work/again.png"
cmp "$work/edited.png" "$work/again.png"

PYTHONPATH="$root/tests/support" python3 -c \
    'import sys, heif_files; sys.stdout.buffer.write(heif_files.heif_file())' >"$work/phone.heic"
studio sample "$work/phone.heic" -n 1 -o "$work/heic"
ls -l "$work" | sed 1d
