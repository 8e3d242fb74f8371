"""How what is kept about a candidate goes for good, and what shows later that it went.

An erasure takes away everything that was said, keeps numbers without a person for the statistics, and
leaves a chain that still verifies. Its receipt is told from the log each time, never kept beside it.
"""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.nearest import nearest
from coach.core import events as ev
from coach.core.conduct import Refused, reasoned
from coach.core.digest import Digest
from coach.core.panel.requisition import RequisitionState
from coach.core.record import Record
from coach.core.retention import DeleteBy
from coach.locale import mark, tr
from coach.services import streams
from coach.services.gate import Closed
from coach.services.interview import UnknownInterview
from coach.services.requisition import RequisitionService
from coach.store.log import EventLog, Seal, StreamHead

if TYPE_CHECKING:
    from coach.store.copies import StaleCopy

ERASED = "everything about this candidate was erased"
"""What the store notes in the chain for a candidate; it names nobody."""
WHY = mark("the record is erased; it stays, so it must not name the person")
LEAST_NAME = 3
"""Letters from which a part of a name is looked for in a reason."""


class Erased(Record):
    """A stream whose ``entries`` lost what they said, which entry ``number`` tells."""

    stream: str
    entries: int
    number: int


class ErasureReceipt(Record):
    """What an erasure did, as the log shows it.

    ``seals`` are what ``coach data verify --seals`` holds the log against later; for a candidate, that of
    the requisition, which says who erased and why, is among them.
    """

    at: datetime
    """When, in UTC."""
    erased: tuple[Erased, ...]
    seals: tuple[Seal, ...]
    complete: bool
    """Whether nothing is left; one that was broken off is completed by erasing again."""
    requisition: str = ""
    candidate: str = ""
    interview: str = ""
    """The id of an interview that belonged to no requisition; the candidate's code is not known any more."""
    by: str = ""
    reason: str = ""
    scorecards_kept_as_numbers: int = 0


class Eraser:
    """Erases on behalf of the viewer of ``requisitions``, who was asked for before."""

    def __init__(
        self, log: EventLog, clock: Callable[[], datetime], requisitions: RequisitionService, database: Path
    ) -> None:
        self._log = log
        self._clock = clock
        self._requisitions = requisitions
        self._database = database

    # --- A candidate -------------------------------------------------------------------------------

    def refuse(
        self, state: RequisitionState, candidate: str, reason: str, until: DeleteBy, *, early: bool
    ) -> None:
        """Raise :class:`Refused` where a candidate's record may not go, or not for this reason."""
        record = self._requisitions.dossier(state, candidate)
        if record.hold:
            raise Refused(
                tr(
                    "There is a hold on {candidate}: {reason} Nothing was erased. coach privacy lift ends "
                    "the hold when the reason is over.",
                    candidate=candidate,
                    reason=_ended(record.hold),
                )
            )
        left = until.days_left(self._clock().astimezone().date())
        if not early and (left is None or left >= 0):
            raise Refused(
                tr(
                    "{kept} Nothing was erased. If it has to go before, such as on the candidate's request, "
                    "say so with --early.",
                    kept=_kept(state, candidate, until),
                )
            )
        identity = self._requisitions.identity(state, candidate)
        _impersonal(reasoned(reason, tr(WHY)), identity.name if identity else "")

    def erase(self, state: RequisitionState, candidate: str, reason: str) -> ErasureReceipt:
        """Put on record that a candidate's record goes, then take it away, stream after stream."""
        if candidate not in state.erased:
            remains = self._remains(state, candidate)
            gone = ev.CandidateErased(candidate=candidate, reason=reasoned(reason, tr(WHY)), remains=remains)
            state = self._requisitions.append(state, state.id, (gone,))
        for head in self._heads(state, candidate):
            self._erase(head.stream, ERASED)
        self._requisitions.gate.digests.all(streams.panel_prefix(state.id, candidate))  # the cache forgets
        return self.receipt(state, candidate)

    def receipt(self, state: RequisitionState, candidate: str) -> ErasureReceipt:
        """Tell how the erasure of a candidate stands in the log."""
        if candidate not in state.erased:
            raise Refused(
                tr(
                    "The record of {candidate} was not erased, so there is no receipt of that.",
                    candidate=candidate,
                )
            )
        stream = streams.REQUISITION + state.id
        told = next(
            (record, record.event)
            for record in self._log.read(stream)
            if isinstance(record.event, ev.CandidateErased) and record.event.candidate == candidate
        )
        heads = self._heads(state, candidate)
        own = self._head(stream)
        return ErasureReceipt(
            at=told[0].at,
            erased=_erased(heads),
            seals=tuple(head.seal for head in (*heads, own) if head is not None),
            complete=all(head.erased for head in heads),
            requisition=state.id,
            candidate=candidate,
            by=told[0].actor,
            reason=told[1].reason,
            scorecards_kept_as_numbers=len(state.erased[candidate]),
        )

    def interviews(self, state: RequisitionState, candidate: str) -> tuple[str, ...]:
        """Name the streams of a candidate's interviews."""
        prefix = streams.INTERVIEW + streams.panel_prefix(state.id, candidate)
        return tuple(head.stream for head in self._log.streams(prefix))

    # --- An interview without a requisition ----------------------------------------------------------

    def own_interview(self, interview: str, reason: str) -> str:
        """Raise where the interview is not the viewer's to erase; give its id as it is stored."""
        card = self._card(interview)
        state = self._requisitions.gate.requisition(card.requisition) if card.requisition else None
        if state is not None and state.terms.member(self._requisitions.viewer) is not None:
            raise Refused(
                tr(
                    "{id} belongs to {requisition}, where a candidate's record goes as a whole. Its lead or "
                    "HR erases it with coach privacy erase {requisition} {candidate}.",
                    id=card.id,
                    requisition=card.requisition,
                    candidate=card.candidate,
                )
            )
        if card.requisition or card.member not in ("", self._requisitions.viewer):
            raise Closed(tr("{id} is not your interview. Only its interviewer can erase it.", id=card.id))
        reasoned(reason, tr(WHY))
        return card.id

    def erase_interview(self, interview: str, reason: str) -> ErasureReceipt:
        """Take an interview of the viewer's own away."""
        name = self.own_interview(interview, reason)
        self._erase(streams.INTERVIEW + name, reason.strip())
        self._requisitions.gate.digests.all(name)  # the cache forgets
        return self.receipt_of_interview(name)

    def receipt_of_interview(self, interview: str) -> ErasureReceipt:
        """Tell how the erasure of an interview without a requisition stands in the log."""
        name = interview.strip().lower()
        head = self._head(streams.INTERVIEW + name)
        if head is None or not head.erased:
            card = self._card(name)
            raise Refused(tr("{id} was not erased, so there is no receipt of that.", id=card.id))
        return ErasureReceipt(
            at=head.last_at, erased=_erased((head,)), seals=(head.seal,), complete=True, interview=name
        )

    # --- Parts -------------------------------------------------------------------------------------

    def stale_copies(self, receipt: ErasureReceipt) -> "tuple[StaleCopy, ...]":
        """List the copies of the database beside it that hold what was erased, or cannot be read."""
        from coach.store.copies import stale_copies

        return stale_copies(self._database, [one.stream for one in receipt.erased])

    def _card(self, interview: str) -> Digest:
        """Find an interview that the viewer may know of."""
        gate = self._requisitions.gate
        wanted = interview.strip().lower()
        found = next((one for one in gate.digests.all(wanted) if one.id == wanted), None)
        if found is None:
            known = [one.id for one in gate.visible(gate.digests.all())]
            raise UnknownInterview(interview, tuple(nearest(wanted, known)))
        return found

    def _remains(self, state: RequisitionState, candidate: str) -> tuple[ev.Remains, ...]:
        """Keep the numbers of submitted scorecards, and nothing that was said."""
        found = [one for one in self._requisitions.gate.of_candidate(state.id, candidate) if one.submitted]
        questions = [question.id for question in state.terms.guide.questions]
        return tuple(
            ev.Remains(
                member=one.member,
                ratings=dict(zip(questions, one.ratings, strict=True)),
                overall=one.overall.value if one.overall else "",
            )
            for one in found
        )

    def _heads(self, state: RequisitionState, candidate: str) -> tuple[StreamHead, ...]:
        """Give the streams about a candidate, the one that holds everything together last."""
        names = (
            streams.identity(state.id, candidate),
            *self.interviews(state, candidate),
            streams.dossier(state.id, candidate),
        )
        return tuple(head for head in map(self._head, names) if head is not None)

    def _head(self, stream: str) -> StreamHead | None:
        return next((head for head in self._log.streams(stream) if head.stream == stream), None)

    def _erase(self, stream: str, reason: str) -> None:
        self._log.erase(stream, actor=self._requisitions.viewer, at=self._clock(), reason=reason)


def _erased(heads: tuple[StreamHead, ...]) -> tuple[Erased, ...]:
    return tuple(
        Erased(stream=head.stream, entries=head.erased - 1, number=head.erased)
        for head in heads
        if head.erased
    )


def _kept(state: RequisitionState, candidate: str, until: DeleteBy) -> str:
    """Say until when a record is kept."""
    if state.terms.retention is None:
        return tr(
            "No retention profile was agreed in {id}, so nothing says when {candidate} has to go.",
            id=state.id,
            candidate=candidate,
        )
    if until.on is None:
        return tr("The record of {candidate} is kept for {period}.", candidate=candidate, period=until.text)
    return tr("The record of {candidate} is kept until {day}.", candidate=candidate, day=until.text)


def _ended(sentence: str) -> str:
    """Give what somebody wrote with a sign that ends it."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _impersonal(reason: str, name: str) -> None:
    """Refuse a reason that names whose record it is, as far as that is known."""
    words = {word.casefold() for word in re.findall(r"\w+", reason)}
    named = [
        part for part in re.findall(r"\w+", name) if len(part) >= LEAST_NAME and part.casefold() in words
    ]
    if named:
        raise Refused(
            tr(
                "The reason holds {name!r}, a part of the candidate's name, and it stays after the "
                "erasure. Say it without the name. Nothing was erased.",
                name=named[0],
            )
        )
