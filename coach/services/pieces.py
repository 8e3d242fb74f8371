"""Written and spoken pieces: the answers that can be rated by a rubric, with the ratings they got.

A *piece* is a learner's latest answer to a step whose kind has a rubric. It belongs to the learner's
stream, and so do its ratings: events whose actor is the mentor.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from msgspec.structs import fields, replace

from coach import exercises
from coach.content.library import ContentError, Library, NotFound
from coach.core import events as ev
from coach.core.curriculum import Lesson, Module, Step
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.prose import unmarked
from coach.core.record import Record
from coach.core.rubric import Criterion, Ratings
from coach.core.training import Key
from coach.exercises.base import Kind
from coach.locale import tr
from coach.services.profiles import STREAMS
from coach.services.run import read_response
from coach.services.settings import Settings
from coach.store.log import EventLog

AnyKind: TypeAlias = Kind[Any, Any]


class Given(Record):
    """What one mentor gave for a piece, the latest if they rated more than once; ``name`` is for people."""

    mentor: str
    name: str
    at: datetime
    ratings: Ratings
    note: str


class Piece(Record):
    """An answer to be rated, or rated already.

    ``number`` is that of the answer's event in the learner's stream. ``asked`` is the whole task, ``brief``
    its prompt alone, and ``said`` the answer without the learner's ``own`` ratings, which not every kind
    has; all three are plain text.
    """

    learner: str
    number: int
    name: str
    """What the learner wants to be called."""
    place: ev.Place
    title: str
    module: str
    """The module's title."""
    at: datetime
    brief: str
    asked: str
    said: str
    outcome: Outcome
    rubric: tuple[Criterion, ...]
    own: Ratings
    given: tuple[Given, ...]
    """One for each mentor who rated this very answer, the first first."""

    @property
    def id(self) -> str:
        """What people name the piece by, such as ``mira/42``."""
        return f"{self.learner}/{self.number}"

    def by(self, mentor: str) -> Given | None:
        """Return what a mentor gave, if they did."""
        return next((one for one in self.given if one.mentor == mentor), None)

    def open_to(self, person: str) -> bool:
        """Whether somebody may see the ratings of others: the learner, and mentors once they have rated.

        Until then they would rate what others think, as in an interview.
        """
        return person == self.learner or self.by(person) is not None

    def voices(self, person: str) -> tuple[tuple[str, Ratings], ...]:
        """Name whose ratings there are, mentors first, as ``person`` is told of them, who is "you"."""
        named = {one.name if one.mentor != person else tr("you"): one.ratings for one in self.given}
        own = {self.name if self.learner != person else tr("you"): self.own} if self.own else {}
        return tuple((named | own).items())


class Written(Record):
    """What a learner's stream up to ``number`` says about pieces: the latest answers, and their ratings."""

    number: int = 0
    answers: Mapping[Key, ev.Recorded] = {}
    rated: Mapping[int, tuple[ev.Recorded, ...]] = {}
    """By the number of the answer's event."""


def written(recorded: Iterable[ev.Recorded], before: Written) -> Written:
    """Go on from ``before`` with further events of the stream; kinds without a rubric are left out."""
    number, answers, rated = before.number, dict(before.answers), dict(before.rated)
    for record in recorded:
        number = record.number
        match record.event:
            case ev.Answered(place=place, kind=kind) if rubric_kind(kind) is not None:
                answers[place.key] = record
            case ev.PieceRated(answer=answer):
                rated[answer] = (*rated.get(answer, ()), record)
            case _:
                continue
    return Written(number=number, answers=answers, rated=rated)


def rubric_kind(name: str) -> AnyKind | None:
    """Return the kind of this name if its answers can be rated by a rubric."""
    try:
        kind = exercises.load(name)
    except KeyError:
        return None
    return kind if kind.rubric is not None else None


class Pieces:
    """Makes pieces of what the streams and the content say; what was read once is not read again."""

    def __init__(self, log: EventLog, library: Library, settings: Settings) -> None:
        """``settings`` say what people want to be called."""
        self._log = log
        self._library = library
        self._settings = settings
        self._written: dict[str, Written] = {}

    def learners(self) -> tuple[str, ...]:
        """Name everybody who has a stream."""
        return tuple(head.stream.removeprefix(STREAMS) for head in self._log.streams(STREAMS))

    def number(self, learner: str) -> int:
        """Return up to which event a stream was read."""
        return self._written[learner].number if learner in self._written else 0

    def of(self, learner: str) -> list[Piece]:
        """Give all pieces of a learner that the content still has."""
        found = (self._piece(learner, record) for record in self._follow(learner).answers.values())
        return [piece for piece in found if piece is not None]

    def at(self, learner: str, key: Key) -> Piece | None:
        """Return a learner's piece at a step, if there is one that the content still has."""
        record = self._follow(learner).answers.get(key)
        return self._piece(learner, record) if record is not None else None

    def answered(self, learner: str, number: int) -> Key | None:
        """Return the step that an event answers, be it the latest answer or not; ``None`` for no piece."""
        answers = self._follow(learner).answers
        latest = (key for key, record in answers.items() if record.number == number)
        if (key := next(latest, None)) is not None:
            return key
        events = (record.event for record in self._log.read(STREAMS + learner) if record.number == number)
        event = next(events, None)
        return event.place.key if isinstance(event, ev.Answered) and event.place.key in answers else None

    def _follow(self, learner: str) -> Written:
        """Read what was recorded of a learner since last time, or all of it if some was erased since."""
        known = self._written.get(learner, Written())
        stream = STREAMS + learner
        head = next((head for head in self._log.streams(stream) if head.stream == stream), None)
        if head is None or head.erased > known.number:
            known = Written()
        self._written[learner] = written(self._log.read(stream, after=known.number), known)
        return self._written[learner]

    def _piece(self, learner: str, record: ev.Recorded) -> Piece | None:
        """Make a piece of an answer; ``None`` if the content no longer has what it answers."""
        event = record.event
        assert isinstance(event, ev.Answered)
        kind, where = rubric_kind(event.kind), self._step(event.place)
        if kind is None or kind.rubric is None or where is None or not isinstance(where[2], kind.spec):
            return None
        module, lesson, step = where
        response, rubric = read_response(step, event.response), tuple(kind.rubric(step))
        if response is None or not rubric:
            return None
        context = Context(seed=event.seed, language=module.language)
        asked = kind.ask(step, context)
        return Piece(
            learner=learner,
            number=record.number,
            name=self._settings.name_of(learner) or learner,
            place=event.place,
            title=step.title or lesson.title,
            module=module.title,
            at=record.at,
            brief=unmarked(getattr(step, "prompt", "")) or asked,
            asked=asked,
            said=kind.say(step, _unrated(response), context),
            outcome=event.outcome,
            rubric=rubric,
            own=getattr(response, "ratings", {}),
            given=self._given(learner, record.number),
        )

    def _given(self, learner: str, number: int) -> tuple[Given, ...]:
        latest: dict[str, Given] = {}
        for record in self._written[learner].rated.get(number, ()):
            event = record.event
            assert isinstance(event, ev.PieceRated)
            name = self._settings.name_of(record.actor) or record.actor
            latest[record.actor] = Given(
                mentor=record.actor, name=name, at=record.at, ratings=event.ratings, note=event.note
            )
        return tuple(latest.values())

    def _step(self, place: ev.Place) -> tuple[Module, Lesson, Step] | None:
        """Find a step in its module at the revision of the answer, also if it moved to another session."""
        try:
            module = self._library.module(place.module).value
        except (ContentError, NotFound):
            return None
        for lesson, step in self._steps(module, place.session):
            if step.id == place.step:
                return (module, lesson, step) if step.rev == place.rev else None
        return None

    def _steps(self, module: Module, first: str) -> Iterator[tuple[Lesson, Step]]:
        """Give the steps of a module, those of one session first; sessions that cannot be read have none."""
        for header in sorted(module.sessions, key=lambda header: header.id != first):
            try:
                session = self._library.session(module.id, header.id).value
            except (ContentError, NotFound):
                continue
            yield from ((lesson, step) for lesson in session.flow for step in lesson.steps)


def _unrated(response: Record) -> Record:
    """Take the learner's own ratings out of an answer, so that a mentor rates without knowing them."""
    rated = any(field.name == "ratings" for field in fields(response))
    return replace(response, ratings={}) if rated else response
