"""Place the parts of a meeting on its minutes, then react to what happens while it runs."""

from coach.core.document import AnyBlock, Choice, Choices, Column, Heading, Paragraph, Table, Together, plain
from coach.core.exercise import Context
from coach.core.prose import prose
from coach.exercises.base import Kind
from coach.locale import mark, tr

from .grading import grade
from .lint import CODES, findings, proof, solved
from .plan import cards_by_id, sequence, where
from .spec import NAME, Card, Event, Option, Placed, Response, Spec, Start, numbered, offered
from .typed import ask, minutes, read, said_plan, turn

__all__ = ["KIND", "Card", "Event", "Option", "Placed", "Response", "Spec", "Start"]

LINES = 12
"""About so many rows has the empty plan on paper, whatever the meeting's length."""

STEPS = (1, 2, 5, 10, 15, 20, 30)
"""Minutes that a row of the empty plan can stand for."""


def solution(spec: Spec, context: Context) -> Response:
    """Give the author's plan and the right reactions."""
    return solved(spec)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the cards, an empty plan in steps of minutes, and each event with boxes for the reactions."""
    cards = tuple(
        (plain(number), plain(card.text), plain(str(card.minutes)), plain(""))
        for number, card in numbered(spec, context).items()
    )
    columns = (
        Column(title=tr("No."), share=1),
        Column(title=tr("Card"), share=8),
        Column(title=tr("Minutes"), align="right", share=2),
        Column(title=tr("Begins at"), share=2),
    )
    note = tr(
        "The meeting has {minutes}. A card that is not needed gets a dash.", minutes=minutes(spec.length)
    )
    blocks: list[AnyBlock] = [
        *prose(spec.prompt),
        Paragraph(runs=plain(note), tone="small"),
        Table(columns=columns, rows=cards),
        Together(blocks=(Heading(text=tr("Your plan")), _empty(spec))),
    ]
    if spec.events:
        blocks.append(Heading(text=tr("While the meeting runs")))
    for event in spec.events:
        boxes = tuple(Choice(label=option.text) for option in offered(event, context))
        blocks.append(Paragraph(runs=plain(f"{_when(spec, event)}: {event.text}")))
        blocks.extend(Choices(label="", choices=(box,)) for box in boxes)
    return tuple(blocks)


def _empty(spec: Spec) -> Table:
    step = next((step for step in STEPS if spec.length <= step * LINES), STEPS[-1])
    columns = (Column(title=tr("Minutes"), share=1), Column(title=tr("What happens"), share=6))
    rows = [
        (plain(f"{minute}–{min(minute + step, spec.length)}"), plain(""))
        for minute in range(0, spec.length, step)
    ]
    return Table(columns=columns, rows=tuple(rows))


def _when(spec: Spec, event: Event) -> str:
    if event.after is None:
        return tr("Minute {minute}", minute=event.minute)
    return tr("After “{card}”", card=cards_by_id(spec)[event.after].text)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the cards with their minutes, and what was done at each event."""
    parts = [said_plan(spec, response.placed)]
    for _, event in sequence(spec, response.placed):
        chosen = [one.text for one in event.options if one.id == response.reactions.get(event.id)]
        parts.extend(f"{where(spec, response.placed, event)}: {text}" for text in chosen)
    return "; ".join(parts)


KIND = Kind(
    name=NAME,
    summary=mark("Plan a meeting on its minutes, and react to what happens in it."),
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
    scenario=True,
)
