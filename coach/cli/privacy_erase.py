"""``coach privacy erase`` and ``receipt``: what is taken away for good, and the proof of it."""

import sys
from typing import TYPE_CHECKING

import click

from coach.cli.listing import print_json
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.erasing import ErasureReceipt

which_argument = click.argument("which", metavar="REQ|INTERVIEW")
optional_code = click.argument("code", metavar="[CODE]", required=False, default="")


@click.command(
    help=tr(
        "Take everything about CODE of REQ away for good, or an INTERVIEW that belongs to no "
        "requisition.\n\n"
        "Ratings stay as numbers without a person. Prints the receipt, and the backups on this "
        "machine that still hold the record. A hold refuses it; before the delete-by day say --early."
    )
)
@which_argument
@optional_code
@click.option(
    "--reason", required=True, metavar="TEXT", help=tr("Why; it stays, so it must not name the person.")
)
@click.option("--early", is_flag=True, help=tr("Although the delete-by day has not passed."))
@click.option("--yes", is_flag=True, help=tr("Do not ask."))
@click.pass_obj
def erase(  # noqa: PLR0913 - one for each option
    services: "Services", /, which: str, code: str, *, reason: str, early: bool, yes: bool
) -> None:
    """Take everything about CODE of REQ away for good, or an INTERVIEW that belongs to no requisition."""
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
        raise click.UsageError(
            tr("{name} is a requisition: say which candidate, such as {name} C-014.", name=name)
        )


def _confirm(wanted: str) -> None:
    """Have the code typed in a terminal; without one nobody can be asked."""
    if not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError(
            tr("Nobody can be asked here. Add --yes to erase {wanted}; nothing was erased.", wanted=wanted)
        )
    typed = click.prompt(tr("This cannot be undone. Type {wanted} to erase it", wanted=wanted), err=True)
    if typed.strip().casefold() != wanted.casefold():
        raise click.ClickException(tr("That was not {wanted}, so nothing was erased.", wanted=wanted))


@click.command(
    help=tr(
        "Tell an erasure from the log, with the seals that it can be verified by.\n\n"
        "Keep the seals elsewhere: coach data verify --seals FILE shows later that the chain still "
        "holds."
    )
)
@which_argument
@optional_code
@click.option("--seals", is_flag=True, help=tr("Only lines for coach data verify --seals."))
@click.option("--json", "as_json", is_flag=True, help=tr("One JSON object, for other programs."))
@click.pass_obj
def receipt(services: "Services", which: str, code: str, seals: bool, as_json: bool) -> None:
    """Tell an erasure from the log, with the seals that it can be verified by."""
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
    tell(tr("Seals (number, hash, stream):"))
    for one in found.seals:
        tell(f"  {one.number} {one.hash} {one.stream}")
    for line in copies_lines(services.privacy.stale_copies(found)):
        tell(line)
