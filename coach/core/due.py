"""Which cards are asked today, in which order, and how many wait on the days to come.

Days are the person's own. A card is due from the beginning of the day on which its time falls, so that
an hour more or less does not move it to the next day; but never on the day of its last review, nor
within :data:`REST` after it, whatever time zone one has travelled to.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from heapq import heapify, heappop, heappush
from math import log

from coach.core.record import Record
from coach.core.schedule import CardState, Turn

REST = timedelta(hours=8)
"""A card is not asked again before so much time has passed."""

SHORTEST = timedelta(days=1)
"""The shortest gap between two reviews of a card."""

WEEK, YEAR = 7, 365
GAP_AT_A_WEEK, GAP_AT_A_YEAR = 0.30, 0.075
"""The best gap as a share of the time left: 20 to 40 % at a week, 5 to 10 % at a year (Cepeda, Vul, Rohrer,
Wixted & Pashler 2008); the middles are taken."""

CHOICES = 4
"""Among so many lessons the next card is looked for."""


class Moment(Record):
    """Now, with what it means for the person: the beginnings of today and of the days after it.

    ``days`` has at least two entries, in order; ``deadline`` is the beginning of the day for which
    everything should be at hand, ``None`` if there is no such day or it has passed.
    """

    now: datetime
    date: date
    days: tuple[datetime, ...]
    turns: tuple[Turn, ...] = ()
    deadline: datetime | None = None


def due_at(card: CardState, moment: Moment) -> datetime:
    """Return when a card should be asked again, with the deadline taken into account."""
    last = _last(card, moment)
    due = last + (card.due - card.last)
    if moment.deadline is None:
        return due
    capped = last + gap(moment.deadline - last)
    return min(due, capped) if capped < moment.deadline else due


def is_due(card: CardState, moment: Moment) -> bool:
    """Whether a card is asked today."""
    last = _last(card, moment)
    rested = last < moment.days[0] and moment.now - last >= REST
    return rested and due_at(card, moment) < moment.days[1]


def _last(card: CardState, moment: Moment) -> datetime:
    """Return when a card was last reviewed.

    A time that lies ahead comes from a clock that was wrong. Then what later events say counts, so that
    nobody has to wait until the wrong time comes round.
    """
    if card.last <= moment.now:
        return card.last
    index = bisect_right(moment.turns, card.number, key=lambda turn: turn.number)
    later = moment.turns[index].at if index < len(moment.turns) else card.at
    return min(card.at, later)


def gap(left: timedelta) -> timedelta:
    """Return the best gap between reviews when so much time is left, at least a day.

    The share of the time falls evenly with its logarithm from a week to a year and is constant beyond:
    2.1 days at a week, 3.6 at two weeks, 6.5 at thirty days, 27 at a year.
    """
    days = left / timedelta(days=1)
    if days <= 0:
        return SHORTEST
    way = (log(days) - log(WEEK)) / (log(YEAR) - log(WEEK))
    share = GAP_AT_A_WEEK + (GAP_AT_A_YEAR - GAP_AT_A_WEEK) * min(max(way, 0.0), 1.0)
    return max(SHORTEST, left * share)


def due(cards: Iterable[CardState], moment: Moment) -> tuple[CardState, ...]:
    """Return what is asked today, mixed; cards set apart are left out.

    Whole situations come after all small questions, so that they hold nobody up who has little time.
    """
    asked = [card for card in cards if not card.leech and is_due(card, moment)]
    questions = mixed((card for card in asked if not card.scenario), moment.date)
    return questions + mixed((card for card in asked if card.scenario), moment.date)


def forecast(cards: Iterable[CardState], moment: Moment) -> tuple[int, ...]:
    """Count the cards of today, waiting ones included, and of each further day of ``moment.days``.

    The last entry of ``days`` only ends the day before it. Every card counts once, at its next review.
    """
    counts = [0] * (len(moment.days) - 1)
    for card in cards:
        if card.leech:
            continue
        index = _day(card, moment)
        if index < len(counts):
            counts[index] += 1
    return tuple(counts)


def _day(card: CardState, moment: Moment) -> int:
    """Return on which of the days a card is asked, 0 for today."""
    if is_due(card, moment):
        return 0
    return max(1, bisect_right(moment.days, due_at(card, moment)) - 1)


def mixed(cards: Iterable[CardState], day: date) -> tuple[CardState, ...]:
    """Order cards so that neighbours come from different lessons, and competencies, where possible.

    Mixing related questions makes people tell them apart (Brunmair & Richter 2019, g = 0.42). The
    fullest lessons go first, so that none is left over for the end; within a lesson what waits longest
    goes first. The same cards on the same day come in the same order.
    """
    heap = _lessons(cards, day)
    found: list[CardState] = []
    left = sum(-size for size, _, _ in heap)
    while heap:
        offered = [heappop(heap) for _ in range(min(CHOICES, len(heap)))]
        chosen = _choose(offered, found[-1] if found else None, left)
        size, sign, lesson = offered.pop(chosen)
        found.append(lesson.pop())
        left -= 1
        if lesson:
            offered.append((size + 1, sign, lesson))
        for rest in offered:
            heappush(heap, rest)
    return tuple(found)


Lesson = tuple[int, bytes, list[CardState]]
"""The cards of a lesson, the last one first; minus their number, and a sign of its own, come in front."""


def _lessons(cards: Iterable[CardState], day: date) -> list[Lesson]:
    grouped: dict[tuple[str, str], list[CardState]] = {}
    for card in cards:
        grouped.setdefault((card.place.module, card.place.lesson), []).append(card)
    heap = [
        (-len(group), _sign(day, *name), sorted(group, key=lambda card: (card.due, card.key), reverse=True))
        for name, group in grouped.items()
    ]
    heapify(heap)
    return heap


def _sign(day: date, *names: str) -> bytes:
    return sha256("\0".join((day.isoformat(), *names)).encode()).digest()[:8]


def _choose(offered: Sequence[Lesson], before: CardState | None, left: int) -> int:
    """Return which lesson goes next; one with more than half of all that is left cannot wait."""
    if before is None:
        return 0
    same = [_lesson(lesson[-1]) == _lesson(before) for _, _, lesson in offered]
    others = [index for index, repeated in enumerate(same) if not repeated]
    if not others or -2 * offered[others[0]][0] > left:
        return others[0] if others else 0
    apart = (
        index for index in others if not set(offered[index][2][-1].competencies) & set(before.competencies)
    )
    return next(apart, others[0])


def _lesson(card: CardState) -> tuple[str, str]:
    return card.place.module, card.place.lesson
