#!/bin/sh
# Makes build/package-env, from which packages are built: what the program needs, PyTorch for the CPU, and PyInstaller.
# PYTHON is the Python that goes into the packages (python3 unless it is set); see cpu_torch.sh for TORCH_INDEX.
set -eu
cd "$(dirname "$0")/.."
env=build/package-env
[ -f "$env/.ready" ] && [ "$env/.ready" -nt pyproject.toml ] && exit 0

rm -rf "$env"
"${PYTHON:-python3}" -m venv "$env"
sh packaging/cpu_torch.sh "$env/bin/python"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check . 'pyinstaller>=6.10'
"$env/bin/python" -m pip uninstall --quiet --yes singan-studio # packages take it from the checkout
touch "$env/.ready"
du -sh "$env"
