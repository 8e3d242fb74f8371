"""Reviews as a use case: what is due, what is asked next, and what waits on the days to come."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.index import ModuleSummary, StepSummary
from coach.content.library import ContentError, Library, NotFound
from coach.core import events as ev
from coach.core.due import Moment, due, due_at, forecast, is_due, mixed
from coach.core.record import Record
from coach.core.schedule import CardState, Ledger
from coach.core.training import Key
from coach.locale import day, read_day, tr, trp
from coach.services.review_cache import ReviewCache
from coach.services.review_run import Asked, Rest, ReviewRun
from coach.services.training import TrainingService
from coach.store.log import EventLog

if TYPE_CHECKING:
    from coach.core.curriculum import Lesson, Step

AT_ONCE = 20
"""So many cards are asked in one go; who has more goes on afterwards."""

EXAMPLE = date(2026, 11, 14)
FORECAST = 14
"""Days that the forecast looks ahead, today included."""


class NoDeadline(ValueError):  # noqa: N818 - reads as what is wrong
    """A text that is no date to come; the message says what to type instead."""


class Card(Record):
    """A card that the content still has, as a list shows it; ``due`` takes the deadline into account."""

    key: Key
    module: str
    """The module's title."""
    session: str
    """The session's id."""
    title: str
    minutes: float
    due: datetime
    state: CardState


class DayCount(Record):
    """How many cards a day brings; today's are those that wait already."""

    day: date
    cards: int


class Overview(Record):
    """How many cards are due now, and when the next one will be, if there is another."""

    due: int
    next_at: datetime | None


class ReviewService:
    """Reviews of one learner. ``cache`` is the folder for what can be rebuilt at any time.

    Cards whose step is gone from the content, or was raised to another revision, are left out and kept.
    """

    def __init__(
        self,
        log: EventLog,
        library: Library,
        clock: Callable[[], datetime],
        training: TrainingService,
        cache: Path,
    ) -> None:
        self._log = log
        self._library = library
        self._clock = clock
        self._training = training
        self._folder = cache
        self._cache = ReviewCache(
            log, f"training/{training.learner}", cache / f"reviews-{training.learner}.json"
        )
        self._ledger: Ledger | None = None

    @property
    def ledger(self) -> Ledger:
        """The state of every card, with all that was recorded up to now."""
        known = self._ledger
        self._ledger = self._cache.current() if known is None else self._cache.gone_on(known)
        return self._ledger

    def rebuild(self) -> int:
        """Work everything out anew from the log, keep it, and return the number of cards."""
        self._ledger = self._cache.rebuilt()
        return len(self._ledger.cards())

    @property
    def deadline(self) -> date | None:
        """The day for which everything should be at hand, also once it has passed."""
        return self.ledger.deadline

    def set_deadline(self, on: date | None) -> None:
        """Make everything come again before a day; afterwards, or without one, all is as ever."""
        self._training.record(ev.DeadlineSet(on=on))

    def read_deadline(self, text: str) -> date | None:
        """Read a day to come, or ``none``; raises :class:`NoDeadline`."""
        if text.strip().lower() in ("", "none", trp("deadline", "none")):
            return None
        try:
            on = read_day(text)
        except ValueError:
            raise NoDeadline(
                tr(
                    "{text!r} is not a date. Write year, month and day, such as {example}, or none.",
                    text=text.strip(),
                    example=day(EXAMPLE),
                )
            ) from None
        if on <= self.moment().date:
            raise NoDeadline(
                tr("{day} has come already. A deadline lies in the future; none takes it away.", day=day(on))
            )
        return on

    def moment(self) -> Moment:
        """Return now, with the days of the forecast where the person is."""
        ledger, now = self.ledger, self._clock()
        today = now.astimezone().date()
        ahead = ledger.deadline is not None and ledger.deadline >= today
        return Moment(
            now=now.astimezone(UTC),
            date=today,
            days=tuple(_begin(today + timedelta(days=number)) for number in range(FORECAST + 1)),
            turns=ledger.turns,
            deadline=_begin(ledger.deadline) if ledger.deadline is not None and ahead else None,
        )

    def due(self, modules: tuple[ModuleSummary, ...] | None = None) -> tuple[Card, ...]:
        """Return what is asked today, neighbours from different lessons as far as possible.

        ``modules`` spares reading the index again.
        """
        moment, steps = self.moment(), self._steps(modules)
        return _listed(due(_current(self.ledger, steps), moment), moment, steps)

    def leeches(self) -> tuple[Card, ...]:
        """Return the cards that are set apart, since they were known and are wrong again and again."""
        moment, steps = self.moment(), self._steps()
        apart = (card for card in _current(self.ledger, steps) if card.leech)
        return _listed(mixed(apart, moment.date), moment, steps)

    def forecast(self) -> tuple[DayCount, ...]:
        """Count the cards of the next days, today first; each card counts once, at its next review."""
        moment = self.moment()
        counts = forecast(_current(self.ledger, self._steps()), moment)
        return tuple(
            DayCount(day=moment.date + timedelta(days=number), cards=count)
            for number, count in enumerate(counts)
        )

    def overview(self, modules: tuple[ModuleSummary, ...] | None = None) -> Overview:
        """Count what is due; ``modules`` is as in :meth:`due`."""
        moment = self.moment()
        cards = _current(self.ledger, self._steps(modules))
        asked = [card for card in cards if not card.leech]
        waiting = [due_at(card, moment) for card in asked if not is_due(card, moment)]
        following = min(waiting, default=None)
        return Overview(
            due=len(asked) - len(waiting),
            next_at=max(following, moment.days[1]) if following is not None else None,
        )

    def start(self, cards: Iterable[Card] | None = None) -> ReviewRun:
        """Begin a review of the first :data:`AT_ONCE` of what is due, or of these cards."""
        chosen = tuple(self.due() if cards is None else cards)
        asked: list[Asked] = []
        problems: list[str] = []
        for card in chosen:
            if len(asked) == AT_ONCE:
                break
            try:
                asked.append(self._asked(card))
            except (ContentError, NotFound) as error:
                problems.append(str(error))
        left = len(chosen) - len(asked) - len(problems)
        rest = Rest(left=left, problems=tuple(problems))
        return ReviewRun(self._training, self._clock, tuple(asked), self._due_on, rest)

    def _asked(self, card: Card) -> Asked:
        """Load a card's step."""
        module, session = self._library.module(card.key[0]), self._library.session(card.key[0], card.session)
        lesson, step = _find(session.value.flow, card.key[1])
        return Asked(
            module=module.value, session=session.value, lesson=lesson, step=step, reviews=card.state.reviews
        )

    def _due_on(self, key: Key) -> date | None:
        """Return the day on which a card comes again; ``None`` for one that is set apart or gone."""
        card, moment = self.ledger.cards().get(key), self.moment()
        if card is None or card.leech:
            return None
        return max(due_at(card, moment), moment.days[1]).astimezone().date()

    def _steps(self, modules: tuple[ModuleSummary, ...] | None = None) -> "Steps":
        return {
            (module.id, step.id): (module.title, session.id, step)
            for module in (self._library.index(self._folder) if modules is None else modules)
            for session in module.sessions
            for step in session.steps
        }


Steps = Mapping[Key, tuple[str, str, StepSummary]]
"""The steps of the content by key, each with its module's title and its session's id."""


def _begin(day: date) -> datetime:
    """Return when a day begins where the person is, in UTC."""
    return datetime.combine(day, time.min).astimezone(UTC)


def _current(ledger: Ledger, steps: Steps) -> list[CardState]:
    """Return the cards whose step is there in the revision that was answered."""
    return [
        card for key, card in ledger.cards().items() if key in steps and steps[key][2].rev == card.place.rev
    ]


def _listed(cards: Iterable[CardState], moment: Moment, steps: Steps) -> tuple[Card, ...]:
    found: list[Card] = []
    for card in cards:
        module, session, step = steps[card.key]
        found.append(
            Card(
                key=card.key,
                module=module,
                session=session,
                title=step.title or step.lesson_title,
                minutes=step.minutes,
                due=due_at(card, moment),
                state=card,
            )
        )
    return tuple(found)


def _find(lessons: "Iterable[Lesson]", step_id: str) -> "tuple[Lesson, Step]":
    """Find a step in a session; raises :class:`NotFound`."""
    for lesson in lessons:
        for step in lesson.steps:
            if step.id == step_id:
                return lesson, step
    raise NotFound("step", step_id, ())
