"""``coach export``: one's own progress as files for other programs."""

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from coach.cli.output import STDOUT, deliver, force_option, output_option, refuse_to_show
from coach.core.record import Record
from coach.export.xapi import BASE, base_iri
from coach.locale import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.services import Services


@click.group(
    help=tr(
        "Take your progress along as CSV, JSON, xAPI statements or Anki cards.\n\n"
        "Files are readable by their owner only, since they are about a person. docs/exports.md "
        "explains every column and field."
    )
)
def export() -> None:
    """Take your progress along as CSV, JSON, xAPI statements or Anki cards."""


class Where(Record):
    """Where an export goes: a file, ``-`` for stdout, or ``None`` for its usual place."""

    output: str | None
    force: bool


def _options(command: "Callable[..., None]") -> "Callable[..., None]":
    """Give a command the options of :class:`Where`, and hand them over as one."""

    @output_option(tr("Where to; - is stdout."))
    @force_option
    @wraps(command)
    def gathered(services: "Services", output: str | None, force: bool, **options: Any) -> None:
        command(services, Where(output=output, force=force), **options)

    return gathered


@export.command(
    "csv", help=tr("Write a table with a row for every answer.\n\nIt goes to stdout unless a FILE is named.")
)
@click.pass_obj
@_options
def csv_(services: "Services", where: Where) -> None:
    """Write a table with a row for every answer."""
    deliver(services.exports.csv(), where.output or STDOUT, replace=where.force)


@export.command(
    "json", help=tr("Write every event as it was recorded.\n\nThey go to stdout unless a FILE is named.")
)
@click.pass_obj
@_options
def json_(services: "Services", where: Where) -> None:
    """Write every event as it was recorded."""
    deliver(services.exports.json(), where.output or STDOUT, replace=where.force)


@export.command(
    help=tr(
        "Write xAPI statements for a record store.\n\n"
        "They go to stdout unless a FILE is named. The default ADDRESS is one that can never exist; "
        "name your own before you send statements anywhere."
    )
)
@click.option(
    "--base",
    default=BASE,
    show_default=True,
    metavar="ADDRESS",
    help=tr("An address of yours, with which the ids of learner, modules and steps begin."),
)
@click.pass_obj
@_options
def xapi(services: "Services", where: Where, base: str) -> None:
    """Write xAPI statements for a record store."""
    iri = base_iri(base)
    if iri is None:
        raise click.UsageError(
            tr(
                "{base!r} cannot begin an id; name an address such as https://learning.example/coach, "
                "without spaces, password, ? and #.",
                base=base,
            )
        )
    deliver(services.exports.xapi(iri), where.output or STDOUT, replace=where.force)


@export.command(
    help=tr(
        "Write your cards as an Anki package.\n\n"
        "It goes to coach-PROFILE.apkg in this folder unless a FILE is named. Taken in a second "
        "time, the package updates the cards that Anki has and adds the new ones."
    )
)
@click.pass_obj
@_options
def anki(services: "Services", where: Where) -> None:
    """Write your cards as an Anki package."""
    exports = services.exports
    place = where.output or f"coach-{exports.learner}.apkg"
    refuse_to_show(
        tr("A package is not for reading in a terminal; name a FILE, or send stdout to one."), place
    )
    deliver(exports.anki(), place, replace=where.force)
