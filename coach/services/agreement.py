"""Statistics on tables that somebody else made: agreement of interviewers, and adverse impact."""

from pathlib import Path

from coach.core.agreement.ratings import Scale
from coach.core.agreement.reading import MOST_BYTES, BrokenTable
from coach.core.agreement.report import AgreementReport, report
from coach.core.agreement.tables import read_groups, read_ratings
from coach.core.impact import Impact, impact
from coach.core.record import Record
from coach.core.text import visible
from coach.locale import tr

SCHEMA = 1
"""The version of the JSON; raised when a reader of the old one would go wrong."""


class Analysed(Record):
    """The report on a file of ratings, and what is to be said about the file."""

    file: str
    report: AgreementReport
    notes: tuple[str, ...]
    schema: int = SCHEMA


class Impacts(Record):
    """Adverse impact by a file of groups, and what is to be said about the file."""

    file: str
    impacts: tuple[Impact, ...]
    notes: tuple[str, ...]
    schema: int = SCHEMA


def analyse(file: Path, scale: Scale) -> Analysed:
    """Report on a file of ratings; raises :class:`coach.core.conduct.Refused` if it cannot be used."""
    table = read_ratings(_bytes(file), file.name, scale)
    found = report(table.ratings, scale)
    return Analysed(file=file.name, report=found, notes=table.notes)


def impacts(file: Path) -> Impacts:
    """Look for adverse impact in a file of groups; raises :class:`coach.core.conduct.Refused`."""
    table = read_groups(_bytes(file), file.name)
    return Impacts(file=file.name, impacts=impact(table.groups), notes=table.notes)


def _bytes(file: Path) -> bytes:
    """Read a file, and not much more than can be used."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BrokenTable(
            tr("{file} cannot be read: {reason}. Name another file.", file=visible(str(file)), reason=reason)
        ) from error
