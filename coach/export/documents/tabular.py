"""Tables of figures, as reports have them."""

from collections.abc import Iterable, Sequence

from coach.core.document import Column, Table, plain
from coach.locale import tr

MOST_NAMED = 10


def words_column(title: str, share: float = 3) -> Column:
    """Make a column of words; ``share`` is its width against the others."""
    return Column(title=title, share=share)


def figures(title: str, share: float = 1.5) -> Column:
    """Make a column of figures, which stand right."""
    return Column(title=title, align="right", share=share)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """Make a table of plain cells; every row has one for each column."""
    return Table(columns=tuple(columns), rows=tuple(tuple(plain(cell) for cell in row) for row in rows))


def named(names: Iterable[str]) -> str:
    """Name things with commas between them; of many the first, and how many more there are."""
    every = list(names)
    shown, more = every[:MOST_NAMED], len(every) - MOST_NAMED
    listed = ", ".join(shown)
    return tr("{listed} and {more} more", listed=listed, more=more) if more > 0 else listed
