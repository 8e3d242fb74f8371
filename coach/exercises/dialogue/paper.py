"""A conversation on paper: a role-play for two, without what the program would say."""

from coach.core.document import (
    AnyBlock,
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    Together,
    WritingLines,
    plain,
)
from coach.core.exercise import Context
from coach.core.prose import prose
from coach.locale import tr

from . import words
from .grading import played
from .spec import Response, Spec

LEVEL = 4
"""Of the headings: below those of the sheet around."""


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print a role-play: the situation, what it is judged by, and a part for the partner to fold away."""
    return (*prose(spec.prompt), *_own(spec), *_partner(spec, context), *_after(spec))


def _own(spec: Spec) -> tuple[AnyBlock, ...]:
    persona = spec.persona
    known = Facts(facts=(Fact(term=tr("You talk to"), value=words.who(spec)),), columns=1)
    columns = (
        Column(title=tr("Goal"), share=3),
        Column(title=tr("Why"), share=5),
        Column(title=tr("At most"), align="right"),
        Column(title=tr("Points")),
    )
    rows = tuple(
        (plain(one.title), plain(one.why), plain(str(one.cap)), plain("")) for one in spec.objectives
    )
    return (
        known,
        Paragraph(runs=plain(persona.about)),
        Table(columns=columns, rows=rows),
        Paragraph(runs=plain(words.rules(spec)), tone="small"),
    )


def _partner(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Tell the partner whom to play, how to begin and what to know."""
    persona, opening = spec.persona, played(spec, Response(), context).opening
    how = tr(
        "Begin with trust {trust} of {highest} and patience {patience}, and say every change aloud: a good "
        "question adds trust, a speech costs patience. At patience 0 you end the talk.",
        trust=persona.start.trust,
        highest=words.HIGHEST_TRUST,
        patience=persona.start.patience,
    )
    blocks: list[AnyBlock] = [
        Heading(text=tr("For the partner only: fold here"), level=LEVEL),
        Paragraph(
            runs=(*plain(tr("You are") + " "), Run(text=words.who(spec), strong=True), *plain(f". {how}"))
        ),
    ]
    if opening.lines:
        blocks.append(Quote(paragraphs=tuple(plain(line) for line in opening.lines)))
    facts = [*spec.facts, *(fact for scene in spec.scenes for fact in scene.facts)]
    if facts:
        items = tuple(plain(fact.text) for fact in facts)
        blocks.append(Callout(title=tr("What you know, and tell only if you are asked for it"), items=items))
    return tuple(blocks)


def _after(spec: Spec) -> tuple[AnyBlock, ...]:
    titles = tuple(plain(ending.title) for ending in spec.endings)
    return (
        Together(
            blocks=(
                Heading(text=tr("Afterwards, together"), level=LEVEL),
                Paragraph(runs=plain(tr("How did it end? Mark one, and give the points above."))),
                Listing(items=titles, marker="letter"),
                WritingLines(count=3, label=tr("The sentence that cost most, and what to say instead")),
            )
        ),
    )
