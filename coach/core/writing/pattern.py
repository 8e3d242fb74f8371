"""The small language in which authors name words, and a matcher whose time is linear in the text.

A pattern is words as they follow one another in one sentence; case and punctuation do not count::

    touch base          these words
    leverag*            a word that begins so; *wise ends so, *syn* holds it
    (reach|get) out     one of several words
    very? soon          a word that may be missing
    # days              any number in digits
    _                   any one word
    just ... wanted     up to three words of any kind between

No regular expression is made of it. A pattern is a row of at most :data:`LONGEST` elements, each of which
takes one word; without repetition a match is never longer than that row, and all ways to match are
followed at once. So the work at each place of a text is bounded by a constant, whatever the pattern.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coach.locale import tr

from .tokens import Token, TokenKind, tidied, tokens

if TYPE_CHECKING:
    from .text import Sentence, Writing

LONGEST = 24
"""Elements in a pattern; ``...`` counts as three."""

GAP = 3
"""How many words ``...`` stands for at most."""


class PatternFault(ValueError):  # noqa: N818 - reads as what is wrong with the pattern
    """A pattern that cannot be read; the message ends a sentence that names the pattern."""


@dataclass(frozen=True, slots=True)
class Element:
    """What one word must be; any of the fields may fit."""

    words: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    number: bool = False
    anything: bool = False
    optional: bool = False

    def takes(self, kind: TokenKind, word: str) -> bool:
        """Whether a word or sign fits."""
        return (
            word in self.words
            or (self.number and kind is TokenKind.NUMBER)
            or (self.anything and kind is not TokenKind.SIGN)
            or word.startswith(self.begins)
            or word.endswith(self.ends)
            or any(part in word for part in self.holds)
        )

    def candidates(self, writing: "Writing") -> Iterator[str]:
        """Give the folded words by which it may be found in a text, capital letters aside."""
        yield from (word.casefold() for word in self.words)
        if self.begins or self.ends or self.holds:
            begins, ends, holds = (
                tuple(part.casefold() for part in parts) for parts in (self.begins, self.ends, self.holds)
            )
            for word in writing.places:
                if word.startswith(begins) or word.endswith(ends) or any(part in word for part in holds):
                    yield word


@dataclass(frozen=True, slots=True)
class Pattern:
    """Elements in a row, and whether capital letters matter."""

    elements: tuple[Element, ...]
    exact: bool

    def find(self, writing: "Writing", sentences: "Sequence[Sentence]") -> Iterator[tuple[int, int]]:
        """Find where it matches within the sentences, as (first token, last token + 1), none overlapping."""
        starts = self._starts(writing)
        for sentence in sentences if starts else ():
            reached = sentence.first
            begin, stop = (bisect_left(starts, place) for place in (sentence.first, sentence.last))
            for start in starts[begin:stop]:
                end = self._end(writing.tokens, start, sentence.last) if start >= reached else None
                if end is not None:
                    yield start, end
                    reached = end

    def _starts(self, writing: "Writing") -> Sequence[int]:
        """Say at which tokens a match may begin, in order; looks at each different word of the text once."""
        first = [self.elements[0]]
        for element in self.elements[1:]:
            if not first[-1].optional:
                break
            first.append(element)
        if any(element.anything for element in first):
            return range(len(writing.tokens))
        found: set[int] = set()
        for element in first:
            for word in element.candidates(writing):
                found.update(writing.places.get(word, ()))
            if element.number:
                found.update(writing.numbers)
        return sorted(found)

    def _end(self, row: Sequence[Token], start: int, stop: int) -> int | None:
        """Return where the longest match from ``start`` ends."""
        states = self._with_skipped({0})
        best = None
        for place in range(start, stop):
            token = row[place]
            word = token.text if self.exact else token.folded
            states = self._with_skipped(
                {
                    state + 1
                    for state in states
                    if state < len(self.elements) and self.elements[state].takes(token.kind, word)
                }
            )
            if not states:
                break
            if len(self.elements) in states:
                best = place + 1
        return best

    def _with_skipped(self, states: set[int]) -> set[int]:
        """Add the states that are reached by leaving out what may be missing."""
        reached = set(states)
        for state in states:
            while state < len(self.elements) and self.elements[state].optional:
                state += 1  # noqa: PLW2901 - walks on from where it stands
                reached.add(state)
        return reached


@lru_cache(maxsize=4096)
def parse(source: str, *, exact: bool = False) -> Pattern:
    """Read a pattern; raises :class:`PatternFault`. With ``exact`` capital letters matter."""
    elements = [element for item in source.split() for element in _elements(item, exact=exact)]
    if not elements:
        raise PatternFault(tr("holds no word"))
    if all(element.optional for element in elements):
        raise PatternFault(tr("may be missing as a whole, so it says nothing"))
    if len(elements) > LONGEST:
        raise PatternFault(tr("is longer than {longest} words", longest=LONGEST))
    return Pattern(tuple(elements), exact)


def _elements(item: str, *, exact: bool) -> Iterator[Element]:
    """Read what stands between two spaces."""
    if item == "...":
        yield from [Element(anything=True, optional=True)] * GAP
        return
    optional = item.endswith("?")
    bare = item.removesuffix("?")
    if bare.startswith("(") or bare.endswith(")"):
        yield _element(_alternatives(bare), optional=optional, exact=exact)
        return
    parts = [bare] if bare in {"#", "_"} or "*" in bare else [token.text for token in tokens(bare)]
    if optional and len(parts) > 1:
        raise PatternFault(
            tr("has {item!r}, which is more than one word; put spaces where words part", item=item)
        )
    if not parts or _strange(bare):
        raise PatternFault(
            tr("has {item!r}, which is no word; use letters, digits, * # _ ( | ) ? and ...", item=item)
        )
    for part in parts:
        yield _element([part], optional=optional, exact=exact)


def _alternatives(bare: str) -> list[str]:
    inside = bare.removeprefix("(").removesuffix(")")
    words = inside.split("|")
    if len(inside) != len(bare) - 2 or not all(words) or any(sign in inside for sign in "()"):
        raise PatternFault(
            tr("has brackets that do not close; write single words in them, such as (reach|get)")
        )
    for word in words:
        if word != "#" and "*" not in word and len(list(tokens(word))) != 1:
            raise PatternFault(
                tr("has {item!r} in brackets, which is not one word; write a pattern of its own", item=word)
            )
    return words


def _strange(bare: str) -> bool:
    """Whether something stands there that a text's words never hold."""
    rest = bare.replace("*", "").strip("#_")
    covered = sum(token.end - token.start for token in tokens(rest))
    return covered != len(rest) and bare not in {"#", "_"}


def _element(words: list[str], *, optional: bool, exact: bool) -> Element:
    """Sort the words by where their star stands."""
    whole: set[str] = set()
    begins, ends, holds = [], [], []
    for raw in words:
        word = tidied(raw) if exact else tidied(raw).casefold()
        core = word.strip("*")
        if word in {"#", "_"}:
            continue
        if not core or "*" in core:
            raise PatternFault(
                tr("has {item!r}; a star stands at the beginning or the end of a word", item=raw)
            )
        match (word.startswith("*"), word.endswith("*")):
            case (True, True):
                holds.append(core)
            case (True, False):
                ends.append(core)
            case (False, True):
                begins.append(core)
            case _:
                whole.add(core)
    return Element(
        words=frozenset(whole),
        begins=tuple(begins),
        ends=tuple(ends),
        holds=tuple(holds),
        number="#" in words,
        anything="_" in words,
        optional=optional,
    )
