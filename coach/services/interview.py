"""Interviews as a use case: what the interviewer does is on disk at once, or refused in a sentence."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches
from typing import Concatenate, ParamSpec

from coach.content.library import Library
from coach.core import conduct
from coach.core.interview import InterviewState, Overall, Phase, reduce, replay
from coach.core.record import Record
from coach.store.log import EventLog

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

    def __init__(self, log: EventLog, library: Library, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._library = library
        self._clock = clock

    def plan(self, kit: str, candidate: str, interviewer: str) -> "Desk":
        """Plan an interview with a kit of the library and sit down at its desk."""
        events = conduct.plan(self._library.guide(kit), candidate, interviewer)
        stream = PREFIX + self._free_id(candidate, interviewer)
        recorded = self._log.append(stream, 0, events, actor=interviewer.strip(), at=self._clock())
        return Desk(self._log, self._clock, reduce(None, recorded[0]))

    def open(self, interview_id: str) -> "Desk":
        """Sit down at an interview; a clock that ran on while the program was gone is set right."""
        desk = Desk(self._log, self._clock, self.state(interview_id))
        if desk.state.phase is Phase.RUNNING:
            desk.act(conduct.pause, desk.state.last_at)
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
        base = f"{_slug(candidate)}-{_slug(interviewer)}"
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

    def __init__(self, log: EventLog, clock: Callable[[], datetime], state: InterviewState) -> None:
        self._log = log
        self._clock = clock
        self.state = state

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


def _slug(name: str) -> str:
    """Make a typable id part of a name; names without Latin letters become ``x``."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:32] or "x"


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
