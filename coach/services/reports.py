"""Documents for paper and files, made from what the log says."""

from collections.abc import Callable
from datetime import datetime

from coach.content.library import Library
from coach.core.conduct import Refused
from coach.core.document import Document
from coach.core.interview import CLOSING, OPENING, Entry, InterviewState, competency_title
from coach.core.interview_time import elapsed
from coach.core.scorecard import Amendment, AskedAs, CardState, QuestionCard, ScorecardView
from coach.core.scoring import coverage_text, score_text
from coach.core.structure import structure, structure_text
from coach.locale import spoken, tr


class Reports:
    """Builds documents in the language of their guide; how they are rendered is up to :mod:`coach.export`.

    ``view_of`` gives a scorecard by its interview's id, for a lead who looks before it is revealed also by
    the reason; nothing is asked of it for an empty scorecard, which therefore needs no place where facts are
    kept.
    """

    def __init__(self, library: Library, view_of: Callable[[str, str | None], ScorecardView]) -> None:
        self._library = library
        self._view_of = view_of

    def blank(self, kit: str, candidate: str = "", interviewer: str = "") -> Document:
        """Build the empty scorecard of a kit, for an interview on paper; what is known is printed in."""
        from coach.export.documents.blank import Known, blank_scorecard

        guide = self._library.guide(kit)
        with spoken(guide.language):
            return blank_scorecard(guide, Known(candidate=candidate, interviewer=interviewer))

    def side_by_side(self, kit: str, language: str) -> Document:
        """Build a kit as it is spoken here, beside the same kit in another language.

        Raises ``Refused`` where the kit has no translation into that language.
        """
        from coach.export.documents.bilingual import side_by_side

        one, other = self._library.guide(kit), self._library.anew(language).guide(kit)
        if other.language == one.language:
            raise Refused(
                tr(
                    "The kit {kit} is there in one language only. coach translate merge {bank} --lang "
                    "{language} begins a translation.",
                    kit=kit,
                    bank=self._library.kit(kit).value.bank,
                    language=language,
                )
            )
        return side_by_side(one, other)

    def scorecard(self, interview_id: str, *, peek: str | None = None) -> Document:
        """Build the scorecard of an interview as it stands.

        ``peek`` is the reason of a lead who looks before it is revealed to them.
        """
        from coach.export.documents.scorecard import completed_scorecard

        view = self._view_of(interview_id, peek)
        with spoken(view.guide.language):
            return completed_scorecard(view)


def scorecard_view(state: InterviewState, now: datetime) -> ScorecardView:
    """Bring an interview into the one shape that screen, paper and files show; times in local time."""
    score, held = state.score, structure(state)
    return ScorecardView(
        interview=state.id,
        state=_card_state(state),
        candidate=state.candidate,
        interviewer=state.interviewer,
        guide=state.guide,
        questions=tuple(_card(state, question.id, now) for question in state.guide.questions),
        score=score.value,
        score_text=score_text(score.value),
        coverage=score.coverage,
        coverage_text=coverage_text(score.coverage),
        overall=state.overall.value if state.overall else "",
        overall_reason=state.overall_reason,
        minutes=elapsed(state, now) / 60,
        planned=_local(state.planned_at),
        started=_local(state.started_at),
        ended=_local(state.ended_at),
        submitted=_local(state.submitted_at),
        conflict=state.conflict,
        conflict_details=state.conflict_details,
        consent=state.consent,
        opening_note=state.note(OPENING),
        closing_note=state.note(CLOSING),
        amendments=tuple(
            Amendment(
                at=amendment.at.astimezone(),
                what=_what(state, amendment.question),
                before=amendment.before,
                after=amendment.after,
                reason=amendment.reason,
            )
            for amendment in state.amendments
        ),
        requisition=state.requisition,
        focus=state.focus,
        commitment=state.commitment,
        structure=structure_text(held) if held else "",
        structure_lines=tuple(part.text for part in held.parts) if held else (),
    )


def _card(state: InterviewState, question: str, now: datetime) -> QuestionCard:
    entry = state.entry(question)
    return QuestionCard(
        question=question,
        asked=_asked(entry),
        wording=entry.reworded,
        skipped=entry.skipped,
        note=state.note(question),
        rating=entry.rating,
        not_assessed=entry.not_assessed,
        probes=entry.probes,
        minutes=elapsed(state, now, question) / 60,
    )


def _asked(entry: Entry) -> AskedAs:
    if entry.skipped:
        return "skipped"
    if entry.reworded:
        return "reworded"
    return "asked" if entry.asked else "open"


def _card_state(state: InterviewState) -> CardState:
    if state.amendments:
        return "amended"
    return "submitted" if state.submitted_at else "draft"


def _what(state: InterviewState, question: str) -> str:
    if not question:
        return tr("Overall recommendation")
    number = state.agenda.index(question)
    return tr("Question {number}, {competency}", number=number, competency=competency_title(state, question))


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone() if moment else None
