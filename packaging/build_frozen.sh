#!/bin/sh
# Builds the program as one folder in build/frozen and checks that the folder works on its own:
# learning, drawing and every tool from the command line, and the window with its engine processes.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

"$python" -m pip install --quiet --disable-pip-version-check 'pyinstaller>=6.10'
"$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath build/frozen --workpath build/pyinstaller packaging/singan-studio.spec

program=$PWD/build/frozen/singan-studio/singan-studio
photo=$PWD/resources/samples/tulips.jpg
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Use an empty environment and another folder, so that nothing in this checkout can help.
frozen() {
    (cd "$work" && env -i HOME="$work" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen timeout 300 "$program" "$@")
}

frozen --version
frozen train "$photo" -o "$work/tulips.singan" --preset draft --max-size 64 --iterations 5 --threads 1
frozen sample "$work/tulips.singan" -o "$work/drawn" --threads 1
frozen info "$work/tulips.singan"
ls "$work"/drawn/*.png
frozen paint "$work/tulips.singan" "$photo" -o "$work/painted.png" --threads 1
frozen edit "$work/tulips.singan" "$photo" --mask "$photo" -o "$work/edited.png" --threads 1
frozen harmonize "$work/tulips.singan" "$photo" --mask "$photo" -o "$work/harmonized.png" --threads 1
frozen upscale "$work/tulips.singan" --factor 1.5 -o "$work/large.png" --threads 1
frozen animate "$work/tulips.singan" --frames 4 -o "$work/moving.gif" --threads 1
frozen animate "$work/tulips.singan" --frames 4 -o "$work/moving.mp4" --threads 1
frozen replay "$work/edited.png" -o "$work/again.png"
cmp "$work/edited.png" "$work/again.png"
ls -l "$work"
frozen --smoke --threads 1
echo "The window opened, learned one scale and drew with it."
du -sh build/frozen/singan-studio
