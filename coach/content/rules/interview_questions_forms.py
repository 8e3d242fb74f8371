"""Forms of question that spoil an answer, told from their words.

Every test errs on the side of silence: what cannot be told from the words alone passes. In languages
other than English and German nothing is looked for.
"""

import re
from functools import lru_cache
from itertools import pairwise

from coach.content.rules.interview_questions_words import (
    CLOSED,
    DEGREES,
    INVITES,
    JOINED,
    LEADS,
    OPEN,
    TEASERS,
)
from coach.core.bank import Question
from coach.core.phrases import Phrases
from coach.core.writing.sentences import sentences
from coach.core.writing.tokens import tokens

QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")
"""What somebody in the question says; its question marks are not the interviewer's."""

PARAGRAPHS = re.compile(r"\n\s*\n")


def leads(text: str, language: str) -> str:
    """Return the question that hands its answer over, empty if none does."""
    return next((asked for asked in _asked(text, language) if LEADS[language].search(asked)), "")


def is_double(text: str, language: str) -> bool:
    """Whether two questions are put at once; one in a paragraph of its own is a follow-up."""
    asked = _asked(PARAGRAPHS.split(text.strip(), 1)[0], language)
    joined = (one for one in asked if OPEN[language].match(one) and JOINED[language].search(one))
    return len(asked) > 1 or next(joined, None) is not None


def is_closed(text: str, language: str) -> bool:
    """Whether yes or no would do for an answer, and nothing in the text asks for more."""
    asked = _asked(text, language)
    if not asked or not CLOSED[language].match(asked[-1]) or INVITES[language].search(asked[-1]):
        return False
    others = [one for one in _said(text, language) if one != asked[-1]]
    return not any(OPEN[language].search(one) for one in others)


def teases(text: str, language: str) -> str:
    """Return the words of a riddle, empty if there is none."""
    hits = _teasers(language).find(text)
    return text[hits[0].start : hits[0].end] if hits else ""


def indistinct(question: Question) -> tuple[int, int] | None:
    """Find the first two neighbouring anchors that say the same but for how much or how well."""
    reduced = [(level, _substance(text)) for level, text in sorted(question.anchors.items())]
    same = ((low, high) for (low, below), (high, above) in pairwise(reduced) if below == above)
    return next(same, None)


def _substance(anchor: str) -> list[str]:
    """Give an anchor's words in one order, without those of degree."""
    return sorted(token.folded for token in tokens(anchor) if token.folded not in DEGREES)


def _asked(text: str, language: str) -> list[str]:
    """Give the questions of a text, those that somebody in it asks left out."""
    return [one for one in _said(text, language) if one.endswith("?")] if "?" in text else []


def _said(text: str, language: str) -> list[str]:
    """Give the sentences of a text in a known language, without what is quoted in them."""
    if language not in LEADS:
        return []
    bare = QUOTED.sub("…", text.replace("*", ""))
    lines = [" ".join(part.split()) for part in PARAGRAPHS.split(bare)]
    return [line[begin:end] for line in lines for begin, end in sentences(line, 0, len(line), language)]


@lru_cache
def _teasers(language: str) -> Phrases:
    return Phrases(TEASERS.get(language, ()))
