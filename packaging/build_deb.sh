#!/bin/sh
# Builds build/deb/singan-studio_VERSION_ARCH.deb of the folder that build_frozen.sh made, and checks it unpacked in a folder
# of its own. Needs dpkg-deb; where desktop-file-validate and appstreamcli are installed, they check what desktops will read.
set -eu
cd "$(dirname "$0")/.."
frozen=build/frozen/singan-studio
[ -x "$frozen/singan-studio" ] || sh packaging/build_frozen.sh

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' singan_studio/__init__.py)
arch=$(dpkg --print-architecture)
root=build/deb/root
rm -rf build/deb
mkdir -p "$root/usr/lib" "$root/usr/bin" "$root/usr/share/doc/singan-studio" "$root/DEBIAN"

cp -a "$frozen" "$root/usr/lib/singan-studio"
ln -s ../lib/singan-studio/singan-studio "$root/usr/bin/singan-studio"
sh packaging/linux/tree.sh "$root/usr"
{
    echo "SinGAN Studio is under this licence; that of everything else is in /usr/lib/singan-studio/_internal/licences."
    cat LICENSE
} >"$root/usr/share/doc/singan-studio/copyright"
find "$root/usr" -type d -exec chmod 755 {} +

# Qt's libraries of the system, and the newest glibc that any library asks for
needed=$(sh packaging/system_libs.sh --list | paste -sd, | sed 's/,/, /g')
glibc=$(grep -rhaoE 'GLIBC_2\.[0-9]+' "$root/usr/lib" | sort -uV | tail -1)
cat >"$root/DEBIAN/control" <<EOF
Package: singan-studio
Version: $version
Architecture: $arch
Maintainer: SinGAN Studio <nobody@localhost>
Section: graphics
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6 (>= ${glibc#GLIBC_}), libgcc-s1, libstdc++6, $needed
Recommends: fonts-dejavu-core, fonts-noto-cjk
Description: create new pictures from a single one
 Take one picture and create with it. Its own patches are a model that needs no
 training: new pictures of it come in seconds, at its full size. A small neural
 network can learn it besides, and adds detail and motion.
EOF
deb=build/deb/singan-studio_${version}_$arch.deb
dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$deb"

! command -v desktop-file-validate >/dev/null || desktop-file-validate "$root"/usr/share/applications/*.desktop
! command -v appstreamcli >/dev/null || appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml
unpacked=build/deb/deb-unpacked
dpkg-deb -x "$deb" "$unpacked"
sh packaging/prove.sh "$unpacked" "$PWD/$unpacked/usr/bin/singan-studio"
rm -rf "$root" "$unpacked"
ls -l "$deb"
