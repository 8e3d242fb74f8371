"""The root of all commands; each is a module of its own and is imported when it is called."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from coach import __version__
from coach.cli.errors import FAILED, exit_code, told

COMMANDS = {
    "agreement": "Tell how far interviewers agree, from their ratings.",
    "calibrate": "Learn to rate answers as experts do.",
    "certificate": "Print the certificate of a mastered module.",
    "check": "Test content the way code is tested.",
    "compare": "Compare the candidates of a requisition.",
    "countries": "Show what not to ask where, and how long records are kept.",
    "crm": "Make the practice CRM like the one at work.",
    "data": "Where the data is; backup, restore, verify.",
    "debrief": "Talk about a candidate as a panel, and decide.",
    "demo": "Open the program on made-up people.",
    "doctor": "Say what is wrong with an installation.",
    "explain": "Say what a code of the checker means.",
    "export": "Take your progress along: CSV, JSON, xAPI, Anki.",
    "interview": "Hold, list and amend interviews.",
    "keys": "List every action with its keys.",
    "mentor": "Rate what others wrote and said.",
    "new": "Start a module, a bank, a kit or a country's profile.",
    "notes": "List your bookmarks and notes.",
    "panel": "Collect sealed scorecards, and see who is in.",
    "path": "List learning paths, and follow one.",
    "play": "Play an exercise without recording it.",
    "practice": "Answer a kit's questions against the clock.",
    "print": "Print blank and completed scorecards.",
    "privacy": "Keep, hold, erase and hand out records of candidates.",
    "profile": "See who learns on this machine.",
    "progress": "Tell what is finished and mastered, and how ready you are.",
    "requisition": "Open requisitions with a panel and candidates.",
    "reset": "Start a session or a module again.",
    "review": "Be asked again what you are about to forget.",
    "schema": "Give the JSON Schema of content files.",
    "search": "Find lessons and questions by their words.",
    "train": "Work through modules, line by line.",
}
"""Name and one-line help of every command; the module of the same name in this folder holds it."""


def said(error: click.ClickException) -> str:
    """Put what click or a command says is wrong into our way of saying it, with where to read on."""
    sentence = f"coach: {error.format_message().strip()}"
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return sentence
    return f"{sentence}\nHow it is used: {error.ctx.command_path} --help"


class LazyGroup(click.Group):
    """Knows its commands by name and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = ("print_", "print_command") if cmd_name == "print" else (cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"coach.cli.{module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest commands when one is unknown."""
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else " coach --help lists all commands."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the program and end it; every error line begins with ``coach:``, wherever it comes from."""
        if not options.setdefault("standalone_mode", True):
            return super().main(*args, **options)
        try:
            code = super().main(*args, **(options | {"standalone_mode": False}))
        except click.ClickException as error:
            click.echo(said(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("coach: Stopped; nothing more was done.", err=True)
            sys.exit(FAILED)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what went wrong in a way we know is one sentence, not a trace."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except Exception as error:
            code = exit_code(error)
            if code is None:
                raise
            click.echo(told(error), err=True)
            raise click.exceptions.Exit(code) from error


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="coach %(version)s")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with curricula/ and question_banks/ that comes before all others.",
)
@click.option("--profile", metavar="ID", help="Whose progress this run is about, such as mira.")
@click.option("--demo", is_flag=True, help="Open the program on made-up people in a temporary folder.")
@click.pass_context
def root(ctx: click.Context, content: Path | None, profile: str | None, demo: bool) -> None:
    """Coach: sales training and structured interviews in the terminal.

    Without a command the program opens. Exit codes: 0 done, 1 could not be done, 2 wrong use.
    """
    from coach.services import Services
    from coach.store.paths import Folders

    if profile is not None:
        from coach.services.profiles import checked

        profile = checked(profile)
    services = Services(Folders.from_environment(os.environ), os.environ, content, profile=profile)
    ctx.obj = services
    ctx.call_on_close(services.close)
    if ctx.invoked_subcommand is not None:
        if demo:
            raise click.UsageError(
                "--demo opens the program on made-up people and goes with no command: leave out one of them."
            )
        return
    if demo:
        from coach.cli.demo import open_demo

        open_demo(services)
        return
    from coach.cli.program import open_program

    open_program(services)
