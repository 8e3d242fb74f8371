"""A plan beside its rules, and reactions beside the key."""

from collections.abc import Iterator

from coach.core.exercise import Context
from coach.core.outcome import Check, Outcome, weigh
from coach.locale import mark, tr

from .plan import minutes_used, sequence, spans
from .rules import in_words, kept
from .spec import Card, Event, Option, Response, Spec, numbered

PASS_MARK = 0.8
"""A meeting is a whole situation: one thing in five may go otherwise."""

CARD, RULE, REACTION = 1, 2, 2
"""Weights: picking a card is easier than finding its place or the right reaction."""

RIGHT = {
    "card.": mark("{count} of {total} cards"),
    "rule.": mark("{count} of {total} rules"),
    "event.": mark("{count} of {total} reactions"),
}
"""How many checks were passed of those whose ids begin so."""


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by rules rather than by one fixed order: which cards, which rules kept, which reactions.

    Where reactions cost minutes, the meeting must also end on time: the minutes of all cards used and
    of all reactions chosen, added up, are no more than the meeting has. What was done may be explained at
    once; what was left out or broken would give the solution away.
    """
    checks = tuple(_checks(spec, response, context))
    told = _remark(checks)
    return weigh(checks, misconceptions=_ideas(spec, response), remark=told, pass_mark=PASS_MARK)


def _checks(spec: Spec, response: Response, context: Context) -> Iterator[Check]:
    used = spans(spec, response.placed)
    for card in numbered(spec, context).values():
        yield _picked(card, used=card.id in used)
    for rule in spec.rules:
        fine = kept(spec, rule, response.placed)
        yield Check(
            id=f"rule.{rule.id}",
            label=in_words(spec, rule),
            passed=fine,
            why=rule.why,
            weight=RULE,
            spoils=not fine,
        )
    happened = _happened(spec, response)
    for event in spec.events:
        yield from _reacted(event, happened.get(event.id), came=event.id in happened)
    if any(option.cost for event in spec.events for option in event.options):
        yield _on_time(spec, response)


def _picked(card: Card, *, used: bool) -> Check:
    label = card.text if card.use else tr("{card} (better left out)", card=card.text)
    return Check(
        id=f"card.{card.id}", label=label, passed=used == card.use, why=card.why, weight=CARD, spoils=not used
    )


def _happened(spec: Spec, response: Response) -> dict[str, Option | None]:
    """Give for each event that came about, in the order of time, the reaction to it, if there is one."""
    chosen = response.reactions
    return {
        event.id: next((option for option in event.options if option.id == chosen.get(event.id)), None)
        for _, event in sequence(spec, response.placed)
    }


def _reacted(event: Event, chosen: Option | None, *, came: bool) -> Iterator[Check]:
    """Judge the reaction to an event by its own reason; a right one is told where another was chosen."""
    passed = chosen is not None and chosen.right
    nothing = tr("Nothing was done about it.")
    if not came:
        nothing = tr("It never came about: the card before it was left out.")
    yield Check(
        id=f"event.{event.id}",
        label=f"{event.text} – {chosen.text}" if chosen else event.text,
        passed=passed,
        why=chosen.why if chosen else nothing,
        weight=REACTION,
        spoils=not came,
    )
    better = next((option for option in event.options if option.right), None)
    if better is not None and not passed:
        yield Check(
            id=f"event.{event.id}.better",
            label=tr("Better: {option}", option=better.text),
            passed=True,
            why=better.why,
            weight=0,
            spoils=True,
        )


def _on_time(spec: Spec, response: Response) -> Check:
    planned = minutes_used(spec, response.placed)
    costs = sum(option.cost for option in _happened(spec, response).values() if option)
    return Check(
        id="time",
        label=tr("The meeting ends on time"),
        passed=planned + costs <= spec.length,
        why=tr(
            "Your cards take {planned} minutes and your reactions {costs}: {sum} of {length}.",
            planned=planned,
            costs=costs,
            sum=planned + costs,
            length=spec.length,
        ),
        weight=REACTION,
    )


def _ideas(spec: Spec, response: Response) -> tuple[str, ...]:
    """Give the wrong ideas behind cards, broken rules and reactions, each once."""
    used = spans(spec, response.placed)
    cards = [card.misconception for card in spec.cards if (card.id in used) != card.use]
    rules = [rule.misconception for rule in spec.rules if not kept(spec, rule, response.placed)]
    chosen = _happened(spec, response).values()
    options = [option.misconception for option in chosen if option and not option.right]
    return tuple(dict.fromkeys(filter(None, (*cards, *rules, *options))))


def _remark(checks: tuple[Check, ...]) -> str:
    """Count what is right of cards, rules and reactions, if anything is not."""
    judged = [check for check in checks if check.weight]
    if all(check.passed for check in judged):
        return ""
    told = []
    for prefix, message in RIGHT.items():
        group = [check.passed for check in judged if check.id.startswith(prefix)]
        if group:
            told.append(tr(message, count=sum(group), total=len(group)))
    return tr("Right: {parts}.", parts=", ".join(told))
