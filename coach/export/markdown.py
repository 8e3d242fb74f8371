"""Documents as Markdown (CommonMark with tables and task lists), in which what people wrote stays text."""

import re
from collections.abc import Iterator
from typing import assert_never
from unicodedata import category

from coach.core.document import (
    AnyBlock,
    Bar,
    Callout,
    Choices,
    Facts,
    Heading,
    Inline,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Together,
    Verbatim,
    WritingLines,
    flat,
    plain,
)
from coach.export.columns import list_mark
from coach.export.marks import BAR, bar_signs, shade_sign
from coach.export.tree import Book

ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~$#]|(?<=[A-Za-z]):(?=/)|(?<=[Ww]{3})\.")
"""What could begin markup, HTML, a formula or a link, wherever it stands."""

AT_START = re.compile(r"^(?:[+=-]|\d{1,9}[.)])")
"""What could begin a list or a rule at the start of a line."""

BLANK = "…" * 12
RULE = "___"
ALIGNED = {"left": ":---", "right": "---:", "centre": ":---:"}


def markdown(book: Book) -> str:
    """Write documents as Markdown; a blank line stands between blocks, and the footer after each."""
    depth = int(book.bound)
    parts = _contents(book) if book.bound else []
    for document in book.documents:
        parts += [
            f"{'#' * (1 + depth)} {_one_line(plain(document.title))}",
            *([_lines(plain(document.subtitle))] if document.subtitle else []),
            *_parts(document.blocks, depth),
            RULE,
            _foot(document.footer),
        ]
    return "\n\n".join(part for part in parts if part).rstrip("\n") + "\n"


def _contents(book: Book) -> list[str]:
    """Name all documents, as there are no pages to point to."""
    entries = (
        f"{number}. {_one_line(plain(document.title))}" for number, document in enumerate(book.documents, 1)
    )
    return [
        f"# {_one_line(plain(book.title))}",
        _lines(plain(book.subtitle)),
        "\n".join(entries),
        RULE,
        _foot(book.footer),
    ]


def _foot(footer: tuple[str, ...]) -> str:
    return "\\\n".join(_one_line(plain(line)) for line in footer)


def escaped(text: str) -> str:
    """Put a backslash before all that Markdown could take for markup inside a line."""
    return ANYWHERE.sub(r"\\\g<0>", text)


def _parts(blocks: tuple[AnyBlock, ...], depth: int) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _parts(block.blocks, depth)
        else:
            yield _part(block, depth)


def _part(block: AnyBlock, depth: int) -> str:  # noqa: C901, PLR0911 - one way out for each block
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + depth)} {_one_line(plain(text))}"
        case Paragraph(runs=runs):
            return _lines(runs)
        case Listing():
            return _listing(block)
        case Quote(paragraphs=paragraphs):
            return "\n>\n".join(_before("> ", "> ", _lines(runs)) for runs in paragraphs)
        case Facts(facts=facts):
            return "\n".join(
                _before(
                    "* ", "  ", f"**{_one_line(plain(fact.term))}:** {_lines(plain(fact.value)) or BLANK}"
                )
                for fact in facts
            )
        case Table():
            return _table(block)
        case Choices(label=label, choices=choices):
            boxes = (
                _before(f"+ [{'x' if one.ticked else ' '}] ", "  ", _lines(plain(one.label)))
                for one in choices
            )
            return _labelled(label, "\n".join(boxes))
        case WritingLines(count=count, label=label):
            return _labelled(label, "\n\n".join([RULE] * count))
        case Verbatim(text=text, label=label):
            return _labelled(label, _before("> ", "> ", _lines(plain(text))))
        case Callout(title=title, items=items):
            head = f"**{_one_line(plain(title))}**"
            lines = "\n".join(_before("- ", "  ", _lines(runs)) for runs in items)
            return _before("> ", "> ", f"{head}\n\n{lines}")
        case Together(blocks=blocks):
            return "\n\n".join(_parts(blocks, depth))
        case PageBreak():
            return RULE
    assert_never(block)


def _labelled(label: str, body: str) -> str:
    return f"{_one_line(plain(label))}:\n\n{body}" if label else body


def _listing(block: Listing) -> str:
    if block.marker == "letter":  # Markdown knows no such list
        return "\\\n".join(
            f"{list_mark('letter', number)} {_one_line(runs)}" for number, runs in enumerate(block.items)
        )
    marks = (list_mark(block.marker, number) for number in range(len(block.items)))
    return "\n".join(
        _before(f"{sign} ", " " * (len(sign) + 1), _lines(runs))
        for sign, runs in zip(marks, block.items, strict=True)
    )


def _table(block: Table) -> str:
    rows = [
        [_one_line(plain(column.title)) for column in block.columns],
        [ALIGNED[column.align] for column in block.columns],
        *(_row(block, number) for number in range(len(block.rows))),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(block: Table, number: int) -> list[str]:
    """Write a row's cells, each with the signs of its shade and its bar."""
    cells = [_one_line(cell) for cell in block.rows[number]]
    if block.shades:
        shades = ("" if shade is None else shade_sign(shade) for shade in block.shades[number])
        cells = [f"{cell} {sign}".rstrip() for cell, sign in zip(cells, shades, strict=True)]
    if block.bars:
        drawn = zip(block.rows[number], cells, block.bars[number], strict=True)
        cells = [_barred(cell if flat(runs) else "", bar) for runs, cell, bar in drawn]
    return cells


def _barred(cell: str, bar: Bar | None) -> str:
    return " ".join(filter(None, (cell, bar_signs(bar, BAR) if bar else "")))


def _before(first: str, rest: str, text: str) -> str:
    """Put ``first`` before the first line and ``rest`` before the others."""
    head, *others = text.split("\n")
    return "\n".join(
        [first + head, *(f"{rest}{line}".rstrip() if not line else rest + line for line in others)]
    )


def _one_line(runs: Inline) -> str:
    """Write runs where Markdown allows no line break."""
    return _guarded(_styled(runs).replace("\n", " ").strip(" "))


def _lines(runs: Inline) -> str:
    """Write runs with their line breaks; lines that are empty or indented stay so."""
    text = _styled(runs)
    return "\\\n".join(_guarded(line) for line in text.split("\n")) if text else ""


def _guarded(line: str) -> str:
    """Keep the start of a line from beginning an indented block, a list, a heading or a rule."""
    body = line.expandtabs(4).lstrip(" ")
    indent = len(line.expandtabs(4)) - len(body)
    found = AT_START.match(body)
    if found:
        sign = found.group()
        body = f"{sign[:-1]}\\{sign[-1]}{body[found.end() :]}"
    return "&nbsp;" * (indent if body else max(indent, 1)) + body


def _styled(runs: Inline) -> str:
    """Write runs with their emphasis, each where Markdown can see where it begins and ends."""
    texts = ["", *(run.text for run in runs), ""]
    return "".join(_marked(run, texts[index][-1:], texts[index + 2][:1]) for index, run in enumerate(runs))


def _marked(run: Run, before: str, after: str) -> str:
    """Put stars around a run, or none where they would be read as stars (CommonMark, flanking)."""
    stars = "*" * (2 * run.strong + run.emphasis)
    core = run.text.strip()
    if not stars or not core or "\n" in core:
        return escaped(run.text)
    start = run.text.index(core)
    lead, trail = run.text[:start], run.text[start + len(core) :]
    opens = _edge(lead[-1:] or before) or not _edge(core[0])
    closes = _edge(trail[:1] or after) or not _edge(core[-1])
    if not (opens and closes):
        return escaped(run.text)
    return f"{escaped(lead)}{stars}{escaped(core)}{stars}{escaped(trail)}"


def _edge(char: str) -> bool:
    """Tell whether a character is none, white or punctuation, beside which stars can open and close."""
    return not char or char.isspace() or category(char)[0] in "PS"
