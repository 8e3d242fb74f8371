"""When a card is asked again: its state under FSRS-6, worked out from reviews by the ``fsrs`` package.

Whole situations, such as conversations, do not go through FSRS: it is fitted to the forgetting of facts on
cards, and nothing that it was measured on covers them. A situation takes minutes, is never the same twice,
and what it trains fades more slowly than a fact (in behaviour modelling knowledge decays and skill stays:
Taylor, Russ-Eft & Chan 2005). So it comes back by a simple rule:

- passed unaided in the first run: after :data:`FIRST_GAP`, each further time after twice the gap before,
  up to :data:`LONGEST_GAP`;
- passed with help or at the second try: after :data:`HELPED_GAP`;
- not passed, or the solution looked at: after :data:`FAILED_GAP`;
- practice, that is a run with values that one knows already, only puts the next time off, as far as the
  same result would, since one has just been there. It never brings it nearer and leaves the gap as it is.

The state is a cache of the history: :func:`extend` goes on from any :class:`Ledger` that was kept, and
from an empty one it rebuilds everything. The library is imported only when there is a new review.

A card whose revision was raised starts afresh. A review dated before the one before it (a clock set
back) is taken at that one's time, so that no card forgets what it knew.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from coach.core import events as ev
from coach.core.record import Record
from coach.core.review import CardEvent, Rating, Review, Showing, begins_anew, follow
from coach.core.training import Key

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9
"""The chance of still knowing a card at which it is asked again."""

LAPSES = 4
"""So often a card that was known has to be wrong to be set apart."""

FIRST_GAP, LONGEST_GAP = timedelta(days=14), timedelta(days=60)
HELPED_GAP, FAILED_GAP = timedelta(days=7), timedelta(days=2)
"""Of whole situations, as said above."""


class CardState(Record, array_like=True):
    """What is known about one card after its latest review.

    ``stability`` is the days after which the chance of knowing it has fallen to 90 %; ``difficulty`` runs
    from 1 to 10. Of a whole situation ``stability`` is the days of its gap, and ``difficulty`` is 0. ``last``
    never runs backwards, ``at`` is what the clock said. ``lapses`` counts wrong reviews after the first good
    one; a good one of a card set apart begins the count anew. Situations are not set apart: going through
    them again is what helps.
    """

    place: ev.Place
    title: str
    competencies: tuple[str, ...]
    stability: float
    difficulty: float
    last: datetime
    due: datetime
    at: datetime
    number: int
    """The event in the stream that made this state."""
    rating: Rating
    reviews: int = 1
    known: bool = False
    """Whether it was good at least once."""
    lapses: int = 0
    scenario: bool = False
    """Whether it is a whole situation."""

    @property
    def key(self) -> Key:
        """What names the card: module and step."""
        return self.place.key

    @property
    def leech(self) -> bool:
        """Whether it is set apart: asking it more often does not help, looking at it again may."""
        return self.lapses >= LAPSES


class Entry(Record, array_like=True):
    """A card on the way: ``live`` counts the showing that may still go on, ``settled`` does not.

    A ``showing`` that is over is only kept where it remembers how a situation was run.
    """

    settled: CardState | None = None
    live: CardState | None = None
    showing: Showing | None = None


class Turn(Record, array_like=True):
    """An event dated before the one in front of it: from ``number`` on the clock said ``at``, or later."""

    number: int
    at: datetime


class Ledger(Record):
    """Everything about cards up to the event ``number``, made ``at``."""

    number: int = 0
    at: datetime | None = None
    entries: tuple[Entry, ...] = ()
    turns: tuple[Turn, ...] = ()
    """Clocks set back; of two, the later one is kept only, if it went back further."""
    deadline: date | None = None

    def cards(self) -> dict[Key, CardState]:
        """Return the state of every card."""
        return {entry.live.key: entry.live for entry in self.entries if entry.live is not None}


def extend(ledger: Ledger, recorded: Iterable[ev.Recorded]) -> Ledger:
    """Return the ledger after more events of the training stream, in order."""
    entries = {_key(entry): entry for entry in ledger.entries}
    turns = list(ledger.turns)
    number, at, deadline = ledger.number, ledger.at, ledger.deadline
    for record in recorded:
        if at is not None and record.at < at:
            _turn(turns, record)
        number, at = record.number, record.at
        match record.event:
            case ev.DeadlineSet(on=on):
                deadline = on
            case event if isinstance(event, CardEvent):
                key = event.place.key
                entries[key] = _after(entries.get(key, Entry()), event, record)
                if entries[key] == Entry():
                    del entries[key]
            case _:
                continue
    return Ledger(
        number=number, at=at, entries=tuple(entries.values()), turns=tuple(turns), deadline=deadline
    )


def _key(entry: Entry) -> Key:
    known = entry.live or entry.showing
    assert known is not None
    return known.place.key


def _turn(turns: list[Turn], record: ev.Recorded) -> None:
    while turns and turns[-1].at >= record.at:
        turns.pop()
    turns.append(Turn(number=record.number, at=record.at))


def _after(entry: Entry, event: CardEvent, record: ev.Recorded) -> Entry:
    """Return a card after an event; its live state changes with answers and reveals only."""
    before, settled = entry.showing, entry.settled
    if before is None or begins_anew(before, event):
        settled = entry.live
    showing = follow(before, event, record.at)
    live = entry.live
    if showing is not None and isinstance(event, ev.Answered | ev.SolutionRevealed):
        review = showing.review()
        if review is not None and (showing.tries or settled is not None):
            live = advance(settled, review, record.number)
    if showing is None or showing.over:
        return Entry(settled=live, live=live, showing=showing if showing and showing.runs else None)
    return Entry(settled=settled, live=live, showing=showing)


def advance(before: CardState | None, review: Review, number: int) -> CardState:
    """Return a card's state after one more review, the event ``number`` of its stream."""
    if before is not None and review.rev < before.place.rev:
        return before
    if before is not None and review.rev > before.place.rev:
        before = None
    last = max(before.last, review.at) if before is not None else review.at
    alike = before if before is not None and before.scenario == review.scenario else None
    scheduled = _situation(alike, review, last) if review.scenario else _fact(alike, review.rating, last)
    stability, difficulty, due = scheduled
    again, good = review.rating is Rating.AGAIN, review.rating is Rating.GOOD
    known, lapses = (before.known, before.lapses) if before is not None else (False, 0)
    if review.scenario:
        lapses = 0
    elif again and known:
        lapses += 1
    elif good and lapses >= LAPSES:
        lapses = 0
    return CardState(
        place=review.place,
        title=review.title or (before.title if before is not None else ""),
        competencies=review.competencies or (before.competencies if before is not None else ()),
        stability=stability,
        difficulty=difficulty,
        last=last,
        due=due,
        at=review.at,
        number=number,
        rating=review.rating,
        reviews=before.reviews + 1 if before is not None else 1,
        known=known or good,
        lapses=lapses,
        scenario=review.scenario,
    )


def _situation(before: CardState | None, review: Review, last: datetime) -> tuple[float, float, datetime]:
    """Return gap (in days), no difficulty, and the next time of a whole situation."""
    gap = _gap(before, review.rating)
    due = last + gap
    if review.practice and before is not None:
        return before.stability, before.difficulty, max(due, before.due)
    return gap / timedelta(days=1), 0.0, due


def _gap(before: CardState | None, rating: Rating) -> timedelta:
    match rating:
        case Rating.AGAIN:
            return FAILED_GAP
        case Rating.HARD:
            return HELPED_GAP
        case Rating.GOOD:
            doubled = timedelta(days=2 * before.stability) if before is not None else FIRST_GAP
            return min(max(doubled, FIRST_GAP), LONGEST_GAP)


def _fact(before: CardState | None, rating: Rating, last: datetime) -> tuple[float, float, datetime]:
    """Ask the library for stability, difficulty and the next time; both times are in UTC."""
    import fsrs

    card = fsrs.Card(card_id=1)
    if before is not None:
        card.state, card.step = fsrs.State.Review, None
        card.stability, card.difficulty = before.stability, before.difficulty
        card.due, card.last_review = before.due, before.last
    after, _ = scheduler().review_card(card, fsrs.Rating(int(rating)), last)
    assert after.stability is not None
    assert after.difficulty is not None
    return after.stability, after.difficulty, after.due


@lru_cache(maxsize=1)
def scheduler() -> "Scheduler":
    """Return the scheduler that all cards share: whole days only, and no chance in it."""
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
