"""What an interviewer looks at first. All ask all questions in the kit's order; focus changes no score."""

from coach.core.interview import CLOSING, OPENING, InterviewState


def in_focus(state: InterviewState, place: str) -> bool:
    """Whether a place of the agenda is a question about a competency in this interviewer's focus."""
    return place not in (OPENING, CLOSING) and state.guide.question(place).competency in state.focus


def focus_first(state: InterviewState) -> tuple[str, ...]:
    """Give the questions' ids as a scorecard lists them: those in focus, then the others, as in the kit."""
    ids = [question.id for question in state.guide.questions]
    return tuple(sorted(ids, key=lambda one: not in_focus(state, one)))


def focus_titles(state: InterviewState) -> tuple[str, ...]:
    """Name the competencies in focus, in the order of the kit."""
    return tuple(one.title for one in state.guide.competencies if one.id in state.focus)
