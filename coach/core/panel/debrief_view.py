"""A debrief as it is shown: members and competencies, the largest disagreement first, with the evidence."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from coach.core.bank import Guide
from coach.core.interview import InterviewState
from coach.core.panel.comparison import (
    CompetencyRated,
    by_competency,
    counted,
    disagreements,
    panel_score,
    rated_on,
)
from coach.core.panel.dossier import Composite, Decision, DossierState, Rescore
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Role
from coach.core.record import Record
from coach.core.scoring import Score, score


class Seat(Record):
    """A member whose scorecard is in; ``name`` is theirs, ``interview`` the scorecard's id.

    ``score`` counts like the panel's, without dropped questions. ``late`` says that the scorecard came in
    after the debrief was opened, so that they do not take part in it.
    """

    member: str
    name: str
    interview: str
    score: Score
    overall: str
    overall_reason: str
    composite: Composite | None = None
    late: bool = False


class Voice(Record):
    """What a member has on a question: a rating, or why there is none, and the note."""

    member: str
    rating: int | None
    not_assessed: str
    note: str


class Evidence(Record):
    """A question with what everybody noted; ``number`` is that in the kit, from 1.

    ``dropped`` is why the question counts for no candidate.
    """

    number: int
    question: str
    text: str
    voices: tuple[Voice, ...]
    dropped: str = ""


class DebriefRow(Record):
    """A competency: what was rated, the questions it was rated by, and what members changed afterwards."""

    competency: str
    title: str
    weight: float
    rated: CompetencyRated
    evidence: tuple[Evidence, ...]
    rescores: Mapping[str, Rescore] = {}
    """By member."""


class DebriefView(Record):
    """One candidate before the panel.

    ``rank`` among ``among`` is the mechanical place; without one, ``unranked`` says why. With
    ``totals_only`` the viewer sees the total and their own part: ``seats`` and ``rows`` hold nothing of
    others, there is no place, and a decision is its outcome alone.
    """

    requisition: str
    title: str
    candidate: str
    guide: Guide
    seats: tuple[Seat, ...]
    rows: tuple[DebriefRow, ...]
    score: Score
    dropped: Mapping[str, str]
    opened_at: datetime | None
    leads: bool
    """Whether the viewer leads the panel, and so opens and decides."""
    attends: bool
    """Whether the viewer takes part, and so may rate anew and recommend."""
    decisions: tuple[Decision, ...] = ()
    unplaced: bool = False
    """Whether decisions are shown without their place, which runs over candidates who are not revealed."""
    rank: int | None = None
    among: int = 0
    unranked: str = ""
    totals_only: bool = False

    @property
    def decision(self) -> Decision | None:
        """The decision that holds."""
        return self.decisions[-1] if self.decisions else None

    @property
    def apart(self) -> int:
        """How many competencies were rated far apart."""
        return sum(row.rated.spread is not None and row.rated.spread.wide for row in self.rows)

    def seat(self, member: str) -> Seat | None:
        """Return a member's seat, or ``None`` for somebody without one."""
        return next((seat for seat in self.seats if seat.member == member), None)


def debrief_view(
    state: RequisitionState,
    record: DossierState,
    held: Sequence[InterviewState],
    viewer: str,
    *,
    totals_only: bool = False,
) -> DebriefView:
    """Lay the submitted scorecards of a candidate (``held``) side by side, in the order of the panel.

    With ``totals_only`` everything of others but the total is left out.
    """
    counting = counted(state.terms.guide, state.dropped)
    order = [member.id for member in state.terms.members]
    every = sorted(held, key=lambda one: order.index(one.member) if one.member in order else len(order))
    total = panel_score(counting, by_competency(counting, {one.member: one.ratings for one in every}))
    shown = [one for one in every if one.member == viewer or not totals_only]
    member = state.terms.member(viewer)
    return DebriefView(
        requisition=state.id,
        title=state.terms.title,
        candidate=record.candidate,
        guide=state.terms.guide,
        seats=tuple(_seat(state, record, counting, one) for one in shown),
        rows=_rows(state, record, counting, shown),
        score=total,
        dropped=state.dropped,
        opened_at=record.debriefed_at,
        leads=member is not None and member.role is Role.LEAD,
        attends=record.debriefed_at is not None and viewer in record.attending,
        decisions=tuple(_outcome_alone(one) if totals_only else one for one in record.decisions),
        totals_only=totals_only,
    )


def without_places(view: DebriefView) -> DebriefView:
    """Leave out of the decisions what they tell about other candidates: place, and why they depart."""
    return replace(view, decisions=tuple(map(_unplaced, view.decisions)), unplaced=True)


def _unplaced(decision: Decision) -> Decision:
    return replace(decision, rank=None, among=0, departure="")


def _outcome_alone(decision: Decision) -> Decision:
    """Leave out what a decision says about scores, of this candidate and of others."""
    return replace(_unplaced(decision), reason="")


def _seat(state: RequisitionState, record: DossierState, counting: Guide, one: InterviewState) -> Seat:
    member = state.terms.member(one.member)
    return Seat(
        member=one.member,
        name=member.name if member else one.interviewer,
        interview=one.id,
        score=score(counting, one.ratings),
        overall=one.overall.value if one.overall else "",
        overall_reason=one.overall_reason,
        composite=record.composites.get(one.member),
        late=record.debriefed_at is not None and one.member not in record.attending,
    )


def _rows(
    state: RequisitionState, record: DossierState, counting: Guide, shown: Sequence[InterviewState]
) -> tuple[DebriefRow, ...]:
    """Give the competencies that count: the largest disagreement first, then what one or nobody rated."""
    sheets = {one.member: one.ratings for one in shown}
    apart = disagreements(state.terms.guide, sheets, state.dropped)
    first = {one.competency for one in apart}
    rest = [one for one in rated_on(counting, sheets) if one.competency not in first]
    return tuple(_row(state, record, shown, one) for one in (*apart, *rest))


def _row(
    state: RequisitionState, record: DossierState, shown: Sequence[InterviewState], rated: CompetencyRated
) -> DebriefRow:
    competency = state.terms.guide.competency(rated.competency)
    members = {one.member for one in shown}
    return DebriefRow(
        competency=competency.id,
        title=competency.title,
        weight=competency.weight,
        rated=rated,
        evidence=tuple(
            Evidence(
                number=number,
                question=question.id,
                text=question.text,
                voices=tuple(_voice(one, question.id) for one in shown),
                dropped=state.dropped.get(question.id, ""),
            )
            for number, question in enumerate(state.terms.guide.questions, 1)
            if question.competency == competency.id
        ),
        rescores={
            member: found
            for (member, about), found in record.rescores.items()
            if about == competency.id and member in members
        },
    )


def _voice(one: InterviewState, question: str) -> Voice:
    entry = one.entry(question)
    return Voice(
        member=one.member,
        rating=entry.rating,
        not_assessed=entry.not_assessed,
        note=one.note(question),
    )
