"""A debrief in words: the same on screens, line by line and on paper."""

from collections.abc import Iterator
from datetime import datetime

from coach.core.agreement.spread import Spread
from coach.core.agreement.words import number
from coach.core.panel.comparison_words import NOTHING, mean_text
from coach.core.panel.debrief_view import DebriefRow, DebriefView, Evidence, Seat, Voice
from coach.core.panel.dossier import Decision, Rescore
from coach.core.scoring import coverage_text, score_text

NO_DECISION = "none yet"
NOT_OPEN = "not opened yet"
NO_SEATS = "No scorecard of your own is in, so there is nothing to show beside the total."
TOTAL_ALONE = "In this requisition the scorecards of the others stay with the lead; you see the total."
UNPLACED = "The place by score is left out: it runs over candidates who are not revealed to you yet."
HOW = (
    (
        "A member's number on a competency is the mean over its questions that they rated, by the scorecard "
        "as it was handed in, amendments included. What is not assessed is left out."
    ),
    (
        "The rows are sorted by disagreement: by the range, the highest less the lowest, then by the mean "
        "deviation, the mean distance from the mean, both in levels."
    ),
    (
        "r_wg compares the variance with that of ratings made without any judgement: 1 is full agreement, 0 "
        "none. Far apart: a range of 2 levels or more, or a mean deviation over a sixth of the levels."
    ),
    (
        "What you rate anew after the talk stands beside the scorecard and moves no score: the score rests "
        "on judgements made before anybody talked."
    ),
    "A recommendation after hearing all is kept apart from that of one's own interview.",
    (
        "The place is mechanical: scores by weight, over the candidates revealed to you. A decision departs "
        "from it where somebody goes ahead of, or falls behind, somebody who can be told apart by score; "
        "where somebody without a place is decided on; and where the first is rejected. Then it needs a "
        "reason of its own."
    ),
)
"""How each number is made, in sentences."""


def day_text(at: datetime) -> str:
    """Write a moment in local time, to the minute."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def standing_text(view: DebriefView) -> str:
    """Say whether the debrief is open and who takes part."""
    if view.opened_at is None:
        return NOT_OPEN
    late = ", ".join(seat.name for seat in view.seats if seat.late)
    since = f"open since {day_text(view.opened_at)}"
    return f"{since}; in only later, and not part of it: {late}" if late else since


def result_text(view: DebriefView) -> str:
    """Say score, coverage and place of the candidate."""
    parts = [f"score {score_text(view.score.value)}", f"coverage {coverage_text(view.score.coverage)}"]
    if view.rank is not None:
        parts.append(f"place {view.rank} of {view.among}")
    elif view.unranked:
        parts.append(f"no place: {view.unranked}")
    return ", ".join(parts)


def spread_text(spread: Spread | None) -> str:
    """Say how far the ratings of a competency lie apart."""
    if spread is None:
        return "fewer than two rated it"
    judged = "far apart" if spread.wide else "close together"
    return (
        f"{judged}: range {mean_text(spread.range)}, mean deviation {number(spread.ad)}, "
        f"r_wg {number(spread.r_wg)}"
    )


def row_text(view: DebriefView, row: DebriefRow) -> str:
    """Tell a competency: the panel's mean, each member's, and how far they lie apart."""
    own = ", ".join(f"{seat.name} {mean_text(row.rated.by_member.get(seat.member))}" for seat in view.seats)
    if view.totals_only:
        return own
    return f"panel {mean_text(row.rated.value)}; {own}; {spread_text(row.rated.spread)}"


def voice_text(voice: Voice) -> str:
    """Say what a member has on a question besides the note."""
    if voice.rating is not None:
        return str(voice.rating)
    return f"not assessed: {voice.not_assessed}" if voice.not_assessed else "not rated"


def note_text(voice: Voice) -> str:
    """Give the note, or say that there is none."""
    return voice.note.strip() or "no note"


def dropped_text(evidence: Evidence) -> str:
    """Say that a question counts for nobody, and why; empty if it counts."""
    return f"Does not count, for all candidates: {evidence.dropped}" if evidence.dropped else ""


def rescore_text(rescore: Rescore) -> str:
    """Tell what somebody rates anew: before, after and the reason."""
    before = NOTHING if rescore.before is None else mean_text(rescore.before)
    return f"{before} → {rescore.after}. {rescore.reason}"


def seat_text(seat: Seat) -> tuple[str, ...]:
    """Tell a member's recommendations: of the own interview, and after hearing all."""
    own = f"own interview: {seat.overall or NOTHING}"
    lines = [f"{own}. {seat.overall_reason}" if seat.overall_reason else own]
    if seat.composite is not None:
        lines.append(f"after hearing all: {seat.composite.level}. {seat.composite.reason}")
    return tuple(lines)


def decision_texts(view: DebriefView) -> tuple[str, ...]:
    """Tell the decision that holds first, then those that it replaced."""
    if not view.decisions:
        return (NO_DECISION,)
    names = {seat.member: seat.name for seat in view.seats}
    told = tuple(_decisions(view.decisions, names))
    return (*told, UNPLACED) if view.unplaced else told


def _decisions(decisions: tuple[Decision, ...], names: dict[str, str]) -> Iterator[str]:
    for number_, one in enumerate(reversed(decisions)):
        before = "before: " if number_ else ""
        place = "" if not one.among else f", {_place(one)}"
        reason = f" {reasons_text(one.reason, one.departure)}" if one.reason else ""
        by = names.get(one.by, one.by)
        yield f"{before}{one.outcome}, by {by} on {day_text(one.at)}{place}.{reason}"


def reasons_text(reason: str, departure: str) -> str:
    """Tell the reason of a decision, and that of its departure from the place by score."""
    if not departure:
        return reason
    stop = "" if reason.endswith((".", "!", "?", "…")) else "."
    return f"{reason}{stop} Departs from the place by score: {departure}"


def _place(decision: Decision) -> str:
    if decision.rank is None:
        return f"no place among {decision.among}"
    return f"place {decision.rank} of {decision.among}"
