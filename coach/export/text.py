"""Documents as plain text, 80 columns wide."""

from collections.abc import Iterator
from typing import assert_never

from coach.core.document import (
    AnyBlock,
    Bar,
    Callout,
    Choice,
    Choices,
    Document,
    Facts,
    Heading,
    Inline,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Together,
    Verbatim,
    WritingLines,
    flat,
)
from coach.export.columns import cells, list_mark, pad, wrap
from coach.export.marks import BAR, bar_signs, shade_sign
from coach.export.tree import Book

WIDTH = 80
INDENT = "    "
UNDERLINES = {1: "=", 2: "-", 3: "."}
GAP = "  "


def plain_text(book: Book) -> str:
    """Write documents as text; a blank line stands between blocks, and the footer after each document."""
    parts = [*(_contents(book) if book.bound else ())]
    for document in book.documents:
        parts += [_top(document), *_parts(document.blocks), _foot(document.footer)]
        if book.bound:
            parts.append("=" * WIDTH)
    return "\n\n".join(parts) + "\n"


def _top(titled: Book | Document) -> str:
    return _headline(titled.title, 1) + (f"\n{_filled(titled.subtitle)}" if titled.subtitle else "")


def _foot(footer: tuple[str, ...]) -> str:
    return "-" * WIDTH + "".join(f"\n{_filled(line)}" for line in footer)


def _contents(book: Book) -> tuple[str, ...]:
    """Name all documents, as there are no pages to point to."""
    last = len(str(len(book.documents)))
    entries = (
        _filled(document.title, f"{number:>{last}}. ", " " * (last + 2))
        for number, document in enumerate(book.documents, 1)
    )
    return _top(book), "\n".join(entries), _foot(book.footer), "=" * WIDTH


def _parts(blocks: tuple[AnyBlock, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _parts(block.blocks)
        else:
            yield _part(block)


def _part(block: AnyBlock) -> str:  # noqa: C901, PLR0911 - one way out for each block
    match block:
        case Heading(text=text, level=level):
            return _headline(text, level)
        case Paragraph(runs=runs):
            return _filled(flat(runs))
        case Listing():
            return _listing(block)
        case Quote(paragraphs=paragraphs):
            return "\n\n".join(_filled(flat(runs), "  | ", "  | ") for runs in paragraphs)
        case Facts(facts=facts):
            return "\n".join(_filled(f"{fact.term}: {fact.value or '_' * 24}", "", INDENT) for fact in facts)
        case Table():
            return _table(block)
        case Choices(label=label, choices=choices):
            return _filled(
                GAP.join([*([f"{label}:"] if label else []), *(_box(one) for one in choices)]), "", INDENT
            )
        case WritingLines(count=count, label=label):
            lines = ["_" * WIDTH] * count
            return "\n\n".join([f"{_filled(label)}\n\n{lines[0]}" if label else lines[0], *lines[1:]])
        case Verbatim(text=text, label=label):
            return (f"{_filled(label)}\n" if label else "") + _filled(text, INDENT, INDENT)
        case Callout(title=title, items=items):
            return "\n".join([f"! {_filled(title, '', '  ')}", *(_item("  - ", runs) for runs in items)])
        case Together(blocks=blocks):
            return "\n\n".join(_parts(blocks))
        case PageBreak():
            return "-" * WIDTH
    assert_never(block)


def _headline(text: str, level: int) -> str:
    lines = _filled(text)
    if level not in UNDERLINES:
        return lines
    longest = max(cells(line) for line in lines.split("\n"))
    return f"{lines}\n{UNDERLINES[level] * longest}"


def _filled(text: str, first: str = "", rest: str = "") -> str:
    """Break every line of a text at 80 columns, ``first`` and ``rest`` standing before the lines."""
    lines = [line for typed in text.split("\n") for line in wrap(typed, WIDTH - max(len(first), len(rest)))]
    return "\n".join((f"{rest if number else first}{line}").rstrip() for number, line in enumerate(lines))


def _listing(block: Listing) -> str:
    return "\n".join(
        _item(f"{list_mark(block.marker, number)} ", runs) for number, runs in enumerate(block.items)
    )


def _item(bullet: str, runs: Inline) -> str:
    return _filled(flat(runs), bullet, " " * len(bullet))


def _box(one: Choice) -> str:
    return f"[{'x' if one.ticked else ' '}] {one.label}"


def _table(block: Table) -> str:
    room = WIDTH - len(GAP) * (len(block.columns) - 1)
    rows = _told(block)
    titles = [column.title for column in block.columns]
    shares = [column.share for column in block.columns]
    widths = _widths([titles, *rows], _least(block, room), shares, room)
    none: tuple[Bar | None, ...] = (None,) * len(titles)

    def lines(row: list[str], bars: tuple[Bar | None, ...] = none) -> Iterator[str]:
        wrapped = [
            [
                *([line for typed in text.split("\n") for line in wrap(typed, width)] if text else ()),
                *((bar_signs(bar, min(width, BAR)),) if bar else ()),
            ]
            or ["_" * width if block.to_fill else ""]
            for text, bar, width in zip(row, bars, widths, strict=True)
        ]
        for number in range(max(map(len, wrapped))):
            parts = [
                pad(cell[number] if number < len(cell) else "", width, column.align)
                for cell, width, column in zip(wrapped, widths, block.columns, strict=True)
            ]
            yield GAP.join(parts).rstrip()

    rule = GAP.join("-" * width for width in widths)
    drawn = block.bars or (none,) * len(rows)
    body = (line for row, bars in zip(rows, drawn, strict=True) for line in lines(row, bars))
    return "\n".join([*lines(titles), rule, *body])


def _told(block: Table) -> list[list[str]]:
    """Give the texts of the cells, each with the sign of its shade."""
    texts = [[flat(cell) for cell in row] for row in block.rows]
    if not block.shades:
        return texts
    return [
        [text if shade is None else f"{text} {shade_sign(shade)}" for text, shade in zip(*row, strict=True)]
        for row in zip(texts, block.shades, strict=True)
    ]


def _least(block: Table, room: int) -> list[int]:
    """Say how wide each column is at least, for the sake of its bars or of what is to be written in it."""
    if block.to_fill:
        whole = sum(column.share for column in block.columns)
        return [int(room * column.share / whole) for column in block.columns]
    return [BAR if any(row[index] for row in block.bars) else 1 for index in range(len(block.columns))]


def _widths(rows: list[list[str]], least: list[int], shares: list[float], room: int) -> list[int]:
    """Give each column what it needs, or its share of the room that the modest ones leave."""
    needs = [
        max(least[index], *(max(cells(line) for line in row[index].split("\n")) for row in rows))
        for index in range(len(shares))
    ]
    wide = set(range(len(shares)))
    while True:
        total = sum(shares[index] for index in wide)
        modest = {index for index in wide if needs[index] <= room * shares[index] / total}
        if not modest:
            break
        room -= sum(needs[index] for index in modest)
        wide -= modest
    return [
        max(int(room * shares[index] / total), 1) if index in wide else need
        for index, need in enumerate(needs)
    ]
