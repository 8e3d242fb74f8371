"""Numbers as people write them, in English and in German."""

import re
from decimal import Decimal
from typing import NamedTuple

from coach.locale import language

LARGEST = 1e15
"""Up to this size a float holds every whole number and its half exactly."""

LIKE_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u2212\u2012\u2013", "-"),  # minus sign, figure dash, en dash
        **dict.fromkeys("\u00a0\u2009\u202f", " "),  # spaces that do not break or are thin
        "\u2019": "'",
    }
)
SWAPPED = str.maketrans(",.", ".,")

DIGITS = re.compile(r"[.,]?[0-9](?:[0-9.,' ]*[0-9])?")
SIGNED = re.compile(r"([-+]?)\s*(.*?)\s*([-+]?)")
PLAIN = re.compile(r"[0-9]*(?:\.[0-9]+)?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}([,' ])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?")


class Written(NamedTuple):
    """A line taken apart: its first number (empty if there is none) and the words around it."""

    number: str
    negative: bool
    words: tuple[str, ...]


def take_apart(line: str) -> Written:
    """Find the number in a line; its sign may stand right before it or before a currency."""
    text = line.translate(LIKE_ASCII)
    found = DIGITS.search(text)
    if not found:
        return Written(number="", negative=False, words=tuple(text.split()))
    signed = SIGNED.fullmatch(text[: found.start()].strip())
    first, before, second = signed.groups() if signed else ("", "", "")
    words = [*before.split(), *text[found.end() :].split()]
    if first and second:
        words.append(second)
    bare = (word.strip(".,;:!") for word in words)
    return Written(number=found[0], negative="-" in (first, second), words=tuple(filter(None, bare)))


def typed(number: str, content: str) -> float | None:
    """Read digits that were typed where content in this language is asked about.

    Where the program speaks German and the content does not, both ways to set thousands apart are about:
    ``12,000`` and ``12.000`` are twelve thousand then.
    """
    spoken = written_in(content)
    if spoken != content and not GROUPED.fullmatch(number.translate(SWAPPED)) and GROUPED.fullmatch(number):
        return parse(number, content)
    return parse(number, spoken)


def written_in(content: str) -> str:
    """Say in the way of which language numbers are typed and shown, given that of the content.

    German is, as soon as either the program or the content speaks it.
    """
    return "de" if language() == "de" else content


def parse(number: str, language: str) -> float | None:
    """Read digits with separators, or give ``None`` if they make no number.

    German has a decimal comma, every other language a decimal point; thousands may be set apart by
    the other sign, an apostrophe or a space. What makes no number by the language's own rule is read
    by the other's: ``3,5`` cannot be anything but three and a half.
    """
    readings = [number, number.translate(SWAPPED)]
    if language == "de":
        readings.reverse()
    for reading in readings:
        if PLAIN.fullmatch(reading) or GROUPED.fullmatch(reading):
            return float(re.sub("[,' ]", "", reading))
    return None


def shown(value: float, language: str) -> str:
    """Write a number with thousands set apart and no more decimals than it has."""
    text = format(Decimal(repr(value)), ",f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(SWAPPED) if language == "de" else text
