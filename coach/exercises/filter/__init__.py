"""Set filters on a list of made-up people so that the right prospects remain."""

from coach.core.document import AnyBlock, Column, Heading, Paragraph, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.prose import prose, unmarked
from coach.exercises.base import Kind, Turn

from . import grading
from .lint import CODES, findings
from .spec import NAME, Field, FieldKind, Filter, Mistake, Person, Response, Spec, found, heading, options
from .spec import profile as profile_of
from .typed import changed, fields_told, how, read_all, say_all

__all__ = ["KIND", "Field", "FieldKind", "Filter", "Mistake", "Person", "Response", "Spec"]

DONE = "done"
"""What is typed to hand the search in, where it is worked through line by line."""

NAMED = 20
"""So many people are named after a search in plain form; what does not fit is counted."""


def ask(spec: Spec, context: Context) -> str:
    """Give the people with what is known of them, the fields with their values, and how to answer."""
    people = [f"  {heading(person)}: {profile_of(spec, person)}" for person in spec.people]
    parts = [
        unmarked(spec.prompt),
        "\n".join([f"{len(people)} {spec.called}", *people]),
        "\n".join(["Fields", *fields_told(spec)]),
        how(spec),
    ]
    return "\n\n".join(parts)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read all filters from one line."""
    return read_all(spec, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Write the filters as they can be typed again."""
    return say_all(response)


def solution(spec: Spec, context: Context) -> Response:
    """Give the author's filters."""
    return Response(filters=spec.solution)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the F1 of the found people."""
    return grading.grade(spec, response)


def turn(spec: Spec, response: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Change the filters line by line and tell each time who remains, until the search is handed in."""
    so_far = response or Response()
    if line is None:
        said = f"{ask(spec, context)} {_going_on()}"
        told = f"\n\n{_remaining(spec, so_far)}" if so_far.filters else ""
        return Turn(say=f"{said}{told}", response=so_far)
    if line.strip().casefold() == DONE:
        if not so_far.filters:
            raise Unreadable(f"Nothing is filtered yet. {how(spec)}")
        return Turn(say=f"Handed in: {say_all(so_far)}.", response=so_far, over=True)
    after = changed(spec, so_far, line)
    return Turn(say=f"{_remaining(spec, after)} {_going_on()}", response=after)


def _going_on() -> str:
    return f"FIELD=any takes a filter away. Type {DONE} to hand the search in."


def _remaining(spec: Spec, response: Response) -> str:
    """Say which filters are set, how many people remain, and who."""
    people = found(spec, response.filters)
    names = [person.name for person in people[:NAMED]]
    if len(people) > NAMED:
        names.append(f"{len(people) - NAMED} more")
    listed = f": {', '.join(names)}" if names else ""
    return f"{say_all(response)} – {len(people)} of {len(spec.people)} {spec.called} remain{listed}."


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the people in a table with a field for a cross, and the filters with room for what is set."""
    people = tuple(
        tuple(map(plain, ("", person.name, person.headline, profile_of(spec, person))))
        for person in spec.people
    )
    columns = (
        Column(title="Found", share=1),
        Column(title="Name", share=3),
        Column(title="Headline", share=4),
        Column(title="Profile", share=6),
    )
    fields = tuple((plain(field.title), plain(_choices(field)), plain("")) for field in spec.fields)
    return (
        *prose(spec.prompt),
        Heading(text="Filters"),
        Paragraph(runs=plain(PAPER), tone="small"),
        Table(columns=FIELD_COLUMNS, rows=fields),
        Heading(text=spec.called.capitalize()),
        Table(columns=columns, rows=people),
    )


PAPER = (
    "Circle the values to choose and cross out those to exclude; leave a field alone that you do not need. "
    "Then put a cross beside every line that your filters leave in the list."
)

FIELD_COLUMNS = (
    Column(title="Field", share=3),
    Column(title="Values", share=6),
    Column(title="Your words or notes", share=3),
)


def _choices(field: Field) -> str:
    if field.kind is FieldKind.TEXT:
        return "words or phrases in the profile"
    return " · ".join(options(field))


KIND = Kind(
    name=NAME,
    summary="Find the right people in a list by setting filters.",
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
    turn=turn,
    mends=True,
    scenario=True,
)
