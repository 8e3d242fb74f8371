"""Where a requisition stands for its viewer: the own interviews, and of the others what lies open."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from coach.core.digest import Digest
from coach.core.interview import Phase
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sight import revealed
from coach.core.panel.terms import Member, Role, Visibility
from coach.core.record import Record
from coach.core.scoring import Score
from coach.locale import tr
from coach.services import streams
from coach.services.requisition import RequisitionService

MOST = 2
"""How many things are named as what comes next."""


class Standing(Record):
    """One candidate as the viewer may see it.

    While ``open`` is false nothing is known of the others: ``others`` is empty, and debrief and
    decision are not told, since they say that enough scorecards are in.
    """

    candidate: str
    holds: bool
    """Whether the viewer interviews candidates."""
    own: Digest | None = None
    """The viewer's own interview, once it is laid out."""
    never: bool = False
    """Whether the scorecards of the others never open to the viewer."""
    open: bool = False
    others: tuple[Digest, ...] = ()
    """The submitted scorecards of the other members."""
    debriefed: bool = False
    decision: str = ""

    @property
    def submitted(self) -> bool:
        """Whether the viewer's own scorecard is in."""
        return self.own is not None and self.own.submitted


def together(state: RequisitionState, standing: Standing) -> Score:
    """Put the scorecards that lie open together, without the questions that were dropped."""
    from coach.core.panel.comparison import by_competency, counted, panel_score

    ids = [question.id for question in state.terms.guide.questions]
    own = (standing.own,) if standing.own is not None and standing.submitted else ()
    open_ = (*own, *standing.others) if standing.open else ()
    sheets = {one.member: dict(zip(ids, one.ratings, strict=True)) for one in open_}
    guide = counted(state.terms.guide, state.dropped)
    return panel_score(guide, by_competency(guide, sheets))


class Overview(Record):
    """A requisition in one line of a list."""

    id: str
    title: str
    kit: str
    role: Role
    candidates: int
    next: str
    """What the viewer does next, in words."""


def standings(service: RequisitionService, state: RequisitionState) -> tuple[Standing, ...]:
    """Tell how each candidate whose record is not erased stands, in the order they were added."""
    member = state.terms.member(service.viewer)
    if member is None:
        return ()
    cards: dict[str, list[Digest]] = defaultdict(list)
    for one in service.gate.digests.all(streams.panel_prefix(state.id)):
        if one.requisition == state.id:
            cards[one.candidate].append(one)
    return tuple(_standing(service, state, member, code, cards[code]) for code in state.present)


def _standing(
    service: RequisitionService,
    state: RequisitionState,
    member: Member,
    candidate: str,
    cards: list[Digest],
) -> Standing:
    own = next((one for one in cards if one.member == member.id), None)
    never = state.terms.visibility is Visibility.NEVER and member.role is not Role.LEAD
    known = Standing(candidate=candidate, holds=member.interviews, own=own, never=never)
    if not revealed(state.terms, member, cards):
        return known
    dossier = service.dossier(state, candidate)
    return Standing(
        candidate=candidate,
        holds=member.interviews,
        own=own,
        never=never,
        open=True,
        others=tuple(one for one in cards if one.submitted and one.member != member.id),
        debriefed=dossier.debriefed_at is not None,
        decision=dossier.decision.outcome if dossier.decision else "",
    )


def overviews(service: RequisitionService, limit: int) -> tuple[Overview, ...]:
    """List the viewer's requisitions, the latest first, at most ``limit``."""
    return tuple(overview(service, state) for state in islice(service.all(), limit))


def overview(service: RequisitionService, state: RequisitionState) -> Overview:
    """Put a requisition into one line."""
    member = state.terms.member(service.viewer)
    return Overview(
        id=state.id,
        title=state.terms.title,
        kit=state.terms.guide.title,
        role=member.role if member else Role.OBSERVER,
        candidates=len(state.present),
        next=what_next(standings(service, state), lead=member is not None and member.role is Role.LEAD),
    )


def what_next(candidates: Iterable[Standing], *, lead: bool) -> str:
    """Say what the viewer does next with a requisition, the two nearest things at most."""
    known = tuple(candidates)
    if not known:
        return tr("add candidates") if lead else tr("no candidates yet")
    parts = [*_own(known), *(_leading(known) if lead else ())]
    if parts:
        return ", ".join(parts[:MOST])
    if any(one.holds and one.own is None for one in known):
        return tr("lay out the interviews") if lead else tr("interviews are not laid out yet")
    if any(not (one.open or one.never) for one in known):
        return tr("waits for the panel")
    return tr("all decided") if all(one.decision for one in known) else tr("your part is done")


def _own(candidates: tuple[Standing, ...]) -> list[str]:
    """Count the own interviews that are still to be held or to be handed in."""
    phases = [one.own.phase for one in candidates if one.own is not None and one.holds]
    planned = phases.count(Phase.PLANNED)
    begun = len(phases) - planned - phases.count(Phase.SUBMITTED)
    parts = [tr("{n} to interview", n=planned)] if planned else []
    return [*parts, tr("{n} to finish", n=begun)] if begun else parts


def _leading(candidates: tuple[Standing, ...]) -> list[str]:
    """Count what the lead has to do about candidates whose scorecards are open."""
    talk = sum(one.open and not one.debriefed for one in candidates)
    decide = sum(one.debriefed and not one.decision for one in candidates)
    parts = [tr("{n} to debrief", n=talk)] if talk else []
    return [*parts, tr("{n} to decide", n=decide)] if decide else parts
