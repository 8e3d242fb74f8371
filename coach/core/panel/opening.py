"""What may be done with a requisition: each function answers a wish with events, or refuses it."""

from collections.abc import Collection, Iterable

from coach.core import events as ev
from coach.core.conduct import Refused, named, reasoned
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Member, Role, Terms
from coach.locale import tr

Events = tuple[ev.RequisitionEvent, ...]


def open_requisition(terms: Terms) -> Events:
    """Agree on the terms; what does not fit together is refused."""
    named(terms.title, tr("The title of the requisition"))
    _fitting(terms.members, terms.quorum, {competency.id for competency in terms.guide.competencies})
    return (ev.RequisitionOpened(terms=terms),)


def change_panel(
    state: RequisitionState,
    members: tuple[Member, ...],
    quorum: int,
    reason: str,
    bound: Collection[str] = (),
) -> Events:
    """Change who sits on the panel; ``bound`` are members whose interviews have begun, who must stay."""
    _fitting(members, quorum, {competency.id for competency in state.terms.guide.competencies})
    staying = {member.id for member in members if member.interviews}
    lost = [state.terms.member(one) for one in bound if one not in staying]
    if lost:
        names = ", ".join(member.name if member else "" for member in lost)
        raise Refused(
            tr(
                "{names} cannot leave the panel: an interview has begun, and what was heard must count. "
                "Keep them on it.",
                names=names,
            )
        )
    why = reasoned(reason, tr("the panel changes; candidates should meet the same people"))
    return (ev.PanelChanged(members=members, quorum=quorum, reason=why),)


def add_candidates(state: RequisitionState, codes: Iterable[str]) -> tuple[ev.CandidateAdded, ...]:
    """Add candidates by their codes; a code that is there, in capitals or not, is refused."""
    known = {code.casefold() for code in state.candidates}
    added = []
    for code in codes:
        name = named(code, tr("The candidate's code"))
        if name.casefold() in known:
            raise Refused(
                tr(
                    "There is a candidate {name} in {id} already. Choose another code.",
                    name=name,
                    id=state.id,
                )
            )
        known.add(name.casefold())
        added.append(ev.CandidateAdded(candidate=name))
    if not added:
        raise Refused(tr("Name at least one candidate by a code, such as C-014."))
    return tuple(added)


def drop_question(state: RequisitionState, question: str, reason: str) -> Events:
    """Let a question count no more, for all candidates alike (OPM: only with a rationale, for everybody)."""
    guide = state.terms.guide
    counting = [one for one in guide.questions if one.id not in state.dropped]
    chosen = next((one for one in counting if one.id == question), None)
    if chosen is None:
        known = ", ".join(one.id for one in counting)
        raise Refused(
            tr(
                "{id} has no question {question!r} that counts. These do: {known}.",
                id=state.id,
                question=question,
                known=known,
            )
        )
    why = reasoned(reason, tr("the question is dropped; it stands on every sheet"))
    rest = [one for one in counting if one is not chosen]
    if not any(one.competency == chosen.competency for one in rest):
        title = guide.competency(chosen.competency).title
        raise Refused(
            tr(
                "No other question asks for {title}, so without this one it would be rated by nothing. "
                "Keep the question, or leave the competency out in a new requisition.",
                title=title,
            )
        )
    return (ev.QuestionDropped(question=question, reason=why),)


def _fitting(members: tuple[Member, ...], quorum: int, competencies: Collection[str]) -> None:
    """Refuse a panel that could not do its work."""
    for member in members:
        named(member.name, tr("The name of a member"))
        unknown = [focus for focus in member.focus if focus not in competencies]
        if unknown:
            raise Refused(
                tr(
                    "{name} cannot focus on {unknown}: the kit rates {known}.",
                    name=member.name,
                    unknown=", ".join(unknown),
                    known=", ".join(sorted(competencies)),
                )
            )
    ids = [member.id for member in members]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise Refused(tr("{names} sits on the panel twice. Name each profile once.", names=", ".join(twice)))
    leads = [member for member in members if member.role is Role.LEAD]
    if len(leads) != 1:
        raise Refused(
            tr("A panel has one lead; this one has {leads}. Make one member the lead.", leads=len(leads))
        )
    interviewers = sum(member.interviews for member in members)
    if not interviewers:
        raise Refused(tr("Nobody on the panel interviews. Add an interviewer."))
    if not 1 <= quorum <= interviewers:
        raise Refused(
            tr(
                "The quorum says how many scorecards of a candidate must be in before they are revealed: "
                "with {interviewers} who interview, a number from 1 to {interviewers}; {quorum} is none.",
                interviewers=interviewers,
                quorum=quorum,
            )
        )
