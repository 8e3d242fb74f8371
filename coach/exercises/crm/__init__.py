"""Work in a practice CRM; what counts is the state that its records are in at the end."""

from collections.abc import Iterator

from coach.core.crm.profile import Profile
from coach.core.crm.schema import ObjectType
from coach.core.crm.state import Org, Row
from coach.core.document import (
    AnyBlock,
    Choice,
    Choices,
    Column,
    Heading,
    Listing,
    Table,
    WritingLines,
    plain,
)
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.prose import prose
from coach.exercises.base import Kind, Part, Turn
from coach.locale import mark, tr

from . import replay, turns
from .aloud import IN_LISTS
from .lint import CODES, findings, proof
from .naming import called, seen
from .spec import NAME, OrgData, Response, Spec

MOST_PRINTED = 12
"""So many records of an object stand on paper."""


def ask(spec: Spec, context: Context) -> str:
    """Give the brief, what is judged, and how to type commands."""
    return turns.ask(spec)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read commands that are divided by semicolons and end in ``done``."""
    return turns.read(spec, line)


def turn(spec: Spec, so_far: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Obey a line of commands."""
    return turns.turn(spec, so_far, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Number what was done."""
    return turns.say(spec, response)


def solution(spec: Spec, context: Context) -> Response:
    """Do what the author recorded."""
    return Response(actions=spec.solution)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade the state that everything that was done leads to, whatever the way."""
    return replay.grade(spec, response)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the brief, the records in question, what is looked at, and lines to write on.

    On paper one writes down what one would do, and ticks off what it would achieve.
    """
    boxes = tuple(Choices(label="", choices=(Choice(label=check.title),)) for check in spec.checks)
    return (
        *prose(spec.prompt),
        *_tables(spec),
        Heading(text=tr("What is looked at"), level=3),
        *boxes,
        WritingLines(count=10, label=tr("What you do, in this order")),
    )


def _tables(spec: Spec) -> Iterator[AnyBlock]:
    """Print what there is at the start, object by object."""
    org = replay.start(spec)
    for owner in org.schema.objects.values():
        rows = tuple(org.rows(owner.name))
        if rows:
            yield Heading(text=owner.plural, level=3)
            yield _table(org, owner, rows[:MOST_PRINTED])
        if len(rows) > MOST_PRINTED:
            yield Listing(items=(plain(tr("and {more} more", more=len(rows) - MOST_PRINTED)),))


def _table(org: Org, owner: ObjectType, rows: tuple[Row, ...]) -> Table:
    names = IN_LISTS[owner.name]
    titles = (owner.label, *(owner.fields[name].label for name in names))
    return Table(
        columns=tuple(Column(title=title) for title in titles),
        rows=tuple(
            (plain(called(row, org)), *(plain(seen(row, org, name)) for name in names)) for row in rows
        ),
    )


KIND = Kind(
    name=NAME,
    summary=mark("Work in a practice CRM until its records are as they should be."),
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes=CODES,
    proof=proof,
    turn=turn,
    mends=True,
    scenario=True,
    parts={
        "profile": Part(folder="profiles", kind=Profile, own=True),
        "org": Part(folder="orgs", kind=OrgData),
    },
)
