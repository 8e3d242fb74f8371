"""Checks that several rules make: competencies that exist, sources that are fresh, prose that shows."""

import re
from collections.abc import Iterable, Iterator

from coach.content.document import Document
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import OLD, Surroundings
from coach.core.curriculum import Source
from coach.core.finding import Path
from coach.locale import day, mark, tr

UNSUPPORTED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (mark("a heading"), re.compile(r"^ {0,3}#{1,6} ", re.MULTILINE)),
    (mark("a link"), re.compile(r"\[[^\]\n]+\]\([^)\n]*\)")),
    (mark("a table"), re.compile(r"^ *\|.*\| *$", re.MULTILINE)),
    (mark("an HTML tag"), re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>\n]*)?/?>")),
    (mark("a code block"), re.compile(r"^ {0,3}```", re.MULTILINE)),
)


def unknown_competency(document: Document, path: Path, name: str, around: Surroundings) -> Iterator[Problem]:
    """Tell of a competency id that ``competencies.yaml`` does not have."""
    if name not in around.competencies:
        text = tr(
            "there is no competency {name}, so nothing learnt or rated here would count; {guess}",
            name=quoted(name),
            guess=did_you_mean(name, around.competencies),
        )
        yield document.problem("C206", path, text)


def old_sources(
    document: Document, path: Path, sources: Iterable[Source], around: Surroundings
) -> Iterator[Problem]:
    """Tell of sources that nobody looked up for a year; ``path`` leads to their list."""
    for index, source in enumerate(sources):
        if around.today - source.as_of > OLD:
            text = tr(
                "this source was last looked up on {as_of}, more than a year ago, and facts age; look it "
                "up again and correct as_of",
                as_of=day(source.as_of),
            )
            yield document.problem("C209", (*path, index, "as_of"), text, warning=True)


def unsupported_markup(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Tell of markup in prose that would be shown as typed."""
    for name, pattern in UNSUPPORTED:
        if pattern.search(text):
            words = tr(
                "this looks like {name}, which prose does not know, so its signs would be shown as "
                "typed; use paragraphs, '- ' or '1. ' lists, '> ' quotes, **strong** and *emphasis*",
                name=tr(name),
            )
            yield document.problem("C208", path, words, warning=True)


def minutes(number: float) -> str:
    """Write a number of minutes without needless decimals."""
    return tr("{number:g} min", number=number)
