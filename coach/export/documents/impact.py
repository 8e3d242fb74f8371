"""The report on adverse impact by groups."""

from collections.abc import Sequence

from coach.core.agreement.words import number
from coach.core.document import Document, Heading, Paragraph, plain
from coach.core.impact import FOUR_FIFTHS, LEAST_CELL, Finding, Impact
from coach.export.documents.tabular import figures, named, table, words_column
from coach.locale import figure, language, tr


def impact_document(file: str, impacts: Sequence[Impact]) -> Document:
    """Lay out how groups were selected."""
    rows = (
        (
            one.group,
            _figure(one.applied),
            _figure(one.selected),
            _percent(one.rate),
            number(one.ratio),
            number(one.flipped),
            "–" if one.p is None else figure(one.p, ".4f"),
            tr(one.finding.value),
        )
        for one in impacts
    )
    note = tr(
        "Ratio: the group's rate over the highest; the mark of 29 CFR 1607.4(D) is {mark:g}. "
        "Flip: the ratio if one person more of the group had been selected, and one fewer of the "
        "highest. p: Fisher's exact test, two-sided. Groups with fewer than {least} people "
        "selected or not selected are not shown in figures.",
        mark=float(FOUR_FIFTHS),
        least=LEAST_CELL,
    )
    return Document(
        title=tr("Adverse impact"),
        subtitle=file,
        language=language(),
        footer=(tr("Keep data on groups apart from ratings and candidates"),),
        blocks=(
            table(
                (
                    words_column(tr("Group")),
                    figures(tr("Applied")),
                    figures(tr("Selected")),
                    figures(tr("Rate")),
                    figures(tr("Ratio")),
                    figures(tr("Flip")),
                    figures("p"),
                    words_column(tr("Finding"), 6),
                ),
                rows,
            ),
            Paragraph(runs=plain(note), tone="small"),
            Heading(text=tr("What it means")),
            Paragraph(runs=plain(_impact_meaning(impacts))),
        ),
    )


def _impact_meaning(impacts: Sequence[Impact]) -> str:
    marked = [one.group for one in impacts if one.finding in (Finding.IMPACT, Finding.HIDDEN)]
    if marked:
        return tr(
            "Look into how these were selected: {names}. Numbers alone do not say why.", names=named(marked)
        )
    if any(one.finding is Finding.NO_SIGN for one in impacts):
        return tr("No group is under four fifths by more than chance explains. That does not prove fairness.")
    return tr("Too few people to tell.")


def _figure(value: int | None) -> str:
    return "–" if value is None else figure(value, ",")


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{100 * rate:.0f} %"
