"""Notes on an answer: told in four parts (situation, task, action, result), and clear of protected topics.

A part is a line that begins with its letter, ``S``, ``T``, ``A`` or ``R``.
"""

import re
from collections.abc import Iterable, Sequence

from coach.core.country import ProtectedTopic
from coach.locale import mark, tr, trn

PARTS = {"S": mark("Situation"), "T": mark("Task"), "A": mark("Action"), "R": mark("Result")}
"""The four parts by the letter that stands at the beginning of their line."""

MARK = "  "
"""What stands between the letter and the words. It is more than one blank, because ``A`` is a word, too."""

TEMPLATE = "\n".join(f"{letter}{MARK}" for letter in PARTS)

PART = re.compile(rf"^[ \t]*([{''.join(PARTS)}])(?:{MARK}|:|\t|$)[ \t:]*(.*)$", re.MULTILINE)
"""A line of a part: the letter, then two blanks, a colon, a tab or nothing, then the words."""


def below(line: str) -> str:
    """Give what is to be put at the end of a line so that the template follows; nothing is overwritten."""
    return f"\n{TEMPLATE}" if line.strip() else TEMPLATE


def written(said: Iterable[str]) -> str:
    """Write answers, in the order of the parts, as lines of a note; an empty answer has no line."""
    words = zip(PARTS, said, strict=True)
    return "\n".join(f"{letter}{MARK}{text.strip()}" for letter, text in words if text.strip())


def has_evidence(note: str) -> bool:
    """Whether a note says anything beyond the letters of the parts."""
    return bool(PART.sub(r"\2", note).strip())


def lacks_result(note: str) -> bool:
    """Whether a note tells a story in parts and says nothing about how it ended.

    A note without such lines is free text and lacks nothing.
    """
    told: dict[str, bool] = {}
    for letter, words in PART.findall(note):
        told[letter] = told.get(letter, False) or bool(words.strip())
    return bool(told) and not told.get("R", False)


def topics_in(note: str, topics: Sequence[ProtectedTopic], language: str) -> tuple[ProtectedTopic, ...]:
    """Give the protected topics that a note touches, each once, in the order of the note."""
    from coach.core.topics import touched

    return tuple({touch.topic.id: touch.topic for touch in touched(note, topics, language)}.values())


def caution(topics: Sequence[ProtectedTopic]) -> str:
    """Say which topics a note touches and what to do about it; empty where there are none."""
    if not topics:
        return ""
    return trn(
        "The note touches {names}: do not follow it up and leave it out.",
        "The note touches {names}: do not follow them up and leave them out.",
        len(topics),
        names=tr(" and ").join(tr("“{title}”", title=topic.title) for topic in topics),
    )
