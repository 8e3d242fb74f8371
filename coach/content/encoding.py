"""From bytes to text: UTF-8 only, and no character that hides what a file says."""

import re
from bisect import bisect_right
from collections.abc import Iterator

BAD_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, except tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # they turn the reading direction around
    "\u2028\u2029\ufeff\ufffe\uffff]"  # line ends, marks and non-characters nobody sees
)
CARRIAGE_RETURN = "\r"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class NotUtf8(ValueError):  # noqa: N818 - reads as what happened
    """The bytes are not UTF-8; ``line`` and ``column`` count from 0."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__("not UTF-8")
        self.line, self.column = line, column


def decode(data: bytes) -> str:
    """Decode UTF-8, with or without a byte order mark; raises :class:`NotUtf8`."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line_start = before.rfind("\n") + 1
        raise NotUtf8(before.count("\n"), len(before) - line_start) from None


def bad_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Find each refused character as line and column, from 0, and its name as ``U+202E``."""
    found = list(BAD_CHARACTER.finditer(text))
    if not found:
        return
    starts = [0, *(end.end() for end in re.finditer(r"\r\n|\n|\r", text))]
    for match in found:
        line = bisect_right(starts, match.start()) - 1
        yield line, match.start() - starts[line], named(match.group())


def named(character: str) -> str:
    """Name a character by its code point."""
    return f"U+{ord(character):04X}"
