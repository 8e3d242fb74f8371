"""A requisition in words: the same on screens, in lists and line by line."""

from coach.core.digest import Digest
from coach.core.interview import Phase
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sealing import shown
from coach.core.panel.terms import Member, Role, Terms, Visibility
from coach.core.scoring import coverage_text, score_text
from coach.locale import mark, tr, trp
from coach.services.drafting import NO_PERIOD, NO_QUORUM, period_words
from coach.services.members import LEAD_ONLY
from coach.services.requisition import FROM_LEAD
from coach.services.standing import Standing, together

VISIBILITIES = {
    Visibility.AFTER_OWN: mark("when one's own is in, and as many as the quorum"),
    Visibility.AFTER_ALL: mark("when those of all who interview are in"),
    Visibility.NEVER: mark("never, except to the lead"),
}
"""When scorecards of others open, in words that end a sentence."""

ROLE_HELP = {
    Role.INTERVIEWER.value: mark("Interviewer: holds interviews"),
    Role.LEAD.value: mark("Lead: holds interviews, opens the debrief, records the decision"),
    LEAD_ONLY: mark("Lead without interviews of their own"),
    Role.OBSERVER.value: mark("Observer: sees what is revealed"),
    Role.HR.value: mark("HR: sees what is revealed, keeps names and dates"),
}
"""What each role word of :mod:`coach.services.members` means, to choose from."""


def role_words(member: Member) -> str:
    """Say what somebody does on the panel."""
    if member.role is Role.LEAD and not member.holds:
        return tr("lead, does not interview")
    return "HR" if member.role is Role.HR else tr(member.role.value)


def focus_words(terms: Terms, member: Member) -> str:
    """Name the competencies that a member looks at first, in the order of the kit; empty for none."""
    return ", ".join(one.title for one in terms.guide.competencies if one.id in member.focus)


def terms_words(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Give what was agreed, as pairs of a label and its words."""
    guide = terms.guide
    return (
        (
            tr("Kit"),
            tr(
                "{title} ({id}), version {version}, {fingerprint}",
                title=guide.title,
                id=guide.kit,
                version=guide.rev,
                fingerprint=shown(terms.fingerprint),
            ),
        ),
        (tr("Quorum"), quorum_words(terms.quorum, len(terms.interviewers))),
        (tr("Scorecards open"), tr(VISIBILITIES[terms.visibility])),
        (trp("terms", "Records"), retention_words(terms)),
        (trp("terms", "Missing ratings"), coverage_words(terms.least_coverage)),
        (tr("Decision"), terms.rule or tr("no rule agreed")),
    )


def quorum_words(quorum: int, interviewers: int) -> str:
    """Say how many scorecards must be in."""
    if quorum == NO_QUORUM:
        return tr("not agreed yet")
    return tr(
        "{quorum} of {interviewers} scorecards of a candidate must be in",
        quorum=quorum,
        interviewers=interviewers,
    )


def coverage_words(least: float) -> str:
    """Say what becomes of ratings that are missing."""
    return tr("left out, never zero; no place below {share} of the weight", share=coverage_text(least))


def retention_words(terms: Terms) -> str:
    """Say how long records are kept."""
    if terms.retention is None:
        return tr(NO_PERIOD)
    return f"{terms.retention.title} ({terms.retention.id}): {period_words(terms.retention)}"


def dropped_words(state: RequisitionState) -> tuple[str, ...]:
    """Name the questions that count no more, with their numbers in the kit and the reasons."""
    ids = [question.id for question in state.terms.guide.questions]
    return tuple(
        tr(
            "question {number} ({id}) counts for no candidate: {reason}",
            number=ids.index(question) + 1,
            id=question,
            reason=reason,
        )
        for question, reason in state.dropped.items()
    )


def own_words(standing: Standing) -> str:
    """Say how far the viewer's own interview of a candidate is."""
    if not standing.holds:
        return tr("you do not interview")
    return interview_words(standing.own) if standing.own else tr("not laid out")


def interview_words(one: Digest) -> str:
    """Say how far an interview is."""
    match one.phase:
        case Phase.SUBMITTED:
            return tr("submitted, {score}", score=score_text(one.score))
        case Phase.PLANNED:
            return tr(Phase.PLANNED.value)
        case _:
            return tr("draft, {rated} of {total} rated", rated=one.settled, total=one.questions)


def others_words(state: RequisitionState, standing: Standing) -> str:
    """Say what may be seen of the others and of the whole panel, and no more."""
    if standing.never:
        return tr("others: hidden from you")
    if not standing.open:
        own = standing.holds and not standing.submitted
        return tr("others: hidden until yours is in") if own else tr("others: not revealed yet")
    revealed = len(standing.others) + standing.submitted
    told = tr(
        "panel of {members}: {score}", members=revealed, score=score_text(together(state, standing).value)
    )
    if standing.decision:
        return f"{told} · {tr(standing.decision)}"
    return f"{told} · " + tr("debriefed") if standing.debriefed else told


def changes_words(state: RequisitionState) -> tuple[str, ...]:
    """Give why the panel changed, change by change."""
    return tuple(tr(FROM_LEAD) if reason == FROM_LEAD else reason for reason in state.changes)


def question_id(terms: Terms, named: str) -> str:
    """Return the id of a question that is named by its number in the kit, from 1, or by its id."""
    questions = terms.guide.questions
    number = int(named) if named.isascii() and named.isdecimal() else 0
    return questions[number - 1].id if 1 <= number <= len(questions) else named.strip()
