"""Requisitions as a use case: terms agreed, candidates added, all interviews laid out in one action."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from coach.content.library import Library
from coach.content.nearest import nearest
from coach.content.roots import is_id
from coach.core import conduct
from coach.core import events as ev
from coach.core.conduct import Refused
from coach.core.digest import Digest
from coach.core.interview import Phase
from coach.core.panel import debriefing, dossier, opening
from coach.core.panel.dossier import DossierState
from coach.core.panel.requisition import RequisitionState, reduce
from coach.core.panel.terms import Member, Role, Terms
from coach.locale import mark, tr
from coach.services import requisition_refusals as told
from coach.services import streams
from coach.services.drafting import Draft, terms_of
from coach.services.gate import Closed, Gate
from coach.store.log import EventLog

FROM_LEAD = mark("As the file of the lead says")
"""Why the panel changed on a machine where the requisition was taken in."""


class UnknownRequisition(LookupError):  # noqa: N818 - reads as what is wrong
    """There is no requisition, or no candidate, of this name."""


class RequisitionService:
    """Requisitions of one data folder, as far as their viewer is on the panel."""

    def __init__(self, log: EventLog, library: Library, clock: Callable[[], datetime], gate: Gate) -> None:
        self._log = log
        self._library = library
        self._clock = clock
        self.gate = gate

    @property
    def viewer(self) -> str:
        """The profile that looks and acts."""
        return self.gate.viewer

    # --- Looking -----------------------------------------------------------------------------------

    def all(self) -> tuple[RequisitionState, ...]:
        """List the requisitions on whose panel the viewer sits, the latest first."""
        heads = sorted(self._log.streams(streams.REQUISITION), key=lambda head: head.first_at, reverse=True)
        states = (self.gate.requisition(head.stream.removeprefix(streams.REQUISITION)) for head in heads)
        return tuple(state for state in states if state and state.terms.member(self.viewer))

    def state(self, requisition: str) -> RequisitionState:
        """Return a requisition; raises :class:`UnknownRequisition`, also for who is not on its panel."""
        wanted = requisition.strip().lower()
        state = self.gate.requisition(wanted)
        if state is None or state.terms.member(self.viewer) is None:
            known = [one.id for one in self.all()]
            near = nearest(wanted, known)
            raise UnknownRequisition(told.no_requisition(requisition, near))
        return state

    def candidate(self, state: RequisitionState, code: str) -> str:
        """Return a candidate's code as it was added; raises :class:`UnknownRequisition`."""
        wanted = streams.key(code)
        for candidate in state.candidates:
            if streams.key(candidate) == wanted:
                return candidate
        near = nearest(code, state.candidates)
        raise UnknownRequisition(told.no_candidate(state.id, code, near))

    def dossier(self, state: RequisitionState, candidate: str) -> DossierState:
        """Return what is known about a candidate besides the scorecards."""
        found = dossier.replay(self._log.read(streams.dossier(state.id, candidate)))
        if found is None:
            raise UnknownRequisition(
                tr("The record of {candidate} in {id} was erased.", candidate=candidate, id=state.id)
            )
        return found

    def interviews(self, state: RequisitionState) -> tuple[Digest, ...]:
        """Give the interviews of a requisition that the viewer may see."""
        return self.gate.visible(self.gate.digests.all(streams.panel_prefix(state.id)))

    # --- Doing -------------------------------------------------------------------------------------

    def open(self, draft: Draft, name: str = "", candidates: Sequence[str] = ()) -> RequisitionState:
        """Open a requisition with a kit of the library; ``name`` is its id, or made of the title.

        Whoever opens it must be on the panel. Raises :class:`Refused` and what the library raises.
        """
        wanted = name.strip() or self._free_name(streams.slug(draft.title))
        if not is_id(wanted):
            raise Refused(tr(told.NO_ID, wanted=wanted))
        if self.gate.requisition(wanted) is not None:
            raise Refused(tr(told.TAKEN, id=wanted))
        if self.viewer not in {member.id for member in draft.members}:
            raise Refused(tr(told.NOT_ON_IT, viewer=self.viewer))
        terms = terms_of(self._library, draft)
        events = opening.open_requisition(terms)
        if candidates:
            _added(RequisitionState(id=wanted, terms=terms, number=0), candidates)
        state = self.append(None, wanted, events)
        return self._with_candidates(state, candidates) if candidates else state

    def add_candidates(self, state: RequisitionState, codes: Sequence[str]) -> RequisitionState:
        """Add candidates and open a dossier for each."""
        self.lead(state, tr("add candidates"))
        return self._with_candidates(state, codes)

    def _with_candidates(self, state: RequisitionState, codes: Sequence[str]) -> RequisitionState:
        events = _added(state, codes)
        for event in events:
            stream = streams.dossier(state.id, event.candidate)
            if dossier.replay(self._log.read(stream)) is None:
                opened = ev.DossierOpened(requisition=state.id, candidate=event.candidate)
                number = self._number(stream)
                self._log.append(stream, number, (opened,), actor=self.viewer, at=self._clock())
        return self.append(state, state.id, events)

    def join(self, name: str, terms: Terms, candidates: Sequence[str]) -> RequisitionState:
        """Take a requisition in that was opened on another machine.

        Of one that is here already only the panel may have changed, and only where its viewer took it in:
        elsewhere a file could make anybody the lead.
        """
        if not is_id(name):
            raise Refused(tr(told.NO_ID_IN_FILE, name=name[:80]))
        state = self.gate.requisition(name)
        if state is None:
            state = self.append(None, name, opening.open_requisition(terms))
        elif state.terms != terms:
            state = self._joined_again(state, terms)
        new = [code for code in candidates if code not in state.candidates]
        return self._with_candidates(state, new) if new else state

    def _joined_again(self, state: RequisitionState, terms: Terms) -> RequisitionState:
        """Take a changed panel over from the lead's file."""
        leads = any(one.role is Role.LEAD and one.id == self.viewer for one in state.terms.members)
        if leads or replace(state.terms, members=terms.members, quorum=terms.quorum) != terms:
            raise Refused(tr(told.OTHER_TERMS, id=state.id))
        opened_by = self._log.read(streams.REQUISITION + state.id)[0].actor
        if opened_by != self.viewer:
            raise Refused(tr(told.NOT_YOURS, name=opened_by, id=state.id))
        changed = opening.change_panel(state, terms.members, terms.quorum, FROM_LEAD, self._begun(state))
        return self.append(state, state.id, changed)

    def lay_out(self, state: RequisitionState, members: Iterable[str] = ()) -> tuple[str, ...]:
        """Plan the interviews that are still missing, of all candidates with all or some members.

        The lead plans for all; others plan their own.
        """
        wanted = set(members)
        if wanted != {self.viewer}:
            self.lead(state, tr("lay out the interviews"))
        planned = []
        for candidate, member in self._missing(state):
            if not wanted or member.id in wanted:
                planned.append(self._plan(state, candidate, member))
        return tuple(planned)

    def missing(self, state: RequisitionState) -> int:
        """Count the interviews that are not laid out yet, of all candidates with the whole panel."""
        return len(self._missing(state))

    def _missing(self, state: RequisitionState) -> list[tuple[str, Member]]:
        there = {one.id for one in self.gate.digests.all(streams.panel_prefix(state.id))}
        return [
            (candidate, member)
            for candidate in state.present
            for member in state.terms.interviewers
            if streams.panel_interview_id(state.id, candidate, member.id) not in there
        ]

    def _plan(self, state: RequisitionState, candidate: str, member: Member) -> str:
        name = streams.panel_interview_id(state.id, candidate, member.id)
        events = conduct.plan(
            state.terms.guide,
            candidate,
            member.name,
            member=member.id,
            requisition=state.id,
            focus=member.focus,
        )
        self._log.append(streams.INTERVIEW + name, 0, events, actor=self.viewer, at=self._clock())
        return name

    def change_panel(
        self, state: RequisitionState, members: tuple[Member, ...], quorum: int, reason: str
    ) -> RequisitionState:
        """Change who sits on the panel; what is missing then is laid out with :meth:`lay_out`."""
        self.lead(state, tr("change the panel"))
        changed = opening.change_panel(state, members, quorum, reason, self._begun(state))
        return self.append(state, state.id, changed)

    def _begun(self, state: RequisitionState) -> list[str]:
        """Name the members one of whose interviews has begun."""
        found = self.gate.digests.all(streams.panel_prefix(state.id))
        mine = [one for one in found if one.requisition == state.id and one.phase is not Phase.PLANNED]
        return sorted({one.member for one in mine})

    def drop_question(self, state: RequisitionState, question: str, reason: str) -> RequisitionState:
        """Let a question count no more, for all candidates alike."""
        self.lead(state, tr("drop a question"))
        return self.append(state, state.id, opening.drop_question(state, question, reason))

    def expect(
        self, state: RequisitionState, candidate: str, member: str, commitment: str, instead: str = ""
    ) -> DossierState:
        """Keep the commitment that a member told; ``instead`` says why one told before does not count."""
        self.lead(state, tr("record commitments"))
        found = self.dossier(state, candidate)
        return self.act(found, debriefing.expect(found, state.terms, member, commitment, instead))

    def lead(self, state: RequisitionState, what: str) -> None:
        """Raise :class:`Closed` unless the viewer leads the panel."""
        member = state.terms.member(self.viewer)
        if member is None or member.role is not Role.LEAD:
            raise Closed(tr("Only the lead of {id} can {what}.", id=state.id, what=what))

    def append(
        self, state: RequisitionState | None, name: str, events: Sequence[ev.RequisitionEvent]
    ) -> RequisitionState:
        """Write events to a requisition that stands as ``state`` says; raises ``ChangedElsewhere``."""
        number = state.number if state else 0
        stream = streams.REQUISITION + name
        for record in self._log.append(stream, number, events, actor=self.viewer, at=self._clock()):
            state = reduce(state, record)
        assert state is not None
        return state

    def act(self, state: DossierState, events: Sequence[ev.DossierEvent]) -> DossierState:
        """Write events to a candidate's dossier that stands as ``state`` says."""
        stream = streams.dossier(state.requisition, state.candidate)
        for record in self._log.append(stream, state.number, events, actor=self.viewer, at=self._clock()):
            state = dossier.reduce(state, record)
        return state

    # --- Who a candidate is --------------------------------------------------------------------------

    def identity(self, state: RequisitionState, candidate: str) -> ev.IdentityKept | None:
        """Return who a candidate is, if that was kept; the lead and HR may ask."""
        self._may_know(state)
        found = [record.event for record in self._log.read(streams.identity(state.id, candidate))]
        kept = [event for event in found if isinstance(event, ev.IdentityKept)]
        return kept[-1] if kept else None

    def keep_identity(self, state: RequisitionState, candidate: str, name: str, contact: str = "") -> None:
        """Keep who a candidate is, apart from everything else."""
        self._may_know(state)
        kept = ev.IdentityKept(name=conduct.named(name, tr("The candidate's name")), contact=contact.strip())
        stream = streams.identity(state.id, candidate)
        self._log.append(stream, self._number(stream), (kept,), actor=self.viewer, at=self._clock())

    def _may_know(self, state: RequisitionState) -> None:
        member = state.terms.member(self.viewer)
        if member is None or member.role not in (Role.LEAD, Role.HR):
            raise Closed(
                tr("Only the lead and HR of {id} know who the candidates are; codes are enough.", id=state.id)
            )

    def _number(self, stream: str) -> int:
        return next((head.number for head in self._log.streams(stream) if head.stream == stream), 0)

    def _free_name(self, base: str) -> str:
        number, free = 1, base
        while self.gate.requisition(free) is not None:
            number += 1
            free = f"{base}-{number}"
        return free


def _added(state: RequisitionState, codes: Iterable[str]) -> tuple[ev.CandidateAdded, ...]:
    """Wish for candidates; codes that would share a stream are refused."""
    events = opening.add_candidates(state, codes)
    taken = {streams.dossier(state.id, code) for code in state.candidates}
    for event in events:
        stream = streams.dossier(state.id, event.candidate)
        if stream in taken:
            raise Refused(tr(told.TOO_ALIKE, candidate=event.candidate))
        taken.add(stream)
    return events
