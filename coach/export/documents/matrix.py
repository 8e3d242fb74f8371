"""The panel's matrices on paper: competencies by candidates, and for each candidate by members."""

from collections.abc import Iterator, Sequence

from coach.core.agreement.words import number
from coach.core.bank import GuideCompetency
from coach.core.document import (
    AnyBlock,
    Column,
    Document,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Run,
    Share,
    Table,
    Together,
    plain,
)
from coach.core.panel import comparison_words as words
from coach.core.panel.comparison import CompetencyRated
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.scoring import coverage_text
from coach.export.documents.parts import footer
from coach.locale import figure, mark, tr

ACROSS = 6
"""How many candidates, or members, stand beside each other in one table."""

EXPLAINED = mark(
    "Means of ratings from 1 to 5; the darker, the higher. MD: mean distance from the mean, "
    "in levels. An exclamation mark says that ratings lie far apart: 2 levels or more, or an "
    "MD over a sixth of the levels."
)


def matrix_document(view: ComparisonView, delete_by: str = "") -> Document:
    """Lay the matrices out, as far as scorecards are revealed; all numbers come from the view."""
    return Document(
        title=tr("Panel matrix"),
        subtitle=f"{view.title} – {view.guide.title}",
        language=view.guide.language,
        footer=footer(view.guide, view.requisition, delete_by),
        entry=view.requisition,
        blocks=tuple(_blocks(view)),
    )


def _blocks(view: ComparisonView) -> Iterator[AnyBlock]:
    shown = [row for row in view.revealed if row.place is not None and row.place.competencies]
    if not shown:
        yield Paragraph(runs=plain(tr(words.TOTALS_ONLY if view.totals_only else words.NOBODY)))
        return
    yield Heading(text=tr("Candidates and competencies"))
    yield Paragraph(runs=plain(tr(EXPLAINED)), tone="small")
    for start in range(0, len(shown), ACROSS):
        yield _by_candidate(view, shown[start : start + ACROSS])
    hidden = [row.candidate for row in view.rows if row.place is None]
    aside = [*(f"{candidate}: {tr(words.HIDDEN)}." for candidate in hidden), *words.set_aside(view)]
    if aside:
        yield Listing(items=tuple(plain(sentence) for sentence in aside))
    yield Heading(text=tr("Members and competencies"))
    for row in shown:
        yield from _by_member(view, row)


def _by_candidate(view: ComparisonView, rows: Sequence[ComparisonRow]) -> AnyBlock:
    rated = [{one.competency: one for one in row.place.competencies} for row in rows if row.place]
    lines = [[found[competency.id].value for found in rated] for competency in view.competencies]
    totals: list[Inline] = [
        plain(f"{words.short_score(row.place)} ({coverage_text(row.place.coverage)})")
        for row in rows
        if row.place
    ]
    return Table(
        columns=(
            Column(title=tr("Competency (weight)"), share=3.4),
            *(Column(title=row.candidate, align="centre", share=1.6) for row in rows),
        ),
        rows=(
            *(
                (_weighed(competency), *(_mean(value) for value in line))
                for competency, line in zip(view.competencies, lines, strict=True)
            ),
            ((Run(text=tr("Score (coverage)"), strong=True),), *totals),
        ),
        shades=(
            *((None, *(_shade(value) for value in line)) for line in lines),
            (None,) * (len(rows) + 1),
        ),
    )


def _by_member(view: ComparisonView, row: ComparisonRow) -> Iterator[AnyBlock]:
    if row.place is None:
        return
    members = list(dict.fromkeys(who for one in row.place.competencies for who in one.by_member))
    order = list(view.names)
    members.sort(key=lambda who: order.index(who) if who in order else len(order))
    for start in range(0, max(len(members), 1), ACROSS):
        part = members[start : start + ACROSS]
        yield Together(
            blocks=(
                Heading(text=f"{row.candidate}, {words.place_text(view, row)}", level=3),
                _members(view, row.place.competencies, part),
            )
        )


def _members(view: ComparisonView, rated: Sequence[CompetencyRated], members: Sequence[str]) -> Table:
    known = {one.competency: one for one in rated}
    lines = [(competency, known[competency.id]) for competency in view.competencies]
    return Table(
        columns=(
            Column(title=tr("Competency (weight)"), share=3.4),
            *(Column(title=view.names.get(who, who), align="centre", share=1.6) for who in members),
            Column(title=tr("Panel"), align="centre", share=1.2),
            Column(title=tr("Range"), align="right", share=1.2),
            Column(title=tr("MD"), align="right", share=1),
        ),
        rows=tuple(
            (
                _weighed(competency),
                *(_mean(one.by_member.get(who)) for who in members),
                _mean(one.value),
                *_spread(one),
            )
            for competency, one in lines
        ),
        shades=tuple(
            (None, *(_shade(one.by_member.get(who)) for who in members), _shade(one.value), None, None)
            for _, one in lines
        ),
    )


def _weighed(competency: GuideCompetency) -> Inline:
    return plain(f"{competency.title} ({figure(competency.weight, 'g')})")


def _mean(value: float | None) -> Inline:
    return plain(words.mean_text(value))


def _shade(value: float | None) -> Share | None:
    return None if value is None else words.shade(value)


def _spread(one: CompetencyRated) -> tuple[Inline, Inline]:
    if one.spread is None:
        return plain(words.NOTHING), plain(words.NOTHING)
    reach = words.mean_text(one.spread.range)
    return plain(f"{reach} !" if one.spread.wide else reach), plain(number(one.spread.ad))
