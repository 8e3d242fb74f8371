"""The debrief of a candidate: what the panel sees, what members change after the talk, and the decision.

Everything is asked of the gate first, and nothing is told to who may not see: not even that it is too
early for others.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.conduct import Refused
from coach.core.interview import InterviewState, Overall
from coach.core.interview_replay import replay as replay_interview
from coach.core.panel import debriefing
from coach.core.panel.comparison import Comparison, by_competency, counted
from coach.core.panel.debrief_view import DebriefView, debrief_view, without_places
from coach.core.panel.departure import departures
from coach.core.panel.dossier import DossierState
from coach.core.panel.looks import DEBRIEF, TOTAL
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Role, Terms
from coach.core.record import Record
from coach.locale import tr
from coach.services import streams
from coach.services.comparison import ComparisonService
from coach.services.gate import Closed
from coach.services.requisition import RequisitionService
from coach.store.log import EventLog

"""What goes on record as seen."""


class Table(Record):
    """What a wish about a candidate starts from; ``totals_only`` for who sees no scorecards of others."""

    state: RequisitionState
    record: DossierState
    totals_only: bool


class DebriefService:
    """Debriefs of the requisitions on whose panel the viewer sits."""

    def __init__(
        self, log: EventLog, requisitions: RequisitionService, comparisons: ComparisonService
    ) -> None:
        self._log = log
        self._requisitions = requisitions
        self._comparisons = comparisons
        self._gate = requisitions.gate

    # --- Looking -----------------------------------------------------------------------------------

    def view(self, requisition: str, candidate: str) -> DebriefView:
        """Lay a candidate's scorecards side by side; that they were seen goes on record each time.

        Raises ``UnknownRequisition``, and :class:`Closed` while they are not revealed to the viewer.
        """
        table = self._table(requisition, candidate)
        self._note(table)
        return self._view(table, self._places(table))

    def all(self, requisition: str) -> Iterator[DebriefView]:
        """Give the same for every candidate who is revealed to the viewer, in the order they were added."""
        state = self._requisitions.state(requisition)
        compared: Comparison | None = None
        for candidate in state.present:
            if self._gate.total_revealed(state, candidate):
                table = self._table(state.id, candidate)
                self._note(table)
                compared = compared or self._places(table)
                yield self._view(table, compared)

    def departures(self, requisition: str, candidate: str, outcome: str) -> tuple[str, ...]:
        """Say in sentences how such a decision would depart from the mechanical rank."""
        table = self._led(requisition, candidate, tr("record the decision"))
        return self._departs(table, outcome)[2]

    # --- Doing -------------------------------------------------------------------------------------

    def open(self, requisition: str, candidate: str) -> DebriefView:
        """Begin to talk about a candidate, or let those take part whose scorecards came in since."""
        table = self._led(requisition, candidate, tr("open the debrief"))
        cards = self._gate.of_candidate(table.state.id, table.record.candidate)
        events = debriefing.open_debrief(table.record, table.state.terms, self._gate.viewer, cards)
        same = ev.DebriefOpened(members=table.record.attending)
        return self._done(table, () if table.record.debriefed_at and events == (same,) else events)

    def rescore(
        self, requisition: str, candidate: str, competency: str, after: int, reason: str
    ) -> DebriefView:
        """Judge a competency of one's own interview anew; what stood before is taken from the scorecard."""
        table = self._table(requisition, candidate)
        name = _competency(table.state.terms, competency)
        events = debriefing.rescore(
            table.record,
            table.state.terms,
            self._gate.viewer,
            competency=name,
            before=self._before(table, name),
            after=after,
            reason=reason,
        )
        return self._done(table, events)

    def composite(self, requisition: str, candidate: str, level: Overall, reason: str) -> DebriefView:
        """Say what one recommends after hearing all."""
        table = self._table(requisition, candidate)
        viewer = self._gate.viewer
        events = debriefing.give_composite(table.record, table.state.terms, viewer, level, reason)
        return self._done(table, events)

    def decide(
        self, requisition: str, candidate: str, outcome: str, reason: str, departure: str = ""
    ) -> DebriefView:
        """Record the decision with the mechanical rank of this moment.

        ``departure`` is the reason for departing from that rank, needed if, and only if, it does.
        """
        table = self._led(requisition, candidate, tr("record the decision"))
        rank, among, departs = self._departs(table, outcome)
        events = debriefing.decide(
            table.record,
            table.state.terms,
            self._gate.viewer,
            outcome,
            reason,
            rank=rank,
            among=among,
            departs=departs,
            departure=departure,
        )
        return self._done(table, events)

    # --- Parts -------------------------------------------------------------------------------------

    def _table(self, requisition: str, candidate: str) -> Table:
        state = self._requisitions.state(requisition)
        code = self._requisitions.candidate(state, candidate)
        if code not in state.erased and not self._gate.total_revealed(state, code):
            raise Closed(
                tr(
                    "Nothing of {code} is revealed to you yet. A candidate's scorecards open once your own "
                    "is in and as many of the panel's as were agreed.",
                    code=code,
                )
            )
        record = self._requisitions.dossier(state, code)
        return Table(state=state, record=record, totals_only=not self._gate.revealed(state, code))

    def _led(self, requisition: str, candidate: str, what: str) -> Table:
        """Return what the lead may do something about; who does not lead learns nothing by asking."""
        state = self._requisitions.state(requisition)
        self._requisitions.lead(state, what)
        return self._table(state.id, candidate)

    def _note(self, table: Table) -> None:
        """Put on record that the viewer saw the scorecards of others, if there are any."""
        state, candidate = table.state, table.record.candidate
        cards = self._gate.of_candidate(state.id, candidate)
        others = [one.id for one in cards if one.submitted and one.member != self._gate.viewer]
        if others:
            self._gate.note(state.id, candidate, TOTAL if table.totals_only else DEBRIEF, others)

    def _places(self, table: Table) -> Comparison | None:
        """Compare all who are revealed, where the viewer may see places."""
        return None if table.totals_only else self._comparisons.places(table.state)

    def _view(self, table: Table, compared: Comparison | None) -> DebriefView:
        state, candidate = table.state, table.record.candidate
        found = debrief_view(
            state,
            table.record,
            tuple(self._cards(table)),
            self._gate.viewer,
            totals_only=table.totals_only,
        )
        if compared is None:
            return found
        place = next(one for one in compared.places if one.candidate == candidate)
        among = len(compared.ranked)
        placed = replace(found, rank=place.rank, among=among, unranked=place.unranked)
        return placed if self._sees_all(state, compared) else without_places(placed)

    def _sees_all(self, state: RequisitionState, compared: Comparison) -> bool:
        """Whether the place of a decision, over all whom the lead sees, tells the viewer nothing new.

        Whom the lead sees, those see who do not interview; an interviewer must see every candidate.
        """
        member = state.terms.member(self._gate.viewer)
        leads = member is not None and (member.role is Role.LEAD or not member.interviews)
        return leads or len(compared.places) == len(state.present)

    def _cards(self, table: Table) -> Iterator[InterviewState]:
        """Read the submitted scorecards that were held with the requisition's kit."""
        for card in self._gate.of_candidate(table.state.id, table.record.candidate):
            if card.submitted and card.fingerprint == table.state.terms.fingerprint:
                found = replay_interview(self._log.read(streams.INTERVIEW + card.id))
                if found is not None:
                    yield found

    def _before(self, table: Table, competency: str) -> float | None:
        """Give the mean of the viewer's own ratings of a competency, as they stand on the scorecard."""
        own = {one.member: one.ratings for one in self._cards(table) if one.member == self._gate.viewer}
        rated = by_competency(counted(table.state.terms.guide, table.state.dropped), own)
        mean = rated.get(competency, {}).get(self._gate.viewer)
        return None if mean is None else float(mean)

    def _departs(self, table: Table, outcome: str) -> tuple[int | None, int, tuple[str, ...]]:
        """Give the mechanical rank, among how many, and how the outcome departs from it."""
        compared = self._comparisons.places(table.state)
        candidate = table.record.candidate
        if compared is None:
            return None, 0, ()
        rank = next((one.rank for one in compared.places if one.candidate == candidate), None)
        decided = self._comparisons.outcomes(table.state)
        return rank, len(compared.ranked), departures(compared, candidate, outcome, decided)

    def _done(self, table: Table, events: debriefing.Events) -> DebriefView:
        record = self._requisitions.act(table.record, events) if events else table.record
        return self._view(replace(table, record=record), self._places(table))


def _competency(terms: Terms, named: str) -> str:
    """Return the id of a competency that is named by its id or its title; raises ``Refused``."""
    wanted = streams.key(named)
    for one in terms.guide.competencies:
        if wanted in (one.id, streams.key(one.title)):
            return one.id
    known = ", ".join(one.id for one in terms.guide.competencies)
    raise Refused(tr("The kit does not rate {name!r}. It rates: {known}.", name=named, known=known))
