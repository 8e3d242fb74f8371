"""How alike two names, companies or addresses are, and how a name sounds."""

import re
import unicodedata
from functools import lru_cache

from coach.core.spelling import distance

LEGAL_FORMS = frozenset(
    {
        *("ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg", "kgaa"),
        *("limited", "llc", "llp", "ltd", "mbh", "nv", "oy", "plc", "sa", "se", "srl", "ug"),
    }
)
"""Words of a company's name that say how it is owned and not which one it is."""

SPREAD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
SOUNDS = (
    (re.compile(r"^(?:kn|gn|pn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"sch|sh|tsch|ch(?=[aeiouy])"), "x"),
    (re.compile(r"ph|v|w(?=[aeiouy])"), "f"),
    (re.compile(r"gh(?![aeiouy])|(?<=[a-z])w|h(?![aeiouy])|(?<=[aeiouy])h"), ""),
    (re.compile(r"c(?=[eiy])|z|ß"), "s"),
    (re.compile(r"ck|c|q|x|g(?=s)"), "k"),
    (re.compile(r"dt|th|d"), "t"),
    (re.compile(r"(?<=.)[aeiouy]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What sounds the same is written the same, in this order, in English and German names alike.

It is in the manner of Metaphone (L. Philips, 1990) and much simpler: Meyer is Maier, Schmidt is Schmitt.
"""


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """Reduce a text to its words: no case, accents or punctuation; ä is ae, as many people type it."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(SPREAD)
    spread = unicodedata.normalize("NFD", plain)
    kept = (one if one.isalnum() else " " for one in spread if unicodedata.category(one) != "Mn")
    return tuple("".join(kept).split())


def company_words(text: str) -> tuple[str, ...]:
    """Reduce a company's name to its words without its legal form, unless there is nothing else."""
    found = words(text)
    return tuple(word for word in found if word not in LEGAL_FORMS) or found


@lru_cache(maxsize=65_536)
def sound(name: str) -> str:
    """Write a name as it sounds, for finding it however it is spelt; "" for one without a letter."""
    text = "".join(words(name))
    for pattern, sign in SOUNDS:
        text = pattern.sub(sign, text)
    return text


def likeness(one: str, other: str) -> int:
    """Say how alike two texts are in per cent: 100 are equal, 0 share nothing."""
    if one == other:
        return 100
    longest = max(len(one), len(other))
    return round(100 * (1 - distance(one, other) / longest)) if longest else 100
