"""What is kept about candidates, until when, and how it goes: due dates, holds, erasure, access.

The lead and HR of a requisition look after this. An erasure takes away everything that was said, keeps
numbers without a person for the statistics, and leaves a chain that still verifies.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from coach.core import events as ev
from coach.core.conduct import Refused, reasoned
from coach.core.country import Counted
from coach.core.interview import InterviewState, replay
from coach.core.panel import debriefing
from coach.core.panel.dossier import DossierState, Look
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Role
from coach.core.record import Record
from coach.core.retention import DeleteBy, delete_by
from coach.core.scorecard import ScorecardView
from coach.services import streams
from coach.services.gate import Closed
from coach.services.reports import scorecard_view
from coach.services.requisition import RequisitionService
from coach.store.log import EventLog

ERASED = "everything about this candidate was erased"
"""What the store notes in the chain; it names nobody."""


class Due(Record):
    """A candidate's record and what becomes of it; ``hold`` is why it may not go, if there is a hold."""

    requisition: str
    candidate: str
    delete_by: DeleteBy
    days_left: int | None
    hold: str


class ErasureReceipt(Record):
    """What an erasure did: entries taken away by stream, and when (UTC)."""

    requisition: str
    candidate: str
    at: datetime
    erased: Mapping[str, int]
    scorecards_kept_as_numbers: int


class AccessExport(Record):
    """Everything that is kept about a candidate, for that candidate.

    Notes and ratings are the candidate's personal data, too (CJEU C-434/16, Nowak).
    """

    requisition: str
    title: str
    role: str
    candidate: str
    name: str
    contact: str
    made_at: datetime
    retention: str
    delete_by: str
    scorecards: tuple[ScorecardView, ...]
    record: DossierState


class PrivacyService:
    """Retention, holds, erasure and access, for requisitions that the viewer leads or is HR of."""

    def __init__(
        self, log: EventLog, clock: Callable[[], datetime], requisitions: RequisitionService
    ) -> None:
        self._log = log
        self._clock = clock
        self._requisitions = requisitions

    @property
    def today(self) -> date:
        """The day, in local time."""
        return self._clock().astimezone().date()

    # --- Looking -----------------------------------------------------------------------------------

    def all(self) -> tuple[Due, ...]:
        """List every candidate whose record is kept; what must go first comes first."""
        found = [
            self._due(state, candidate)
            for state in self._requisitions.all()
            if self._looks_after(state)
            for candidate in state.present
        ]
        return tuple(sorted(found, key=_soonest_first))

    def due(self) -> tuple[Due, ...]:
        """List the candidates whose record has to go now, holds included, the longest overdue first."""
        return tuple(one for one in self.all() if one.days_left is not None and one.days_left < 0)

    def looks(self, requisition: str, candidate: str) -> tuple[Look, ...]:
        """List who saw what of a candidate, in order."""
        state, code = self._known(requisition, candidate)
        return self._requisitions.dossier(state, code).looks

    def delete_by(self, state: RequisitionState, candidate: str) -> DeleteBy:
        """Work out until when a candidate's record is kept."""
        return self._until(state, self._requisitions.dossier(state, candidate))

    # --- Doing -------------------------------------------------------------------------------------

    def record_date(self, requisition: str, candidate: str, what: Counted, on: date) -> Due:
        """Record the day from which the period counts, such as the receipt of the rejection."""
        state, code = self._known(requisition, candidate)
        record = self._requisitions.dossier(state, code)
        self._requisitions.act(record, debriefing.record_date(record, what, on, self.today))
        return self._due(state, code)

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

    def erase(self, requisition: str, candidate: str, reason: str, *, early: bool = False) -> ErasureReceipt:
        """Take everything about a candidate away; once begun it can only be completed.

        Under a hold it is refused; before the delete-by date it needs ``early``, such as for a
        candidate who asked for it. One that was broken off is completed by asking again.
        """
        state, code = self._known(requisition, candidate)
        why = reasoned(reason, "the record is erased; it must not name the person")
        if code not in state.erased:
            self._may_go(state, code, early=early)
            kept = ev.CandidateErased(candidate=code, reason=why, remains=self._remains(state, code))
            state = self._requisitions.append(state, state.id, (kept,))
        names = [streams.identity(state.id, code), *self._interviews(state, code)]
        names.append(streams.dossier(state.id, code))
        erased = {name: self._erase(name) for name in names if self._log.streams(name)}
        self._requisitions.gate.digests.all(streams.panel_prefix(state.id, code))
        return ErasureReceipt(
            requisition=state.id,
            candidate=code,
            at=self._clock(),
            erased={name: count for name, count in erased.items() if count},
            scorecards_kept_as_numbers=len(state.erased[code]),
        )

    def access_export(self, requisition: str, candidate: str) -> AccessExport:
        """Gather everything that is kept about a candidate, and put on record that this was done."""
        state, code = self._known(requisition, candidate)
        record = self._requisitions.dossier(state, code)
        held = [one for one in map(self._state, self._interviews(state, code)) if one]
        identity = self._requisitions.identity(state, code)
        gate = self._requisitions.gate
        unseen = not gate.revealed(state, code)
        gate.note(
            state.id,
            code,
            "access export",
            [one.id for one in held],
            peek="the candidate asked what is kept" if unseen else None,
        )
        return AccessExport(
            requisition=state.id,
            title=state.terms.title,
            role=state.terms.guide.role,
            candidate=code,
            name=identity.name if identity else "",
            contact=identity.contact if identity else "",
            made_at=self._clock(),
            retention=state.terms.retention.reason if state.terms.retention else "",
            delete_by=self._until(state, record).text,
            scorecards=tuple(scorecard_view(one, one.last_at) for one in held),
            record=self._requisitions.dossier(state, code),
        )

    # --- Parts -------------------------------------------------------------------------------------

    def _known(self, requisition: str, candidate: str) -> tuple[RequisitionState, str]:
        state = self._requisitions.state(requisition)
        if not self._looks_after(state):
            raise Closed(f"Only the lead and HR of {state.id} look after what is kept about candidates.")
        return state, self._requisitions.candidate(state, candidate)

    def _looks_after(self, state: RequisitionState) -> bool:
        member = state.terms.member(self._requisitions.viewer)
        return member is not None and member.role in (Role.LEAD, Role.HR)

    def _due(self, state: RequisitionState, candidate: str) -> Due:
        record = self._requisitions.dossier(state, candidate)
        until = self._until(state, record)
        return Due(
            requisition=state.id,
            candidate=candidate,
            delete_by=until,
            days_left=until.days_left(self.today),
            hold=record.hold,
        )

    @staticmethod
    def _until(state: RequisitionState, record: DossierState) -> DeleteBy:
        dates = dict(record.dates)
        if record.decision is not None:
            dates.setdefault(Counted.DECISION, record.decision.at.astimezone().date())
        return delete_by(state.terms.retention, dates)

    def _may_go(self, state: RequisitionState, candidate: str, *, early: bool) -> None:
        due = self._due(state, candidate)
        if due.hold:
            raise Refused(
                f"There is a hold on {candidate}: {due.hold} Nothing was erased. "
                "coach privacy lift ends the hold when the reason is over."
            )
        if not early and (due.days_left is None or due.days_left >= 0):
            raise Refused(
                f"The record of {candidate} is kept until {due.delete_by.text}. Nothing was erased. "
                "If it has to go before, such as on the candidate's request, say so with --early."
            )

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

    def _interviews(self, state: RequisitionState, candidate: str) -> list[str]:
        prefix = streams.INTERVIEW + streams.panel_prefix(state.id, candidate)
        return [head.stream for head in self._log.streams(prefix)]

    def _state(self, stream: str) -> InterviewState | None:
        return replay(self._log.read(stream))

    def _erase(self, stream: str) -> int:
        actor = self._requisitions.viewer
        return self._log.erase(stream, actor=actor, at=self._clock(), reason=ERASED).events


def _soonest_first(due: Due) -> tuple[date, str, str]:
    return (due.delete_by.on or date.max, due.requisition, due.candidate)
