"""The root of all commands; each is a module of its own and is imported when it is called."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from coach import __version__
from coach.cli.errors import FAILED, exit_code, told
from coach.locale import LANGUAGES, mark, speak, tr, trp

COMMANDS = {
    "agreement": mark("Tell how far interviewers agree, from their ratings."),
    "calibrate": mark("Learn to rate answers as experts do."),
    "certificate": mark("Print the certificate of a mastered module."),
    "check": mark("Test content the way code is tested."),
    "compare": mark("Compare the candidates of a requisition."),
    "countries": mark("Show what not to ask where, and how long records are kept."),
    "crm": mark("Make the practice CRM like the one at work."),
    "data": mark("Where the data is; backup, restore, verify."),
    "debrief": mark("Talk about a candidate as a panel, and decide."),
    "demo": mark("Open the program on made-up people."),
    "doctor": mark("Say what is wrong with an installation."),
    "explain": mark("Say what a code of the checker means."),
    "export": mark("Take your progress along: CSV, JSON, xAPI, Anki."),
    "interview": mark("Hold, list and amend interviews."),
    "keys": mark("List every action with its keys."),
    "mentor": mark("Rate what others wrote and said."),
    "new": mark("Start a module, a bank, a kit or a country's profile."),
    "notes": mark("List your bookmarks and notes."),
    "panel": mark("Collect sealed scorecards, and see who is in."),
    "path": mark("List learning paths, and follow one."),
    "play": mark("Play an exercise without recording it."),
    "practice": mark("Answer a kit's questions against the clock."),
    "print": mark("Print blank and completed scorecards."),
    "privacy": mark("Keep, hold, erase and hand out records of candidates."),
    "profile": mark("See who learns on this machine."),
    "progress": mark("Tell what is finished and mastered, and how ready you are."),
    "requisition": mark("Open requisitions with a panel and candidates."),
    "reset": mark("Start a session or a module again."),
    "review": mark("Be asked again what you are about to forget."),
    "schema": mark("Give the JSON Schema of content files."),
    "search": mark("Find lessons and questions by their words."),
    "train": mark("Work through modules, line by line."),
    "translate": mark("Carry content into another language."),
}
"""Name and one-line help of every command; the module of the same name in this folder holds it."""


def said(error: click.ClickException) -> str:
    """Put what click or a command says is wrong into our way of saying it, with where to read on."""
    sentence = f"coach: {error.format_message().strip()}"
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return sentence
    used = tr("How it is used: {command} --help", command=error.ctx.command_path)
    return f"{sentence}\n{used}"


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
        with formatter.section(trp("click", "Commands")):
            formatter.write_dl([(name, tr(help_)) for name, help_ in sorted(COMMANDS.items())])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest commands when one is unknown."""
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2)
            hint = tr("coach --help lists all commands.")
            if near:
                hint = tr("Did you mean {names}?", names=tr(" or ").join(near))
            raise click.UsageError(f"{tr('There is no command {name!r}.', name=args[0])} {hint}", ctx)
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
            click.echo(f"coach: {tr('Stopped; nothing more was done.')}", err=True)
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
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=tr(
        "Coach: sales training and structured interviews in the terminal.\n\n"
        "Without a command the program opens. Exit codes: 0 done, 1 could not be done, 2 wrong use."
    ),
)
@click.version_option(__version__, message="coach %(version)s")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help=tr("A folder with curricula/ and question_banks/ that comes before all others."),
)
@click.option("--lang", type=click.Choice(LANGUAGES), help=tr("The language of screens, content and paper."))
@click.option("--profile", metavar="ID", help=tr("Whose progress this run is about, such as mira."))
@click.option("--demo", is_flag=True, help=tr("Open the program on made-up people in a temporary folder."))
@click.pass_context
def root(ctx: click.Context, content: Path | None, lang: str | None, profile: str | None, demo: bool) -> None:
    """Coach: sales training and structured interviews in the terminal."""
    from coach.services import Services
    from coach.store.paths import Folders

    if lang is not None:
        speak(lang)
    if profile is not None:
        from coach.services.profiles import checked

        profile = checked(profile)
    services = Services(Folders.from_environment(os.environ), os.environ, content, profile=profile)
    ctx.obj = services
    ctx.call_on_close(services.close)
    if ctx.invoked_subcommand is not None:
        if demo:
            raise click.UsageError(
                tr(
                    "--demo opens the program on made-up people and goes with no command: leave out one of "
                    "them."
                )
            )
        return
    if demo:
        from coach.cli.demo import open_demo

        open_demo(services)
        return
    from coach.cli.program import open_program

    open_program(services)
