#!/bin/sh
# UNTESTED: written by the documentation, never run. Builds "build/frozen/SinGAN Studio.app" and build/macos/SinGAN-Studio.dmg.
# Needs Python 3.11 or newer. With SIGN_AS, the name of a "Developer ID Application" certificate, the program is signed
# and can then be notarised (xcrun notarytool); without it macOS asks before the first start.
set -eu
cd "$(dirname "$0")/../.."
sh packaging/environment.sh
python=build/package-env/bin/python

"$python" packaging/third_party.py --licences build/licences
"$python" packaging/icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath build/frozen --workpath build/pyinstaller packaging/singan-studio.spec

app="build/frozen/SinGAN Studio.app"
program="$app/Contents/MacOS/singan-studio"
"$program" --version
"$program" sample "$app/Contents/Resources/singan_studio/resources/samples/tulips.jpg" -o build/macos/drawn -n 1 --force
"$program" --smoke

[ -z "${SIGN_AS:-}" ] || codesign --force --deep --options runtime --timestamp --sign "$SIGN_AS" "$app"
hdiutil create -volname "SinGAN Studio" -srcfolder "$app" -ov -format UDZO build/macos/SinGAN-Studio.dmg
