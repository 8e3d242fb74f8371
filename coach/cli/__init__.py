"""The command line. Each command is a module of its own and is imported when it is called."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from coach import __version__

COMMANDS = {
    "check": "Test content the way code is tested.",
    "data": "Where the data is; backup, restore, verify.",
    "demo": "Open the program on made-up people.",
    "explain": "Say what a code of the checker means.",
    "interview": "Hold, list and amend interviews.",
    "keys": "List every action with its keys.",
    "new": "Start a module, a bank or a kit.",
    "print": "Print blank and completed scorecards.",
    "schema": "Give the JSON Schema of content files.",
    "train": "Work through modules, line by line.",
}
"""Name and one-line help of every command; the module of the same name in this folder holds it."""

USAGE_ERROR = 2


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
            click.echo(f"coach: {error}", err=True)
            raise click.exceptions.Exit(code) from error


def exit_code(error: Exception) -> int | None:
    """Return 2 for a wrong name, 1 for what cannot be done now, ``None`` for a fault of the program."""
    from coach.content.library import ContentError, NotFound
    from coach.core.conduct import Refused
    from coach.services.interview import UnknownInterview
    from coach.services.settings import SettingsError
    from coach.store.errors import StoreError

    match error:
        case NotFound() | UnknownInterview():
            return USAGE_ERROR
        case ContentError() | Refused() | SettingsError() | StoreError():
            return 1
        case _:
            return None


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="coach %(version)s")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with curricula/ and question_banks/ that comes before all others.",
)
@click.option("--demo", is_flag=True, help="Open the program on made-up people in a temporary folder.")
@click.pass_context
def root(ctx: click.Context, content: Path | None, demo: bool) -> None:
    """Coach: sales training and structured interviews in the terminal.

    Without a command the program opens. Exit codes: 0 done, 1 could not be done, 2 wrong use.
    """
    from coach.services import Services
    from coach.store.paths import Folders

    services = Services(Folders.from_environment(os.environ), os.environ, content)
    ctx.obj = services
    ctx.call_on_close(services.close)
    if ctx.invoked_subcommand is not None:
        return
    if demo:
        from coach.cli.demo import open_demo

        open_demo(services)
        return
    open_program(services)


def open_program(
    services: "Services", *, greet: bool | None = None, start: "Callable[[CoachApp], None] | None" = None
) -> None:
    """Open the terminal program; it needs a terminal on both ends.

    ``start`` is called with the app once home is there, to go straight to a session or an interview.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "The program needs a terminal. "
            "In a pipe, use coach train run … --plain or coach interview run … --plain."
        )
    from coach.store.paths import private_folder
    from coach.tui.app import CoachApp

    private_folder(services.folders.data)
    first = not services.folders.database.exists()
    assert services.settings
    app = CoachApp(services, greet=first if greet is None else greet, start=start)
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.services import Services
    from coach.tui.app import CoachApp
