"""The form of the debrief: for a panel to fill in together, or as it was filled in."""

from coach.core.bank import Guide
from coach.core.document import (
    AnyBlock,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
    Together,
    Verbatim,
    WritingLines,
    plain,
)
from coach.core.panel import debrief_words as words
from coach.core.panel.comparison_words import NOTHING, mean_text
from coach.core.panel.debrief_view import DebriefRow, DebriefView, Seat
from coach.core.scoring import coverage_text, score_text
from coach.export.documents.parts import footer
from coach.locale import mark, tr

NO_BREAK = "\N{NO-BREAK SPACE}"
ORDINARY = 20
"""Characters of a name that fit into its column on one line."""

PANEL = 4
"""How many rows there are where the members are not known."""

TITLE = mark("Group form")
ABOUT = mark(
    "For the debrief, once everybody has handed in their own scorecard: evidence first, then "
    "the number. A rating is changed for evidence that was overlooked, never only to agree."
)
RATINGS, AFTER_ALL, DECISION = (
    mark("Ratings of one's own interview"),
    mark("Recommendations after hearing all"),
    mark("Decision"),
)
RATED = (
    (mark("Competency"), 3),
    (mark("Before, by member"), 3.8),
    (mark("After"), 1.9),
    (mark("Reason for each change"), 3.6),
)
RECOMMENDED = ((mark("Member"), 3), (mark("Before"), 2), (mark("After"), 2), (mark("Reason"), 5))

Cells = tuple[Inline, ...]


def group_form(
    guide: Guide, candidate: str = "", requisition: str = "", members: tuple[str, ...] = ()
) -> tuple[AnyBlock, ...]:
    """Make the blocks of the form: ratings before and after the talk, and the recommendations after it.

    A rating changed for one's own interview and a recommendation after hearing all are two things, and
    have two places. ``members`` are names in the order of their rows.
    """
    return (
        Heading(text=tr(TITLE)),
        Paragraph(runs=plain(tr(ABOUT))),
        _who(candidate, requisition, ""),
        Heading(text=tr(RATINGS), level=3),
        _empty(RATED, tuple(one.title for one in guide.competencies)),
        Heading(text=tr(AFTER_ALL), level=3),
        _empty(RECOMMENDED, members or ("",) * PANEL),
        _undecided(),
    )


def blank_form(guide: Guide) -> Document:
    """Make the form alone, for a kit whose interviews are held on paper."""
    heading, *blocks = group_form(guide)
    assert isinstance(heading, Heading)
    return Document(
        title=heading.text,
        subtitle=f"{guide.title} – {guide.role}",
        language=guide.language,
        footer=footer(guide),
        blocks=tuple(blocks),
    )


def debrief_document(view: DebriefView, delete_by: str = "") -> Document:
    """Make the form as far as it is filled in; what is still open can be completed by hand.

    All numbers come from the view as they are.
    """
    return Document(
        title=tr(TITLE),
        subtitle=f"{view.title} – {view.guide.title}",
        language=view.guide.language,
        footer=footer(view.guide, f"{view.requisition}/{view.candidate}", delete_by),
        entry=view.candidate,
        blocks=(
            _who(view.candidate, view.requisition, _debriefed(view)),
            Facts(
                facts=(
                    Fact(term=tr("Score"), value=score_text(view.score.value)),
                    Fact(term=tr("Coverage"), value=coverage_text(view.score.coverage)),
                    Fact(term=tr("Place by score"), value=_place(view)),
                ),
                columns=3,
            ),
            *((Paragraph(runs=plain(tr(words.TOTAL_ALONE)), tone="small"),) if view.totals_only else ()),
            *(_filled(view) if view.seats else ()),
            _decided(view) if view.decision else _undecided(),
        ),
    )


def _who(candidate: str, requisition: str, debriefed: str) -> Facts:
    return Facts(
        facts=(
            Fact(term=tr("Candidate (code, not the name)"), value=candidate),
            Fact(term=tr("Requisition"), value=requisition),
            Fact(term=tr("Date, and who was there"), value=debriefed),
        ),
        columns=3,
    )


def _debriefed(view: DebriefView) -> str:
    if view.opened_at is None:
        return ""
    there = ", ".join(seat.name for seat in view.seats if not seat.late)
    return f"{words.day_text(view.opened_at)}; {there}" if there else words.day_text(view.opened_at)


def _place(view: DebriefView) -> str:
    if view.totals_only:
        return NOTHING
    return (
        tr("{rank} of {among}", rank=view.rank, among=view.among)
        if view.rank is not None
        else view.unranked or NOTHING
    )


def _filled(view: DebriefView) -> tuple[AnyBlock, ...]:
    rows = (cells for row in view.rows for cells in _rated(view, row))
    return (
        Heading(text=tr(RATINGS)),
        Paragraph(
            runs=plain(
                tr("The largest disagreement first; an exclamation mark says that ratings lie far apart.")
            ),
            tone="small",
        ),
        _table(RATED, tuple(rows), to_fill=view.decision is None),
        Heading(text=tr(AFTER_ALL)),
        _table(
            RECOMMENDED, tuple(_recommended(view, seat) for seat in view.seats), to_fill=view.decision is None
        ),
    )


def _rated(view: DebriefView, row: DebriefRow) -> tuple[Cells, ...]:
    """Make a row for a competency, and one more for each further member who changed a rating."""
    names = {seat.member: seat.name for seat in view.seats}
    far = " !" if row.rated.spread is not None and row.rated.spread.wide else ""
    before = ", ".join(
        _kept_together(seat.name, mean_text(row.rated.by_member.get(seat.member))) for seat in view.seats
    )
    changes = [
        (_kept_together(names[member], str(rescore.after)), rescore.reason)
        for member, rescore in row.rescores.items()
    ] or [(_unchanged(view), "")]
    return tuple(
        (
            (Run(text=f"{row.title}{far}", strong=bool(far)),) if number == 0 else plain(""),
            plain(before if number == 0 else ""),
            plain(after),
            plain(reason),
        )
        for number, (after, reason) in enumerate(changes)
    )


def _kept_together(name: str, rating: str) -> str:
    """Put a rating behind a name so that no line ends between them, nor within an ordinary name."""
    whole = name.replace(" ", NO_BREAK) if len(name) <= ORDINARY else name
    return f"{whole}{NO_BREAK}{rating}"


def _recommended(view: DebriefView, seat: Seat) -> Cells:
    after = seat.composite
    return (
        plain(seat.name),
        plain(tr(seat.overall) if seat.overall else NOTHING),
        plain(tr(after.level) if after else _unchanged(view)),
        plain(after.reason if after else ""),
    )


def _unchanged(view: DebriefView) -> str:
    """Leave a cell empty to be filled in by hand, until it is decided."""
    return NOTHING if view.decision else ""


def _decided(view: DebriefView) -> Together:
    return Together(
        blocks=(
            Heading(text=tr(DECISION)),
            *(Verbatim(text=text) for text in words.decision_texts(view)),
            Facts(facts=(Fact(term=tr("Signature")), Fact(term=tr("Date")))),
        )
    )


def _undecided() -> Together:
    return Together(
        blocks=(
            Heading(text=tr(DECISION), level=3),
            Facts(
                facts=(
                    Fact(term=tr("Decision")),
                    Fact(term=tr("Place by score, of how many")),
                    Fact(term=tr("Decided by")),
                ),
                columns=3,
            ),
            WritingLines(
                count=2, label=tr("Reason, also for a decision that departs from the place by score")
            ),
            Facts(facts=(Fact(term=tr("Signature")), Fact(term=tr("Date")))),
        )
    )


def _empty(columns: tuple[tuple[str, float], ...], first: tuple[str, ...]) -> Table:
    """Make a table to write in, of which only the first column is known."""
    blank: Cells = (plain(""),) * (len(columns) - 1)
    return _table(columns, tuple((plain(title), *blank) for title in first), to_fill=True)


def _table(columns: tuple[tuple[str, float], ...], rows: tuple[Cells, ...], *, to_fill: bool) -> Table:
    return Table(
        columns=tuple(Column(title=tr(title), share=share) for title, share in columns),
        rows=rows,
        to_fill=to_fill,
    )
