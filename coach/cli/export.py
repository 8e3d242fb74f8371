"""``coach export``: one's own progress as files for other programs."""

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.core.record import Record
from coach.export.xapi import BASE, base_iri

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.services import Services
    from coach.services.exports import Exported

STDOUT = "-"


@click.group()
def export() -> None:
    """Take your progress along as CSV, JSON, xAPI statements or Anki cards.

    Files are readable by their owner only, since they are about a person. docs/exports.md explains
    every column and field.
    """


class Where(Record):
    """Where an export goes: a file, ``-`` for stdout, or ``None`` for its usual place."""

    output: str | None
    force: bool


def _options(command: "Callable[..., None]") -> "Callable[..., None]":
    """Give a command the options of :class:`Where`, and hand them over as one."""

    @click.option(
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=str),
        metavar="FILE",
        help="Where to; - is stdout.",
    )
    @click.option("--force", is_flag=True, help="Replace the file if it exists.")
    @wraps(command)
    def gathered(services: "Services", output: str | None, force: bool, **options: Any) -> None:
        command(services, Where(output=output, force=force), **options)

    return gathered


@export.command("csv")
@click.pass_obj
@_options
def csv_(services: "Services", where: Where) -> None:
    """Write a table with a row for every answer.

    It goes to stdout unless a FILE is named.
    """
    _write(services.exports.csv(), where.output or STDOUT, force=where.force)


@export.command("json")
@click.pass_obj
@_options
def json_(services: "Services", where: Where) -> None:
    """Write every event as it was recorded.

    They go to stdout unless a FILE is named.
    """
    _write(services.exports.json(), where.output or STDOUT, force=where.force)


@export.command()
@click.option(
    "--base",
    default=BASE,
    show_default=True,
    metavar="ADDRESS",
    help="An address of yours, with which the ids of learner, modules and steps begin.",
)
@click.pass_obj
@_options
def xapi(services: "Services", where: Where, base: str) -> None:
    """Write xAPI statements for a record store.

    They go to stdout unless a FILE is named. The default ADDRESS is one that can never exist; name
    your own before you send statements anywhere.
    """
    iri = base_iri(base)
    if iri is None:
        raise click.UsageError(
            f"{base!r} cannot begin an id; name an address such as https://learning.example/coach, "
            "without spaces, password, ? and #."
        )
    _write(services.exports.xapi(iri), where.output or STDOUT, force=where.force)


@export.command()
@click.pass_obj
@_options
def anki(services: "Services", where: Where) -> None:
    """Write your cards as an Anki package.

    It goes to coach-PROFILE.apkg in this folder unless a FILE is named. Taken in a second time, the
    package updates the cards that Anki has and adds the new ones.
    """
    exports = services.exports
    _write(exports.anki(), where.output or f"coach-{exports.learner}.apkg", force=where.force, binary=True)


def _write(exported: "Exported", place: str, *, force: bool, binary: bool = False) -> None:
    """Put an export to its place; a file's name is printed, notes go to stderr."""
    from coach.services.printing import write_file

    if place == STDOUT and binary and sys.stdout.isatty():
        raise click.UsageError("A package is not for reading in a terminal; name a FILE.")
    if place == STDOUT:
        sys.stdout.buffer.write(exported.data)
    else:
        write_file(Path(place), exported.data, replace=force)
        click.echo(place)
    for note in exported.notes:
        click.echo(note, err=True)
