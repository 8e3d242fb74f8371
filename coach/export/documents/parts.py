"""Parts that several documents have in common."""

from coach.core.bank import HIGHEST, LOWEST, Guide, Question
from coach.core.country import ProtectedTopic
from coach.core.document import (
    AnyBlock,
    Callout,
    Column,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    Together,
)
from coach.core.prose import inline, prose
from coach.locale import mark, tr

FINGERPRINT_SHOWN = 12
"""How many characters of a fingerprint are printed: enough to tell any two guides apart by eye."""

OVERALL = (mark("strong no"), mark("no"), mark("yes"), mark("strong yes"))
"""The overall recommendation: four levels, no middle to hide in."""

NOT_ASSESSED = mark("not assessed")

BEFORE_DISCUSSION = mark("Rated before talking with anybody about the candidate")

CONFIDENTIAL = mark("Confidential: for the people named in this interview and for HR only")

APART = "   ·   "
UNKNOWN_DAY = "_" * 16


def footer(guide: Guide, record: str = "", delete_by: str = "") -> tuple[str, ...]:
    """Name the guide exactly and the record where it is known, and say how the paper is to be treated.

    ``delete_by`` is a day in words; while none is known, there is a line to write it on.
    """
    kit = tr(
        "Kit {kit}, version {rev}, {fingerprint}",
        kit=guide.kit,
        rev=guide.rev,
        fingerprint=guide.fingerprint[:FINGERPRINT_SHOWN],
    )
    return (
        kit + APART + tr("Record {record}", record=record) if record else kit,
        tr(
            "Delete by: {day}   ·   {confidential}",
            day=delete_by or UNKNOWN_DAY,
            confidential=tr(CONFIDENTIAL),
        ),
    )


def minutes(value: float) -> str:
    """Say a number of minutes: ``6 minutes``, ``1 minute``, ``2.5 minutes``."""
    return tr("{value:g} minute", value=value) if value == 1 else tr("{value:g} minutes", value=value)


def anchors(question: Question) -> Table:
    """Show what an answer at each level is like; levels without words lie between their neighbours."""
    rows = tuple(
        ((Run(text=str(level), strong=True),), _anchor(question, level))
        for level in range(HIGHEST, LOWEST - 1, -1)
    )
    return Table(
        columns=(Column(title=tr("Level"), share=1), Column(title=tr("What you hear"), share=10)), rows=rows
    )


def _anchor(question: Question, level: int) -> Inline:
    text = question.anchors.get(level)
    return (
        inline(text)
        if text
        else (Run(text=tr("between {low} and {high}", low=level - 1, high=level + 1), emphasis=True),)
    )


def script(text: str) -> Quote:
    """Set an author's text as words to say; paragraphs and the items of lists follow one another."""
    lines: list[Inline] = []
    for block in prose(text):
        match block:
            case Paragraph(runs=runs):
                lines.append(runs)
            case Listing(items=items):
                lines.extend(items)
            case Quote(paragraphs=paragraphs):
                lines.extend(paragraphs)
            case _:
                continue
    return Quote(paragraphs=tuple(lines))


def do_not_ask(guide: Guide) -> tuple[AnyBlock, ...]:
    """Make the card of what no question may touch: the kit's own lines, then those of the law."""
    items = (*(inline(item) for item in guide.do_not_ask), *(_topic(topic) for topic in guide.topics))
    return (Together(blocks=(Callout(title=tr("Do not ask about"), items=items),)),) if items else ()


def _topic(topic: ProtectedTopic) -> Inline:
    instead = (
        (Run(text=" " + tr("Instead: {other}", other=topic.alternative), emphasis=True),)
        if topic.alternative
        else ()
    )
    return (*inline(topic.card), *instead)
