"""What is kept about candidates, until when, and how it goes: due dates, holds, erasure, access.

The lead and HR of a requisition look after this; an interview without a requisition is its interviewer's
to erase. How a record goes is in :mod:`coach.services.erasing`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from coach.core import events as ev
from coach.core.country import Counted
from coach.core.interview import InterviewState, Phase
from coach.core.interview_replay import replay
from coach.core.panel import debriefing, dossier
from coach.core.panel.access import AccessExport, access_export
from coach.core.panel.dossier import DossierState, Look
from coach.core.panel.looks import ASKED, EXPORTED
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Role
from coach.core.record import Record
from coach.core.retention import DeleteBy, delete_by
from coach.locale import mark, spoken, tr
from coach.services import streams
from coach.services.erasing import Eraser, ErasureReceipt
from coach.services.gate import Closed
from coach.services.reports import scorecard_view
from coach.services.requisition import RequisitionService
from coach.services.sheets import in_requisition
from coach.store.log import EventLog

if TYPE_CHECKING:
    from coach.store.copies import StaleCopy

UNTIL_ERASED = mark("no retention profile: kept until you erase it")
"""An interview that belongs to no requisition, so that nothing was agreed about it."""


class Call(StrEnum):
    """What a record asks of those who look after it."""

    GO = mark("has to go")
    HELD = mark("hold")
    """There is a hold; it wins over every date."""
    DAY = mark("day missing")
    """The period has begun to run, and the day it counts from is not recorded."""
    KEPT = mark("kept")
    FREE = mark("no period")
    """Nothing says when it goes."""


class Due(Record):
    """A record and what becomes of it; ``hold`` is why it may not go, if there is a hold.

    Of an interview without a requisition ``interview`` is its id, and ``requisition`` is empty.
    """

    candidate: str
    delete_by: DeleteBy
    call: Call
    requisition: str = ""
    interview: str = ""
    days_left: int | None = None
    counted_from: Counted | None = None
    """The day that the period counts from, where one was agreed."""
    hold: str = ""


class PrivacyService:
    """Retention, holds, erasure and access, for requisitions that the viewer leads or is HR of."""

    def __init__(
        self, log: EventLog, clock: Callable[[], datetime], requisitions: RequisitionService, database: Path
    ) -> None:
        self._log = log
        self._clock = clock
        self._requisitions = requisitions
        self._eraser = Eraser(log, clock, requisitions, database)
        self._records: dict[str, DossierState | None] = {}

    @property
    def today(self) -> date:
        """The day, in local time."""
        return self._clock().astimezone().date()

    # --- Looking -----------------------------------------------------------------------------------

    def all(self) -> tuple[Due, ...]:
        """List every candidate whose record is kept; what must go first comes first."""
        states = [state for state in self._requisitions.all() if self._looks_after(state)]
        known = self._known_records() if states else {}
        found = (
            self._due(state, record)
            for state in states
            for candidate in state.present
            if (record := known.get(streams.dossier(state.id, candidate))) is not None
        )
        return tuple(sorted(found, key=_soonest_first))

    def alone(self) -> tuple[Due, ...]:
        """List the viewer's interviews that belong to no requisition, by id."""
        gate = self._requisitions.gate
        until = DeleteBy(on=None, text=tr(UNTIL_ERASED))
        return tuple(
            Due(interview=one.id, candidate=one.candidate, delete_by=until, call=Call.FREE)
            for one in gate.digests.all()
            if not one.requisition and one.member in ("", gate.viewer)
        )

    def due(self) -> tuple[Due, ...]:
        """List the candidates whose record has to go now, the longest overdue first; none with a hold."""
        return tuple(one for one in self.all() if one.call is Call.GO)

    def asking(self) -> tuple[Due, ...]:
        """List the records that somebody has to do something about, and all that a hold keeps."""
        return tuple(one for one in self.all() if one.call in (Call.GO, Call.DAY, Call.HELD))

    def one(self, requisition: str, candidate: str) -> Due:
        """Tell how one candidate's record stands."""
        state, code = self._known(requisition, candidate)
        return self._due(state, self._requisitions.dossier(state, code))

    def looks(self, requisition: str, candidate: str) -> tuple[Look, ...]:
        """List who saw what of a candidate, in order.

        A lead whose own scorecard is not in sees their own looks alone: those of others would tell whose
        scorecards are in.
        """
        state, code = self._known(requisition, candidate)
        found = self._requisitions.dossier(state, code).looks
        viewer, gate = self._requisitions.viewer, self._requisitions.gate
        member = state.terms.member(viewer)
        if member is not None and member.interviews and not gate.revealed(state, code):
            return tuple(look for look in found if look.by == viewer)
        return found

    def delete_by(self, state: RequisitionState, candidate: str) -> DeleteBy:
        """Work out until when a candidate's record is kept."""
        return _until(state, self._requisitions.dossier(state, candidate))

    def receipt(self, which: str, candidate: str = "") -> ErasureReceipt:
        """Tell how an erasure stands in the log, for a candidate or for an interview without requisition.

        Raises :class:`Refused` where nothing was erased.
        """
        if not candidate:
            return self._eraser.receipt_of_interview(which)
        return self._eraser.receipt(*self._known(which, candidate))

    def stale_copies(self, receipt: ErasureReceipt) -> "tuple[StaleCopy, ...]":
        """List the backups on this machine that still hold what was erased, or may hold it."""
        return self._eraser.stale_copies(receipt)

    # --- Doing -------------------------------------------------------------------------------------

    def record_date(self, requisition: str, candidate: str, what: Counted, on: date) -> Due:
        """Record the day from which the period counts, such as the receipt of the rejection."""
        state, code = self._known(requisition, candidate)
        record = self._requisitions.dossier(state, code)
        events = debriefing.record_date(record, what, on, self.today)
        return self._due(state, self._requisitions.act(record, events))

    def hold(self, requisition: str, candidate: str, reason: str) -> None:
        """Let nothing about a candidate be erased, such as while a claim is pending."""
        state, code = self._known(requisition, candidate)
        record = self._requisitions.dossier(state, code)
        self._requisitions.act(record, debriefing.hold(record, reason))

    def lift(self, requisition: str, candidate: str, reason: str) -> None:
        """End a hold."""
        state, code = self._known(requisition, candidate)
        record = self._requisitions.dossier(state, code)
        self._requisitions.act(record, debriefing.lift(record, reason))

    def may_erase(self, requisition: str, candidate: str, reason: str, *, early: bool = False) -> str:
        """Raise :class:`Refused` where :meth:`erase` would; give the code as it was added."""
        state, code = self._known(requisition, candidate)
        if code not in state.erased:
            self._eraser.refuse(state, code, reason, self.delete_by(state, code), early=early)
        return code

    def erase(self, requisition: str, candidate: str, reason: str, *, early: bool = False) -> ErasureReceipt:
        """Take everything about a candidate away; once begun it can only be completed.

        Under a hold it is refused; before the delete-by date it needs ``early``, such as for a
        candidate who asked for it. One that was broken off is completed by asking again.
        """
        self.may_erase(requisition, candidate, reason, early=early)
        return self._eraser.erase(*self._known(requisition, candidate), reason)

    def may_erase_interview(self, interview: str, reason: str) -> str:
        """Raise where :meth:`erase_interview` would; give the id as it is stored."""
        return self._eraser.own_interview(interview, reason)

    def erase_interview(self, interview: str, reason: str) -> ErasureReceipt:
        """Take an interview without a requisition away; only its interviewer can, and there is no hold."""
        return self._eraser.erase_interview(interview, reason)

    def access_export(self, requisition: str, candidate: str) -> AccessExport:
        """Gather everything that is kept about a candidate, and put on record that this was done."""
        state, code = self._known(requisition, candidate)
        with spoken(state.terms.guide.language):
            return self._export(state, code)

    def _export(self, state: RequisitionState, code: str) -> AccessExport:
        until = self.delete_by(state, code).text
        interviews = map(self._interview, self._eraser.interviews(state, code))
        held = [one for one in interviews if one is not None and _begun(one)]
        gate = self._requisitions.gate
        peek = None if gate.revealed(state, code) else ASKED
        gate.note(state.id, code, EXPORTED, [one.id for one in held], peek=peek)
        here = {one.member for one in held}
        who = self._requisitions.identity(state, code) or ev.IdentityKept(name="")
        record = self._requisitions.dossier(state, code)
        return access_export(
            state,
            record,
            tuple(
                in_requisition(scorecard_view(one, one.last_at), one, state, record, until) for one in held
            ),
            name=who.name,
            contact=who.contact,
            made_at=self._clock(),
            delete_by=until,
            absent=tuple(one.name for one in state.terms.interviewers if one.id not in here),
        )

    # --- Parts -------------------------------------------------------------------------------------

    def _known(self, requisition: str, candidate: str) -> tuple[RequisitionState, str]:
        state = self._requisitions.state(requisition)
        if not self._looks_after(state):
            raise Closed(
                tr("Only the lead and HR of {id} look after what is kept about candidates.", id=state.id)
            )
        return state, self._requisitions.candidate(state, candidate)

    def _looks_after(self, state: RequisitionState) -> bool:
        member = state.terms.member(self._requisitions.viewer)
        return member is not None and member.role in (Role.LEAD, Role.HR)

    def _known_records(self) -> Mapping[str, DossierState | None]:
        """Replay every candidate's record; one that stands where it stood is not read again."""
        known: dict[str, DossierState | None] = {}
        for head in self._log.streams(streams.DOSSIER):
            before = self._records.get(head.stream)
            if before is None or before.number != head.number:
                before = None if head.erased else dossier.replay(self._log.read(head.stream))
            known[head.stream] = before
        self._records = known
        return known

    def _due(self, state: RequisitionState, record: DossierState) -> Due:
        until, kept = _until(state, record), state.terms.retention
        left = until.days_left(self.today)
        return Due(
            requisition=state.id,
            candidate=record.candidate,
            delete_by=until,
            call=_call(record, left, kept.counted_from if kept else None),
            days_left=left,
            counted_from=kept.counted_from if kept else None,
            hold=record.hold,
        )

    def _interview(self, stream: str) -> InterviewState | None:
        return replay(self._log.read(stream))


def _until(state: RequisitionState, record: DossierState) -> DeleteBy:
    dates = dict(record.dates)
    if record.decision is not None:
        dates.setdefault(Counted.DECISION, record.decision.at.astimezone().date())
    return delete_by(state.terms.retention, dates)


def _begun(interview: InterviewState) -> bool:
    """Whether anything was said in it, be it only a conflict of interest."""
    return interview.phase is not Phase.PLANNED or interview.conflict is not None


def _call(record: DossierState, left: int | None, counted_from: Counted | None) -> Call:
    """Say what a record asks for; a day is missed once it must have been, which an application always has."""
    if record.hold:
        return Call.HELD
    if counted_from is None:
        return Call.FREE
    if left is not None:
        return Call.GO if left < 0 else Call.KEPT
    over = record.decision is not None or counted_from is Counted.APPLICATION
    return Call.DAY if over else Call.KEPT


def _soonest_first(due: Due) -> tuple[date, str, str]:
    return (due.delete_by.on or date.max, due.requisition, due.candidate)
