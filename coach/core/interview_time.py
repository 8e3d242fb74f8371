"""The time of an interview against its plan: used, planned, and over the plan."""

from datetime import datetime
from math import floor

from coach.core.interview import CLOSING, OPENING, InterviewState
from coach.locale import tr


def elapsed(state: InterviewState, now: datetime, place: str | None = None) -> float:
    """Return the seconds spent at a place, or in all places; a clock set back counts nothing."""
    total = sum(state.seconds.values()) if place is None else state.seconds.get(place, 0.0)
    if state.running_since and place in (None, state.place):
        total += max(0.0, (now - state.running_since).total_seconds())
    return total


def time_used(minutes: float, planned_minutes: float) -> str:
    """Say the time used against the plan, the same on screen and paper: ``29 of 45 minutes``.

    Whole minutes, halves rounded up; less than half a minute is ``under 1``. The parts of an interview
    may therefore not add up to the whole.
    """
    whole = floor(minutes + 0.5)
    used = tr("under 1") if minutes > 0 and not whole else str(whole)
    if planned_minutes == 1:
        return tr("{used} of 1 minute", used=used)
    return tr("{used} of {planned:g} minutes", used=used, planned=planned_minutes)


def planned(state: InterviewState, place: str) -> float:
    """Return the seconds that the guide plans for a place."""
    scripts = {OPENING: state.guide.opening, CLOSING: state.guide.closing}
    return (scripts.get(place) or state.guide.question(place)).minutes * 60


def behind(state: InterviewState, now: datetime) -> float:
    """Return by how many seconds the interview is over the plan up to this place; negative: in hand."""
    reached = state.agenda[: state.agenda.index(state.place) + 1]
    return elapsed(state, now) - sum(planned(state, place) for place in reached)
