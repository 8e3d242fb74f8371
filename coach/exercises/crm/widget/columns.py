"""The columns of a table: how wide each of them is, and a row's texts put into them."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from textual.content import Content

from coach.core.text import visible
from coach.surface.lit import line, lit

GAP = 2
"""Spaces between columns."""
NARROWEST = 14
"""Room that a column of texts needs at least."""

Cell: TypeAlias = str | Content
"""What stands in a row's column; where texts are cut off, they are plain."""


class Column(NamedTuple):
    """How a column is headed; a ``width`` of 0 takes its share of what is left over.

    What is ``spare`` is left out first where there is no room for all.
    """

    title: str
    width: int = 0
    right: bool = False
    spare: bool = False


def widths_of(columns: tuple[Column, ...], needs: tuple[int, ...], room: int) -> list[int]:
    """Share the room out by what the columns' texts need; 0 is a column that is left out."""
    kept = dict(enumerate(columns))
    first_to_go = list(range(len(columns) - 1, 0, -1))
    first_to_go.sort(key=lambda place: not columns[place].spare)
    for place in first_to_go:
        if sum((one.width or NARROWEST) + GAP for one in kept.values()) - GAP <= room:
            break
        del kept[place]
    spare = room - sum(one.width + GAP for one in kept.values()) + GAP
    shares = _shares({place: needs[place] for place, one in kept.items() if not one.width}, spare)
    return [kept[place].width or shares[place] if place in kept else 0 for place in range(len(columns))]


def _shares(needs: dict[int, int], room: int) -> dict[int, int]:
    """Give who needs less than an equal share what it needs, and the others equal shares of the rest."""
    shares: dict[int, int] = {}
    waiting = sorted(needs, key=lambda place: needs[place])
    for done, place in enumerate(waiting):
        fair = max(1, room // (len(waiting) - done))
        shares[place] = fair if done == len(waiting) - 1 else min(needs[place], fair)
        room -= shares[place]
    return shares


def cells_in(cell: Cell) -> int:
    """Say how many columns of the terminal a text takes in one line."""
    if isinstance(cell, Content):
        return cell.cell_length
    return len(cell) if cell.isascii() and cell.isprintable() else lit(cell).cell_length


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Make a text exactly so wide: fill it up with blanks, or cut it off with a sign that it goes on."""
    text = visible(text).replace("\n", " ").replace("\t", " ")
    if (spare := width - cells_in(text)) < 0:
        text = lit(text).truncate(width, ellipsis=True).plain
        spare = width - cells_in(text)
    return " " * spare + text if right else text + " " * spare


def cut(pointer: str, cells: Sequence[Cell], columns: tuple[Column, ...], widths: list[int]) -> Content:
    """Put a row's texts into one line; what is too long is cut off."""
    texts = [
        fitted(str(cell), width, right=column.right)
        for cell, column, width in zip(cells, columns, widths, strict=True)
        if width
    ]
    return lit(pointer.ljust(GAP) + (" " * GAP).join(texts))


def wrapped(
    pointer: str, cells: Sequence[Cell], columns: tuple[Column, ...], widths: list[int]
) -> list[Content]:
    """Put a row's texts into as many lines as the longest of them needs; the pointer stands on the first."""
    texts = [_broken(line(cell), width) for cell, width in zip(cells, widths, strict=True)]
    count = max(1, *(len(lines) for lines in texts))
    return [_line("" if at else pointer, texts, at, columns, widths) for at in range(count)]


def _broken(text: Content, width: int) -> list[Content]:
    """Break a text into lines; one that has room as it is, as most do, is not looked at any closer."""
    if text.cell_length <= width and "\n" not in text.plain:
        return [text]
    return text.wrap(width) if width else []


def _line(
    pointer: str, texts: list[list[Content]], at: int, columns: tuple[Column, ...], widths: list[int]
) -> Content:
    """Put the lines ``at`` this place side by side; a text that has none there leaves its column blank."""
    parts = []
    for lines, column, width in zip(texts, columns, widths, strict=True):
        if width:
            text = lines[at] if at < len(lines) else Content("")
            spare = width - text.cell_length
            parts.append(text.pad_left(spare) if column.right else text.pad_right(spare))
    return Content("").join([lit(pointer.ljust(GAP)), Content(" " * GAP).join(parts)])
