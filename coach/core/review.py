"""What was asked and how it went: reviews, derived from a training stream and never stored.

A *card* is a graded step that was answered at least once. A *showing* of it begins when the step is
shown, for learning or for review, or answered after the last showing ended. It ends when the step is
answered right or its solution revealed, or when the step is shown again after a wrong answer. Each
showing with an answer gives one review; nobody rates themselves, since people misuse such buttons.

Of a whole situation, such as a conversation, only the first run with the same values (the same seed) tells
what somebody can do; whoever has been through it knows how it goes on. Every later run is *practice*, and
so is looking at the solution without a run.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.calibration import LEVELS
from coach.core.record import Record
from coach.core.training import Key

GUESS = LEVELS[0]
"""The certainty at which a right answer counts as hard."""

SECOND = 2
"""The try up to which a right answer counts as hard; later ones count as wrong."""


class Rating(IntEnum):
    """How a showing went, in the numbers of FSRS; its fourth, "easy", is for people and never given."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


class Review(Record):
    """One showing of a card and how it went.

    ``score`` (0 to 1) and ``certainty`` are those of the first answer, so that they tell what was known
    before any feedback; a solution looked at without an answer scores 0. ``misconceptions`` are from
    all answers of the showing. ``place``, ``title`` and ``competencies`` are the step's at that time.
    """

    key: Key
    at: datetime
    """When it was answered last, or revealed, as the clock said then."""
    rating: Rating
    rev: int
    place: ev.Place
    title: str
    competencies: tuple[str, ...]
    score: float
    certainty: int | None = None
    misconceptions: tuple[str, ...] = ()
    scenario: bool = False
    """Whether it was a whole situation."""
    practice: bool = False
    """Whether it was not the first run through the situation; then it is no observation."""

    @property
    def unaided(self) -> bool:
        """Whether it was right at the first try, without a hint, not as a guess and not as practice."""
        return self.rating is Rating.GOOD


class Showing(Record):
    """A showing of a card that may still go on; times are those of the events.

    ``runs`` are the revisions and seeds with which the step was run as a whole situation, in this showing
    or before it; they go on from showing to showing, whatever is reset.
    """

    place: ev.Place
    at: datetime
    hints: int = 0
    tries: int = 0
    right: bool = False
    revealed: bool = False
    score: float = 0
    certainty: int | None = None
    misconceptions: tuple[str, ...] = ()
    title: str = ""
    competencies: tuple[str, ...] = ()
    runs: tuple[tuple[int, int], ...] = ()
    practice: bool = False

    @property
    def over(self) -> bool:
        """Whether the next answer belongs to another showing."""
        return self.right or self.revealed

    @property
    def rating(self) -> Rating:
        """How it went so far."""
        if self.revealed or not self.right or self.tries > SECOND:
            return Rating.AGAIN
        aided = self.tries == SECOND or self.hints > 0 or self.certainty == GUESS or self.practice
        return Rating.HARD if aided else Rating.GOOD

    def review(self) -> Review | None:
        """Return what it amounts to so far; ``None`` while there is neither an answer nor a reveal."""
        if not self.tries and not self.revealed:
            return None
        return Review(
            key=self.place.key,
            at=self.at,
            rating=self.rating,
            rev=self.place.rev,
            place=self.place,
            title=self.title,
            competencies=self.competencies,
            score=self.score,
            certainty=self.certainty,
            misconceptions=self.misconceptions,
            scenario=bool(self.runs),
            practice=self.practice,
        )


CardEvent = ev.StepShown | ev.ReviewShown | ev.HintTaken | ev.Answered | ev.SolutionRevealed | ev.StepReset
"""Events that bear on a showing."""


def follow(before: Showing | None, event: CardEvent, at: datetime) -> Showing | None:
    """Return the showing after an event: ``before`` gone on, or another one.

    Where the result :func:`begins_anew`, ``before`` has had its last event.
    """
    place = event.place
    now = before if before is not None and not begins_anew(before, event) else _fresh(before, event, at)
    match event:
        case ev.StepShown() | ev.ReviewShown():
            return replace(now, place=place)
        case ev.HintTaken(number=number):
            return replace(now, hints=max(now.hints, number))
        case ev.Answered():
            return _answered(now, event, at)
        case ev.SolutionRevealed():
            looked = not now.tries and bool(now.runs)
            return replace(now, revealed=True, at=at, practice=now.practice or looked)
        case ev.StepReset():
            return now if now.runs else None


def begins_anew(before: Showing, event: CardEvent) -> bool:
    """Whether an event begins another showing instead of belonging to the one before."""
    if before.over or before.place.rev != event.place.rev or isinstance(event, ev.StepReset):
        return True
    return before.tries > 0 and isinstance(event, ev.StepShown | ev.ReviewShown)


def _fresh(before: Showing | None, event: CardEvent, at: datetime) -> Showing:
    """Begin a showing. Hints that were taken for a try before still stand beside a step shown again."""
    if before is None or before.over:
        return Showing(place=event.place, at=at, runs=before.runs if before is not None else ())
    return Showing(
        place=event.place,
        at=at,
        hints=before.hints if isinstance(event, ev.StepShown) else 0,
        title=before.title,
        competencies=before.competencies,
        runs=before.runs,
    )


def _answered(now: Showing, event: ev.Answered, at: datetime) -> Showing:
    outcome = event.outcome
    first = now.tries == 0
    added = tuple(name for name in outcome.misconceptions if name not in now.misconceptions)
    run = (event.place.rev, event.seed)
    known = run in now.runs
    return replace(
        now,
        place=event.place,
        at=at,
        tries=now.tries + 1,
        right=outcome.right,
        score=outcome.score if first else now.score,
        certainty=event.certainty if first else now.certainty,
        misconceptions=now.misconceptions + added,
        title=event.title or now.title,
        competencies=event.competencies or now.competencies,
        runs=(*now.runs, run) if event.scenario and not known else now.runs,
        practice=outcome.again or (event.scenario and known) if first else now.practice,
    )


def reviews(recorded: Iterable[ev.Recorded]) -> dict[Key, tuple[Review, ...]]:
    """Derive every review from a training stream's events in order, by card; events of no card are ignored.

    A showing that still goes on counts as it stands, so the last review of a card may turn out better.
    Reviews of older revisions and from before a reset are there as well; ``rev`` tells them apart.
    """
    found: dict[Key, list[Review]] = {}
    showings: dict[Key, Showing | None] = {}
    for record in recorded:
        if not isinstance(record.event, CardEvent):
            continue
        key = record.event.place.key
        before = showings.get(key)
        if before is not None and begins_anew(before, record.event):
            _keep(found, before)
        showings[key] = follow(before, record.event, record.at)
    for showing in showings.values():
        _keep(found, showing)
    return {key: tuple(kept) for key, kept in found.items()}


def _keep(found: dict[Key, list[Review]], showing: Showing | None) -> None:
    """Add a showing's review; a solution looked at without any answer so far makes no card."""
    review = showing.review() if showing is not None else None
    if showing is None or review is None:
        return
    if showing.tries or review.key in found:
        found.setdefault(review.key, []).append(review)
