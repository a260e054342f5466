"""Writes docs/CLI.md, the reference of the command line, from the commands: `python -m bench.cli_reference`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer.main

from singan_studio.cli.app import EPILOG, build_app

FILE = Path(__file__).parents[1] / "docs" / "CLI.md"

HEAD = f"""# Command line

Made from the program by `python -m bench.cli_reference`; `singan-studio COMMAND --help` says the same. {EPILOG}

Results are written whole or not at all, and nothing is overwritten without `--force`. Exit codes: 0 done, 1 some
pictures of a batch failed, 2 bad input, 3 failed while running, 130 interrupted (what was finished is kept).
"""


def reference() -> str:
    """Return the whole reference as Markdown."""
    commands: dict[str, Any] = getattr(typer.main.get_command(build_app()), "commands")  # noqa: B009 - typer hides it
    contents = "\n".join(f"- [{name}](#{name}): {_first(command)}" for name, command in commands.items())
    return "\n".join([HEAD, contents, *(_section(name, command) for name, command in commands.items())])


def _section(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument" and each.metavar]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join(["singan-studio", name, *(each.metavar for each in arguments), "[OPTIONS]"])
    needed = [each for each in options if each.required]
    lines = [f"\n## {name}\n", *_paragraphs(command.help or ""), f"    {usage}\n"]
    lines += [f"- `{each.metavar}`: {each.help}" for each in arguments]
    lines += [f"- {_names(each)} (required): {each.help}" for each in needed]
    lines += [f"- {_names(each)}: {each.help}" for each in options if each not in needed]
    return "\n".join(lines)


def _names(option: Any) -> str:
    """Return how an option is written, with its value."""
    value = "" if option.is_flag else f" {option.metavar}"
    names = [f"`{name}{value}`" for name in option.opts] + [f"`{name}`" for name in option.secondary_opts]
    return ", ".join(names)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) + "\n" for each in text.split("\n\n")]


def _first(command: Any) -> str:
    return _paragraphs(command.help or "")[0].strip()


def main() -> None:
    FILE.write_text(reference() + "\n", encoding="utf-8")
    print(FILE)


if __name__ == "__main__":
    main()
