"""``coach privacy``: what is kept about candidates, until when, how it goes, and what is handed out."""

import sys
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.cli.output import FORMATS, STDOUT, How, deliver, document_options, write_document
from coach.cli.requisition import candidate_argument, requisition_argument
from coach.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coach.core.panel.access import AccessExport
    from coach.services import Services
    from coach.services.erasing import ErasureReceipt
    from coach.services.privacy import Due

DAYS = ("rejection-received", "application-received", "decision", "last-contact")
SHAPES = (*FORMATS, "json")
reason_option = click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept.")
which_argument = click.argument("which", metavar="REQ|INTERVIEW")
optional_code = click.argument("code", metavar="[CODE]", required=False, default="")


class Made(Record):
    """Bytes for a file, and what is to be said about them."""

    data: bytes
    notes: tuple[str, ...] = ()


@click.group()
def privacy() -> None:
    """Keep records of candidates until their day, hold them, erase them, hand them out.

    For the lead and HR of a requisition; an interview without a requisition is its interviewer's.
    docs/privacy.md tells what is kept where, and the way through a request for access.
    """


@privacy.command("list")
@json_option
@click.pass_obj
def list_records(services: "Services", as_json: bool) -> None:
    """List every record with its delete-by day, what must go first first."""
    found = (*services.privacy.all(), *services.privacy.alone())
    _tell_records(found, "There are no records of candidates that you look after.", as_json=as_json)


@privacy.command()
@json_option
@click.pass_obj
def due(services: "Services", as_json: bool) -> None:
    """List what must go now, what lacks the day it counts from, and what a hold keeps."""
    found = services.privacy.asking()
    _tell_records(found, "Nothing has to go, no day is missing, and there is no hold.", as_json=as_json)


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


@privacy.command("date")
@requisition_argument
@candidate_argument
@click.argument("what", type=click.Choice(DAYS))
@click.argument("day", metavar="YYYY-MM-DD")
@click.pass_obj
def record_date(services: "Services", which: str, code: str, what: str, day: str) -> None:
    """Record the day from which the period of CODE counts, and tell until when the record is kept."""
    from coach.cli.plain.dialogue import tell
    from coach.core.country import Counted
    from coach.services.privacy_words import standing_text, until_text

    found = services.privacy.record_date(which, code, Counted(what), _day(day))
    tell(f"{found.requisition} · {found.candidate} · {standing_text(found)} · {until_text(found)}")
    if found.counted_from is not None and found.counted_from.value != what:
        click.echo(f"It is kept. In this requisition the period counts from {found.counted_from}.", err=True)


def _day(typed: str) -> "date":
    """Read a day; raises ``UsageError``."""
    from coach.core.conduct import Refused
    from coach.services.privacy_words import read_day

    try:
        return read_day(typed)
    except Refused as error:
        raise click.UsageError(str(error)) from error


@privacy.command()
@requisition_argument
@candidate_argument
@reason_option
@click.pass_obj
def hold(services: "Services", which: str, code: str, reason: str) -> None:
    """Let nothing about CODE be erased, such as while a claim is pending; it wins over every date."""
    services.privacy.hold(which, code, reason)
    click.echo(f"There is a hold on {code}. coach privacy lift ends it.", err=True)


@privacy.command()
@requisition_argument
@candidate_argument
@reason_option
@click.pass_obj
def lift(services: "Services", which: str, code: str, reason: str) -> None:
    """End the hold on CODE; then its delete-by day counts again."""
    services.privacy.lift(which, code, reason)
    found = services.privacy.one(which, code)
    from coach.services.privacy_words import standing_text

    click.echo(f"The hold on {found.candidate} is over: {standing_text(found)}.", err=True)


@privacy.command()
@which_argument
@optional_code
@click.option(
    "--reason", required=True, metavar="TEXT", help="Why; it stays, so it must not name the person."
)
@click.option("--early", is_flag=True, help="Although the delete-by day has not passed.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(  # noqa: PLR0913 - one for each option
    services: "Services", /, which: str, code: str, *, reason: str, early: bool, yes: bool
) -> None:
    """Take everything about CODE of REQ away for good, or an INTERVIEW that belongs to no requisition.

    Ratings stay as numbers without a person. Prints the receipt, and the backups on this machine that
    still hold the record. A hold refuses it; before the delete-by day say --early.
    """
    service = services.privacy
    if code:
        wanted = service.may_erase(which, code, reason, early=early)
    else:
        _refuse_requisition(services, which)
        wanted = service.may_erase_interview(which, reason)
    if not yes:
        _confirm(wanted)
    receipt = (
        service.erase(which, code, reason, early=early) if code else service.erase_interview(which, reason)
    )
    _tell_receipt(services, receipt)


def _refuse_requisition(services: "Services", which: str) -> None:
    """Raise where a requisition was named without a candidate."""
    name = which.strip().lower()
    state = services.gate.requisition(name)
    if state is not None and state.terms.member(services.settings.profile) is not None:
        raise click.UsageError(f"{name} is a requisition: say which candidate, such as {name} C-014.")


def _confirm(wanted: str) -> None:
    """Have the code typed in a terminal; without one nobody can be asked."""
    if not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError(f"Nobody can be asked here. Add --yes to erase {wanted}; nothing was erased.")
    typed = click.prompt(f"This cannot be undone. Type {wanted} to erase it", err=True)
    if typed.strip().casefold() != wanted.casefold():
        raise click.ClickException(f"That was not {wanted}, so nothing was erased.")


@privacy.command()
@which_argument
@optional_code
@click.option("--seals", is_flag=True, help="Only lines for coach data verify --seals.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.pass_obj
def receipt(services: "Services", which: str, code: str, seals: bool, as_json: bool) -> None:
    """Tell an erasure from the log, with the seals that it can be verified by.

    Keep the seals elsewhere: coach data verify --seals FILE shows later that the chain still holds.
    """
    if not code:
        _refuse_requisition(services, which)
    found = services.privacy.receipt(which, code)
    if as_json:
        print_json(found)
    elif seals:
        for one in found.seals:
            click.echo(f"{one.number} {one.hash} {one.stream}")
    else:
        _tell_receipt(services, found)


def _tell_receipt(services: "Services", found: "ErasureReceipt") -> None:
    from coach.cli.plain.dialogue import tell
    from coach.services.privacy_words import copies_lines, receipt_lines, stream_lines

    for line in (*receipt_lines(found), *stream_lines(found)):
        tell(line)
    tell("Seals (number, hash, stream):")
    for one in found.seals:
        tell(f"  {one.number} {one.hash} {one.stream}")
    for line in copies_lines(services.privacy.stale_copies(found)):
        tell(line)


@privacy.command()
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
        click.echo(NO_LOOKS, err=True)


@privacy.command("access-export")
@requisition_argument
@candidate_argument
@click.pass_obj
@document_options("pdf", SHAPES)
def access_export(services: "Services", which: str, code: str, how: How) -> None:
    """Write everything that is kept about CODE for the candidate, which goes on record.

    The format json is for other programs. docs/privacy.md tells what to look at before it is handed out.
    """
    found = services.privacy.access_export(which, code)
    if how.suffix == "json":
        deliver(_json(found), how.output or STDOUT, replace=how.force)
    else:
        from coach.export.documents.access import access_bundle
        from coach.services.privacy_words import access_name

        write_document(access_bundle(found), access_name(found), how)
    if found.looks[-1].peek:
        click.echo("It went on record as a look before the scorecards were revealed to you.", err=True)
    if found.absent:
        absent = ", ".join(found.absent)
        click.echo(
            f"Nothing of {absent} is here. If they hold interviews on other machines, ask them.", err=True
        )


def _json(found: "AccessExport") -> Made:
    import msgspec

    from coach.core.panel.access import plain

    return Made(data=msgspec.json.format(msgspec.json.encode(plain(found))) + b"\n")
