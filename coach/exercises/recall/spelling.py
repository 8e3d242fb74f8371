"""When two short texts say the same."""

import re
import unicodedata

ARTICLES = frozenset({"a", "an", "the", "der", "die", "das", "ein", "eine"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})  # casefolding turns ß into ss by itself
VANISHING = re.compile(r"['\u2018\u2019]|(?<=[^\W\d_])\.")
"""Apostrophes, and points after a letter: "U.S." and "US" are one; "2.5" and "25" are not."""


def folded(text: str) -> str:
    """Reduce a text to what counts: no case, accents, punctuation, leading article or extra spaces.

    German umlauts become ae, oe, ue and ss, so that both spellings are one. Compatibility forms are
    made plain first (Unicode NFKC).
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(UMLAUTS)
    spread = unicodedata.normalize("NFD", VANISHING.sub("", plain))
    words = "".join(map(_kept, spread)).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def _kept(character: str) -> str:
    """Give the character, a space for punctuation, and nothing for a mark upon a letter."""
    category = unicodedata.category(character)
    if category == "Mn":
        return ""
    return " " if category[0] in "PZC" else character
