"""A kit in two languages side by side, for panels whose members work in both."""

from collections.abc import Iterator
from itertools import zip_longest

from coach.core.bank import HIGHEST, LOWEST, Guide, Question
from coach.core.document import (
    AnyBlock,
    Column,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
    Together,
    plain,
)
from coach.core.prose import inline, prose
from coach.export.documents.blank import LANGUAGES
from coach.export.documents.parts import footer, minutes
from coach.locale import tr

NARROW, WIDE = 1.5, 5
"""The shares of the column that says what a row is, and of each language's."""


def side_by_side(one: Guide, other: Guide) -> Document:
    """Lay out two guides of the same kit, row by row; headings are in the language that is spoken.

    Both have the same questions in the same order: see :func:`coach.core.bank.same_frame`.
    """
    return Document(
        title=tr("Kit in two languages"),
        subtitle=f"{one.title} / {other.title}",
        language=one.language,
        footer=footer(one),
        blocks=(
            Heading(text=tr("Opening ({length})", length=minutes(one.opening.minutes))),
            _table(one, other, _opening(one, other)),
            *(
                Together(
                    blocks=(
                        Heading(text=f"{number}  {one.competency(question.competency).title}"),
                        _table(one, other, _question(question, other.question(question.id))),
                    )
                )
                for number, question in enumerate(one.questions, 1)
            ),
            Heading(text=tr("Closing ({length})", length=minutes(one.closing.minutes))),
            _table(one, other, (_row(tr("Say"), one.closing.text, other.closing.text),)),
            *_do_not_ask(one, other),
        ),
    )


Row = tuple[Inline, Inline, Inline]


def _table(one: Guide, other: Guide, rows: tuple[Row, ...]) -> Table:
    named = (
        Column(title=tr(LANGUAGES.get(guide.language, guide.language)), share=WIDE, language=guide.language)
        for guide in (one, other)
    )
    return Table(columns=(Column(title="", share=NARROW), *named), rows=rows)


def _row(what: str, one: str, other: str) -> Row:
    return ((Run(text=what, strong=True),), _said(one), _said(other))


def _said(text: str) -> Inline:
    """Set an author's text into a cell: its paragraphs follow one another."""
    runs: list[Run] = []
    for block in prose(text):
        if isinstance(block, Paragraph):
            runs += [*([Run(text=" ")] if runs else []), *block.runs]
    return tuple(runs) or plain("–")


def _opening(one: Guide, other: Guide) -> tuple[Row, ...]:
    return (
        _row(tr("Say"), one.opening.text, other.opening.text),
        _row(tr("Consent"), one.consent, other.consent),
        _row(tr("Conflict"), one.conflict, other.conflict),
    )


def _question(one: Question, other: Question) -> tuple[Row, ...]:
    return (
        _row(tr("Question"), one.text, other.text),
        *_listed(tr("Probe"), one.probes, other.probes),
        *(
            _row(str(level), one.anchors[level], other.anchors.get(level, ""))
            for level in range(HIGHEST, LOWEST - 1, -1)
            if level in one.anchors
        ),
        *_listed(tr("Red flag"), one.red_flags, other.red_flags),
    )


def _listed(what: str, one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[Row]:
    for left, right in zip_longest(one, other, fillvalue=""):
        yield ((Run(text=what),), inline(left), inline(right))


def _do_not_ask(one: Guide, other: Guide) -> tuple[AnyBlock, ...]:
    cards = {topic.id: topic.card for topic in other.topics}
    own = zip_longest(one.do_not_ask, other.do_not_ask, fillvalue="")
    rows = (
        *(_row("", left, right) for left, right in own),
        *(_row("", topic.card, cards.get(topic.id, "")) for topic in one.topics),
    )
    return (Heading(text=tr("Do not ask")), _table(one, other, rows)) if rows else ()
