#!/bin/sh
# Builds build/wheel/singan_studio-*.whl and checks it in an environment of its own: installed as users do it, with PyTorch
# for the CPU (see cpu_torch.sh), it starts, draws and opens its window.
set -eu
cd "$(dirname "$0")/.."
rm -rf build/wheel build/wheel-env
.venv/bin/python -m hatchling build -t wheel -d build/wheel

env=$PWD/build/wheel-env
"${PYTHON:-python3}" -m venv "$env"
sh packaging/cpu_torch.sh "$env/bin/python"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check build/wheel/*.whl
sh packaging/prove.sh "$env" "$env/bin/singan-studio"
du -sh build/wheel/*.whl "$env"
