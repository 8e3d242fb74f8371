"""Cards on the minutes of a meeting: what fits, what is free, what runs when, and the bar that shows it."""

from collections.abc import Mapping

from coach.locale import tr

from .spec import Card, Event, Placed, Spec

WIDEST = 3
"""Characters for a minute; with more the bar would only be pulled apart."""

STEPS = (1, 2, 5, 10, 15, 30, 60, 120)
"""Minutes between the numbers above the bar."""

LABEL = 5
"""Columns that a number above the bar needs, with the space behind it."""


def cards_by_id(spec: Spec) -> dict[str, Card]:
    """Give the cards by their ids."""
    return {card.id: card for card in spec.cards}


def spans(spec: Spec, placed: tuple[Placed, ...]) -> dict[str, tuple[int, int]]:
    """Give for each placed card, in the order of time, the minutes of its beginning and its end."""
    known = cards_by_id(spec)
    in_time = sorted((one for one in placed if one.card in known), key=lambda one: one.minute)
    return {one.card: (one.minute, one.minute + known[one.card].minutes) for one in in_time}


def in_time(spec: Spec, starts: Mapping[str, int]) -> tuple[Placed, ...]:
    """Put cards with their minutes into the order of time; cards that are not there are left out."""
    known = cards_by_id(spec)
    chosen = [Placed(card=card, minute=minute) for card, minute in starts.items() if card in known]
    return tuple(sorted(chosen, key=lambda one: one.minute))


def fits(spec: Spec, placed: tuple[Placed, ...], card: Card, minute: int) -> bool:
    """Whether a card can begin at a minute, within the meeting and beside all other cards."""
    end = minute + card.minutes
    others = [span for name, span in spans(spec, placed).items() if name != card.id]
    beside = all(end <= start or stop <= minute for start, stop in others)
    return minute >= 0 and end <= spec.length and beside


def next_free(spec: Spec, placed: tuple[Placed, ...], card: Card) -> int | None:
    """Find the first minute at which a card fits; ``None`` if there is no room for it."""
    return next((minute for minute in range(spec.length) if fits(spec, placed, card, minute)), None)


def own_plan(spec: Spec) -> tuple[Placed, ...]:
    """Give the author's plan, every card with its minute."""
    known = cards_by_id(spec)
    starts: dict[str, int] = {}
    end = 0
    for one in spec.plan:
        start = end if one.minute is None else one.minute
        starts[one.card] = start
        end = start + (known[one.card].minutes if one.card in known else 0)
    return in_time(spec, starts)


def minutes_used(spec: Spec, placed: tuple[Placed, ...]) -> int:
    """Add up the lengths of the placed cards."""
    return sum(end - start for start, end in spans(spec, placed).values())


def moment(spec: Spec, placed: tuple[Placed, ...], event: Event) -> int | None:
    """Give the minute at which an event happens; after a card that was left out it never does."""
    known = spans(spec, placed)
    if event.after is not None:
        return known[event.after][1] if event.after in known else None
    return event.minute


def sequence(spec: Spec, placed: tuple[Placed, ...]) -> tuple[tuple[int, Event], ...]:
    """Give the events that happen to this plan, each with its minute, in the order of time."""
    moments = [(moment(spec, placed, event), event) for event in spec.events]
    happening = [(minute, event) for minute, event in moments if minute is not None]
    return tuple(sorted(happening, key=lambda pair: pair[0]))


def where(spec: Spec, placed: tuple[Placed, ...], event: Event) -> str:
    """Say when an event happens: ``Minute 12, during “Questions”``."""
    known, cards = spans(spec, placed), cards_by_id(spec)
    if event.after in known:
        end = known[event.after][1]
        return tr("Minute {minute}, after “{card}”", minute=end, card=cards[event.after].text)
    now = event.minute or 0
    running = [cards[name].text for name, (start, end) in known.items() if start <= now < end]
    if running:
        return tr("Minute {minute}, during “{card}”", minute=now, card=running[0])
    return tr("Minute {minute}, with nothing planned", minute=now)


def bar(
    spec: Spec, placed: tuple[Placed, ...], numbers: Mapping[str, str], width: int, now: int | None = None
) -> str:
    """Draw the minutes in so many columns: their numbers, and below them each card from its number on.

    ``numbers`` names the cards by their ids; a dot is a free minute. With ``now`` a third line points
    at that minute.
    """
    cells, columns = _scale(spec.length, max(width - LABEL, LABEL))
    axis = [" "] * (columns + LABEL)
    step = next((step for step in STEPS if step * cells >= LABEL), spec.length)
    for minute in [*range(0, spec.length, step), spec.length]:
        near_end = minute != spec.length and round((spec.length - minute) * cells) < LABEL
        if not near_end:
            column = round(minute * cells)
            axis[column : column + len(str(minute))] = str(minute)
    line = ["·"] * columns
    for name, (start, end) in spans(spec, placed).items():
        first, behind = int(start * cells), min(columns, max(int(end * cells), int(start * cells) + 1))
        line[first:behind] = "━" * (behind - first)
        line[first] = numbers[name]
    rows = ["".join(axis).rstrip(), "".join(line)]
    if now is not None:
        rows.append(" " * min(int(now * cells), columns - 1) + "▲")
    return "\n".join(rows)


def _scale(minutes: int, width: int) -> tuple[float, int]:
    """Give columns for each minute, and columns in all; a long meeting has less than one for a minute."""
    whole = min(WIDEST, width // minutes)
    return (float(whole), minutes * whole) if whole else (width / minutes, width)
