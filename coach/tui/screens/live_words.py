"""What the live screen says: title, clock, agenda, and the label above the notes."""

from datetime import datetime

from textual.content import Content

from coach.core.interview import (
    CLOSING,
    OPENING,
    InterviewState,
    Phase,
    behind,
    competency_title,
    elapsed,
    planned,
)
from coach.surface.lit import line, lit

AGENDA_WIDTH = 27
OVERTAKEN = (
    "This interview was changed in another window. Nothing was overwritten. "
    "Press ctrl+r to load what is there; what you typed last is kept beside it."
)


def title(state: InterviewState) -> Content:
    """Name kit, candidate and interviewer."""
    return line((state.guide.title, "bold"), f" · candidate {state.candidate} · {state.interviewer}")


def clock(state: InterviewState, now: datetime, *, wide: bool) -> Content:
    """Show the time used against the budget, in all and at this place."""
    sign, word = {
        Phase.PLANNED: ("○", "not started"),
        Phase.RUNNING: ("●", ""),
        Phase.PAUSED: ("‖", "paused"),
        Phase.ENDED: ("■", "ended"),
        Phase.SUBMITTED: ("■", "submitted"),
    }[state.phase]
    used, slot = elapsed(state, now), state.guide.minutes * 60
    here, budget = elapsed(state, now, state.place), planned(state, state.place)
    whole = (_against(used, slot, wide=wide), _style(used, slot, "$foreground"))
    place = (_against(here, budget, wide=wide), _style(here, budget, "$text-muted"))
    if state.phase is Phase.PLANNED:
        return line(f"{sign} {word}   ", (f"{state.guide.minutes:.0f} min", "$text-muted"))
    name = f"     {_place_name(state)} " if wide else "   "
    return line(f"{sign} {word} " if word else f"{sign} ", whole, (name, "$text-muted"), place)


def _against(used: float, planned_seconds: float, *, wide: bool) -> str:
    return f"{_time(used)}{' of ' if wide else '/'}{_time(planned_seconds)}"


def _style(used: float, planned_seconds: float, ordinary: str) -> str:
    """Show a time that is used up as a warning; the numbers say it too."""
    return "$text-warning" if used > planned_seconds else ordinary


def agenda(state: InterviewState, now: datetime) -> Content:
    """List the places with their ratings, then how the time stands."""
    lines = [_agenda_line(state, number, place) for number, place in enumerate(state.agenda)]
    return line(*lines, "\n", _budget(state, now))


def _agenda_line(state: InterviewState, number: int, place: str) -> Content:
    here = place == state.place
    name, result = place_title(state, place), _result(state, place)
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
        return "skip"
    if entry.not_assessed:
        return "– ✓"
    return "·" if entry.asked else ""


def _budget(state: InterviewState, now: datetime) -> Content:
    """Say how far ahead or behind the plan the interview is."""
    lag = behind(state, now)
    if state.phase is Phase.PLANNED:
        return lit(f" {state.guide.minutes:.0f} minutes in all", "$text-muted")
    if lag <= 0:
        return lit(f" in time, {_time(-lag)} in hand", "$text-muted")
    return lit(f" over time by {_time(lag)}", "$text-warning")


def note_label(state: InterviewState, *, unsaved: bool, overtaken: bool, failing: bool) -> Content:
    """Head the notes, and say whether they are on disk."""
    what = lit("Notes" if state.place in (OPENING, CLOSING) else "Notes: the evidence", "$text-muted")
    if state.consent is False:
        what = lit("Notes: the candidate did not agree to them", "bold $text-warning")
    match unsaved, overtaken, failing:
        case True, True, _:
            standing = ("not saved, see ctrl+r", "bold $text-error")
        case True, _, True:
            standing = ("not saved yet, trying again", "bold $text-error")
        case True, _, _:
            standing = ("saving …", "$text-muted")
        case _:
            standing = (f"saved {state.last_at.astimezone():%H:%M:%S}", "$text-muted")
    return line(what, "   ", standing)


def place_title(state: InterviewState, place: str) -> str:
    """Name a place: the competency of a question, or opening and closing."""
    if place in (OPENING, CLOSING):
        return place.capitalize()
    return competency_title(state, place)


def both(stored: str, typed: str) -> str:
    """Put a note from elsewhere and one's own unsaved text below each other."""
    return f"{stored}\n\n(typed here at the same time)\n{typed}"


def _place_name(state: InterviewState) -> str:
    if state.place in (OPENING, CLOSING):
        return state.place
    return f"question {state.agenda.index(state.place)}:"


def _time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
