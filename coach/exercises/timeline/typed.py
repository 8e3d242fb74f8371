"""The meeting in lines of text: first the plan, then one line for each event."""

import re

from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked
from coach.exercises.base import Turn
from coach.locale import mark, tr, trn

from .plan import cards_by_id, fits, in_time, minutes_used, sequence, spans, where
from .spec import Card, Event, Placed, Response, Spec, numbered, offered

CARD = re.compile(r"([0-9]{1,2})(?:@([0-9]{1,3}))?")
"""A card's number, with the minute at which it begins or without."""

LONGEST = 500
"""Characters in a line that are looked at; nine cards and eight reactions need far less."""


def ask(spec: Spec, context: Context) -> str:
    """Give the cards and the events with their numbers, and say how to answer in one line."""
    parts = [_cards(spec, context)]
    for place, event in enumerate(spec.events, 1):
        parts.append(f"{_numbered(spec, place, event)}\n{_options(event, context)}")
    return "\n\n".join([*parts, _how(spec)])


def _numbered(spec: Spec, place: int, event: Event) -> str:
    """Write an event with its number, and when it happens."""
    if event.after is None:
        told = mark("Event {number}, at minute {minute}: {text}")
        return tr(told, number=place, minute=event.minute, text=event.text)
    told = mark("Event {number}, after “{card}”: {text}")
    return tr(told, number=place, card=_text(spec, event.after), text=event.text)


def _cards(spec: Spec, context: Context) -> str:
    cards = [
        f"  {number}  {minutes(card.minutes)}  {card.text}"
        for number, card in numbered(spec, context).items()
    ]
    length = tr("The meeting has {minutes}.", minutes=minutes(spec.length))
    return "\n".join([unmarked(spec.prompt), "", length, *cards])


def _options(event: Event, context: Context) -> str:
    return "\n".join(f"  {number}  {one.text}" for number, one in enumerate(offered(event, context), 1))


def _text(spec: Spec, name: str) -> str:
    return cards_by_id(spec)[name].text if name in cards_by_id(spec) else name


def minutes(count: int) -> str:
    """Write a length in words."""
    return trn("{n} minute", "{n} minutes", count)


def _how_to_plan() -> str:
    return tr(
        "Type the numbers of the cards that you use, in order, such as 3 1 2. Each follows on the one "
        "before; 1@5 lets card 1 begin at minute 5. Cards that you leave out are not used."
    )


def _how(spec: Spec) -> str:
    if not spec.events:
        return _how_to_plan()
    then = tr(
        "Then type a semicolon and the number of your reaction to each event, such as 3 1 2; {reactions}.",
        reactions=" ".join("1" for _ in spec.events),
    )
    return f"{_how_to_plan()} {then}"


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read the cards and, behind a semicolon, a reaction for each event in the order of the spec."""
    if len(line) > LONGEST:
        raise Unreadable(tr("That is longer than any answer here. {how}", how=_how(spec)))
    plan, _, words = line.partition(";")
    placed = read_plan(spec, plan, context)
    numbers = words.replace(",", " ").split()
    if len(numbers) != len(spec.events):
        told = mark("{reactions} reactions are there, but {events} events. {how}")
        raise Unreadable(tr(told, reactions=len(numbers), events=len(spec.events), how=_how(spec)))
    reactions = {
        event.id: _reaction(event, number, context)
        for event, number in zip(spec.events, numbers, strict=True)
    }
    return Response(placed=placed, reactions=reactions)


def read_plan(spec: Spec, line: str, context: Context) -> tuple[Placed, ...]:
    """Read the cards of a plan; raises :class:`Unreadable` where they do not fit into the meeting."""
    words = line.replace(",", " ").split()
    if not words:
        raise Unreadable(tr("No card is used yet. {how}", how=_how_to_plan()))
    cards = numbered(spec, context)
    starts: dict[str, int] = {}
    end = 0
    for word in words:
        found = CARD.fullmatch(word)
        if found is None or found[1] not in cards:
            told = mark("“{word}” is no card from 1 to {last}. {how}")
            raise Unreadable(tr(told, word=word, last=len(cards), how=_how_to_plan()))
        card = cards[found[1]]
        if card.id in starts:
            raise Unreadable(tr("Card {number} is there twice. Type each card once.", number=found[1]))
        start = int(found[2]) if found[2] else end
        _refuse(spec, in_time(spec, starts), card, start)
        starts[card.id] = start
        end = start + card.minutes
    return in_time(spec, starts)


def _refuse(spec: Spec, placed: tuple[Placed, ...], card: Card, start: int) -> None:
    """Say why a card cannot begin at a minute, if it cannot."""
    if fits(spec, placed, card, start):
        return
    end = start + card.minutes
    if end > spec.length:
        late = mark(
            "“{card}” would end at minute {end}, but the meeting has {length}. Let it begin earlier, or "
            "leave a card out."
        )
        raise Unreadable(tr(late, card=card.text, end=end, length=spec.length))
    over = mark("“{card}” from minute {start} to {end} would lie over another card. Give it a free minute.")
    raise Unreadable(tr(over, card=card.text, start=start, end=end))


def _reaction(event: Event, word: str, context: Context) -> str:
    """Read the number of a reaction."""
    options = {str(number): one.id for number, one in enumerate(offered(event, context), 1)}
    if word not in options:
        how = _how_to_react(event)
        if not word:
            raise Unreadable(tr("There is no reaction without a number here. {how}", how=how))
        raise Unreadable(tr("There is no reaction {word} here. {how}", word=word, how=how))
    return options[word]


def _how_to_react(event: Event) -> str:
    return tr("Type the number of what you do, from 1 to {last}.", last=len(event.options))


def turn(spec: Spec, so_far: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Take the plan in the first turn, then a reaction to each event as it happens to that plan."""
    response = so_far or Response(placed=(), begun=False)
    if not response.begun:
        if line is None:
            return Turn("\n\n".join([_cards(spec, context), _how_to_plan()]), response)
        placed = read_plan(spec, line, context)
        told = tr("Your plan: {plan}.", plan=said_plan(spec, placed))
        return _next(spec, Response(placed=placed), context, told)
    event = pending(spec, response)
    if event is None or line is None:
        return _next(spec, response, context, "")
    chosen = _reaction(event, line.strip(), context)
    return _next(spec, _with(response, event, chosen), context, "")


def pending(spec: Spec, response: Response) -> Event | None:
    """Give the next event that waits for a reaction; ``None`` after the last."""
    events = sequence(spec, response.placed)
    return next((event for _, event in events if event.id not in response.reactions), None)


def _with(response: Response, event: Event, chosen: str) -> Response:
    return Response(placed=response.placed, reactions=response.reactions | {event.id: chosen})


def _next(spec: Spec, response: Response, context: Context, before: str) -> Turn[Response]:
    """Tell the next event, or that the meeting is over."""
    event = pending(spec, response)
    if event is None:
        return Turn("\n\n".join(filter(None, [before, tr("The meeting is over.")])), response, over=True)
    happens = f"{where(spec, response.placed, event)}: {event.text}\n{_options(event, context)}"
    return Turn("\n\n".join(filter(None, [before, happens, _how_to_react(event)])), response)


def said_plan(spec: Spec, placed: tuple[Placed, ...]) -> str:
    """Name the cards with their minutes, and how many minutes are free."""
    parts = [f"{start}–{end} {_text(spec, name)}" for name, (start, end) in spans(spec, placed).items()]
    free = spec.length - minutes_used(spec, placed)
    return "; ".join([*parts, tr("{minutes} free", minutes=minutes(free))])
