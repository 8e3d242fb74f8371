"""``coach print``: scorecards as files, for paper and for keeping."""

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.document import Document
    from coach.services import Services

FORMATS = ("html", "pdf", "md", "txt")
PAPERS = ("a4", "letter")
ON_PAPER = ("html", "pdf")
"""Formats that go to a file when no place is named; the others go to stdout."""

STDOUT = "-"


@click.group("print")
def print_command() -> None:
    """Print blank and completed scorecards.

    Files are readable by their owner only, since a scorecard is about a person.
    """


class How(Record):
    """The options that every document has."""

    suffix: str
    paper: str
    output: str | None
    force: bool


def _options(command: "Callable[[Services, str, How], None]") -> "Callable[..., None]":
    """Give a command the options of :class:`How`, and hand them over as one."""

    @click.option("--format", "suffix", type=click.Choice(FORMATS), default="pdf", show_default=True)
    @click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
    @click.option(
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=str),
        metavar="FILE",
        help="Where to; - is stdout. Without it pdf and html go to a file named after the id in this folder, "
        "and md and txt to stdout.",
    )
    @click.option("--force", is_flag=True, help="Replace the file if it exists.")
    @wraps(command)
    def gathered(services: "Services", which: str, **options: Any) -> None:
        command(services, which, How(**options))

    return gathered


@print_command.command()
@click.argument("which", metavar="KIT")
@click.pass_obj
@_options
def blank(services: "Services", which: str, how: How) -> None:
    """Print the empty scorecard of KIT, for an interview on paper."""
    _print(services.reports.blank(which), f"{which}-blank", how)


@print_command.command()
@click.argument("which", metavar="INTERVIEW")
@click.pass_obj
@_options
def scorecard(services: "Services", which: str, how: How) -> None:
    """Print the scorecard of INTERVIEW as it stands."""
    _print(services.reports.scorecard(which), services.interviews.state(which).id, how)


def _print(document: "Document", name: str, how: How) -> None:
    """Render a document to where it was wanted; the file's name is printed, notes go to stderr."""
    from coach.core.text import visible
    from coach.export import Format, Paper, render
    from coach.services.printing import write_file

    place = how.output or (f"{name}.{how.suffix}" if how.suffix in ON_PAPER else STDOUT)
    if place == STDOUT and how.suffix == "pdf" and sys.stdout.isatty():
        raise click.UsageError("A PDF is not for reading in a terminal; name a FILE, or send stdout to one.")
    rendered = render(document, Format(how.suffix), Paper(how.paper))
    if place == STDOUT:
        sys.stdout.buffer.write(rendered.data)
    else:
        write_file(Path(place), rendered.data, replace=how.force)
        click.echo(place)
    for note in rendered.notes:
        click.echo(visible(note), err=True)
