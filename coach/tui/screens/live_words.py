"""What the live screen says: title, clock, agenda, and the label above the notes."""

from datetime import datetime

from textual.content import Content

from coach.core.focus import in_focus
from coach.core.interview import CLOSING, OPENING, InterviewState, Phase, competency_title
from coach.core.interview_time import behind, elapsed, planned
from coach.core.notes import has_evidence, lacks_result
from coach.locale import mark, tr, trp
from coach.surface.lit import line, lit
from coach.tui.widgets.question import place_name

AGENDA_WIDTH = 27
OVERTAKEN = mark(
    "This interview was changed in another window. Nothing was overwritten. Press ctrl+r to "
    "load what is there; what you typed last is kept beside it."
)


def title(state: InterviewState) -> Content:
    """Name kit, candidate and interviewer."""
    candidate = tr("candidate {code}", code=state.candidate)
    return line((state.guide.title, "bold"), f" · {candidate} · {state.interviewer}")


def clock(state: InterviewState, now: datetime, *, wide: bool, narrow: bool = False) -> Content:
    """Show the time used against the budget, in all and at this place; where it is narrow by signs alone."""
    sign, word = {
        Phase.PLANNED: ("○", tr("not started")),
        Phase.RUNNING: ("●", ""),
        Phase.PAUSED: ("‖", tr("paused")),
        Phase.ENDED: ("■", tr("ended")),
        Phase.SUBMITTED: ("■", tr("submitted")),
    }[state.phase]
    used, slot = elapsed(state, now), state.guide.minutes * 60
    here, budget = elapsed(state, now, state.place), planned(state, state.place)
    whole = (_against(used, slot, wide=wide), _style(used, slot, "$foreground"))
    place = (_against(here, budget, wide=wide), _style(here, budget, "$text-muted"))
    if state.phase is Phase.PLANNED:
        return line(f"{sign} {word}   ", (f"{state.guide.minutes:.0f} " + tr("min"), "$text-muted"))
    name = f"     {_place_name(state)} " if wide else "   "
    return line(f"{sign} {word} " if word and not narrow else f"{sign} ", whole, (name, "$text-muted"), place)


def _against(used: float, planned_seconds: float, *, wide: bool) -> str:
    if wide:
        return tr("{used} of {planned}", used=_time(used), planned=_time(planned_seconds))
    return f"{_time(used)}/{_time(planned_seconds)}"


def _style(used: float, planned_seconds: float, ordinary: str) -> str:
    """Show a time that is used up as a warning; the numbers say it too."""
    return "$text-warning" if used > planned_seconds else ordinary


def lead(state: InterviewState, *, writing: bool) -> tuple[tuple[str, str], ...]:
    """Name the keys that mean something else from place to place, the one that is due first."""
    if writing:
        return ()
    if state.phase is Phase.PLANNED:
        return (("⏎", mark("start")),)
    if state.place == CLOSING:
        return (("⏎", mark("scorecard") if state.ended_at else mark("end")),)
    onward, rate = ("⏎", mark("next")), ("1-5", mark("rate"))
    if state.place == OPENING:
        return (onward,)
    return (onward, rate) if done(state) else (rate, onward)


def done(state: InterviewState) -> bool:
    """Whether nothing is left to do at the question at hand: rated with evidence, or a reason why not."""
    entry = state.entry(state.place)
    return bool(entry.not_assessed) or (entry.rating is not None and has_evidence(state.note(state.place)))


def folded_first(state: InterviewState) -> bool:
    """Whether a question's anchors are folded at first: another competency is this interviewer's focus."""
    return bool(state.focus) and not in_focus(state, state.place)


def agenda(state: InterviewState, now: datetime) -> Content:
    """Say the phase, list the places with their ratings, then how the time stands."""
    lines = [_agenda_line(state, number, place) for number, place in enumerate(state.agenda)]
    legend = (" " + tr("◆ your focus; all are asked"), "$text-muted")
    return line(
        _phase(state), "\n\n", *lines, "\n", *((legend, "\n") if state.focus else ()), _budget(state, now)
    )


def _phase(state: InterviewState) -> Content:
    """Name where the whole stands: opening, questions, closing, or rating once the conversation is over."""
    if state.ended_at:
        number, name = 4, trp("phase", "rating")
    elif state.place == OPENING:
        number, name = 1, trp("phase", "opening")
    elif state.place == CLOSING:
        number, name = 3, trp("phase", "closing")
    else:
        number, name = 2, trp("phase", "questions")
    return line((" " + tr("phase {number} of 4:", number=number) + " ", "$text-muted"), (name, "bold"))


def _agenda_line(state: InterviewState, number: int, place: str) -> Content:
    here = place == state.place
    name, result = place_title(state, place), _result(state, place)
    name = f"◆ {name}" if in_focus(state, place) else name
    sign = "›" if here else " "
    label = f"{sign}{number:>2} " if 0 < number < len(state.agenda) - 1 else f"{sign}   "
    text = lit(name)
    if text.cell_length > AGENDA_WIDTH - 4:
        text = text.truncate(AGENDA_WIDTH - 4, ellipsis=True)
    gap = " " * max(1, AGENDA_WIDTH - 2 - text.cell_length)
    style = "bold $text-primary" if here else "$text-muted" if result == "" else ""
    return line((f"{label}{text.plain}{gap}", style), (result, "bold" if here else ""), "\n")


def _result(state: InterviewState, place: str) -> str:
    if place == OPENING:
        return "✓" if state.place != OPENING else ""
    if place == CLOSING:
        return "✓" if state.ended_at else ""
    entry = state.entry(place)
    if entry.rating is not None:
        return f"{entry.rating} ✓"
    if entry.skipped:
        return trp("agenda", "skip")
    if entry.not_assessed:
        return "– ✓"
    return "·" if entry.asked else ""


def _budget(state: InterviewState, now: datetime) -> Content:
    """Say how far ahead or behind the plan the interview is."""
    lag = behind(state, now)
    if state.phase is Phase.PLANNED:
        return lit(" " + tr("{minutes:.0f} minutes in all", minutes=state.guide.minutes), "$text-muted")
    if lag <= 0:
        return lit(" " + tr("in time, {time} in hand", time=_time(-lag)), "$text-muted")
    return lit(" " + tr("over time by {time}", time=_time(lag)), "$text-warning")


def note_label(state: InterviewState, *, unsaved: bool, overtaken: bool, failing: bool) -> Content:
    """Head the notes, and say whether they are on disk."""
    what = _note_heading(state)
    match unsaved, overtaken, failing:
        case True, True, _:
            standing = (tr("not saved, see ctrl+r"), "bold $text-error")
        case True, _, True:
            standing = (tr("not saved yet, trying again"), "bold $text-error")
        case True, _, _:
            standing = (tr("saving …"), "$text-muted")
        case _:
            standing = (tr("saved {time}", time=f"{state.last_at.astimezone():%H:%M:%S}"), "$text-muted")
    return line(what, "   ", standing)


def _note_heading(state: InterviewState) -> Content:
    """Say what belongs into the notes, and what a rated question still lacks there."""
    if state.consent is False:
        return lit(tr("Notes: the candidate did not agree to them"), "bold $text-warning")
    if state.place in (OPENING, CLOSING):
        return lit(tr("Notes"), "$text-muted")
    rated, note = state.entry(state.place).rating is not None, state.note(state.place)
    if rated and not has_evidence(note):
        return lit(tr("Notes: evidence is needed"), "bold $text-warning")
    if rated and lacks_result(note):
        return lit(tr("Notes: no result noted"), "bold $text-warning")
    return lit(tr("Notes: the evidence"), "$text-muted")


def place_title(state: InterviewState, place: str) -> str:
    """Name a place: the competency of a question, or opening and closing."""
    if place in (OPENING, CLOSING):
        return place_name(place)
    return competency_title(state, place)


def both(stored: str, typed: str) -> str:
    """Put a note from elsewhere and one's own unsaved text below each other."""
    return f"{stored}\n\n(" + tr("typed here at the same time") + f")\n{typed}"


def _place_name(state: InterviewState) -> str:
    if state.place in (OPENING, CLOSING):
        return trp("phase", "opening") if state.place == OPENING else trp("phase", "closing")
    return tr("question {number}:", number=state.agenda.index(state.place))


def _time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
