"""Place the people at an account on a map: role, influence and attitude, found in a dossier."""

from coach.core.document import (
    AnyBlock,
    Column,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Run,
    Table,
    Together,
    plain,
)
from coach.core.exercise import Context
from coach.core.prose import prose
from coach.exercises.base import Kind
from coach.locale import mark, tr

from .grading import grade
from .lint import CODES, findings
from .naming import named, raised, word
from .spec import (
    MEANINGS,
    NAME,
    Aspect,
    Attitude,
    Gap,
    Influence,
    Marks,
    Note,
    Person,
    Response,
    Role,
    Spec,
    aspects,
    gaps,
    in_rows,
    right_map,
    values,
)
from .typed import ask, read, say

__all__ = ["KIND", "Gap", "Marks", "Note", "Person", "Response", "Spec"]

ROWS = 3
"""Empty rows for each level of influence on paper, so that names have room."""


def solution(spec: Spec, context: Context) -> Response:
    """Give the author's own map."""
    return right_map(spec)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the dossier, a table of the people to fill in, an empty map to write names into, and the gaps."""
    notes = tuple((Run(text=f"{note.source}: ", strong=True), *plain(note.text)) for note in spec.dossier)
    blocks: list[AnyBlock] = [
        *prose(spec.prompt),
        Heading(text=tr("Dossier")),
        Listing(items=notes),
        Heading(text=tr("People")),
        _people(spec, context),
        Heading(text=tr("What can be said"), level=3),
        Listing(items=tuple(_words(spec))),
        Together(
            blocks=(
                Heading(text=tr("The map")),
                Paragraph(
                    runs=plain(tr("Write each name into its box, with the role beside it.")), tone="small"
                ),
                _empty(spec),
            )
        ),
    ]
    if spec.gaps:
        columns = (
            Column(title=tr("Missing?"), share=1),
            Column(title=tr("Does the map lack this?"), share=6),
        )
        rows = tuple((plain(""), plain(gap.text)) for gap in gaps(spec, context))
        blocks += [Heading(text=tr("What is missing")), Table(columns=columns, rows=rows)]
    return tuple(blocks)


def _people(spec: Spec, context: Context) -> Table:
    """List the people, those who report to somebody indented below, with a field for each aspect."""
    asked = tuple(Column(title=raised(named(aspect)), share=2) for aspect in aspects(spec))
    columns = (Column(title=tr("Person"), share=3), Column(title=tr("Job"), share=3), *asked)
    rows = tuple(
        (plain("– " * depth + person.name), plain(person.title), *(plain("") for _ in asked))
        for person, depth in in_rows(spec, context)
    )
    return Table(columns=columns, rows=rows)


def _words(spec: Spec) -> list[Inline]:
    roles = [f"{word(role)}: {tr(MEANINGS[role])}" for role in Role if role in spec.roles]
    others = [
        f"{named(aspect)}: {', '.join(map(word, values(spec, aspect)))}" for aspect in aspects(spec)[1:]
    ]
    return [plain(text) for text in (*roles, *others)]


def _empty(spec: Spec) -> Table:
    """Give the map without names: influence downwards from high, attitude to the right."""
    places = tuple(map(word, Attitude)) if Aspect.ATTITUDE in aspects(spec) else (tr("Names"),)
    columns = (Column(title=tr("Influence"), share=1), *(Column(title=place, share=2) for place in places))
    rows = []
    for influence in reversed(Influence):
        for number in range(ROWS):
            label = word(influence) if number == 0 else ""
            rows.append((plain(label), *(plain("") for _ in places)))
    return Table(columns=columns, rows=tuple(rows))


KIND = Kind(
    name=NAME,
    summary=mark("Place the people at an account by role, influence and attitude."),
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
    scenario=True,
    mends=True,
)
