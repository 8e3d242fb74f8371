"""What is known about one candidate of a requisition besides the scorecards, derived from events."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.country import Counted
from coach.core.record import Record


class Look(Record):
    """Who saw what, and when (UTC)."""

    at: datetime
    by: str
    what: str
    interviews: tuple[str, ...]
    peek: bool
    reason: str


class Rescore(Record):
    """What a member thinks of a competency of their own interview after the talk."""

    before: float | None
    after: int
    reason: str


class Composite(Record):
    """What a member recommends after hearing all."""

    level: str
    reason: str


class Decision(Record):
    """What was decided, with the mechanical rank of that moment; ``at`` is UTC."""

    at: datetime
    outcome: str
    reason: str
    by: str
    rank: int | None
    among: int
    departure: str


class DossierState(Record):
    """One candidate; ``number`` is that of the last event.

    ``rescores`` go by member and competency; ``decisions`` are in order, and the last one holds.
    """

    requisition: str
    candidate: str
    opened_at: datetime
    number: int
    debriefed_at: datetime | None = None
    attending: tuple[str, ...] = ()
    rescores: Mapping[tuple[str, str], Rescore] = {}
    composites: Mapping[str, Composite] = {}
    decisions: tuple[Decision, ...] = ()
    dates: Mapping[Counted, date] = {}
    hold: str = ""
    """Why nothing may be erased; empty without a hold."""
    expected: Mapping[str, str] = {}
    """Commitments, or how they begin, that members told when they handed in elsewhere."""
    looks: tuple[Look, ...] = ()

    @property
    def decision(self) -> Decision | None:
        """The decision that holds."""
        return self.decisions[-1] if self.decisions else None


def replay(recorded: Iterable[ev.Recorded]) -> DossierState | None:
    """Derive the state from a stream's events in order; ``None`` for an empty stream."""
    state: DossierState | None = None
    for record in recorded:
        state = reduce(state, record)
    return state


def reduce(state: DossierState | None, record: ev.Recorded) -> DossierState:
    """Return the state after one more event; raises ``ValueError`` for what is no dossier."""
    event = record.event
    if isinstance(event, ev.DossierOpened):
        return DossierState(
            requisition=event.requisition,
            candidate=event.candidate,
            opened_at=record.at,
            number=record.number,
        )
    if state is None or not isinstance(event, ev.DossierEvent):
        raise ValueError(f"{record.stream} event {record.number} does not belong to an opened dossier")
    return replace(_apply(state, event, record), number=record.number)


def _apply(state: DossierState, event: ev.DossierEvent, record: ev.Recorded) -> DossierState:  # noqa: PLR0911, C901 - one line for each event
    match event:
        case ev.DebriefOpened(members=members):
            return replace(state, debriefed_at=record.at, attending=members)
        case ev.Rescored():
            rescore = Rescore(before=event.before, after=event.after, reason=event.reason)
            return replace(state, rescores={**state.rescores, (event.member, event.competency): rescore})
        case ev.CompositeGiven(member=member, level=level, reason=reason):
            composite = Composite(level=level, reason=reason)
            return replace(state, composites={**state.composites, member: composite})
        case ev.Decided():
            return replace(state, decisions=(*state.decisions, _decision(event, record.at)))
        case ev.DatesRecorded(what=what, on=on):
            return replace(state, dates={**state.dates, what: on})
        case ev.HoldPlaced(reason=reason):
            return replace(state, hold=reason)
        case ev.HoldLifted():
            return replace(state, hold="")
        case ev.CommitmentTold(member=member, commitment=told):
            return replace(state, expected={**state.expected, member: told})
        case ev.Viewed():
            return replace(state, looks=(*state.looks, _look(event, record)))
        case ev.DossierOpened():
            return state


def _decision(event: ev.Decided, at: datetime) -> Decision:
    return Decision(
        at=at,
        outcome=event.outcome,
        reason=event.reason,
        by=event.by,
        rank=event.rank,
        among=event.among,
        departure=event.departure,
    )


def _look(event: ev.Viewed, record: ev.Recorded) -> Look:
    return Look(
        at=record.at,
        by=record.actor,
        what=event.what,
        interviews=event.interviews,
        peek=event.peek,
        reason=event.reason,
    )
