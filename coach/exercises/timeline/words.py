"""What the screen says about a meeting, as texts and (text, style) pairs for the screen to show."""

from typing import NamedTuple

from coach.locale import mark, tr

from .plan import bar, moment, sequence, spans, where
from .planner import Planner
from .spec import Card, Placed, Spec
from .typed import minutes, said_plan

Parts = tuple[str | tuple[str, str], ...]


class Row(NamedTuple):
    """A row to choose from; ``when`` is a card's minutes, empty without any, and ``None`` for reactions."""

    number: str
    when: str | None
    text: str


PLAN = mark(
    "Press the numbers of the cards that you use, in order; a second press takes one out. "
    "↑↓ go to a card, ←→ move it by a minute, < > by ten. Enter begins the meeting."
)
REACT = mark("The meeting runs. Press the number of what you do.")


def how(planner: Planner) -> str:
    """Say what to do next."""
    return tr(REACT if planner.begun else PLAN)


def drawn(planner: Planner, width: int) -> str:
    """Draw the plan, with a sign at the event that waits."""
    event = planner.event
    now = moment(planner.spec, planner.placed, event) if event else None
    return bar(planner.spec, planner.placed, planner.numbers, width, now)


def room(planner: Planner) -> str:
    """Say how many minutes are planned and free."""
    planned = sum(end - start for start, end in spans(planner.spec, planner.placed).values())
    return tr(
        "{planned} of {minutes} planned, {free} free",
        planned=planned,
        minutes=minutes(planner.spec.length),
        free=planner.spec.length - planned,
    )


def row(planner: Planner, card: Card) -> Row:
    """Tell a card: its minutes in the meeting, and its length with its text."""
    start = planner.starts.get(card.id)
    when = "" if start is None else f"{start}–{start + card.minutes}"
    text = tr("{card} · {minutes} min", card=card.text, minutes=card.minutes)
    return Row(planner.numbers[card.id], when, text)


def happens(planner: Planner) -> Parts:
    """Tell the event that waits: when, and what."""
    event = planner.event
    if event is None:
        return ()
    return (f"{where(planner.spec, planner.placed, event)}\n", "bold"), event.text


def done(planner: Planner) -> Parts:
    """Tell what happened so far and what was done about it."""
    parts: list[str | tuple[str, str]] = []
    for minute, event in sequence(planner.spec, planner.placed):
        chosen = next((one for one in event.options if one.id == planner.reactions.get(event.id)), None)
        if chosen is not None:
            parts += [
                (tr("Minute {minute}", minute=minute) + "  ", "bold"),
                (f"{event.text}\n", "$text-muted"),
                f"   {chosen.text}",
                "\n",
            ]
    return tuple(parts[:-1])


def way(spec: Spec, placed: tuple[Placed, ...], planner: Planner, width: int) -> Parts:
    """Show a plan that keeps all rules."""
    drawing = bar(spec, placed, planner.numbers, width)
    return (tr("A plan that works") + "\n", "bold"), f"{drawing}\n", (said_plan(spec, placed), "$text-muted")
