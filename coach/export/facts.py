"""Progress as data: one row for each answer (CSV), or every event as it was recorded (JSON)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from coach.core import events as ev
from coach.core.record import Record
from coach.core.review import CardEvent, Rating, Showing, follow
from coach.core.table import guarded, table

SCHEMA = 1
"""The shape of the JSON file; raised when a reader of the old one would go wrong."""

MOST = 1
"""The highest score that an answer can get; the lowest is 0."""


class AnswerFact(Record):
    """One answer and what was known about it then; ``number`` is the event's in the stream, times are UTC.

    ``tries`` counts this answer among those of its showing, from 1, and ``hints`` the hints that stood
    beside it (:mod:`coach.core.review` says what a showing is); ``unaided`` is right at the first try,
    without a hint and without guessing.
    """

    number: int
    time: datetime
    profile: str
    module: str
    session: str
    lesson: str
    step: str
    rev: int
    title: str
    kind: str
    score: float
    max_score: float
    right: bool
    unaided: bool
    tries: int
    hints: int
    certainty: int | None
    competencies: tuple[str, ...]
    misconceptions: tuple[str, ...]


class History(Record):
    """The JSON file: every event of a profile, oldest first, as the log holds it."""

    schema: int
    program: str
    profile: str
    events: tuple[ev.Recorded, ...]


def answers(recorded: Iterable[ev.Recorded], profile: str) -> Iterator[AnswerFact]:
    """Give a fact for each answer in a training stream, in order."""
    showings: dict[tuple[str, str], Showing | None] = {}
    for record in recorded:
        event = record.event
        if isinstance(event, CardEvent):
            key = event.place.key
            showing = showings[key] = follow(showings.get(key), event, record.at)
            if isinstance(event, ev.Answered) and showing is not None:
                yield _fact(record, event, showing, profile)


def _fact(record: ev.Recorded, event: ev.Answered, showing: Showing, profile: str) -> AnswerFact:
    """Tell an answer; ``showing`` is how it stood just after."""
    return AnswerFact(
        number=record.number,
        time=record.at,
        profile=profile,
        module=event.place.module,
        session=event.place.session,
        lesson=event.place.lesson,
        step=event.place.step,
        rev=event.place.rev,
        title=event.title,
        kind=event.kind,
        score=event.outcome.score,
        max_score=MOST,
        right=event.outcome.right,
        unaided=showing.rating is Rating.GOOD,
        tries=showing.tries,
        hints=showing.hints,
        certainty=event.certainty,
        competencies=event.competencies,
        misconceptions=event.outcome.misconceptions,
    )


def as_csv(facts: Iterable[AnswerFact]) -> bytes:
    """Write facts as CSV (RFC 4180, UTF-8, with a header), safe to open in a spreadsheet.

    Every cell is quoted. A text that begins with a character of :data:`coach.core.table.RISKY` gets an
    apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection). Lists are joined by
    spaces, an unknown certainty is empty, and yes and no are written as words.
    """
    rows = (map(_cell, msgspec.structs.astuple(fact)) for fact in facts)
    return table([AnswerFact.__struct_fields__, *rows]).encode()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return str(msgspec.to_builtins(value))
        case tuple():
            return guarded(" ".join(value))
        case str():
            return guarded(value)
        case _:
            return str(value)


def as_json(recorded: Sequence[ev.Recorded], profile: str, program: str) -> bytes:
    """Write every event as it was recorded, one to a line; :class:`History` reads it back equal.

    Responses stay the very bytes that the log holds, which is why nothing is indented.
    """
    head = msgspec.json.encode({"schema": SCHEMA, "program": program, "profile": profile})
    return head[:-1] + b',"events":' + listed(recorded) + b"}\n"


def listed(records: Iterable[Record]) -> bytes:
    """Write records as a JSON list with one of them to a line."""
    return b"[\n" + b",\n".join(msgspec.json.encode(record) for record in records) + b"\n]"
