"""What applying a rule gives, and what all rules need to look at a text."""

from collections.abc import Iterable, Sequence

from coach.core.outcome import Span
from coach.core.record import Record
from coach.locale import tr, trn

from .notice import Row
from .rules import Scope
from .text import Part, Sentence, Writing


class Hit(Record):
    """Something to mend; ``span`` is its place, or ``None`` if it is not there at all."""

    span: Span | None = None
    says: str = ""
    """What is the matter here, as a sentence, if the place alone does not show it."""


class Judgement(Record):
    """A rule applied to a text: kept or not, what to mend, and a place that shows that it is kept."""

    kept: bool
    hits: tuple[Hit, ...] = ()
    shown: Span | None = None

    @property
    def evidence(self) -> Span | None:
        """The place that says most: the first to mend, or the one that shows that the rule is kept."""
        return next((hit.span for hit in self.hits if hit.span), None) if not self.kept else self.shown


KEPT = Judgement(kept=True)


def missed(says: str, span: Span | None = None) -> Judgement:
    """Judge a rule as not kept for one reason."""
    return Judgement(kept=False, hits=(Hit(span=span, says=says),))


def shown(writing: Writing, row: Row) -> Judgement:
    """Judge a rule as kept, and say where that can be seen."""
    return Judgement(kept=True, shown=writing.span(*row))


def at_most(hits: Iterable[Hit], count: int) -> Judgement:
    """Judge a rule as kept if there are no more hits than this; then they are not told."""
    found = tuple(hits)
    return Judgement(kept=False, hits=found) if len(found) > count else KEPT


def scoped(writing: Writing, scope: Scope) -> Sequence[Sentence]:
    """Give the sentences in which a rule looks."""
    match scope:
        case Scope.TEXT:
            return writing.sentences
        case Scope.BODY:
            return writing.body
        case Scope.SUBJECT:
            return writing.of(Part.SUBJECT)
        case Scope.FIRST_SENTENCE:
            return writing.body[:1]
        case Scope.LAST_SENTENCE:
            return writing.body[-1:]


def counted(number: int, unit: str) -> str:
    """Write a number with its unit (see :class:`.rules.Occurrence`): ``1 word``, ``2 words``."""
    match unit:
        case "word":
            return trn("{n} word", "{n} words", number)
        case "sentence":
            return trn("{n} sentence", "{n} sentences", number)
        case "paragraph":
            return trn("{n} paragraph", "{n} paragraphs", number)
        case _:
            return trn("{n} character", "{n} characters", number)


def too_many(number: int, unit: str, most: int) -> str:
    """Say that there is too much of something."""
    return tr("{count}; at most {most}.", count=counted(number, unit), most=most)


def too_few(number: int, unit: str, fewest: int) -> str:
    """Say that there is too little of something."""
    return tr("{count}; at least {fewest}.", count=counted(number, unit), fewest=fewest)
