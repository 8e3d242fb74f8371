"""When two short texts say the same, and how far apart their spellings are."""

import re
import unicodedata

ARTICLES = frozenset({"a", "an", "the", "der", "die", "das", "ein", "eine"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})  # casefolding turns ß into ss by itself
VANISHING = re.compile(r"['\u2018\u2019]|(?<=[^\W\d_])\.")
"""Apostrophes, and points after a letter: "U.S." and "US" are one; "2.5" and "25" are not."""

LETTERS_FOR_SLIPS = (5, 10)
"""One slip is forgiven from five letters on, a second from ten; in less, it makes another word."""


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


def forgiven(text: str) -> int:
    """Give the number of slips that are forgiven in a text of this length."""
    letters = sum(character.isalpha() for character in text)
    return sum(letters >= enough for enough in LETTERS_FOR_SLIPS)


def slips_between(said: str, meant: str) -> int | None:
    """Count the slips by which one folded text misses another; ``None`` if they are too many.

    Digits are never a matter of spelling: rule 3220 is not rule 3221.
    """
    allowed = forgiven(meant)
    digits = [[character for character in text if character.isdigit()] for text in (said, meant)]
    if abs(len(said) - len(meant)) > allowed or digits[0] != digits[1]:
        return None
    distance = edits(said, meant)
    return distance if distance <= allowed else None


def edits(first: str, second: str) -> int:
    """Count the letters to add, drop, change or swap with a neighbour to get from one to the other.

    This is the Damerau-Levenshtein distance in its restricted form (optimal string alignment): no
    stretch is edited twice.
    """
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, current
    return above[-1]
