"""Set filters on a list of made-up people so that the right prospects remain."""

from coach.core.document import AnyBlock, Column, Heading, Paragraph, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.prose import prose, unmarked
from coach.exercises.base import Kind, Turn
from coach.locale import mark, tr, trn, trp

from . import grading
from .lint import CODES, findings
from .spec import (
    NAME,
    Field,
    FieldKind,
    Filter,
    Mistake,
    Person,
    Response,
    Spec,
    called,
    found,
    heading,
    options,
    raised,
    shown,
)
from .spec import profile as profile_of
from .typed import changed, fields_told, how, read_all, say_all

__all__ = ["KIND", "Field", "FieldKind", "Filter", "Mistake", "Person", "Response", "Spec"]

NAMED = 20
"""So many people are named after a search in plain form; what does not fit is counted."""


def ask(spec: Spec, context: Context) -> str:
    """Give the people with what is known of them, the fields with their values, and how to answer."""
    people = [f"  {heading(person)}: {profile_of(spec, person)}" for person in spec.people]
    parts = [
        unmarked(spec.prompt),
        "\n".join([f"{len(people)} {called(spec)}", *people]),
        "\n".join([tr("Fields"), *fields_told(spec)]),
        how(spec),
    ]
    return "\n\n".join(parts)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read all filters from one line."""
    return read_all(spec, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Write the filters as they can be typed again."""
    return say_all(spec, response)


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
    if line.strip().casefold() in ("done", trp("typed", "done")):
        if not so_far.filters:
            raise Unreadable(tr("Nothing is filtered yet. {how}", how=how(spec)))
        handed_in = tr("Handed in: {filters}.", filters=say_all(spec, so_far))
        return Turn(say=handed_in, response=so_far, over=True)
    after = changed(spec, so_far, line)
    return Turn(say=f"{_remaining(spec, after)} {_going_on()}", response=after)


def _going_on() -> str:
    return tr("FIELD=any takes a filter away. Type done to hand the search in.")


def _remaining(spec: Spec, response: Response) -> str:
    """Say which filters are set, how many people remain, and who."""
    people = found(spec, response.filters)
    names = [person.name for person in people[:NAMED]]
    if len(people) > NAMED:
        names.append(tr("{count} more", count=len(people) - NAMED))
    return trn(
        "{filters} – {n} of {total} {called} remain{listed}.",
        "{filters} – {n} of {total} {called} remain{listed}.",
        len(people),
        filters=say_all(spec, response),
        total=len(spec.people),
        called=called(spec),
        listed=f": {', '.join(names)}" if names else "",
    )


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the people in a table with a field for a cross, and the filters with room for what is set."""
    people = tuple(
        tuple(map(plain, ("", person.name, person.headline, profile_of(spec, person))))
        for person in spec.people
    )
    columns = (
        Column(title=tr("Found"), share=1),
        Column(title=tr("Name"), share=3),
        Column(title=tr("Headline"), share=4),
        Column(title=tr("Profile"), share=6),
    )
    fields = tuple((plain(field.title), plain(_choices(field)), plain("")) for field in spec.fields)
    return (
        *prose(spec.prompt),
        Heading(text=tr("Filters")),
        Paragraph(runs=plain(tr(PAPER)), tone="small"),
        Table(columns=_field_columns(), rows=fields),
        Heading(text=raised(called(spec))),
        Table(columns=columns, rows=people),
    )


PAPER = mark(
    "Circle the values to choose and cross out those to exclude; leave a field alone that you do not need. "
    "Then put a cross beside every line that your filters leave in the list."
)


def _field_columns() -> tuple[Column, ...]:
    return (
        Column(title=tr("Field"), share=3),
        Column(title=tr("Values"), share=6),
        Column(title=tr("Your words or notes"), share=3),
    )


def _choices(field: Field) -> str:
    if field.kind is FieldKind.TEXT:
        return tr("words or phrases in the profile")
    return " · ".join(shown(field, value) for value in options(field))


KIND = Kind(
    name=NAME,
    summary=mark("Find the right people in a list by setting filters."),
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
