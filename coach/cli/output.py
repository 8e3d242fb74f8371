"""How commands that make documents are told where to and in which shape, and how they write them."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from coach.core.record import Record
from coach.locale import tr

if TYPE_CHECKING:
    from coach.core.document import Bundle, Document

FORMATS = ("html", "pdf", "md", "txt")
PAPERS = ("a4", "letter")
ON_PAPER = ("html", "pdf")
"""Formats that go to a file when no place is named; the others go to stdout."""

ENDINGS = {"htm": "html", "markdown": "md", "text": "txt"}
"""Other ways to end a file's name in a format."""

STDOUT = "-"


class Made(Protocol):
    """What a command made for a file or stdout, and what is to be said about it."""

    @property
    def data(self) -> bytes:
        """What goes into the file."""

    @property
    def notes(self) -> Sequence[str]:
        """What goes to stderr."""


class How(Record):
    """The options that every document has."""

    suffix: str
    paper: str
    large: bool
    output: str | None
    force: bool


def output_option(told: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the option that names its file, ``-`` for stdout; ``told`` is its help."""
    kind = click.Path(dir_okay=False, allow_dash=True, path_type=str)
    return click.option("--output", type=kind, metavar="FILE", help=told)


peek_option = click.option(
    "--peek",
    metavar="REASON",
    help=tr("For the lead of a panel: look before it is revealed to you; that goes on record."),
)

force_option = click.option("--force", is_flag=True, help=tr("Replace the file if it exists."))


def document_options(
    default: str, formats: tuple[str, ...] = FORMATS
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of :class:`How`, and hand them over as its argument ``how``.

    ``formats`` are more than those of documents where a command writes one of its own.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @click.option(
            "--format",
            "wanted",
            type=click.Choice(formats),
            help=tr("Without it, what FILE ends in, or else {default}.", default=default),
        )
        @click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
        @click.option("--large", is_flag=True, help=tr("Large print: 18 points, for pdf and html."))
        @output_option(
            tr(
                "Where to; - is stdout. Without it pdf and html go to a file named after what it is, in "
                "this folder, and all others to stdout."
            )
        )
        @force_option
        @wraps(command)
        def gathered(
            *args: Any,
            wanted: str | None,
            paper: str,
            large: bool,
            output: str | None,
            force: bool,
            **options: Any,
        ) -> None:
            suffix = chosen_format(wanted, output, default, formats)
            if large and suffix not in ON_PAPER:
                raise click.UsageError(
                    tr(
                        "--large is for pdf and html; {suffix} is text, which has the size of your screen. "
                        "Add --format pdf, or leave out --large.",
                        suffix=suffix,
                    )
                )
            how = How(suffix=suffix, paper=paper, large=large, output=output, force=force)
            command(*args, how=how, **options)

        return gathered

    return decorate


def chosen_format(
    wanted: str | None, output: str | None, default: str, formats: tuple[str, ...] = FORMATS
) -> str:
    """Decide on a format by the option and by what the file's name ends in, which must not differ.

    A name that ends in nothing we know is taken as it is where the format is said.
    """
    ending = Path(output or "").suffix.lower().removeprefix(".")
    named = ENDINGS.get(ending, ending)
    if wanted is None and named and named not in formats:
        raise click.UsageError(
            tr(
                "{output} ends in .{ending}, which says no format: name a FILE that ends in {formats}, "
                "or add --format.",
                output=output,
                ending=ending,
                formats=", ".join(f".{one}" for one in formats),
            )
        )
    if wanted is not None and named in formats and named != wanted:
        raise click.UsageError(
            tr(
                "{output} ends in .{ending}, but --format says {wanted}. Leave out --format, or rename FILE.",
                output=output,
                ending=ending,
                wanted=wanted,
            )
        )
    return wanted or named or default


def write_document(document: "Document | Bundle", name: str, how: How) -> None:
    """Render it to where it was wanted; the file's name is printed, notes go to stderr."""
    from coach.export import Format, Paper, Print, render

    place = how.output or (f"{name}.{how.suffix}" if how.suffix in ON_PAPER else STDOUT)
    if how.suffix == "pdf":
        refuse_to_show(
            tr("A PDF is not for reading in a terminal; name a FILE, or send stdout to one."), place
        )
    print_ = Print.LARGE if how.large else Print.NORMAL
    rendered = render(document, Format(how.suffix), Paper(how.paper), print_)
    deliver(rendered, place, replace=how.force)


def refuse_to_show(refusal: str, place: str) -> None:
    """Raise an error where something that is no text would go to a terminal."""
    if place == STDOUT and sys.stdout.isatty():
        raise click.UsageError(refusal)


def deliver(made: Made, place: str, *, replace: bool) -> None:
    """Put what was made to its place; a file's name is printed, notes go to stderr."""
    from coach.core.text import visible
    from coach.services.printing import write_file

    if place == STDOUT:
        sys.stdout.buffer.write(made.data)
    else:
        write_file(Path(place), made.data, replace=replace)
        click.echo(place)
    for note in made.notes:
        click.echo(visible(note), err=True)
