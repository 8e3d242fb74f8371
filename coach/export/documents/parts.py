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

FINGERPRINT_SHOWN = 12
"""How many characters of a fingerprint are printed: enough to tell any two guides apart by eye."""

OVERALL = ("strong no", "no", "yes", "strong yes")
"""The overall recommendation: four levels, no middle to hide in."""

NOT_ASSESSED = "not assessed"

BEFORE_DISCUSSION = "Rated before talking with anybody about the candidate"

CONFIDENTIAL = "Confidential: for the people named in this interview and for HR only"

APART = "   ·   "
UNKNOWN_DAY = "_" * 16


def footer(guide: Guide, record: str = "", delete_by: str = "") -> tuple[str, ...]:
    """Name the guide exactly and the record where it is known, and say how the paper is to be treated.

    ``delete_by`` is a day in words; while none is known, there is a line to write it on.
    """
    kit = f"Kit {guide.kit}, version {guide.rev}, {guide.fingerprint[:FINGERPRINT_SHOWN]}"
    return (
        f"{kit}{APART}Record {record}" if record else kit,
        f"Delete by: {delete_by or UNKNOWN_DAY}{APART}{CONFIDENTIAL}",
    )


def minutes(value: float) -> str:
    """Say a number of minutes: ``6 minutes``, ``1 minute``, ``2.5 minutes``."""
    return f"{value:g} minute" if value == 1 else f"{value:g} minutes"


def anchors(question: Question) -> Table:
    """Show what an answer at each level is like; levels without words lie between their neighbours."""
    rows = tuple(
        ((Run(text=str(level), strong=True),), _anchor(question, level))
        for level in range(HIGHEST, LOWEST - 1, -1)
    )
    return Table(columns=(Column(title="Level", share=1), Column(title="What you hear", share=10)), rows=rows)


def _anchor(question: Question, level: int) -> Inline:
    text = question.anchors.get(level)
    return inline(text) if text else (Run(text=f"between {level - 1} and {level + 1}", emphasis=True),)


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
    return (Together(blocks=(Callout(title="Do not ask about", items=items),)),) if items else ()


def _topic(topic: ProtectedTopic) -> Inline:
    instead = (Run(text=f" Instead: {topic.alternative}", emphasis=True),) if topic.alternative else ()
    return (*inline(topic.card), *instead)
