"""The reference of the command line is what the commands say now."""

from __future__ import annotations

from bench.cli_reference import FILE, reference


def test_reference_is_up_to_date() -> None:
    written = FILE.read_text(encoding="utf-8")
    assert written == reference() + "\n", "run: python -m bench.cli_reference"


def test_reference_has_every_command_with_its_required_options() -> None:
    text = reference()
    for command in ("train", "sample", "upscale", "animate", "batch", "replay", "finish", "info"):
        assert f"\n## {command}\n" in text
    assert "    singan-studio upscale PICTURE|PROJECT.singan [OPTIONS]\n" in text
    assert "- `--output FILE`, `-o FILE` (required)" in text
