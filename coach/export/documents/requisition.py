"""A whole requisition as one file: its terms first, then comparison and matrix, then every candidate."""

from coach.core.bank import Guide
from coach.core.document import (
    AnyBlock,
    Bundle,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Table,
    plain,
)
from coach.core.record import Record
from coach.export.documents.parts import CONFIDENTIAL, footer
from coach.locale import tr, trp


class Sheet(Record):
    """What the first sheet says, in words: label and value, members, candidates, and what was changed.

    A candidate's line has the code, where they stand, and until when the record is kept.
    """

    requisition: str
    title: str
    guide: Guide
    facts: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str, str], ...]
    candidates: tuple[tuple[str, str, str], ...]
    changes: tuple[str, ...]
    delete_by: str


def terms_document(sheet: Sheet) -> Document:
    """Lay the terms out: what was agreed, who sits on the panel, who the candidates are by code."""
    return Document(
        title=tr("Requisition"),
        subtitle=f"{sheet.title} – {sheet.guide.role}",
        language=sheet.guide.language,
        footer=footer(sheet.guide, sheet.requisition, sheet.delete_by),
        entry=sheet.requisition,
        blocks=(
            Heading(text=tr("What was agreed")),
            Facts(facts=tuple(Fact(term=term, value=value) for term, value in sheet.facts), columns=1),
            Heading(text=tr("Panel")),
            _table(((tr("Member"), 3), (tr("Role"), 2), (tr("Looks first at"), 5)), sheet.members),
            Heading(text=tr("Candidates")),
            _table(
                ((tr("Code"), 2), (trp("candidate", "Standing"), 4), (tr("Kept until"), 4)), sheet.candidates
            )
            if sheet.candidates
            else Paragraph(runs=plain(tr("There are no candidates yet."))),
            *_changes(sheet.changes),
        ),
    )


def whole_requisition(sheet: Sheet, documents: tuple[Document, ...]) -> Bundle:
    """Bind the terms and all other documents into one file with a table of contents."""
    return Bundle(
        title=tr("Requisition {requisition}", requisition=sheet.requisition),
        subtitle=sheet.title,
        language=sheet.guide.language,
        documents=(terms_document(sheet), *documents),
        footer=(tr(CONFIDENTIAL), tr("Delete by: {day}", day=sheet.delete_by)),
    )


def _table(columns: tuple[tuple[str, float], ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(
        columns=tuple(Column(title=title, share=share) for title, share in columns),
        rows=tuple(tuple(plain(text) for text in row) for row in rows),
    )


def _changes(changes: tuple[str, ...]) -> tuple[AnyBlock, ...]:
    if not changes:
        return ()
    return (
        Heading(text=tr("What changed since, and why")),
        Listing(items=tuple(plain(one) for one in changes)),
    )
