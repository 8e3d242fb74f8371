"""What may happen next in an interview: each function answers a wish with events, or refuses it.

A refusal is a sentence that says what stands in the way and what to do.
"""

from datetime import datetime
from unicodedata import category

from coach.core import edits
from coach.core import events as ev
from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.interview import CLOSING, InterviewState, Overall, Phase
from coach.core.notes import has_evidence
from coach.core.panel.sealing import commitment, sealed
from coach.locale import tr

Events = tuple[ev.InterviewEvent, ...]

LONGEST_NAME = 64
"""Characters of a candidate's code or an interviewer's name: what a line of a list has room for."""

UNNAMEABLE = ("Cc", "Cs", "Zl", "Zp")
"""Unicode categories that no name holds: controls, halves of surrogate pairs, separators of lines."""


class Refused(Exception):  # noqa: N818 - reads as what happened to the wish
    """The wish cannot be granted as things stand; the message says why and what to do."""


def plan(  # noqa: PLR0913 - what an interview is planned with
    guide: Guide,
    candidate: str,
    interviewer: str,
    *,
    member: str = "",
    requisition: str = "",
    focus: tuple[str, ...] = (),
) -> Events:
    """Plan an interview; the candidate goes by a code so that notes can be told from identity.

    ``member`` is the interviewer's profile, ``focus`` the competencies they look at first.

    Code and name have 1 to 64 characters, spaces around them aside, and fit on one line.
    """
    if not candidate.strip():
        raise Refused(tr("The candidate needs a code, such as C-014."))
    if not interviewer.strip():
        raise Refused(tr("The interviewer needs a name."))
    planned = ev.InterviewPlanned(
        candidate=named(candidate, tr("The candidate's code")),
        interviewer=named(interviewer, tr("The interviewer's name")),
        guide=guide,
        fingerprint=guide.fingerprint,
        member=member,
        requisition=requisition,
        focus=focus,
    )
    return (planned,)


def declare_conflict(state: InterviewState, *, conflict: bool, details: str = "") -> Events:
    """Record the interviewer's answer to the conflict-of-interest line."""
    _open(state)
    if conflict and not details.strip():
        raise Refused(
            tr("Say what the conflict of interest is, so that others can decide what to do about it.")
        )
    return (ev.ConflictDeclared(conflict=conflict, details=details.strip()),)


def record_consent(state: InterviewState, *, given: bool) -> Events:
    """Record whether the candidate agreed to the notes."""
    _open(state)
    return (ev.ConsentRecorded(given=given),)


def start(state: InterviewState) -> Events:
    """Start the clock; the two declarations come first."""
    _open(state)
    if state.phase is not Phase.PLANNED:
        raise Refused(tr("The interview has already started."))
    if state.conflict is None:
        raise Refused(tr("Answer the conflict-of-interest line first."))
    if state.consent is None:
        raise Refused(tr("Record first whether the candidate agrees to the notes."))
    return (ev.InterviewStarted(),)


def enter(state: InterviewState, place: str) -> Events:
    """Move to a place in the agenda."""
    _open(state)
    if place not in state.agenda:
        raise Refused(tr("The agenda has no place called {place!r}.", place=place))
    return () if place == state.place else (ev.PlaceEntered(place=place),)


def pause(state: InterviewState, since: datetime | None = None) -> Events:
    """Stop the clock; ``since`` dates it back to the last sign of life of a program that was killed."""
    _open(state)
    return (ev.InterviewPaused(since=since),) if state.phase is Phase.RUNNING else ()


def resume(state: InterviewState) -> Events:
    """Let the clock run again."""
    _open(state)
    return (ev.InterviewResumed(),) if state.phase is Phase.PAUSED else ()


def end(state: InterviewState) -> Events:
    """End the conversation; notes and ratings can still be completed."""
    _open(state)
    if state.phase is Phase.PLANNED:
        raise Refused(tr("The interview has not started yet."))
    return () if state.phase is Phase.ENDED else (ev.InterviewEnded(),)


def ask(state: InterviewState, question: str, reworded: str = "") -> Events:
    """Record that a question was put, in its own words or in others."""
    _known(state, question)
    entry = state.entry(question)
    if entry.asked and entry.reworded == reworded.strip():
        return ()
    return (ev.QuestionAsked(question=question, reworded=reworded.strip()),)


def skip(state: InterviewState, question: str, reason: str) -> Events:
    """Record that a question was left out; the reason stands where the rating would."""
    _known(state, question)
    return (ev.QuestionSkipped(question=question, reason=reasoned(reason, tr("a question is skipped"))),)


def probe(state: InterviewState, question: str, number: int) -> Events:
    """Record that a probe (from 0) was used, or take that back."""
    _known(state, question)
    if not 0 <= number < len(state.guide.question(question).probes):
        raise Refused(tr("The question has no such probe."))
    used = number not in state.entry(question).probes
    return (ev.ProbeUsed(question=question, probe=number, used=used),)


def edit_note(state: InterviewState, place: str, text: str) -> Events:
    """Record what changed in a note, as the one stretch that differs."""
    _open(state)
    if place not in state.agenda:
        raise Refused(tr("The agenda has no place called {place!r}.", place=place))
    before = state.note(place)
    edit = edits.between(before, text)
    if edit is None:
        return ()
    start, removed, inserted = edit
    return (ev.NoteEdited(place=place, start=start, removed=removed, inserted=inserted),)


def rate(state: InterviewState, question: str, rating: int) -> Events:
    """Rate a question from 1 to 5; what is rated was asked."""
    _known(state, question)
    if not LOWEST <= rating <= HIGHEST:
        raise Refused(
            tr("A rating is a whole number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
        )
    asked: Events = () if state.entry(question).asked else (ev.QuestionAsked(question=question),)
    return (*asked, ev.Rated(question=question, rating=rating))


def not_assessed(state: InterviewState, question: str, reason: str) -> Events:
    """Record that a question gave nothing to rate; never a number."""
    _known(state, question)
    return (ev.NotAssessed(question=question, reason=reasoned(reason, tr("a question is not assessed"))),)


def clear(state: InterviewState, question: str) -> Events:
    """Take a rating back."""
    _known(state, question)
    return (ev.RatingCleared(question=question),) if state.entry(question).settled else ()


def choose_overall(state: InterviewState, level: Overall, reason: str) -> Events:
    """Record the overall recommendation with its reason."""
    _open(state)
    return (ev.OverallChosen(level=level.value, reason=reasoned(reason, tr("you recommend this"))),)


def submit(state: InterviewState, salt: str) -> Events:
    """Hand the scorecard in; from then on it is locked, and sealed by a hash over ``salt`` and itself.

    ``salt`` is 16 random bytes in hexadecimal.
    """
    _open(state)
    missing = missing_for_submission(state)
    if missing:
        raise Refused(tr("Not yet complete: {missing}.", missing="; ".join(missing)))
    result = state.score
    seal = commitment(sealed(state), salt)
    handed_in = ev.ScorecardSubmitted(
        score=result.value, coverage=result.coverage, commitment=seal, salt=salt
    )
    return (handed_in,)


def amend_rating(state: InterviewState, question: str, rating: int | None, reason: str) -> Events:
    """Correct a submitted rating; the original stays and the reason stands beside it."""
    _submitted(state)
    if question not in state.agenda[1:-1]:
        raise Refused(tr("The guide has no question {question!r}.", question=question))
    if rating is not None and not LOWEST <= rating <= HIGHEST:
        raise Refused(
            tr("A rating is a whole number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
        )
    why = reasoned(reason, tr("the submitted rating changes"))
    return (ev.ScorecardAmended(question=question, rating=rating, reason=why),)


def amend_overall(state: InterviewState, level: Overall, reason: str) -> Events:
    """Correct the submitted recommendation; the original stays and the reason stands beside it."""
    _submitted(state)
    why = reasoned(reason, tr("the submitted recommendation changes"))
    return (ev.ScorecardAmended(level=level.value, reason=why),)


def missing_for_submission(state: InterviewState) -> tuple[str, ...]:
    """Name everything that a complete scorecard still lacks, in the order of the interview."""
    missing = []
    if state.conflict is None:
        missing.append(tr("the conflict-of-interest line is not answered"))
    if state.consent is None:
        missing.append(tr("the consent line is not answered"))
    if state.started_at is None:
        missing.append(tr("the interview has not started"))
    elif state.ended_at is None:
        missing.append(tr("the interview has not ended"))
    for number, question in enumerate(state.guide.questions, 1):
        entry = state.entry(question.id)
        if not entry.settled:
            missing.append(tr("question {number} has no rating and no reason why not", number=number))
        elif entry.rating is not None and not has_evidence(state.note(question.id)):
            missing.append(tr("question {number} has a rating without a note as evidence", number=number))
    if state.overall is None:
        missing.append(tr("the overall recommendation is not chosen"))
    return tuple(missing)


def next_place(state: InterviewState) -> str:
    """Return the place after the current one; the closing stays the last."""
    agenda = state.agenda
    at = agenda.index(state.place) if state.place in agenda else 0
    return agenda[at + 1] if at + 1 < len(agenda) else CLOSING


def previous_place(state: InterviewState) -> str:
    """Return the place before the current one; the opening stays the first."""
    agenda = state.agenda
    return agenda[max(0, agenda.index(state.place) - 1)] if state.place in agenda else agenda[0]


def _open(state: InterviewState) -> None:
    if state.phase is Phase.SUBMITTED:
        raise Refused(tr("The scorecard is submitted and locked; amend it with a reason instead."))


def _submitted(state: InterviewState) -> None:
    if state.phase is not Phase.SUBMITTED:
        raise Refused(tr("Only a submitted scorecard is amended; change the draft itself instead."))


def _known(state: InterviewState, question: str) -> None:
    _open(state)
    if question not in state.agenda[1:-1]:
        raise Refused(tr("The guide has no question {question!r}.", question=question))


def named(typed: str, what: str) -> str:
    """Return a name as it is kept, or refuse it; ``what`` begins the sentence."""
    name = typed.strip()
    if not name:
        raise Refused(tr("{what} is missing.", what=what))
    if any(category(char) in UNNAMEABLE for char in name):
        raise Refused(
            tr("{what} must fit on one line, without line ends, tabs or control characters.", what=what)
        )
    if len(name) > LONGEST_NAME:
        raise Refused(
            tr(
                "{what} has {length} characters, and at most {most} are allowed.",
                what=what,
                length=len(name),
                most=LONGEST_NAME,
            )
        )
    return name


def reasoned(reason: str, why: str) -> str:
    """Return a reason as it is kept, or refuse that there is none; ``why`` ends the sentence."""
    if not reason.strip():
        raise Refused(tr("Give the reason why {why}.", why=why))
    return reason.strip()
