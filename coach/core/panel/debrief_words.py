"""A debrief in words: the same on screens, line by line and on paper."""

from collections.abc import Iterator
from datetime import datetime

from coach.core.agreement.spread import Spread
from coach.core.agreement.words import number
from coach.core.panel.comparison_words import NOTHING, mean_text
from coach.core.panel.debrief_view import DebriefRow, DebriefView, Evidence, Seat, Voice
from coach.core.panel.dossier import Decision, Rescore
from coach.core.scoring import coverage_text, score_text
from coach.locale import day, mark, tr

NO_DECISION = mark("none yet")
NOT_OPEN = mark("not opened yet")
NO_SEATS = mark("No scorecard of your own is in, so there is nothing to show beside the total.")
TOTAL_ALONE = mark("In this requisition the scorecards of the others stay with the lead; you see the total.")
UNPLACED = mark("The place by score is left out: it runs over candidates who are not revealed to you yet.")
HOW = (
    (
        mark(
            "A member's number on a competency is the mean over its questions that they rated, by "
            "the scorecard as it was handed in, amendments included. What is not assessed is left "
            "out."
        )
    ),
    (
        mark(
            "The rows are sorted by disagreement: by the range, the highest less the lowest, then by "
            "the mean deviation, the mean distance from the mean, both in levels."
        )
    ),
    (
        mark(
            "r_wg compares the variance with that of ratings made without any judgement: 1 is full "
            "agreement, 0 none. Far apart: a range of 2 levels or more, or a mean deviation over a "
            "sixth of the levels."
        )
    ),
    (
        mark(
            "What you rate anew after the talk stands beside the scorecard and moves no score: the "
            "score rests on judgements made before anybody talked."
        )
    ),
    mark("A recommendation after hearing all is kept apart from that of one's own interview."),
    (
        mark(
            "The place is mechanical: scores by weight, over the candidates revealed to you. A "
            "decision departs from it where somebody goes ahead of, or falls behind, somebody who "
            "can be told apart by score; where somebody without a place is decided on; and where the "
            "first is rejected. Then it needs a reason of its own."
        )
    ),
)
"""How each number is made, in sentences."""


def day_text(at: datetime) -> str:
    """Write a moment in local time, to the minute."""
    local = at.astimezone()
    return f"{day(local)} {local:%H:%M}"


def standing_text(view: DebriefView) -> str:
    """Say whether the debrief is open and who takes part."""
    if view.opened_at is None:
        return tr(NOT_OPEN)
    late = ", ".join(seat.name for seat in view.seats if seat.late)
    since = tr("open since {moment}", moment=day_text(view.opened_at))
    return tr("{since}; in only later, and not part of it: {late}", since=since, late=late) if late else since


def result_text(view: DebriefView) -> str:
    """Say score, coverage and place of the candidate."""
    parts = [
        tr("score {score}", score=score_text(view.score.value)),
        tr("coverage {coverage}", coverage=coverage_text(view.score.coverage)),
    ]
    if view.rank is not None:
        parts.append(tr("place {rank} of {among}", rank=view.rank, among=view.among))
    elif view.unranked:
        parts.append(tr("no place: {unranked}", unranked=view.unranked))
    return ", ".join(parts)


def spread_text(spread: Spread | None) -> str:
    """Say how far the ratings of a competency lie apart."""
    if spread is None:
        return tr("fewer than two rated it")
    judged = tr("far apart") if spread.wide else tr("close together")
    return tr(
        "{judged}: range {range}, mean deviation {deviation}, r_wg {r_wg}",
        judged=judged,
        range=mean_text(spread.range),
        deviation=number(spread.ad),
        r_wg=number(spread.r_wg),
    )


def row_text(view: DebriefView, row: DebriefRow) -> str:
    """Tell a competency: the panel's mean, each member's, and how far they lie apart."""
    own = ", ".join(f"{seat.name} {mean_text(row.rated.by_member.get(seat.member))}" for seat in view.seats)
    if view.totals_only:
        return own
    panel = tr("panel {mean}", mean=mean_text(row.rated.value))
    return f"{panel}; {own}; {spread_text(row.rated.spread)}"


def voice_text(voice: Voice) -> str:
    """Say what a member has on a question besides the note."""
    if voice.rating is not None:
        return str(voice.rating)
    if voice.not_assessed:
        return tr("not assessed: {reason}", reason=voice.not_assessed)
    return tr("not rated")


def note_text(voice: Voice) -> str:
    """Give the note, or say that there is none."""
    return voice.note.strip() or tr("no note")


def dropped_text(evidence: Evidence) -> str:
    """Say that a question counts for nobody, and why; empty if it counts."""
    if not evidence.dropped:
        return ""
    return tr("Does not count, for all candidates: {reason}", reason=evidence.dropped)


def rescore_text(rescore: Rescore) -> str:
    """Tell what somebody rates anew: before, after and the reason."""
    before = NOTHING if rescore.before is None else mean_text(rescore.before)
    return f"{before} → {rescore.after}. {rescore.reason}"


def seat_text(seat: Seat) -> tuple[str, ...]:
    """Tell a member's recommendations: of the own interview, and after hearing all."""
    own = tr("own interview: {overall}", overall=tr(seat.overall) if seat.overall else NOTHING)
    lines = [f"{own}. {seat.overall_reason}" if seat.overall_reason else own]
    if seat.composite is not None:
        lines.append(
            tr(
                "after hearing all: {level}. {reason}",
                level=tr(seat.composite.level),
                reason=seat.composite.reason,
            )
        )
    return tuple(lines)


def decision_texts(view: DebriefView) -> tuple[str, ...]:
    """Tell the decision that holds first, then those that it replaced."""
    if not view.decisions:
        return (tr(NO_DECISION),)
    names = {seat.member: seat.name for seat in view.seats}
    told = tuple(_decisions(view.decisions, names))
    return (*told, tr(UNPLACED)) if view.unplaced else told


def _decisions(decisions: tuple[Decision, ...], names: dict[str, str]) -> Iterator[str]:
    for number_, one in enumerate(reversed(decisions)):
        place = "" if not one.among else f", {_place(one)}"
        reason = f" {reasons_text(one.reason, one.departure)}" if one.reason else ""
        by = names.get(one.by, one.by)
        told = tr("{outcome}, by {name} on {day}", outcome=tr(one.outcome), name=by, day=day_text(one.at))
        if number_:
            told = tr("before: {decision}", decision=told)
        yield f"{told}{place}.{reason}"


def reasons_text(reason: str, departure: str) -> str:
    """Tell the reason of a decision, and that of its departure from the place by score."""
    if not departure:
        return reason
    stop = "" if reason.endswith((".", "!", "?", "…")) else "."
    departs = tr("Departs from the place by score: {departure}", departure=departure)
    return f"{reason}{stop} {departs}"


def _place(decision: Decision) -> str:
    if decision.rank is None:
        return tr("no place among {among}", among=decision.among)
    return tr("place {rank} of {among}", rank=decision.rank, among=decision.among)
