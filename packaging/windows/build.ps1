# UNTESTED: written by the documentation, never run. Builds build\frozen\singan-studio and, where Inno Setup 6 is installed,
# the installer build\windows\singan-studio-setup.exe. Needs Python 3.11 or newer. In PowerShell:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked([string] $program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { throw "$program failed: $args" }
}

Invoke-Checked py -3 -m venv build\package-env
$python = "build\package-env\Scripts\python.exe"
# On Windows PyPI has PyTorch for the CPU alone, so no index needs naming.
Invoke-Checked $python -m pip install --quiet . "pyinstaller>=6.10"
Invoke-Checked $python -m pip uninstall --quiet --yes singan-studio
Invoke-Checked $python packaging\third_party.py --licences build\licences
Invoke-Checked $python packaging\icons.py build\icons
Invoke-Checked $python -m PyInstaller --noconfirm --log-level WARN `
    --distpath build\frozen --workpath build\pyinstaller packaging\singan-studio.spec

$program = "build\frozen\singan-studio\singan-studio.exe"
$photo = "build\frozen\singan-studio\_internal\singan_studio\resources\samples\tulips.jpg"
Invoke-Checked $program --version
Invoke-Checked $program sample $photo -o build\windows\drawn -n 1 --force
Invoke-Checked $program --smoke

$compiler = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
if (Test-Path $compiler) {
    Invoke-Checked $python -c "from PIL import Image; Image.open('build/icons/256.png').save('build/windows/studio.ico')"
    Invoke-Checked $compiler packaging\windows\singan-studio.iss
}
