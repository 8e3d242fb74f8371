"""Interviews as a use case: what the interviewer does is on disk at once, or refused in a sentence."""

from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches
from secrets import token_hex
from typing import Concatenate, ParamSpec

from msgspec.structs import replace

from coach.content.library import Library
from coach.core import conduct
from coach.core.digest import Digest, digest
from coach.core.interview import InterviewState, Phase
from coach.core.interview_replay import reduce, replay
from coach.core.panel.looks import SCORECARD
from coach.locale import tr
from coach.services.gate import Gate
from coach.services.streams import INTERVIEW as PREFIX
from coach.services.streams import interview_id, key
from coach.store.log import EventLog
from coach.store.presence import Presence

P = ParamSpec("P")


def fresh_salt() -> str:
    """Make a salt for :func:`coach.core.conduct.submit`: 16 random bytes in hexadecimal."""
    return token_hex(16)


class UnknownInterview(LookupError):  # noqa: N818 - reads as what is wrong
    """There is no interview with this id; ``nearest`` are ids that look like it."""

    def __init__(self, asked: str, nearest: tuple[str, ...]) -> None:
        hint = (
            tr("Did you mean {names}?", names=tr(" or ").join(nearest))
            if nearest
            else tr("coach interview list shows them all.")
        )
        super().__init__(tr("There is no interview {asked!r}. {hint}", asked=asked, hint=hint))
        self.nearest = nearest


class InterviewService:
    """Interviews of all interviewers in one data folder, as far as the gate lets its viewer see them."""

    def __init__(
        self,
        log: EventLog,
        library: Library,
        clock: Callable[[], datetime],
        presence: Presence,
        gate: Gate,
    ) -> None:
        self._gate = gate
        self._log = log
        self._library = library
        self._clock = clock
        self._presence = presence

    def plan(self, kit: str, candidate: str, interviewer: str) -> "Desk":
        """Plan an interview with a kit of the library and sit down at its desk."""
        guide = self._library.guide(kit)
        events = conduct.plan(guide, candidate, interviewer, member=self._gate.viewer)
        stream = PREFIX + self._free_id(candidate, interviewer)
        recorded = self._log.append(stream, 0, events, actor=interviewer.strip(), at=self._clock())
        return self._desk(reduce(None, recorded[0]))

    def unfinished(self, kit: str, candidate: str, interviewer: str) -> str | None:
        """Return the id of the draft with this kit, candidate and interviewer, or ``None``.

        Capitals do not matter in the names. Whoever plans an interview asks this first: it should be
        resumed, and another one planned only if that is really meant. Of several it is the one last
        worked on.
        """
        wanted = (key(candidate), key(interviewer))
        drafts = [
            one
            for one in self._gate.digests.all(interview_id(candidate, interviewer))
            if (key(one.candidate), key(one.interviewer)) == wanted
            and not (one.submitted or one.requisition)
            and one.member in ("", self._gate.viewer)
            and self._read(one.id).guide.kit == kit
        ]
        return max(drafts, key=lambda one: one.last_at).id if drafts else None

    def open(self, interview_id: str) -> "Desk":
        """Sit down at an interview.

        A clock that runs although nobody is there, because a program was killed, is stopped at its
        last sign of life. While another program is there, its clock runs on.
        """
        state = self._own(interview_id)
        last = self._presence.last_sign(state.id)
        desk = self._desk(state)
        if state.phase is Phase.RUNNING and desk.alone:
            seen = max(state.last_at, last) if last else state.last_at
            desk.act(conduct.pause, min(seen, self._clock()))
        return desk

    def visit(self, interview_id: str) -> "Desk":
        """Sit down at an interview for a moment, without touching its clock."""
        return Desk(self._log, self._clock, self._own(interview_id), self._presence, alone=False)

    def _desk(self, state: InterviewState) -> "Desk":
        alone = self._presence.take(state.id)
        desk = Desk(self._log, self._clock, state, self._presence, alone=alone)
        desk.beat()
        return desk

    def state(self, interview_id: str, what: str = SCORECARD, *, peek: str | None = None) -> InterviewState:
        """Return an interview to be read as ``what``, which goes on record if it is somebody else's.

        ``peek`` is the reason of a lead who looks before it is revealed to them. Raises
        :class:`UnknownInterview` and :class:`coach.services.gate.Closed`.
        """
        state = self._read(interview_id)
        self._gate.enter(digest(state), what, peek=peek)
        return state

    def _own(self, interview_id: str) -> InterviewState:
        """Return an interview that is the viewer's to work on."""
        state = self._read(interview_id)
        self._gate.own(digest(state))
        if state.collected:
            raise conduct.Refused(
                tr(
                    "{id} was held on another machine, so it is only read here. Work on it there and collect "
                    "it again.",
                    id=state.id,
                )
            )
        return state

    def _read(self, interview_id: str) -> InterviewState:
        """Replay an interview, its guide in the language of the library if that has the same kit."""
        wanted = interview_id.strip().lower()
        state = replay(self._log.read(PREFIX + wanted))
        if state is None:
            ids = [one.id for one in self._gate.visible(self._gate.digests.all())]
            raise UnknownInterview(interview_id, tuple(get_close_matches(wanted, ids, n=3, cutoff=0.5)))
        guide = self._library.spoken(state.guide)
        return state if guide is state.guide else replace(state, guide=guide)

    def summaries(self, limit: int = 200) -> tuple[Digest, ...]:
        """List the interviews that the viewer may see, the one last worked on first."""
        found = self._gate.visible(self._gate.digests.all())
        return tuple(sorted(found, key=lambda one: one.last_at, reverse=True)[:limit])

    def _free_id(self, candidate: str, interviewer: str) -> str:
        base = interview_id(candidate, interviewer)
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
