#!/bin/sh
# Puts what Linux desktops want to know of the program below a prefix: tree.sh PREFIX. Needs build/icons (icons.py).
set -eu
prefix=$1
here=$(dirname "$0")
id=org.singan_studio.SinGANStudio

place() { # file, place below the prefix
    install -D -m 644 "$1" "$prefix/share/$2"
}

place "$here/$id.desktop" "applications/$id.desktop"
place "$here/$id.metainfo.xml" "metainfo/$id.metainfo.xml"
place "$here/$id.xml" "mime/packages/$id.xml"
place "$here/../../resources/icons/app.svg" "icons/hicolor/scalable/apps/$id.svg"
for size in 48 64 128 256 512; do
    place "$here/../../build/icons/$size.png" "icons/hicolor/${size}x$size/apps/$id.png"
done
