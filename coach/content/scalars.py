"""What a plain word of YAML stands for, after the core schema of YAML 1.2, a little stricter.

Only ``true`` and ``false`` are booleans and a leading zero makes a text (``010``), so that nothing
an author types as a word turns into something else.
"""

import re

from coach.content.document import Scalar

WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "false": False,
}
NUMBER_STARTS = frozenset("0123456789+-.")
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
MOST_DIGITS = 15
"""Whole numbers of up to 15 digits survive every program that keeps numbers as 64-bit floats."""


class NumberRefused(ValueError):  # noqa: N818 - reads as what happened
    """A number that would not survive: too long, infinite, or not a number."""


def resolve(word: str) -> Scalar:
    """Give the value of a plain word; raises :class:`NumberRefused`."""
    if word[:1] not in NUMBER_STARTS:
        return WORDS.get(word, word)
    if INTEGER.match(word):
        if len(word.lstrip("+-")) > MOST_DIGITS:
            raise NumberRefused
        return int(word)
    if BASED.match(word):
        number = int(word, 0)
        if number >= 10**MOST_DIGITS:
            raise NumberRefused
        return number
    if NOT_FINITE.match(word):
        raise NumberRefused
    if DECIMAL.match(word):
        return _decimal(word)
    return word


def _decimal(word: str) -> float:
    number = float(word)
    if abs(number) >= 10.0**MOST_DIGITS:
        raise NumberRefused
    return number
