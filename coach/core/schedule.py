"""When a card is asked again: its state under FSRS-6, worked out from reviews by the ``fsrs`` package.

The state is a cache of the history: :func:`extend` goes on from any :class:`Ledger` that was kept, and
from an empty one it rebuilds everything. The library is imported only when there is a new review.

A card whose revision was raised starts afresh. A review dated before the one before it (a clock set
back) is taken at that one's time, so that no card forgets what it knew.
"""

from collections.abc import Iterable
from datetime import date, datetime
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


class CardState(Record, array_like=True):
    """What is known about one card after its latest review.

    ``stability`` is the days after which the chance of knowing it has fallen to 90 %; ``difficulty`` runs
    from 1 to 10. ``last`` never runs backwards, ``at`` is what the clock said. ``lapses`` counts wrong
    reviews after the first good one; a good one of a card set apart begins the count anew.
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

    @property
    def key(self) -> Key:
        """What names the card: module and step."""
        return self.place.key

    @property
    def leech(self) -> bool:
        """Whether it is set apart: asking it more often does not help, looking at it again may."""
        return self.lapses >= LAPSES


class Entry(Record, array_like=True):
    """A card on the way: ``live`` counts the showing that may still go on, ``settled`` does not."""

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
    over = showing is None or showing.over
    return Entry(settled=live if over else settled, live=live, showing=None if over else showing)


def advance(before: CardState | None, review: Review, number: int) -> CardState:
    """Return a card's state after one more review, the event ``number`` of its stream."""
    if before is not None and review.rev < before.place.rev:
        return before
    if before is not None and review.rev > before.place.rev:
        before = None
    last = max(before.last, review.at) if before is not None else review.at
    stability, difficulty, due = _scheduled(before, review.rating, last)
    again, good = review.rating is Rating.AGAIN, review.rating is Rating.GOOD
    known, lapses = (before.known, before.lapses) if before is not None else (False, 0)
    if again and known:
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
    )


def _scheduled(before: CardState | None, rating: Rating, last: datetime) -> tuple[float, float, datetime]:
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
