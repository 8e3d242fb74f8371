"""Where sentences end: full stops of abbreviations, decimals and ordinals do not end one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .lexicon import Lexicon, lexicon, listed

STOP = re.compile(r"[.!?…]+[\"”“’»«)\]]*(?=\s|$)")
"""Signs that can end a sentence, with whatever closes after them; nothing in it can match in two ways."""

NEXT = re.compile(r"[\s\"„“”\u2018’«»(\[]*")
"""What stands between a full stop and the next word."""

WORD = re.compile(r"\w+")
NUMBER_BEFORE = re.compile(r"(?<![\w.,])\d{1,2}$")

INITIAL = re.compile(r"(?<!\w)[A-HJ-Z]\.$")
"""The initial of a name, as in *B. Achterberg*; I is left out, as it is a word as well."""

DETERMINERS = frozenset(listed("am im der die das den dem zum bis vom des ab seit"))
"""German words before an ordinal in digits, as in *das 3. Quartal*."""

REACH = 12
"""Characters before a full stop in which an abbreviation or an ordinal is looked for."""


def sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Find the sentences between two places of a text, as places without the blanks around."""
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _ends(text, stop, end, language):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, stop: re.Match[str], end: int, language: str) -> bool:
    """Whether the signs of a match end a sentence; ``end`` is where the stretch ends."""
    follows = NEXT.match(text, stop.end(), end)
    place = follows.end() if follows else stop.end()
    if place >= end or stop.group()[0] in "!?":
        return True
    return not text[place].islower() and not _is_inside(text, stop.start(), place, end, language)


def _is_inside(text: str, dot: int, place: int, end: int, language: str) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or an ordinal."""
    words = lexicon(language)
    before = text[max(0, dot - REACH) : dot + 1]
    if _closes(before, words.final_abbreviations):
        return not text[place].isupper()
    return (
        _closes(before, words.abbreviations)
        or INITIAL.search(before) is not None
        or (words.ordinals and _is_ordinal(text, dot, place, end, words))
    )


def _is_ordinal(text: str, dot: int, place: int, end: int, words: Lexicon) -> bool:
    """Whether a number with a full stop is one of a row, such as a day of a month."""
    number = NUMBER_BEFORE.search(text, max(0, dot - REACH), dot)
    if not number:
        return False
    follows = WORD.match(text, place, end)
    if follows and follows.group().casefold() in words.months:
        return True
    earlier = text[max(0, number.start() - REACH) : number.start()].split()
    return bool(earlier) and earlier[-1].casefold() in DETERMINERS


def _closes(before: str, abbreviations: tuple[str, ...]) -> bool:
    """Whether a text ends with one of the abbreviations as a whole word."""
    return _ending(abbreviations).search(before) is not None


@lru_cache(maxsize=8)
def _ending(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(abbreviations, key=len, reverse=True)
    either = "|".join(re.escape(one).replace(r"\ ", r"\s?") for one in longest_first)
    parts = {part + "." for one in abbreviations for part in one.rstrip(".").split(". ")[:-1]}
    inner = "|".join(re.escape(part) for part in sorted(parts))
    whole = f"{either}|{inner}" if inner else either
    return re.compile(rf"(?<![\w.])(?:{whole})$", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a stretch without blanks at its ends, if anything with a letter or digit is left."""
    stretch = text[start:end]
    if any(char.isalnum() for char in stretch):
        inner = stretch.strip()
        begin = start + len(stretch) - len(stretch.lstrip())
        yield begin, begin + len(inner)
