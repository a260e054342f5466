#!/bin/sh
# Builds an AppDir of the folder that build_frozen.sh made, packs it as squashfs, and checks what is unpacked again.
# With APPIMAGE_RUNTIME, the file runtime-x86_64 of https://github.com/AppImage/type2-runtime, it also puts that before the
# squashfs, which is all that an AppImage is, and checks this too. Needs mksquashfs and unsquashfs (squashfs-tools).
set -eu
cd "$(dirname "$0")/.."
frozen=build/frozen/singan-studio
[ -x "$frozen/singan-studio" ] || sh packaging/build_frozen.sh

id=org.singan_studio.SinGANStudio
out=build/appimage
dir=$out/AppDir
rm -rf "$out"
mkdir -p "$dir/usr/lib"
cp -a "$frozen" "$dir/usr/lib/singan-studio"
sh packaging/linux/tree.sh "$dir/usr"
cp "$dir/usr/share/applications/$id.desktop" "$dir/"
cp "$dir/usr/share/icons/hicolor/256x256/apps/$id.png" "$dir/"
ln -s "$id.png" "$dir/.DirIcon"
cat >"$dir/AppRun" <<'EOF'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/singan-studio/singan-studio" "$@"
EOF
chmod 755 "$dir/AppRun"

mksquashfs "$dir" "$out/AppDir.squashfs" -root-owned -noappend -comp zstd -quiet -no-progress
rm -rf "$dir"
unsquashfs -quiet -no-progress -d "$out/appimage-unpacked" "$out/AppDir.squashfs"
sh packaging/prove.sh "$out/appimage-unpacked" "$PWD/$out/appimage-unpacked/AppRun"

if [ -n "${APPIMAGE_RUNTIME:-}" ]; then
    image=$PWD/$out/SinGAN_Studio-$(uname -m).AppImage
    cat "$APPIMAGE_RUNTIME" "$out/AppDir.squashfs" >"$image"
    chmod 755 "$image"
    sh packaging/prove.sh "$out/appimage-unpacked" "$image"
    ls -l "$image"
else
    echo "APPIMAGE_RUNTIME is not set: the AppDir works, an AppImage was not made." >&2
fi
rm -rf "$out/appimage-unpacked"
ls -l "$out"
