#!/bin/sh
# Checks for system libraries that Qt needs on Linux and that pip cannot install (Debian 12, Ubuntu 22.04 on).
# Says nothing if all are there. Else installs them when run as root with apt-get, or names them in one line; the
# command line works without them. With --list it prints the packages' names and does nothing else.
set -eu

[ "$(uname)" = Linux ] || exit 0
PATH="$PATH:/usr/sbin:/sbin"
command -v ldconfig >/dev/null || exit 0

# file to look for, and the package that has it; the first six for any window, the others for X11
needed='
libEGL.so.1            libegl1
libGL.so.1             libgl1
libxkbcommon.so.0      libxkbcommon0
libfontconfig.so.1     libfontconfig1
libdbus-1.so.3         libdbus-1-3
libglib-2.0.so.0       libglib2.0-0
libX11-xcb.so.1        libx11-xcb1
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-image.so.0      libxcb-image0
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-randr.so.0      libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0      libxcb-shape0
libxcb-shm.so.0        libxcb-shm0
libxcb-sync.so.1       libxcb-sync1
libxcb-xfixes.so.0     libxcb-xfixes0
libxcb-xkb.so.1        libxcb-xkb1
'

if [ "${1-}" = --list ]; then
    echo "$needed" | awk 'NF { print $2 }'
    exit 0
fi

missing_packages() {
    present=$(ldconfig -p)
    echo "$needed" | while read -r file package; do
        case "$present" in
            *"$file"*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done
    # without any font Qt draws no text
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ] ||
        printf ' fonts-dejavu-core'
}

missing=$(missing_packages)
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what Qt needs:$missing"
    # shellcheck disable=SC2086 # a list of words
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    then
        exit 0
    fi
fi
echo "The window needs packages that are missing; install them with: sudo apt-get install$missing" >&2
