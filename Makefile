# make run and make test set themselves up; everything made lies in .venv and build/.
# CPU=1 at the first of them takes PyTorch for the CPU, which is gigabytes smaller than the one for CUDA.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench screens sheets examples wheel frozen deb appimage third-party clean

help:
	@echo "make run      start the studio (without a display: train and sample a bundled photo)"
	@echo "make test     all tests"
	@echo "make check    formatting, lint, layers, types"
	@echo "make bench    measurements, printed as tables"
	@echo "make screens  pictures of every screen in build/screens"
	@echo "make sheets   contact sheets of what every tool makes, in build/sheets"
	@echo "make examples learn the example projects of the start page again (long)"
	@echo "make format   format the code"
	@echo "make wheel    the wheel in build/wheel; like the next three, with a proof that it runs"
	@echo "make frozen   the program as one folder in build/frozen"
	@echo "make deb      the Debian package in build/deb"
	@echo "make appimage the AppImage in build/appimage"
	@echo "make third-party   THIRD_PARTY.md anew, after a build"
	@echo "make clean    remove what was made, .venv too"

setup: $(READY)
	@sh packaging/system_libs.sh

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is not Python 3.11 or newer; name one: make setup PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(if $(CPU),@sh packaging/cpu_torch.sh $(BIN)/python)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

run: setup
	$(BIN)/python main.py

# In two processes: tests wait for engines, ffmpeg and the window most of the time.
test: setup
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/pyright

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python -m singan_studio bench
	$(BIN)/python -m bench.startup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench.widget_paint

screens: setup
	$(BIN)/python -m bench.screens

sheets: setup
	$(BIN)/python -m bench.sheets

examples: setup
	$(BIN)/python -m bench.examples

# Packages have an environment of their own, with PyTorch for the CPU; packaging/README.md says more.
wheel: setup
	PYTHON=$(PYTHON) sh packaging/build_wheel.sh

frozen:
	PYTHON=$(PYTHON) sh packaging/build_frozen.sh

deb:
	PYTHON=$(PYTHON) sh packaging/build_deb.sh

appimage:
	PYTHON=$(PYTHON) sh packaging/build_appimage.sh

third-party:
	PYTHON=$(PYTHON) sh packaging/environment.sh
	build/package-env/bin/python packaging/third_party.py >THIRD_PARTY.md

clean:
	rm -rf .venv build
