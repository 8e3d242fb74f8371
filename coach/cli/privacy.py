"""``coach privacy``: what is kept about candidates, until when, how it goes, and what is handed out."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.cli.output import FORMATS, STDOUT, How, deliver, document_options, write_document
from coach.cli.privacy_erase import erase, receipt
from coach.cli.requisition import candidate_argument, requisition_argument
from coach.core.record import Record
from coach.locale import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coach.core.panel.access import AccessExport
    from coach.services import Services
    from coach.services.privacy import Due

DAYS = ("rejection-received", "application-received", "decision", "last-contact")
SHAPES = (*FORMATS, "json")
reason_option = click.option("--reason", required=True, metavar="TEXT", help=tr("Why; it is kept."))


class Made(Record):
    """Bytes for a file, and what is to be said about them."""

    data: bytes
    notes: tuple[str, ...] = ()


@click.group(
    help=tr(
        "Keep records of candidates until their day, hold them, erase them, hand them out.\n\n"
        "For the lead and HR of a requisition; an interview without a requisition is its "
        "interviewer's. docs/privacy.md tells what is kept where, and the way through a request for "
        "access."
    )
)
def privacy() -> None:
    """Keep records of candidates until their day, hold them, erase them, hand them out."""


privacy.add_command(erase)
privacy.add_command(receipt)


@privacy.command("list", help=tr("List every record with its delete-by day, what must go first first."))
@json_option
@click.pass_obj
def list_records(services: "Services", as_json: bool) -> None:
    """List every record with its delete-by day, what must go first first."""
    found = (*services.privacy.all(), *services.privacy.alone())
    _tell_records(found, tr("There are no records of candidates that you look after."), as_json=as_json)


@privacy.command(help=tr("List what must go now, what lacks the day it counts from, and what a hold keeps."))
@json_option
@click.pass_obj
def due(services: "Services", as_json: bool) -> None:
    """List what must go now, what lacks the day it counts from, and what a hold keeps."""
    found = services.privacy.asking()
    _tell_records(found, tr("Nothing has to go, no day is missing, and there is no hold."), as_json=as_json)


def _tell_records(found: "Iterable[Due]", nothing: str, *, as_json: bool) -> None:
    from coach.cli.plain.dialogue import tell
    from coach.services.privacy_words import standing_text, until_text

    records = tuple(found)
    if as_json:
        print_json(records)
        return
    for one in records:
        place = one.requisition or one.interview
        tell(f"{place} · {one.candidate} · {standing_text(one)} · {until_text(one)}")
    if not records:
        click.echo(nothing, err=True)


@privacy.command(
    "date",
    help=tr("Record the day from which the period of CODE counts, and tell until when the record is kept."),
)
@requisition_argument
@candidate_argument
@click.argument("what", type=click.Choice(DAYS))
@click.argument("day", metavar=tr("YYYY-MM-DD"))
@click.pass_obj
def record_date(services: "Services", which: str, code: str, what: str, day: str) -> None:
    """Record the day from which the period of CODE counts, and tell until when the record is kept."""
    from coach.cli.plain.dialogue import tell
    from coach.core.country import Counted
    from coach.services.privacy_words import standing_text, until_text

    found = services.privacy.record_date(which, code, Counted(what), _day(day))
    tell(f"{found.requisition} · {found.candidate} · {standing_text(found)} · {until_text(found)}")
    if found.counted_from is not None and found.counted_from.value != what:
        click.echo(
            tr(
                "It is kept. In this requisition the period counts from {counted_from}.",
                counted_from=found.counted_from,
            ),
            err=True,
        )


def _day(typed: str) -> "date":
    """Read a day; raises ``UsageError``."""
    from coach.core.conduct import Refused
    from coach.services.privacy_words import read_day

    try:
        return read_day(typed)
    except Refused as error:
        raise click.UsageError(str(error)) from error


@privacy.command(
    help=tr("Let nothing about CODE be erased, such as while a claim is pending; it wins over every date.")
)
@requisition_argument
@candidate_argument
@reason_option
@click.pass_obj
def hold(services: "Services", which: str, code: str, reason: str) -> None:
    """Let nothing about CODE be erased, such as while a claim is pending; it wins over every date."""
    services.privacy.hold(which, code, reason)
    click.echo(tr("There is a hold on {code}. coach privacy lift ends it.", code=code), err=True)


@privacy.command(help=tr("End the hold on CODE; then its delete-by day counts again."))
@requisition_argument
@candidate_argument
@reason_option
@click.pass_obj
def lift(services: "Services", which: str, code: str, reason: str) -> None:
    """End the hold on CODE; then its delete-by day counts again."""
    services.privacy.lift(which, code, reason)
    found = services.privacy.one(which, code)
    from coach.services.privacy_words import standing_text

    click.echo(
        tr(
            "The hold on {candidate} is over: {standing}.",
            candidate=found.candidate,
            standing=standing_text(found),
        ),
        err=True,
    )


@privacy.command(help=tr("List who saw what of CODE and when, looks before the reveal with their reasons."))
@requisition_argument
@candidate_argument
@json_option
@click.pass_obj
def log(services: "Services", which: str, code: str, as_json: bool) -> None:
    """List who saw what of CODE and when, looks before the reveal with their reasons."""
    from coach.cli.plain.dialogue import tell
    from coach.services.privacy_words import NO_LOOKS, look_text

    found = services.privacy.looks(which, code)
    if as_json:
        print_json(found)
        return
    for look in found:
        tell(look_text(look))
    if not found:
        click.echo(tr(NO_LOOKS), err=True)


@privacy.command(
    "access-export",
    help=tr(
        "Write everything that is kept about CODE for the candidate, which goes on record.\n\n"
        "The format json is for other programs. docs/privacy.md tells what to look at before it is "
        "handed out."
    ),
)
@requisition_argument
@candidate_argument
@click.pass_obj
@document_options("pdf", SHAPES)
def access_export(services: "Services", which: str, code: str, how: How) -> None:
    """Write everything that is kept about CODE for the candidate, which goes on record."""
    found = services.privacy.access_export(which, code)
    if how.suffix == "json":
        deliver(_json(found), how.output or STDOUT, replace=how.force)
    else:
        from coach.export.documents.access import access_bundle
        from coach.services.privacy_words import access_name

        write_document(access_bundle(found), access_name(found), how)
    if found.looks[-1].peek:
        click.echo(tr("It went on record as a look before the scorecards were revealed to you."), err=True)
    if found.absent:
        absent = ", ".join(found.absent)
        click.echo(
            tr(
                "Nothing of {absent} is here. If they hold interviews on other machines, ask them.",
                absent=absent,
            ),
            err=True,
        )


def _json(found: "AccessExport") -> Made:
    import msgspec

    from coach.core.panel.access import plain

    return Made(data=msgspec.json.format(msgspec.json.encode(plain(found))) + b"\n")
