"""What goes beside a file for another system: what is in it, how it was brought there, what was lost."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

from coach.core.record import Record
from coach.export.exchange import System
from coach.export.exchange.outgoing import Card, Exported, Loss
from coach.export.exchange.scales import (
    ASHBY,
    ASHBY_OVERALL,
    GREENHOUSE,
    GREENHOUSE_OVERALL,
    LEVER_OVERALL,
    NO_DECISION,
)
from coach.export.exchange.whole import BEST, SCHEMA, KitReference, Number


class Told(Record):
    """A scorecard in the file, with the numbers that the other system has no place for."""

    interview: str
    requisition: str
    candidate: str
    interviewer: str
    kit: KitReference
    commitment: str
    score: Number
    coverage: Number


class Manifest(Record):
    """The file beside the file; ``sha256`` is that of the file's bytes.

    ``ratings`` and ``overall`` say what became of our values, as far as the system has a value for them.
    """

    schema: int
    program: str
    format: System
    file: str
    sha256: str
    ratings: dict[str, str | int]
    overall: dict[str, str | int]
    scorecards: tuple[Told, ...]
    losses: tuple[Loss, ...]


def manifest(system: System, cards: Sequence[Card], made: Exported, file: str, program: str) -> bytes:
    """Write the manifest of a file called ``file`` as JSON."""
    ratings, overall = _values(system)
    whole = Manifest(
        schema=SCHEMA,
        program=program,
        format=system,
        file=file,
        sha256=sha256(made.data).hexdigest(),
        ratings=ratings,
        overall=overall,
        scorecards=tuple(_told(card) for card in cards),
        losses=made.losses,
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _values(system: System) -> tuple[dict[str, str | int], dict[str, str | int]]:
    match system:
        case System.GREENHOUSE:
            ratings: dict[str, str | int] = {str(ours): theirs for ours, theirs in GREENHOUSE.items()}
            return ratings | {"not assessed": NO_DECISION}, dict(GREENHOUSE_OVERALL)
        case System.LEVER:
            return {}, dict(LEVER_OVERALL)
        case System.ASHBY:
            return {str(ours): theirs for ours, theirs in ASHBY.items()}, dict(ASHBY_OVERALL)
        case System.JSON | System.CSV:
            return {}, {}


def _told(card: Card) -> Told:
    guide = card.view.guide
    return Told(
        interview=card.view.interview,
        requisition=card.requisition,
        candidate=card.view.candidate,
        interviewer=card.view.interviewer,
        kit=KitReference(id=guide.kit, rev=guide.rev, sha256=guide.fingerprint),
        commitment=card.commitment,
        score=Number(value=card.view.score, minimum=0, maximum=BEST),
        coverage=Number(value=card.view.coverage, minimum=0, maximum=1),
    )
