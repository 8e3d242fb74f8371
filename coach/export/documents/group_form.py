"""The form that a panel fills in together, once every scorecard is in."""

from coach.core.bank import Guide
from coach.core.document import (
    AnyBlock,
    Column,
    Fact,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Table,
    Together,
    WritingLines,
    plain,
)

PANEL = 4
"""How many rows there are where the members are not known."""


def group_form(
    guide: Guide, candidate: str = "", requisition: str = "", members: tuple[str, ...] = ()
) -> tuple[AnyBlock, ...]:
    """Make the blocks of the form: ratings before and after the talk, and the recommendations after it.

    A rating changed for one's own interview and a recommendation after hearing all are two things, and
    have two places. ``members`` are names in the order of their rows.
    """
    return (
        Heading(text="Group form"),
        Paragraph(
            runs=plain(
                "For the debrief, once everybody has handed in their own scorecard: evidence first, then the "
                "number. A rating is changed for evidence that was overlooked, never only to agree."
            )
        ),
        Facts(
            facts=(
                Fact(term="Candidate (code, not the name)", value=candidate),
                Fact(term="Requisition", value=requisition),
                Fact(term="Date, and who was there"),
            ),
            columns=3,
        ),
        Heading(text="Ratings of one's own interview", level=3),
        _table(
            ("Competency", 3),
            ("Before, by member", 3),
            ("After", 2),
            ("Reason for each change", 4),
            first=tuple(one.title for one in guide.competencies),
        ),
        Heading(text="Recommendations after hearing all", level=3),
        _table(
            ("Member", 3),
            ("Before", 2),
            ("After", 2),
            ("Reason", 5),
            first=members or ("",) * PANEL,
        ),
        Together(
            blocks=(
                Heading(text="Decision", level=3),
                Facts(
                    facts=(
                        Fact(term="Decision"),
                        Fact(term="Place by score, of how many"),
                        Fact(term="Decided by"),
                    ),
                    columns=3,
                ),
                WritingLines(
                    count=2, label="Reason, also for a decision that departs from the place by score"
                ),
                Facts(facts=(Fact(term="Signature"), Fact(term="Date"))),
            )
        ),
    )


def _table(*columns: tuple[str, float], first: tuple[str, ...]) -> Table:
    """Make a table to write in, of which only the first column is known."""
    empty: tuple[Inline, ...] = (plain(""),) * (len(columns) - 1)
    return Table(
        columns=tuple(Column(title=title, share=share) for title, share in columns),
        rows=tuple((plain(title), *empty) for title in first),
        to_fill=True,
    )
