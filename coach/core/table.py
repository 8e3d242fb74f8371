"""Tables as CSV text (RFC 4180) that a spreadsheet can open without running anything."""

import csv
from collections.abc import Iterable

GUARD = "'"
FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets may take for the beginning of a formula; the last four are full-width forms."""

RISKY = (*FORMULAS, "\t", "\r", "\n", GUARD)
"""What a cell must not begin with. The guard itself is guarded, so that taking one away is always right."""


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula."""
    return GUARD + text if text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """Take the apostrophe of :func:`guarded` away; one that guards nothing stays."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(RISKY) else text


class _Lines(list[str]):
    """Collects what a CSV writer writes."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line)


def table(rows: Iterable[Iterable[str]]) -> str:
    """Write rows of cells as CSV with every cell quoted; the cells are written as they are."""
    lines = _Lines()
    csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return "".join(lines)
