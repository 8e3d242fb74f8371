"""A comparison in words: the same on screens, line by line and on paper."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from coach.core.agreement.words import TOO_FEW, band_told, candidates
from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.document import Bar
from coach.core.panel.comparison import Place
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.scoring import coverage_text, score_figure
from coach.locale import figure, mark, tr, trn

NOTHING = "–"
HIDDEN = mark("not revealed to you yet")
NOBODY = mark(
    "Nothing is revealed to you yet. A candidate's scorecards open once your own is in and "
    "as many of the panel's as were agreed."
)
TOTALS_ONLY = mark(
    "In this requisition scorecards stay with the lead. Of a candidate you see the total "
    "alone: no place, no competencies, no single scorecards."
)
OTHERS_DROPPED = mark(
    "{first} and {other} cannot be compared: other questions were dropped in each, so their scores rest on "
    "different questions. Drop the same ones in both, or compare each for itself."
)
OTHER_KIT = mark("{id}, held with another version of the kit ({kit})")
HOW = (
    (
        mark(
            "Each member's rating of a competency is the mean over its questions that they rated; "
            "the panel's is the mean over the members who rated it."
        )
    ),
    (
        mark(
            "The score runs from 0 to 100: the competencies' means between the lowest and the "
            "highest rating, weighed as the kit says. What nobody rated is left out, and never zero."
        )
    ),
    mark("The coverage is the share of the weight that was rated. Too little of it gives no place."),
    (
        mark(
            "The score rests on the scorecards as they were handed in, amendments included. What "
            "changes in a debrief stands beside it and moves no place."
        )
    ),
    (
        mark(
            "The error band shows how far scores may differ by chance: 1.96 times the standard error "
            "of a difference. Bars that overlap are not distinguishable."
        )
    ),
    mark("The first place is tried on random weightings of the competencies: how often would it hold?"),
    mark("The place is mechanical, and people decide. Where they depart from it, they give a reason."),
)
"""How each number is made, in sentences."""


def mean_text(value: float | None) -> str:
    """Write a mean of ratings with one decimal, halves rounded up, or a dash."""
    if value is None:
        return NOTHING
    return figure(float(Decimal(repr(value)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)), ".1f")


def shade(value: float) -> float:
    """Give the shade of a rating, from 0 for the lowest to 1 for the highest."""
    return (value - LOWEST) / (HIGHEST - LOWEST)


def short_score(place: Place) -> str:
    """Write a score without its scale, where a heading says it."""
    return score_figure(place.score)


def error_bar(view: ComparisonView, place: Place) -> Bar | None:
    """Give the score with its error band for a drawing; ``None`` where there is no band."""
    if view.comparison is None or view.comparison.band is None or place.rank is None or place.score is None:
        return None
    half, value = view.comparison.band.half, place.score
    return Bar(low=max(0.0, value - half) / 100, value=value / 100, high=min(100.0, value + half) / 100)


def band_text(view: ComparisonView, place: Place) -> str:
    """Say from where to where the error band of a score reaches; empty where there is none."""
    bar = error_bar(view, place)
    if bar is None:
        return ""
    return tr("{low} to {high}", low=score_figure(100 * bar.low), high=score_figure(100 * bar.high))


def place_text(view: ComparisonView, row: ComparisonRow) -> str:
    """Say the place of a candidate in words."""
    if row.place is None:
        return tr(HIDDEN)
    if view.totals_only:
        return tr("total")
    if row.place.rank is None:
        return tr("no place: {unranked}", unranked=row.place.unranked)
    among = len(view.comparison.ranked) if view.comparison else 0
    shared = sum(one.place is not None and one.place.rank == row.place.rank for one in view.rows) > 1
    if shared:
        return tr("place {rank} of {among}, shared", rank=row.place.rank, among=among)
    return tr("place {rank} of {among}", rank=row.place.rank, among=among)


def between(view: ComparisonView, one: ComparisonRow, other: ComparisonRow) -> str:
    """Say of two neighbours whether they can be told apart; empty if they can."""
    if view.comparison is None or not (_ranked(one) and _ranked(other)):
        return ""
    apart = view.comparison.distinguishable(one.candidate, other.candidate)
    if apart is None:
        return tr(TOO_FEW)
    return "" if apart else tr("not distinguishable")


def alike(view: ComparisonView, row: ComparisonRow) -> tuple[str, ...]:
    """Name the candidates who cannot be told apart from this one."""
    if view.comparison is None or not _ranked(row):
        return ()
    others = (one for one in view.rows if one is not row and _ranked(one))
    return tuple(
        one.candidate
        for one in others
        if view.comparison.distinguishable(row.candidate, one.candidate) is False
    )


def _ranked(row: ComparisonRow) -> bool:
    return row.place is not None and row.place.rank is not None


def summary(view: ComparisonView) -> tuple[str, ...]:
    """Say what the comparison rests on and what its places are worth, a sentence each."""
    if not view.rows and not view.erased:
        return (tr("There are no candidates yet."),)
    return tuple(_summary(view))


def _summary(view: ComparisonView) -> Iterator[str]:
    revealed, all_ = len(view.revealed), len(view.rows)
    if not revealed:
        yield tr(NOBODY)
        return
    if view.totals_only:
        yield tr(TOTALS_ONLY)
    elif view.comparison is not None:
        yield (
            trn(
                "The places run over {ranked} of {candidates}; {n} is revealed to you.",
                "The places run over {ranked} of {candidates}; {n} are revealed to you.",
                revealed,
                ranked=len(view.comparison.ranked),
                candidates=candidates(all_),
            )
        )
        yield band_told(view.comparison.band)
        yield _stability(view)
    yield from set_aside(view)


def _stability(view: ComparisonView) -> str:
    found = view.comparison.stability if view.comparison else None
    if found is None:
        return tr("The first place: nobody is first alone before others, so there is nothing to try.")
    return tr(
        "{first} is first in {share} of {draws:,} random weightings of the competencies.",
        first=found.first,
        share=coverage_text(found.share),
        draws=found.draws,
    )


def set_aside(view: ComparisonView) -> Iterator[str]:
    """Say what does not take part: dropped questions, other versions of the kit, erased candidates."""
    for question, reason in view.dropped.items():
        yield tr(
            "Does not count, for all candidates: {question}. {reason}",
            question=question_named(view.guide, question),
            reason=reason,
        )
    for one in view.left_out:
        yield tr("Left out: {one}.", one=one)
    if view.erased:
        yield trn(
            "Erased: {n:,} candidate, who appear in the statistics as numbers alone.",
            "Erased: {n:,} candidates, who appear in the statistics as numbers alone.",
            view.erased,
        )


def question_named(guide: Guide, question: str) -> str:
    """Name a question by its number in the kit and its competency."""
    ids = [one.id for one in guide.questions]
    title = guide.competency(guide.question(question).competency).title
    return tr("question {number} ({title})", number=ids.index(question) + 1, title=title)
