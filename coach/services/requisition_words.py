"""A requisition in words: the same on screens, in lists and line by line."""

from coach.core.digest import Digest
from coach.core.interview import Phase
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sealing import shown
from coach.core.panel.terms import Member, Role, Terms, Visibility
from coach.core.scoring import coverage_text, score_text
from coach.services.drafting import NO_PERIOD, NO_QUORUM, period_words
from coach.services.members import LEAD_ONLY
from coach.services.standing import Standing, together

VISIBILITIES = {
    Visibility.AFTER_OWN: "when one's own is in, and as many as the quorum",
    Visibility.AFTER_ALL: "when those of all who interview are in",
    Visibility.NEVER: "never, except to the lead",
}
"""When scorecards of others open, in words that end a sentence."""

ROLE_HELP = {
    Role.INTERVIEWER.value: "Interviewer: holds interviews",
    Role.LEAD.value: "Lead: holds interviews, opens the debrief, records the decision",
    LEAD_ONLY: "Lead without interviews of their own",
    Role.OBSERVER.value: "Observer: sees what is revealed",
    Role.HR.value: "HR: sees what is revealed, keeps names and dates",
}
"""What each role word of :mod:`coach.services.members` means, to choose from."""


def role_words(member: Member) -> str:
    """Say what somebody does on the panel."""
    if member.role is Role.LEAD and not member.holds:
        return "lead, does not interview"
    return "HR" if member.role is Role.HR else member.role.value


def focus_words(terms: Terms, member: Member) -> str:
    """Name the competencies that a member looks at first, in the order of the kit; empty for none."""
    return ", ".join(one.title for one in terms.guide.competencies if one.id in member.focus)


def terms_words(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Give what was agreed, as pairs of a label and its words."""
    guide = terms.guide
    return (
        ("Kit", f"{guide.title} ({guide.kit}), version {guide.rev}, {shown(terms.fingerprint)}"),
        ("Quorum", quorum_words(terms.quorum, len(terms.interviewers))),
        ("Scorecards open", VISIBILITIES[terms.visibility]),
        ("Records", retention_words(terms)),
        ("Missing ratings", coverage_words(terms.least_coverage)),
        ("Decision", terms.rule or "no rule agreed"),
    )


def quorum_words(quorum: int, interviewers: int) -> str:
    """Say how many scorecards must be in."""
    if quorum == NO_QUORUM:
        return "not agreed yet"
    return f"{quorum} of {interviewers} scorecards of a candidate must be in"


def coverage_words(least: float) -> str:
    """Say what becomes of ratings that are missing."""
    return f"left out, never zero; no place below {coverage_text(least)} of the weight"


def retention_words(terms: Terms) -> str:
    """Say how long records are kept."""
    if terms.retention is None:
        return NO_PERIOD
    return f"{terms.retention.title} ({terms.retention.id}): {period_words(terms.retention)}"


def dropped_words(state: RequisitionState) -> tuple[str, ...]:
    """Name the questions that count no more, with their numbers in the kit and the reasons."""
    ids = [question.id for question in state.terms.guide.questions]
    return tuple(
        f"question {ids.index(question) + 1} ({question}) counts for no candidate: {reason}"
        for question, reason in state.dropped.items()
    )


def own_words(standing: Standing) -> str:
    """Say how far the viewer's own interview of a candidate is."""
    if not standing.holds:
        return "you do not interview"
    return interview_words(standing.own) if standing.own else "not laid out"


def interview_words(one: Digest) -> str:
    """Say how far an interview is."""
    match one.phase:
        case Phase.SUBMITTED:
            return f"submitted, {score_text(one.score)}"
        case Phase.PLANNED:
            return "planned"
        case _:
            return f"draft, {one.settled} of {one.questions} rated"


def others_words(state: RequisitionState, standing: Standing) -> str:
    """Say what may be seen of the others and of the whole panel, and no more."""
    if standing.never:
        return "others: hidden from you"
    if not standing.open:
        own = standing.holds and not standing.submitted
        return "others: hidden until yours is in" if own else "others: not revealed yet"
    revealed = len(standing.others) + standing.submitted
    told = f"panel of {revealed}: {score_text(together(state, standing).value)}"
    if standing.decision:
        return f"{told} · {standing.decision}"
    return f"{told} · debriefed" if standing.debriefed else told


def question_id(terms: Terms, named: str) -> str:
    """Return the id of a question that is named by its number in the kit, from 1, or by its id."""
    questions = terms.guide.questions
    number = int(named) if named.isascii() and named.isdecimal() else 0
    return questions[number - 1].id if 1 <= number <= len(questions) else named.strip()
