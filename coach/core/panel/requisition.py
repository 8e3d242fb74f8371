"""What a requisition is at any moment, derived from its events."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.panel.terms import Terms
from coach.core.record import Record


class RequisitionState(Record):
    """A requisition with its candidates by code, in the order in which they were added.

    ``number`` is that of the last event; ``dropped`` maps questions that no longer count to the reasons.
    """

    id: str
    terms: Terms
    number: int
    candidates: tuple[str, ...] = ()
    dropped: Mapping[str, str] = {}
    erased: Mapping[str, tuple[ev.Remains, ...]] = {}
    """Candidates whose record was erased, with the numbers that statistics keep."""
    changes: tuple[str, ...] = ()
    """Why the panel was changed, in order."""

    @property
    def present(self) -> tuple[str, ...]:
        """The candidates whose record is not erased."""
        return tuple(code for code in self.candidates if code not in self.erased)


def replay(recorded: Iterable[ev.Recorded]) -> RequisitionState | None:
    """Derive the state from a stream's events in order; ``None`` for an empty stream."""
    state: RequisitionState | None = None
    for record in recorded:
        state = reduce(state, record)
    return state


def reduce(state: RequisitionState | None, record: ev.Recorded) -> RequisitionState:
    """Return the state after one more event.

    Raises ``ValueError`` for a stream that does not begin with the terms, or is no requisition.
    """
    event = record.event
    if isinstance(event, ev.RequisitionOpened):
        return RequisitionState(id=record.stream.partition("/")[2], terms=event.terms, number=record.number)
    if state is None or not isinstance(event, ev.RequisitionEvent):
        raise ValueError(f"{record.stream} event {record.number} does not belong to an opened requisition")
    return replace(_apply(state, event), number=record.number)


def _apply(state: RequisitionState, event: ev.RequisitionEvent) -> RequisitionState:
    match event:
        case ev.PanelChanged(members=members, quorum=quorum, reason=reason):
            terms = replace(state.terms, members=members, quorum=quorum)
            return replace(state, terms=terms, changes=(*state.changes, reason))
        case ev.CandidateAdded(candidate=candidate):
            return replace(state, candidates=(*state.candidates, candidate))
        case ev.QuestionDropped(question=question, reason=reason):
            return replace(state, dropped={**state.dropped, question: reason})
        case ev.CandidateErased(candidate=candidate, remains=remains):
            return replace(state, erased={**state.erased, candidate: remains})
        case ev.RequisitionOpened():
            return state
