"""Records of candidates, receipts and looks in words: the same on screens and line by line."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from coach import locale
from coach.core.conduct import Refused
from coach.core.panel.access import AccessExport
from coach.core.panel.dossier import Look
from coach.core.panel.looks import reason_text, seen_text
from coach.locale import day, mark, tr, trn
from coach.services.erasing import ErasureReceipt
from coach.services.privacy import Call, Due
from coach.services.streams import slug

if TYPE_CHECKING:
    from coach.store.copies import StaleCopy

SIGNS = {Call.GO: "!", Call.HELD: "=", Call.DAY: "?", Call.KEPT: "·", Call.FREE: "·"}
"""A sign for each, so that nothing is said by colour alone."""
EXAMPLE = date(2026, 11, 14)
NO_LOOKS = mark("No look at scorecards of others is on record that you may know of.")
ELSEWHERE = mark(
    "Out of reach: backups and files that were put elsewhere, paper, sealed files that were "
    "sent, and the machines of members who work on their own. Their owners must delete those."
)
NAMES_STAY = mark("What stays: ids, times and who acted, and the hashes of what was said.")


def standing_text(due: Due) -> str:
    """Say how a record stands: the days that are left, or what keeps them from being counted."""
    left = due.days_left
    over = "" if left is None else _left(left)
    match due.call:
        case Call.GO | Call.KEPT if over:
            return over
        case Call.HELD:
            return tr(due.call.value) if left is None else _held(left)
        case Call.KEPT:
            return tr("not running yet")
        case _:
            return tr(due.call.value)


def _left(left: int) -> str:
    if left < 0:
        return trn("{n:,} day over", "{n:,} days over", -left)
    return trn("{n:,} day left", "{n:,} days left", left) if left else tr("last day today")


def _held(left: int) -> str:
    if left < 0:
        return trn("hold, {n:,} day over", "hold, {n:,} days over", -left)
    return trn("hold, {n:,} day left", "hold, {n:,} days left", left) if left else tr("hold, last day today")


def until_text(due: Due) -> str:
    """Say until when a record is kept, and what holds it."""
    until = due.delete_by.text
    if due.delete_by.on:
        until = tr("until {day}", day=until)
    return tr("{until}; hold: {reason}", until=until, reason=due.hold) if due.hold else until


def due_text(count: int) -> str:
    """Say how many records have to go."""
    if not count:
        return tr("nothing has to go")
    return trn("{n} record of a candidate has to go", "{n} records of candidates have to go", count)


def read_day(typed: str) -> date:
    """Read a day; raises ``Refused``."""
    try:
        return locale.read_day(typed)
    except ValueError as error:
        raise Refused(
            tr(
                "{typed!r} is no day. Write it as year-month-day, such as {example}.",
                typed=typed,
                example=day(EXAMPLE),
            )
        ) from error


def moment(at: datetime) -> str:
    """Write a moment in local time, to the minute."""
    local = at.astimezone()
    return f"{day(local)} {local:%H:%M}"


def look_text(look: Look) -> str:
    """Say who saw what, and whether before it was revealed to them."""
    seen = f": {', '.join(look.interviews)}" if look.interviews else ""
    told = f"{moment(look.at)} · {look.by} · {seen_text(look)}{seen}"
    if not look.peek:
        return told
    return tr("{look}. Before it was revealed: {reason}", look=told, reason=reason_text(look))


def access_name(export: AccessExport) -> str:
    """Name the file of what a candidate is given."""
    return f"{export.requisition}-{slug(export.candidate)}-access"


def receipt_lines(receipt: ErasureReceipt) -> Iterator[str]:
    """Tell an erasure: what, when, why, and what is left."""
    what = receipt.interview or tr(
        "{candidate} of {requisition}", candidate=receipt.candidate, requisition=receipt.requisition
    )
    yield tr("Erased: everything that was said in the record of {what}", what=what)
    at = moment(receipt.at)
    yield (
        tr("When: {moment}, by {name}", moment=at, name=receipt.by)
        if receipt.by
        else tr("When: {moment}", moment=at)
    )
    if receipt.reason:
        yield tr("Why: {reason}", reason=receipt.reason)
    if receipt.requisition:
        yield trn(
            "Kept for statistics: the ratings of {n:,} scorecard, as numbers without a person",
            "Kept for statistics: the ratings of {n:,} scorecards, as numbers without a person",
            receipt.scorecards_kept_as_numbers,
        )
    yield tr(NAMES_STAY)
    if not receipt.complete:
        yield tr("It was broken off before all was gone. Erase the same record again to complete it.")


def stream_lines(receipt: ErasureReceipt) -> Iterator[str]:
    """Tell what was taken away, stream by stream."""
    for one in receipt.erased:
        yield trn(
            "{stream}: {n} entry without content, noted as entry {number}",
            "{stream}: {n} entries without content, noted as entry {number}",
            one.entries,
            stream=one.stream,
            number=one.number,
        )


def copies_lines(copies: "Iterable[StaleCopy]") -> Iterator[str]:
    """Tell which backups on this machine hold what was erased, and what is out of reach."""
    found = tuple(copies)
    if found:
        yield tr(
            "Backups on this machine still hold it. Make a new one (coach data backup), then delete these:"
        )
    for one in found:
        path = str(one.path)
        yield path if one.certain else tr("{path} (cannot be read, so it may)", path=path)
    if not found:
        yield tr("No backup beside the database holds it.")
    yield tr(ELSEWHERE)
