"""Checks that several rules make: competencies that exist, sources that are fresh, prose that shows."""

import re
from collections.abc import Iterable, Iterator

from coach.content.document import Document
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import OLD, Surroundings
from coach.core.curriculum import Source
from coach.core.finding import Path

UNSUPPORTED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a heading", re.compile(r"^ {0,3}#{1,6} ", re.MULTILINE)),
    ("a link", re.compile(r"\[[^\]\n]+\]\([^)\n]*\)")),
    ("a table", re.compile(r"^ *\|.*\| *$", re.MULTILINE)),
    ("an HTML tag", re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>\n]*)?/?>")),
    ("a code block", re.compile(r"^ {0,3}```", re.MULTILINE)),
)


def unknown_competency(document: Document, path: Path, name: str, around: Surroundings) -> Iterator[Problem]:
    """Tell of a competency id that ``competencies.yaml`` does not have."""
    if name not in around.competencies:
        text = (
            f"there is no competency {quoted(name)}, so nothing learnt or rated here would count; "
            f"{did_you_mean(name, around.competencies)}"
        )
        yield document.problem("C206", path, text)


def old_sources(
    document: Document, path: Path, sources: Iterable[Source], around: Surroundings
) -> Iterator[Problem]:
    """Tell of sources that nobody looked up for a year; ``path`` leads to their list."""
    for index, source in enumerate(sources):
        if around.today - source.as_of > OLD:
            text = (
                f"this source was last looked up on {source.as_of}, more than a year ago, and facts age; "
                "look it up again and correct as_of"
            )
            yield document.problem("C209", (*path, index, "as_of"), text, warning=True)


def unsupported_markup(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Tell of markup in prose that would be shown as typed."""
    for name, pattern in UNSUPPORTED:
        if pattern.search(text):
            words = (
                f"this looks like {name}, which prose does not know, so its signs would be shown as typed; "
                "use paragraphs, '- ' or '1. ' lists, '> ' quotes, **strong** and *emphasis*"
            )
            yield document.problem("C208", path, words, warning=True)


def minutes(number: float) -> str:
    """Write a number of minutes without needless decimals."""
    return f"{number:g} min"
