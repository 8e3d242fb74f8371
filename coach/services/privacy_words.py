"""Records of candidates, receipts and looks in words: the same on screens and line by line."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from coach.core.agreement.words import plural
from coach.core.conduct import Refused
from coach.core.panel.access import AccessExport
from coach.core.panel.dossier import Look
from coach.services.erasing import ErasureReceipt
from coach.services.privacy import Call, Due
from coach.services.streams import slug

if TYPE_CHECKING:
    from coach.store.copies import StaleCopy

SIGNS = {Call.GO: "!", Call.HELD: "=", Call.DAY: "?", Call.KEPT: "·", Call.FREE: "·"}
"""A sign for each, so that nothing is said by colour alone."""
NO_LOOKS = "No look at scorecards of others is on record that you may know of."
ELSEWHERE = (
    "Out of reach: backups and files that were put elsewhere, paper, sealed files that were sent, and the "
    "machines of members who work on their own. Their owners must delete those."
)
NAMES_STAY = "What stays: ids, times and who acted, and the hashes of what was said."


def standing_text(due: Due) -> str:
    """Say how a record stands: the days that are left, or what keeps them from being counted."""
    left = due.days_left
    over = "" if left is None else f"{plural(-left, 'day')} over" if left < 0 else _left(left)
    match due.call:
        case Call.GO | Call.KEPT if over:
            return over
        case Call.HELD:
            return f"hold, {over}" if over else "hold"
        case Call.KEPT:
            return "not running yet"
        case _:
            return due.call.value


def _left(left: int) -> str:
    return f"{plural(left, 'day')} left" if left else "last day today"


def until_text(due: Due) -> str:
    """Say until when a record is kept, and what holds it."""
    until = f"until {due.delete_by.text}" if due.delete_by.on else due.delete_by.text
    return f"{until}; hold: {due.hold}" if due.hold else until


def due_text(count: int) -> str:
    """Say how many records have to go."""
    if not count:
        return "nothing has to go"
    return f"{count} record{' of a candidate has' if count == 1 else 's of candidates have'} to go"


def read_day(typed: str) -> date:
    """Read a day; raises ``Refused``."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise Refused(f"{typed!r} is no day. Write it as year-month-day, such as 2026-11-14.") from error


def moment(at: datetime) -> str:
    """Write a moment in local time, to the minute."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def look_text(look: Look) -> str:
    """Say who saw what, and whether before it was revealed to them."""
    seen = f": {', '.join(look.interviews)}" if look.interviews else ""
    peek = f". Before it was revealed: {look.reason}" if look.peek else ""
    return f"{moment(look.at)} · {look.by} · {look.what}{seen}{peek}"


def access_name(export: AccessExport) -> str:
    """Name the file of what a candidate is given."""
    return f"{export.requisition}-{slug(export.candidate)}-access"


def receipt_lines(receipt: ErasureReceipt) -> Iterator[str]:
    """Tell an erasure: what, when, why, and what is left."""
    what = receipt.interview or f"{receipt.candidate} of {receipt.requisition}"
    yield f"Erased: everything that was said in the record of {what}"
    yield f"When: {moment(receipt.at)}" + (f", by {receipt.by}" if receipt.by else "")
    if receipt.reason:
        yield f"Why: {receipt.reason}"
    if receipt.requisition:
        cards = plural(receipt.scorecards_kept_as_numbers, "scorecard")
        yield f"Kept for statistics: the ratings of {cards}, as numbers without a person"
    yield NAMES_STAY
    if not receipt.complete:
        yield "It was broken off before all was gone. Erase the same record again to complete it."


def stream_lines(receipt: ErasureReceipt) -> Iterator[str]:
    """Tell what was taken away, stream by stream."""
    for one in receipt.erased:
        entries = f"{one.entries} entr{'y' if one.entries == 1 else 'ies'}"
        yield f"{one.stream}: {entries} without content, noted as entry {one.number}"


def copies_lines(copies: "Iterable[StaleCopy]") -> Iterator[str]:
    """Tell which backups on this machine hold what was erased, and what is out of reach."""
    found = tuple(copies)
    if found:
        yield "Backups on this machine still hold it. Make a new one (coach data backup), then delete these:"
    for one in found:
        yield str(one.path) if one.certain else f"{one.path} (cannot be read, so it may)"
    if not found:
        yield "No backup beside the database holds it."
    yield ELSEWHERE
