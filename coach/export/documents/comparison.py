"""The comparison of candidates on paper: places with their error bands, and how the numbers are made."""

from collections.abc import Iterator

from coach.core.document import (
    AnyBlock,
    Bar,
    Column,
    Document,
    Heading,
    Inline,
    Listing,
    Table,
    Together,
    plain,
)
from coach.core.panel import comparison_words as words
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.scoring import coverage_text
from coach.export.documents.parts import footer
from coach.locale import tr


def comparison_document(view: ComparisonView, delete_by: str = "") -> Document:
    """Lay a comparison out; all numbers come from the view as they are."""
    return Document(
        title=tr("Comparison of candidates"),
        subtitle=f"{view.title} – {view.guide.title}",
        language=view.guide.language,
        footer=footer(view.guide, view.requisition, delete_by),
        entry=view.requisition,
        blocks=(
            *((_table(view),) if view.rows else ()),
            Listing(items=tuple(plain(sentence) for sentence in (*_unplaced(view), *words.summary(view)))),
            Together(
                blocks=(
                    Heading(text=tr("How each number is made")),
                    Listing(items=tuple(plain(sentence) for sentence in map(tr, words.HOW))),
                )
            ),
        ),
    )


def _table(view: ComparisonView) -> AnyBlock:
    return Table(
        columns=(
            Column(title=tr("Place"), share=1.1),
            Column(title=tr("Candidate"), share=2.3),
            Column(title=tr("Score of 100, and its error band"), share=3.6),
            Column(title=tr("Coverage"), align="right", share=1.9),
            Column(title=tr("Not distinguishable from"), share=2.9),
            Column(title=tr("Decision"), share=2.5),
        ),
        rows=tuple(_row(view, row) for row in view.rows),
        bars=tuple(_bars(view, row) for row in view.rows),
    )


def _row(view: ComparisonView, row: ComparisonRow) -> tuple[Inline, ...]:
    if row.place is None:
        cells = (words.NOTHING, row.candidate, tr(words.HIDDEN), "", "", "")
        return tuple(plain(text) for text in cells)
    band = words.band_text(view, row.place)
    score = words.short_score(row.place)
    return tuple(
        plain(text)
        for text in (
            str(row.place.rank or words.NOTHING),
            row.candidate,
            f"{score} ({band})" if band else score,
            coverage_text(row.place.coverage),
            ", ".join(words.alike(view, row)) or words.NOTHING,
            tr(row.decision) if row.decision else words.NOTHING,
        )
    )


def _unplaced(view: ComparisonView) -> Iterator[str]:
    """Say of everybody without a place why that is."""
    for row in view.rows:
        if row.place is not None and row.place.unranked:
            yield tr(
                "{candidate} has no place: {unranked}.", candidate=row.candidate, unranked=row.place.unranked
            )


def _bars(view: ComparisonView, row: ComparisonRow) -> tuple[Bar | None, ...]:
    bar = words.error_bar(view, row.place) if row.place else None
    return (None, None, bar, None, None, None)
