"""The lines of the comparison: candidates with their numbers, and between them what cannot be told apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content
from textual.widgets.option_list import Option

from coach.core.bank import GuideCompetency
from coach.core.panel import comparison_words as words
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.record import Record
from coach.core.scoring import coverage_text
from coach.export.marks import bar_signs
from coach.locale import tr, trp
from coach.surface.lit import line, lit
from coach.tui.widgets.rows import INDENT, fit

ROOMY, STANDARD = 110, 70
"""Columns from which the bar is long, and from which everything stands on one line."""

PLACE, SCORE, COVERAGE, GAP = 3, 4, 6, 2
LETTERS = 3
"""So many letters of a competency's title head its column."""


class Layout(Record):
    """How wide the columns are; competencies that do not fit ``beside`` go on lines of their own."""

    code: int
    bar: int
    cell: int
    beside: bool

    @classmethod
    def fitting(cls, view: ComparisonView, width: int) -> "Layout":
        """Choose the columns for a width."""
        code = min(
            max((len(row.candidate) for row in view.rows), default=0) + GAP, 22 if width >= STANDARD else 14
        )
        bar = 0 if view.comparison is None or view.comparison.band is None else 21 if width >= ROOMY else 13
        bar = bar if width >= STANDARD else 0
        taken = INDENT + PLACE + GAP + code + SCORE + GAP + COVERAGE + GAP + (bar + GAP if bar else 0)
        count = 0 if view.totals_only else len(view.competencies)
        cell = 6 if taken + 6 * count <= width else 4
        return cls(code=code, bar=bar, cell=cell, beside=taken + cell * count <= width)


def comparison_rows(view: ComparisonView, width: int) -> list[Option]:
    """Lay the comparison out for a width; a revealed candidate carries the code, and can be opened."""
    layout = Layout.fitting(view, width)
    rows: list[Option] = []
    if view.rows:
        rows.append(_still(_heads(view, layout, width)))
        between = [words.between(view, one, after) for one, after in pairwise(view.rows)]
        for one, said in zip(view.rows, (*between, ""), strict=True):
            rows.append(_candidate(view, one, layout, width))
            if said:
                rows.append(_still(lit(f"{' ' * (INDENT + PLACE + GAP)}‖ {said}", "$text-muted")))
        rows.append(_still(Content("")))
    if view.comparison is not None:
        rows.append(_still(lit(_legend(view.competencies), "$text-muted")))
        rows.append(_still(Content("")))
    for sentence in words.summary(view):
        rows += [_still(lit(sentence)), _still(Content(""))]
    return rows


def _candidate(view: ComparisonView, row: ComparisonRow, layout: Layout, width: int) -> Option:
    if row.place is None:
        hidden = line(
            " " * INDENT,
            "?".ljust(PLACE + GAP),
            fit(row.candidate, layout.code),
            (tr(words.HIDDEN), "$text-muted"),
        )
        return _still(hidden)
    rank = str(row.place.rank) if row.place.rank is not None else words.NOTHING
    bar = words.error_bar(view, row.place)
    drawn = bar_signs(bar, layout.bar) if bar and layout.bar else ""
    first = line(
        " " * INDENT,
        (rank.ljust(PLACE + GAP), "bold"),
        (fit(row.candidate, layout.code), "bold"),
        words.short_score(row.place).rjust(SCORE) + " " * GAP,
        (drawn.ljust(layout.bar + GAP) if layout.bar else "", "$text-primary"),
        coverage_text(row.place.coverage).rjust(COVERAGE) + " " * GAP,
    )
    cells = [_cell(one.value, layout.cell) for one in row.place.competencies]
    lines = [line(first, *cells)] if layout.beside else [first, *_wrapped(cells, layout, width)]
    lines += [lit(f"{' ' * (INDENT + PLACE + GAP)}{said}", "$text-muted") for said in _said(row)]
    return Option(Content("\n").join(lines), id=row.candidate)


def _said(row: ComparisonRow) -> Iterator[str]:
    """Say beneath a candidate why there is no place, and what was decided."""
    if row.place is not None and row.place.unranked:
        yield tr("no place: {reason}", reason=tr(row.place.unranked))
    if row.decision:
        yield tr("decided: {outcome}", outcome=tr(row.decision))


def _heads(view: ComparisonView, layout: Layout, width: int) -> Content:
    heads = () if view.totals_only else view.competencies
    cells = [lit(f"{one.title[:LETTERS]:^{layout.cell - 1}} ", "$text-muted") for one in heads]
    beside = "".join(cell.plain for cell in cells) if layout.beside else ""
    beneath = [] if layout.beside else _wrapped(cells, layout, width)
    bar = ("0" + "100".rjust(layout.bar - 1)).ljust(layout.bar + GAP) if layout.bar else ""
    first = lit(
        f"{' ' * INDENT}{'#':<{PLACE + GAP}}"
        + fit(tr("code"), layout.code)
        + trp("column", "score").rjust(SCORE).ljust(SCORE + GAP)
        + bar
        + trp("column", "rated").rjust(COVERAGE)
        + f"{' ' * GAP}{beside}",
        "$text-muted",
    )
    return Content("\n").join([first, *beneath])


def _wrapped(cells: Sequence[Content], layout: Layout, width: int) -> list[Content]:
    """Put the competencies on lines of their own, as many on each as have room."""
    indent = " " * (INDENT + GAP)
    count = max(1, (width - len(indent)) // layout.cell)
    return [line(indent, *cells[start : start + count]) for start in range(0, len(cells), count)]


def _cell(value: float | None, width: int) -> Content:
    """Write a mean on a ground that is the darker, the higher it is."""
    style = "" if value is None else f"on $primary {8 + round(40 * words.shade(value))}%"
    return line((f"{words.mean_text(value):^{width - 1}}", style), " ")


def _legend(competencies: Sequence[GuideCompetency]) -> str:
    """Say what the heads of the columns stand for, in their order."""
    titles = ", ".join(f"{one.title[:LETTERS]} {one.title}" for one in competencies)
    return tr("{titles}. Means of the panel from 1 to 5; the stronger the shade, the higher.", titles=titles)


def _still(content: Content) -> Option:
    return Option(content, disabled=True)
