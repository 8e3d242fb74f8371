"""A comparison told line by line."""

from typing import TYPE_CHECKING

from coach.core.panel import comparison_words as words
from coach.core.scoring import coverage_text, score_text
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.comparison_view import ComparisonRow, ComparisonView


def tell_comparison(talk: "Dialogue", view: "ComparisonView") -> None:
    """Tell each candidate on a line of their own, then what the places are worth."""
    talk.say(tr("Comparison · {title} ({requisition})", title=view.title, requisition=view.requisition))
    for row in view.rows:
        talk.listed("-", _line(view, row))
        rated = _competencies(view, row)
        if rated:
            talk.listed("    ", rated)
    for sentence in words.summary(view):
        talk.say(sentence)


def _line(view: "ComparisonView", row: "ComparisonRow") -> str:
    if row.place is None:
        return f"{row.candidate}: {tr(words.HIDDEN)}"
    band = words.band_text(view, row.place)
    score = score_text(row.place.score)
    alike = ", ".join(words.alike(view, row))
    parts = (
        words.place_text(view, row),
        tr("score {score}, error band {band}", score=score, band=band)
        if band
        else tr("score {score}", score=score),
        tr("coverage {coverage}", coverage=coverage_text(row.place.coverage)),
        tr("not distinguishable from {others}", others=alike) if alike else "",
        tr("decided: {decision}", decision=tr(row.decision)) if row.decision else "",
    )
    return f"{row.candidate}: {'; '.join(filter(None, parts))}"


def _competencies(view: "ComparisonView", row: "ComparisonRow") -> str:
    if row.place is None:
        return ""
    titles = {one.id: one.title for one in view.competencies}
    return ", ".join(
        f"{titles[one.competency]} {words.mean_text(one.value)}" for one in row.place.competencies
    )
