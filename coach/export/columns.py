"""Text in columns of a fixed width, as a terminal or a typewriter counts them."""

from unicodedata import category, east_asian_width

WIDE = ("W", "F")
MARKS = ("Mn", "Me", "Cf")


def cells(text: str) -> int:
    """Count the columns a text takes: two for wide characters (Unicode Annex 11), none for marks."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if category(char) in MARKS:
        return 0
    return 2 if east_asian_width(char) in WIDE else 1


def wrap(line: str, width: int) -> list[str]:
    """Break a line at spaces so that no part is wider than ``width``; all else stays as typed.

    Spaces at a break are dropped, indentation stays, and a word that is too wide is cut. Tabs count
    and come out as four spaces.
    """
    line = line.replace("\t", "    ")
    parts: list[str] = []
    while cells(line) > width:
        cut = _fitting(line, width)
        space = line.rfind(" ", 0, cut + 1)
        if line[:space].strip() and space > 0:
            parts.append(line[:space].rstrip(" "))
            line = line[space:].lstrip(" ")
        else:
            parts.append(line[:cut])
            line = line[cut:]
    return [*parts, line]


def _fitting(line: str, width: int) -> int:
    """Count how many characters fit, one at least."""
    taken = 0
    for index, char in enumerate(line):
        taken += _cells(char)
        if taken > width:
            return max(index, 1)
    return len(line)


def pad(text: str, width: int, align: str) -> str:
    """Fill a text up to ``width`` columns with spaces."""
    spare = max(width - cells(text), 0)
    match align:
        case "right":
            return " " * spare + text
        case "centre":
            return " " * (spare // 2) + text + " " * (spare - spare // 2)
        case _:
            return text + " " * spare


def list_mark(marker: str, number: int) -> str:
    """Give what stands before a list's item, counted from 0: ``-``, ``1.`` or ``a.``, after z ``aa.``."""
    if marker == "bullet":
        return "-"
    if marker == "number":
        return f"{number + 1}."
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return f"{letters}."
