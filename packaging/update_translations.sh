#!/bin/sh
# Collects the window's texts into resources/translations/*.ts and compiles these to *.qm.
# New texts are marked "unfinished" in the .ts files: translate them (Qt Linguist or an editor), then run this again.
set -eu
cd "$(dirname "$0")/.."
bin=${PYTHON_BIN:-.venv/bin}
folder=resources/translations
sources=$(mktemp)
trap 'rm -f "$sources"' EXIT
find "$PWD/singan_studio" -name '*.py' | LC_ALL=C sort >"$sources"

collect() { # language, further options
    language=$1
    shift
    ts=$folder/singan_studio_$language.ts
    "$bin/pyside6-lupdate" -locations none -no-obsolete -source-language en -target-language "$language" "$@" \
        "@$sources" -ts "$ts"
    "$bin/pyside6-lrelease" "$ts" -qm "${ts%.ts}.qm"
}

collect en -pluralonly # English needs the plural forms alone
collect ja
collect de
