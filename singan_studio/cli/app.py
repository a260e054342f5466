"""The commands as one typer application."""

from __future__ import annotations

from typing import Annotated

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
    app = build_app()
    try:
        return app(words, prog_name="singan-studio", standalone_mode=False) or 0
    except Exception as error:
        raise _usage_error(error) or error from None


def build_app() -> typer.Typer:
    """Return the application: train, batch, bench, info, replay and one command per tool."""
    app = typer.Typer(
        help="Take one picture, let a GAN learn it, and create with it.",
        epilog=EPILOG,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    app.command()(train)
    found = discover()
    for spec in found.tools:
        app.command(spec.command, help=spec.help)(command_of(spec))
    for folder, reason in found.broken.items():
        complain(f"The tool in tools/{folder} cannot be used: {reason}.")
    app.command()(finish)
    app.command(context_settings=SETTINGS)(batch)
    app.command()(bench)
    app.command()(info)
    app.command()(replay)
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
