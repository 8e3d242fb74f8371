"""What each rule asks of a plan, as a test and in words."""

from typing import assert_never

from coach.locale import mark, tr, trn

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
    texts = {name: tr("“{title}”", title=card.text) for name, card in cards_by_id(spec).items()}
    first, *others = (texts.get(name, name) for name in cards_of(rule))
    rest = tr(" and ").join(others)
    match rule:
        case First():
            return tr("{card} comes first", card=first)
        case Last():
            return tr("{card} comes last", card=first)
        case Before():
            return tr("{card} before {others}", card=first, others=rest)
        case After():
            return tr("{card} after {others}", card=first, others=rest)
        case Within():
            return _between(rule, tr(" and ").join([first, *others]))
        case AtLeast(minutes=minutes):
            told = mark("At least {minutes} from the end of {card} to {other}")
            return tr(told, minutes=_minutes(minutes), card=first, other=rest)
        case AtMost(minutes=0):
            return tr("{other} directly after {card}", other=rest, card=first)
        case AtMost(minutes=minutes):
            told = mark("{other} at most {minutes} after {card}")
            return tr(told, other=rest, minutes=_minutes(minutes), card=first)
    assert_never(rule)


def _between(rule: Within, cards: str) -> str:
    since, until = rule.since, rule.until
    if until is None:
        if not since:
            return tr("{cards} within the meeting", cards=cards)
        return tr("{cards} not before minute {since}", cards=cards, since=since)
    if not since:
        return tr("{cards} over by minute {until}", cards=cards, until=until)
    told = mark("{cards} not before minute {since} and over by minute {until}")
    return tr(told, cards=cards, since=since, until=until)


def _minutes(count: int) -> str:
    return trn("{n} minute", "{n} minutes", count)
