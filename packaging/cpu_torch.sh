#!/bin/sh
# Installs PyTorch for the CPU: cpu_torch.sh PYTHON. On Linux pip would take the one for CUDA, which is gigabytes larger.
# TORCH_INDEX is where it comes from, PyTorch's own index unless it is set; empty leaves it to pip's configuration.
set -eu
python=$1
index=${TORCH_INDEX-https://download.pytorch.org/whl/cpu}
project=$(dirname "$0")/../pyproject.toml

wanted=$("$python" -c '
import sys, tomllib
with open(sys.argv[1], "rb") as file:
    print(*(line for line in tomllib.load(file)["project"]["dependencies"] if line.startswith("torch")))
' "$project")
# shellcheck disable=SC2086 # no words at all where there is no index
"$python" -m pip install --quiet --disable-pip-version-check ${index:+--index-url "$index"} "$wanted"
"$python" -W ignore -c '
import sys, torch
if torch.version.cuda or torch.version.hip:
    sys.exit(f"torch {torch.__version__} is not the one for the CPU; name an index that has it in TORCH_INDEX")
print("torch", torch.__version__)
'
