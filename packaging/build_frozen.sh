#!/bin/sh
# Builds the program as one folder in build/frozen and checks that the folder works on its own:
# drawing, learning and every tool from the command line, HEIC, and the window with its engine processes.
set -eu
cd "$(dirname "$0")/.."
sh packaging/environment.sh
python=build/package-env/bin/python

"$python" packaging/third_party.py --licences build/licences
"$python" packaging/icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath build/frozen --workpath build/pyinstaller packaging/singan-studio.spec

folder=$PWD/build/frozen/singan-studio
sh packaging/prove.sh "$folder" "$folder/singan-studio"
sh packaging/prove_tools.sh "$folder/singan-studio"
du -sh "$folder"
