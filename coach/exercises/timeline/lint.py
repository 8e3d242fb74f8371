"""What can be wrong with a meeting: rules that no plan keeps, or a plan that is no solution."""

from collections.abc import Iterator
from random import Random

from coach.core.exercise import Context
from coach.core.finding import Finding, Path, Severity
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.locale import mark, tr

from .grading import grade
from .plan import cards_by_id, fits, in_time, next_free, own_plan, spans
from .rules import cards_of, in_words, kept
from .spec import Event, Placed, Response, Spec

PLAYS = 200
"""Meetings planned by chance in the check that plays the exercise."""

TOO_MANY = 0.1
"""The share of them that may succeed; with more, a guess is worth while."""

CODES = {
    "C181": mark(
        "A rule, an event or the plan names a card that is not there, or one that should be left out."
    ),
    "C182": mark("The author's plan does not fit into the meeting, or two of its cards overlap."),
    "C183": mark("The author's plan leaves a needed card out."),
    "C184": mark("The author's plan breaks a rule."),
    "C185": mark("An event has no right reaction, or only right ones."),
    "C186": mark("An event has no moment, or two, or one that lies outside the meeting."),
    "C187": mark("The author's plan and the right reactions together take longer than the meeting."),
    "C188": mark("Two cards, or two reactions to an event, have the same text and cannot be told apart."),
    "C189": mark("Meetings planned by chance succeed too often."),
}


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what cannot be planned, and show that the author's own plan keeps every rule."""
    yield from ids_twice(placed_ids(("cards",), spec.cards))
    yield from ids_twice(placed_ids(("rules",), spec.rules))
    yield from ids_twice(placed_ids(("events",), spec.events))
    yield from _same_texts(("cards",), [card.text for card in spec.cards])
    for index, event in enumerate(spec.events):
        yield from _event(spec, event, index)
    unknown = list(_unknown(spec))
    yield from unknown or _plan(spec)


def _same_texts(where: Path, texts: list[str]) -> Iterator[Finding]:
    for path, text in repeated(((*where, index, "text"), text) for index, text in enumerate(texts)):
        told = tr(
            "the text {text!r} stands there twice, so nobody can tell which is meant; reword one", text=text
        )
        yield Finding(code="C188", path=path, text=told)


def _event(spec: Spec, event: Event, index: int) -> Iterator[Finding]:
    """Find events without a moment, and such as leave nothing to decide."""
    where = ("events", index, "options")
    yield from ids_twice(placed_ids(where, event.options))
    yield from _same_texts(where, [option.text for option in event.options])
    right = sum(option.right for option in event.options)
    if right in (0, len(event.options)):
        none = mark(
            "no reaction is right, so nobody can succeed; write right: true at one, and wrong ones beside it"
        )
        every = mark("every reaction is right; write right: true at one, and wrong ones beside it")
        yield Finding(
            code="C185",
            path=("events", index, "options"),
            text=tr(every if right else none),
        )
    if (event.minute is None) == (event.after is None):
        yield Finding(
            code="C186",
            path=("events", index),
            text=tr("nobody knows when this happens; write either minute: or after: with the id of a card"),
        )
    elif event.minute is not None and event.minute >= spec.length:
        yield Finding(
            code="C186",
            path=("events", index, "minute"),
            text=tr(
                "minute {minute} lies behind the end of the meeting; write one below {length}",
                minute=event.minute,
                length=spec.length,
            ),
        )


def _unknown(spec: Spec) -> Iterator[Finding]:
    """Find names of cards that are not there, or that should not be used."""
    needed = [card.id for card in spec.cards if card.use]
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("rules", index), name) for index, rule in enumerate(spec.rules) for name in cards_of(rule)
    ]
    named += [(("plan", index, "card"), one.card) for index, one in enumerate(spec.plan)]
    named += [
        (("events", index, "after"), event.after) for index, event in enumerate(spec.events) if event.after
    ]
    for path, name in named:
        if name not in needed:
            unused = mark("{card!r} has use: false, so no plan can hold it; write one of {cards}")
            lost = mark("there is no card {card!r}, so no plan can hold it; write one of {cards}")
            known = name in cards_by_id(spec)
            told = tr(unused if known else lost, card=name, cards=", ".join(needed))
            yield Finding(code="C181", path=path, text=told)


def _plan(spec: Spec) -> Iterator[Finding]:
    """Show that the author's plan is possible, complete, right and on time."""
    placed = own_plan(spec)
    if len(placed) < len(spec.plan):
        told = tr("a card stands there twice, but can be used only once; remove one of the two")
        yield Finding(code="C182", path=("plan",), text=told)
    for index, one in enumerate(placed):
        others = tuple(other for other in placed if other is not one)
        if not fits(spec, others, cards_by_id(spec)[one.card], one.minute):
            start, end = spans(spec, (one,))[one.card]
            told = tr(
                "{card!r} from minute {start} to {end} lies over another card or outside the {length} "
                "minutes, so the plan cannot be made; move it",
                card=one.card,
                start=start,
                end=end,
                length=spec.length,
            )
            yield Finding(code="C182", path=("plan", _line(spec, one, index)), text=told)
    used = {one.card for one in placed}
    for index, card in enumerate(spec.cards):
        if card.use and card.id not in used:
            told = tr(
                "{card!r} is needed but not in the plan; add it to plan, or write use: false", card=card.id
            )
            yield Finding(code="C183", path=("cards", index), text=told)
    for index, rule in enumerate(spec.rules):
        if not kept(spec, rule, placed):
            told = tr(
                "your own plan breaks this rule ({rule}); mend the plan or the rule",
                rule=in_words(spec, rule),
            )
            yield Finding(code="C184", path=("rules", index), text=told)
    outcome = grade(spec, solved(spec), Context())
    if any(check.id == "time" and not check.passed for check in outcome.checks):
        told = tr(
            "plan and right reactions together take more than {length} minutes; leave some free",
            length=spec.length,
        )
        yield Finding(code="C187", path=("plan",), text=told)


def _line(spec: Spec, one: Placed, index: int) -> int:
    """Give the place of a card in the author's list, whose order need not be that of time."""
    return next((place for place, start in enumerate(spec.plan) if start.card == one.card), index)


def solved(spec: Spec) -> Response:
    """Give the author's plan with the first right reaction to each event."""
    right = {
        event.id: next((option.id for option in event.options if option.right), "") for event in spec.events
    }
    return Response(placed=own_plan(spec), reactions=right)


def proof(spec: Spec) -> Iterator[Finding]:
    """Plan meetings by chance, always the same ones, and find out how often that succeeds."""
    luck = Random(0)  # noqa: S311 - chance that can be repeated, and no secret
    won = sum(grade(spec, _by_chance(spec, luck), Context()).right for _ in range(PLAYS))
    if won > TOO_MANY * PLAYS:
        yield Finding(
            code="C189",
            path=("rules",),
            text=tr(
                "{won} of {plays} meetings planned by chance succeed, so a guess is worth while; add rules, "
                "events or cards to leave out",
                won=won,
                plays=PLAYS,
            ),
            severity=Severity.WARNING,
        )


def _by_chance(spec: Spec, luck: Random) -> Response:
    """Use cards in any order, each where it next fits, and react in any way."""
    starts: dict[str, int] = {}
    for card in luck.sample(spec.cards, luck.randint(1, len(spec.cards))):
        minute = next_free(spec, in_time(spec, starts), card)
        if minute is not None:
            starts[card.id] = minute
    reactions = {event.id: luck.choice(event.options).id for event in spec.events}
    return Response(placed=in_time(spec, starts), reactions=reactions)
