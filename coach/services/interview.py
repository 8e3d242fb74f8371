"""Interviews as a use case: what the interviewer does is on disk at once, or refused in a sentence."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches
from hashlib import sha256
from typing import Concatenate, ParamSpec

from coach.content.library import Library
from coach.core import conduct
from coach.core.interview import InterviewState, Overall, Phase, reduce, replay
from coach.core.record import Record
from coach.store.log import EventLog
from coach.store.presence import Presence

P = ParamSpec("P")
PREFIX = "interview/"


class UnknownInterview(LookupError):  # noqa: N818 - reads as what is wrong
    """There is no interview with this id; ``nearest`` are ids that look like it."""

    def __init__(self, asked: str, nearest: tuple[str, ...]) -> None:
        hint = (
            f" Did you mean {' or '.join(nearest)}?" if nearest else " coach interview list shows them all."
        )
        super().__init__(f"There is no interview {asked!r}.{hint}")
        self.nearest = nearest


class InterviewSummary(Record):
    """An interview as a list shows it."""

    id: str
    title: str
    candidate: str
    interviewer: str
    phase: Phase
    settled: int
    questions: int
    score: float | None
    coverage: float
    overall: Overall | None
    last_at: datetime


class InterviewService:
    """Interviews of all interviewers in one data folder."""

    def __init__(
        self, log: EventLog, library: Library, clock: Callable[[], datetime], presence: Presence
    ) -> None:
        self._log = log
        self._library = library
        self._clock = clock
        self._presence = presence

    def plan(self, kit: str, candidate: str, interviewer: str) -> "Desk":
        """Plan an interview with a kit of the library and sit down at its desk."""
        events = conduct.plan(self._library.guide(kit), candidate, interviewer)
        stream = PREFIX + self._free_id(candidate, interviewer)
        recorded = self._log.append(stream, 0, events, actor=interviewer.strip(), at=self._clock())
        return self._desk(reduce(None, recorded[0]))

    def unfinished(self, kit: str, candidate: str, interviewer: str) -> str | None:
        """Return the id of the draft with this kit, candidate and interviewer, or ``None``.

        Capitals do not matter in the names. Whoever plans an interview asks this first: it should be
        resumed, and another one planned only if that is really meant. Of several it is the one last
        worked on.
        """
        wanted = (kit, _key(candidate), _key(interviewer))
        heads = self._log.streams(PREFIX + _id_for(candidate, interviewer))
        states = (replay(self._log.read(head.stream)) for head in heads)
        drafts = [
            state
            for state in states
            if state is not None
            and state.phase is not Phase.SUBMITTED
            and (state.guide.kit, _key(state.candidate), _key(state.interviewer)) == wanted
        ]
        return max(drafts, key=lambda state: state.last_at).id if drafts else None

    def open(self, interview_id: str) -> "Desk":
        """Sit down at an interview.

        A clock that runs although nobody is there, because a program was killed, is stopped at its
        last sign of life. While another program is there, its clock runs on.
        """
        state = self.state(interview_id)
        last = self._presence.last_sign(state.id)
        desk = self._desk(state)
        if state.phase is Phase.RUNNING and desk.alone:
            seen = max(state.last_at, last) if last else state.last_at
            desk.act(conduct.pause, min(seen, self._clock()))
        return desk

    def visit(self, interview_id: str) -> "Desk":
        """Sit down at an interview for a moment, without touching its clock."""
        return Desk(self._log, self._clock, self.state(interview_id), self._presence, alone=False)

    def _desk(self, state: InterviewState) -> "Desk":
        alone = self._presence.take(state.id)
        desk = Desk(self._log, self._clock, state, self._presence, alone=alone)
        desk.beat()
        return desk

    def state(self, interview_id: str) -> InterviewState:
        """Return an interview as it stands; raises :class:`UnknownInterview`."""
        wanted = interview_id.strip().lower()
        state = replay(self._log.read(PREFIX + wanted))
        if state is None:
            ids = [head.stream.removeprefix(PREFIX) for head in self._log.streams(PREFIX)]
            raise UnknownInterview(interview_id, tuple(get_close_matches(wanted, ids, n=3, cutoff=0.5)))
        return state

    def summaries(self, limit: int = 200) -> tuple[InterviewSummary, ...]:
        """List interviews, the one last worked on first."""
        heads = sorted(self._log.streams(PREFIX), key=lambda head: head.last_at, reverse=True)
        states = (replay(self._log.read(head.stream)) for head in heads[:limit])
        return tuple(_summary(state) for state in states if state is not None)

    def _free_id(self, candidate: str, interviewer: str) -> str:
        base = _id_for(candidate, interviewer)
        taken = {head.stream.removeprefix(PREFIX) for head in self._log.streams(PREFIX + base)}
        number, free = 1, base
        while free in taken:
            number += 1
            free = f"{base}-{number}"
        return free


class Desk:
    """An interviewer's place at one interview.

    ``act`` asks :mod:`coach.core.conduct` whether a wish may be granted and appends what follows.
    When somebody else wrote to the same interview meanwhile, the log refuses
    (:class:`coach.store.errors.ChangedElsewhere`) and nothing is overwritten; ``reload`` shows
    theirs.
    """

    def __init__(
        self,
        log: EventLog,
        clock: Callable[[], datetime],
        state: InterviewState,
        presence: Presence,
        *,
        alone: bool,
    ) -> None:
        self._log = log
        self._clock = clock
        self._presence = presence
        self.state = state
        self.alone = alone
        """Whether no other program was at this interview when one sat down."""

    def beat(self) -> None:
        """Give a sign of life, so that a clock that was left running can be stopped where it should."""
        if self.state.phase is Phase.RUNNING:
            self._presence.beat(self.state.id, self._clock())

    @property
    def now(self) -> datetime:
        """The moment by the program's clock."""
        return self._clock()

    def act(
        self,
        wish: Callable[Concatenate[InterviewState, P], conduct.Events],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> InterviewState:
        """Do one thing; on disk when this returns. Raises :class:`coach.core.conduct.Refused`."""
        events = wish(self.state, *args, **kwargs)
        if events:
            stream = PREFIX + self.state.id
            actor = self.state.interviewer
            added = self._log.append(stream, self.state.number, events, actor=actor, at=self._clock())
            for record in added:
                self.state = reduce(self.state, record)
        return self.state

    def reload(self) -> InterviewState:
        """Read what others wrote."""
        for record in self._log.read(PREFIX + self.state.id, after=self.state.number):
            self.state = reduce(self.state, record)
        return self.state


def _key(name: str) -> str:
    """Return what a name is compared by: the same in capitals, and however its accents are stored."""
    return unicodedata.normalize("NFKC", name.strip().casefold())


def _id_for(candidate: str, interviewer: str) -> str:
    """Return the id that an interview of these two has, or what it begins with."""
    return f"{_slug(candidate)}-{_slug(interviewer)}"


def _slug(name: str) -> str:
    """Make a typable part of an id of a name.

    One without Latin letters and digits becomes ``x`` and four hexadecimal digits, such as ``x1a2b``:
    always the same for a name, and for two names hardly ever.
    """
    key = _key(name)
    latin = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:32].rstrip("-")
    return word or f"x{sha256(key.encode(errors='surrogatepass')).hexdigest()[:4]}"


def _summary(state: InterviewState) -> InterviewSummary:
    return InterviewSummary(
        id=state.id,
        title=state.guide.title,
        candidate=state.candidate,
        interviewer=state.interviewer,
        phase=state.phase,
        settled=state.settled,
        questions=len(state.guide.questions),
        score=state.score.value,
        coverage=state.score.coverage,
        overall=state.overall,
        last_at=state.last_at,
    )
