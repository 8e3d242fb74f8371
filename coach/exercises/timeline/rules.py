"""What each rule asks of a plan, as a test and in words."""

from typing import assert_never

from .plan import cards_by_id, spans
from .spec import After, AnyRule, AtLeast, AtMost, Before, First, Last, Placed, Spec, Within


def cards_of(rule: AnyRule) -> tuple[str, ...]:
    """Give the ids of the cards that a rule is about."""
    return (rule.card,) if isinstance(rule, First | Last) else rule.cards


def kept(spec: Spec, rule: AnyRule, placed: tuple[Placed, ...]) -> bool:  # noqa: PLR0911 - one way out for each rule
    """Whether a plan keeps a rule; it does not where a card of the rule was left out."""
    known = spans(spec, placed)
    names = cards_of(rule)
    if any(name not in known for name in names):
        return False
    (start, end), *others = (known[name] for name in names)
    match rule:
        case First():
            return start == min(begin for begin, _ in known.values())
        case Last():
            return start == max(begin for begin, _ in known.values())
        case Before():
            return all(start < begin for begin, _ in others)
        case After():
            return all(start > begin for begin, _ in others)
        case Within(since=since, until=until):
            latest = spec.length if until is None else until
            return all(since <= begin and stop <= latest for begin, stop in ((start, end), *others))
        case AtLeast(minutes=minutes):
            return others[0][0] - end >= minutes
        case AtMost(minutes=minutes):
            return 0 <= others[0][0] - end <= minutes
    assert_never(rule)


def in_words(spec: Spec, rule: AnyRule) -> str:  # noqa: PLR0911 - as above
    """Say what a rule asks."""
    texts = {name: f"“{card.text}”" for name, card in cards_by_id(spec).items()}
    first, *others = (texts.get(name, name) for name in cards_of(rule))
    rest = " and ".join(others)
    match rule:
        case First():
            return f"{first} comes first"
        case Last():
            return f"{first} comes last"
        case Before():
            return f"{first} before {rest}"
        case After():
            return f"{first} after {rest}"
        case Within():
            return f"{' and '.join([first, *others])} {_between(rule)}"
        case AtLeast(minutes=minutes):
            return f"At least {_minutes(minutes)} from the end of {first} to {rest}"
        case AtMost(minutes=0):
            return f"{rest} directly after {first}"
        case AtMost(minutes=minutes):
            return f"{rest} at most {_minutes(minutes)} after {first}"
    assert_never(rule)


def _between(rule: Within) -> str:
    since = f"not before minute {rule.since}" if rule.since else ""
    until = f"over by minute {rule.until}" if rule.until is not None else ""
    return " and ".join(filter(None, (since, until))) or "within the meeting"


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"
