"""The commands as one typer application."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from singan_studio import __version__
from singan_studio.cli.batch.command import SETTINGS, batch
from singan_studio.cli.bench import bench
from singan_studio.cli.finish import finish
from singan_studio.cli.guard import complain
from singan_studio.cli.info import info
from singan_studio.cli.replay import replay
from singan_studio.cli.tool_command import command_of
from singan_studio.cli.train import train
from singan_studio.core.errors import BadInput, StudioError
from singan_studio.tools.registry import discover

EPILOG = "Without a command, or with a picture or a project instead of one, the window opens."


def run_command(words: list[str]) -> int:
    """Run the command in `words` and return its exit code. Raises `StudioError` and whatever the command raises."""
    commands = _commands()
    named = {word: commands[word] for word in words[:1] if word in commands}
    app = _with_commands(named or commands)  # reading the options of all takes a tenth of a second
    try:
        return app(words, prog_name="singan-studio", standalone_mode=False) or 0
    except Exception as error:
        raise _usage_error(error) or error from None


def build_app() -> typer.Typer:
    """Return the application with all its commands."""
    return _with_commands(_commands())


def _commands() -> dict[str, tuple[Callable[..., None], dict[str, Any]]]:
    """Return each command's function and settings by its name: the program's own and one per tool."""
    found = discover()
    tools = {spec.command: (command_of(spec), {"help": spec.help}) for spec in found.tools}
    for folder, reason in found.broken.items():
        complain(f"The tool in tools/{folder} cannot be used: {reason}.")
    return {
        "train": (train, {}),
        **tools,
        "finish": (finish, {}),
        "batch": (batch, {"context_settings": SETTINGS}),
        "bench": (bench, {}),
        "info": (info, {}),
        "replay": (replay, {}),
    }


def _with_commands(commands: dict[str, tuple[Callable[..., None], dict[str, Any]]]) -> typer.Typer:
    app = typer.Typer(
        help="Take one picture, let a GAN learn it, and create with it.",
        epilog=EPILOG,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    for name, (function, settings) in commands.items():
        app.command(name, **settings)(function)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"singan-studio {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the program itself."""


def _usage_error(error: Exception) -> BadInput | None:
    """Return typer's complaint about a wrong command line as a one-line `BadInput`, or None for any other error.

    typer's base class of these errors has moved between versions, but all of them can format their message.
    """
    if isinstance(error, StudioError) or not hasattr(error, "format_message"):
        return None
    reason = error.format_message().rstrip(".")  # pyright: ignore[reportAttributeAccessIssue]
    return BadInput("cli.usage", reason=reason)
